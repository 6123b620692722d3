// BrowserWindow: one Chromium window with one page in it.
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { app } from './app.ts';
import { guardClass } from './guard.ts';
import { colourSchemeFeatures } from './nativeTheme.ts';
import { toAppUrl, toBrowserUrl } from './protocol.ts';
import { runningBrowser, runtime } from './runtime.ts';
import { permissionSettings } from './session.ts';
import { WebContents } from './webContents.ts';

interface WebPreferences {
  preload?: string;
  sandbox?: boolean;
  contextIsolation?: boolean;
  nodeIntegration?: boolean;
  webSecurity?: boolean;
}
interface WindowOptions {
  width?: number;
  height?: number;
  show?: boolean;
  webPreferences?: WebPreferences;
}
interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

let lastId = 0;

const CLOSE_LIMIT_MS = 3000;

export class BrowserWindow extends EventEmitter {
  readonly id = ++lastId;
  readonly webContents: WebContents;
  readonly #options: WindowOptions;
  #opening: Promise<void> | undefined;
  #isMinimized = false;
  #isKiosk = false;
  #isVisible: boolean;
  #isGone = false;

  constructor(options: WindowOptions = {}) {
    super();
    const { preload, sandbox, contextIsolation, nodeIntegration, webSecurity } = options.webPreferences ?? {};
    if (sandbox === false || contextIsolation === false || nodeIntegration === true || webSecurity === false)
      throw new Error('chromium shell: a window without sandbox, context isolation and web security is not emulated');
    this.#options = options;
    this.#isVisible = options.show !== false;
    const source = preload === undefined ? '' : readFileSync(preload, 'utf8');
    this.webContents = new WebContents(runningBrowser(), source, () => this.close());
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show', {}));
    runtime.windows.set(this.id, this);
    app.emit('web-contents-created', {}, this.webContents);
    app.emit('browser-window-created', {}, this);
  }

  static getAllWindows = (): BrowserWindow[] => [...runtime.windows.values()];
  static fromId = (id: number): BrowserWindow | null => runtime.windows.get(id) ?? null;
  static fromWebContents = (contents: WebContents): BrowserWindow | null =>
    BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null;
  static getFocusedWindow = (): BrowserWindow | null => BrowserWindow.getAllWindows()[0] ?? null;

  /** Loads a page. Chromium's window is opened by the first load, which is paused until both worlds are in place. */
  async loadURL(url: string): Promise<void> {
    if (this.#opening) {
      await this.#opening;
      await this.webContents.navigate(url);
      return;
    }
    const loaded = this.webContents.beginLoad(url);
    loaded.catch(() => undefined);
    this.#opening = this.#open(url);
    await this.#opening;
    await loaded;
  }

  async #open(url: string): Promise<void> {
    const browser = runningBrowser();
    const { cdp } = browser;
    const target = await browser.openWindow(toBrowserUrl(url));
    cdp.on('Target.detachedFromTarget', ({ sessionId }) => sessionId === target.session && this.#gone());
    this.webContents.adopt(target);
    const origin = new URL(toBrowserUrl(url)).origin;
    for (const { name, setting } of await permissionSettings(this.webContents, origin))
      await cdp.send('Browser.setPermission', { permission: { name }, setting }).catch(() => undefined);
    const { width = 800, height = 600 } = this.#options;
    if (browser.isHeadless) {
      const windowId = await this.#windowId();
      // Without this the page is lower than asked by the height of a title bar that is not there.
      await cdp.send('Browser.setContentsSize', { windowId, width, height }).catch(() => undefined);
    } else await this.#setWindow({ width, height });
    const release = [
      cdp.send('Emulation.setEmulatedMedia', { features: colourSchemeFeatures() }, target.session),
      cdp.send('Runtime.runIfWaitingForDebugger', {}, target.session),
    ];
    await Promise.all(release).catch(() => undefined);
  }

  close(): void {
    if (this.#isGone) return;
    let isPrevented = false;
    const event = {
      preventDefault: () => {
        isPrevented = true;
      },
    };
    this.emit('close', event);
    if (!isPrevented) this.destroy();
  }
  destroy(): void {
    const targetId = this.webContents.targetId;
    if (targetId === undefined) {
      this.#gone();
      return;
    }
    // A Chromium that does not answer must not keep the app from ending.
    setTimeout(() => this.#gone(), CLOSE_LIMIT_MS).unref();
    runningBrowser()
      .cdp.send('Target.closeTarget', { targetId })
      .catch(() => this.#gone());
  }
  isDestroyed = (): boolean => this.#isGone;
  isMinimized = (): boolean => this.#isMinimized;
  isVisible = (): boolean => this.#isVisible;
  getTitle = (): Promise<unknown> => this.webContents.getTitle();
  getBounds = (): Bounds => ({ x: 0, y: 0, width: this.#options.width ?? 800, height: this.#options.height ?? 600 });
  /** Application windows of the shell have no menu. */
  setMenu(_menu: null): void {}
  removeMenu(): void {}
  show(): void {
    this.#isVisible = true;
    this.focus();
  }
  focus(): void {
    if (this.webContents.targetId !== undefined)
      runningBrowser()
        .cdp.send('Page.bringToFront', {}, this.webContents.session)
        .catch(() => undefined);
    this.emit('focus', {});
  }
  minimize(): void {
    this.#isMinimized = true;
    void this.#setWindow({ windowState: 'minimized' });
  }
  restore(): void {
    this.#isMinimized = false;
    void this.#setWindow({ windowState: 'normal' });
  }

  isKiosk = (): boolean => this.#isKiosk;
  /** The whole screen without a frame. A window that is not drawn has no screen, so it only remembers. */
  setKiosk(isOn: boolean): void {
    if (this.#isKiosk === isOn) return;
    this.#isKiosk = isOn;
    if (!runningBrowser().isHeadless) void this.#setWindow({ windowState: isOn ? 'fullscreen' : 'normal' });
  }

  async #windowId(): Promise<number> {
    const { targetId } = this.webContents;
    return (await runningBrowser().cdp.send<{ windowId: number }>('Browser.getWindowForTarget', { targetId })).windowId;
  }
  async #setWindow(bounds: object): Promise<void> {
    try {
      await runningBrowser().cdp.send('Browser.setWindowBounds', { windowId: await this.#windowId(), bounds });
    } catch {
      // A window manager may refuse; the window is then merely of another size.
    }
  }
  #gone(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    runtime.windows.delete(this.id);
    this.webContents.gone();
    this.emit('closed', {});
    app.windowClosed();
  }
}
guardClass('BrowserWindow', BrowserWindow);

/** Tells the page that opened a pop-up; the pop-up itself is already refused. */
export function popupAsked(openerId: string, url: string): void {
  WebContents.fromDevToolsTargetId(openerId)?.popupAsked(toAppUrl(url));
}
