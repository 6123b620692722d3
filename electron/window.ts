// The window and its walls: no navigation away, no new windows, no permissions, no request to anywhere else.
import { join } from 'node:path';
import { app, BrowserWindow, type Session, type WebContents } from 'electron';
import { APP_ORIGIN, isOwnSender } from './ipc/sender.ts';

/** Settings every window of the app has, printing included. */
const SAFE_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  disableBlinkFeatures: 'Auxclick',
} as const;

/** Denies every permission, every download and every request that does not stay inside the app. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !staysInside(details.url) }));
}

/** Denies new windows, embedded views and any navigation the page itself asks for. */
export function hardenContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Opens the app's one main window; it is shown once its first page is drawn. */
export function openMainWindow(distFolder: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 840,
    minWidth: 960,
    minHeight: 640,
    show: false,
    title: 'Keyward',
    backgroundColor: '#ffffff',
    autoHideMenuBar: true,
    webPreferences: {
      ...SAFE_PREFERENCES,
      preload: join(distFolder, 'preload', 'preload.cjs'),
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => window.show());
  return window;
}

/** A window nobody sees, without a bridge and without scripts, that lays out one document for paper. */
export function openPrintWindow(): BrowserWindow {
  return new BrowserWindow({
    show: false,
    webPreferences: { ...SAFE_PREFERENCES, javascript: false, devTools: false },
  });
}

/** The first page of the app. */
export const FIRST_PAGE = `${APP_ORIGIN}/index.html`;

function staysInside(url: string): boolean {
  return url.startsWith('data:') || url.startsWith('devtools:') || isOwnSender({ url, isMainFrame: true });
}
