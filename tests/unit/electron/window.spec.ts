// Every window is made shut: the settings themselves, and what the walls answer.
import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const made: { webPreferences: Record<string, unknown>; show: boolean }[] = [];

// Electron itself is replaced, not our code: here only what it is asked for matters.
vi.mock('electron', () => ({
  app: { isPackaged: true },
  BrowserWindow: class {
    constructor(options: (typeof made)[number]) {
      made.push(options);
    }
    once(): void {}
  },
}));
const { hardenContents, hardenSession, openMainWindow, openPrintWindow } = await import('../../../electron/window.ts');

beforeEach(() => {
  made.length = 0;
});

describe('a window of the app', () => {
  it('is sandboxed, isolated and without Node, the main one and the one for paper', () => {
    openMainWindow('/dist');
    openPrintWindow();
    expect(made).toHaveLength(2);
    for (const { webPreferences, show } of made) {
      expect(show).toBe(false);
      expect(webPreferences).toMatchObject({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        webviewTag: false,
        spellcheck: false,
        disableBlinkFeatures: 'Auxclick',
        devTools: false,
      });
    }
  });

  it('for paper has neither bridge nor scripts', () => {
    openPrintWindow();
    expect(made[0]?.webPreferences).toMatchObject({ javascript: false });
    expect(made[0]?.webPreferences).not.toHaveProperty('preload');
  });
});

describe('the walls around a page', () => {
  it('deny new windows, navigation and embedded views', () => {
    let answer: unknown;
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: (handler: () => unknown) => {
        answer = handler();
      },
    });
    hardenContents(contents as unknown as WebContents);
    expect(answer).toEqual({ action: 'deny' });
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-attach-webview']) {
      const preventDefault = vi.fn();
      contents.emit(name, { preventDefault });
      expect(preventDefault).toHaveBeenCalledOnce();
    }
  });

  it('deny every permission and device, and every request that leaves the app', () => {
    const asked: Record<string, (...args: unknown[]) => unknown> = {};
    const keep = (name: string) => (handler: (...args: unknown[]) => unknown) => {
      asked[name] = handler;
    };
    hardenSession({
      setPermissionRequestHandler: keep('request'),
      setPermissionCheckHandler: keep('check'),
      setDevicePermissionHandler: keep('device'),
      on: (name: string, handler: (...args: unknown[]) => unknown) => keep(name)(handler),
      webRequest: { onBeforeRequest: keep('web') },
    } as unknown as Session);
    const permission = vi.fn();
    asked.request?.(null, 'media', permission);
    expect(permission).toHaveBeenCalledExactlyOnceWith(false);
    expect([asked.check?.(), asked.device?.()]).toEqual([false, false]);
    const cancelled = (url: string): boolean | undefined => {
      let isCancelled: boolean | undefined;
      asked.web?.({ url }, (outcome: { cancel: boolean }) => {
        isCancelled = outcome.cancel;
      });
      return isCancelled;
    };
    expect(['app://ui/index.html', 'data:image/png;base64,AA=='].map(cancelled)).toEqual([false, false]);
    expect(
      ['https://example.invalid/', 'http://127.0.0.1/', 'file:///etc/hosts', 'app://other/', 'ws://x/'].map(cancelled),
    ).toEqual([true, true, true, true, true]);
  });
});
