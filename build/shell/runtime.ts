// What the shell's areas share: the running browser and the windows.
import type { Browser } from './browser.ts';
import type { BrowserWindow } from './browserWindow.ts';

export interface AppFacts {
  /** The folder, or unpacked archive, that holds package.json. */
  appPath: string;
  name: string;
  version: string;
  isPackaged: boolean;
}

export const runtime = {
  facts: { appPath: process.cwd(), name: 'app', version: '0.0.0', isPackaged: false } as AppFacts,
  browser: undefined as Browser | undefined,
  isReady: false,
  windows: new Map<number, BrowserWindow>(),
};

/** The running browser; throws before the app is ready. */
export function runningBrowser(): Browser {
  if (!runtime.browser) throw new Error('chromium shell: the app is not ready');
  return runtime.browser;
}
