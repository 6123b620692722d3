// Binds the core to Electron: window, calls, key store, power events. No logic.
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { app, type BrowserWindow, dialog, Menu, protocol, session } from 'electron';
import { LOCKED_CHANNEL } from '../shared/channel.ts';
import { electronDialogs } from './adapters/electronDialogs.ts';
import { watchPower } from './adapters/electronPower.ts';
import { electronSecretStore } from './adapters/electronSecretStore.ts';
import { systemClock } from './adapters/systemClock.ts';
import { type AppPages, createAppPages } from './appPages.ts';
import { type Core, createCore } from './core.ts';
import { deviceFolder } from './deviceFolder.ts';
import { bindCore } from './ipc/bind.ts';
import { APP_SCHEME } from './ipc/sender.ts';
import { startFailureSentence } from './startFailure.ts';
import { openTechnicalLog } from './technicalLog.ts';
import { FIRST_PAGE, hardenContents, hardenSession, openMainWindow, openPrintWindow } from './window.ts';

const dist = resolve(import.meta.dirname, '..');
const dataFolder = process.env.KEYWARD_DATA_DIR;

app.setName('Keyward');
// Before the single-instance lock, which is one per data folder.
if (dataFolder) app.setPath('userData', resolve(dataFolder));
const vaultDir = join(app.getPath('userData'), 'vault');
const log = openTechnicalLog(join(app.getPath('userData'), 'logs'));

app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

if (app.requestSingleInstanceLock()) start();
else {
  process.stderr.write('Keyward is already running; its window has been brought to the front.\n');
  app.exit(0);
}

function start(): void {
  const windows = new Map<string, BrowserWindow>();
  const windowIdOf = (contents: Electron.WebContents): string => `window-${contents.id}`;
  process.on('uncaughtException', stop);
  process.on('unhandledRejection', stop);
  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
  app.on('window-all-closed', () => app.quit());
  app.on('second-instance', () => {
    const [window] = windows.values();
    if (window?.isMinimized()) window.restore();
    window?.show();
    window?.focus();
  });

  app
    .whenReady()
    .then(async () => {
      Menu.setApplicationMenu(null);
      hardenSession(session.defaultSession);
      const pages = createAppPages(join(dist, 'renderer'));
      protocol.handle(APP_SCHEME, (request) => pages.answer(request));
      const core = openCore(pages, windows);
      bindCore(core, windowIdOf);
      watchPower(() => {
        for (const id of windows.keys()) core.lock(id, 'os');
      });
      app.on('will-quit', () => core.shutdown());

      const window = openMainWindow(dist);
      const id = windowIdOf(window.webContents);
      windows.set(id, window);
      window.on('closed', () => {
        windows.delete(id);
        core.closeWindow(id);
      });
      window.webContents.on('render-process-gone', () => {
        // Whatever the page held is gone; whoever sits there signs in again.
        core.lock(id, 'os');
        window.webContents.reload();
      });
      await window.loadURL(FIRST_PAGE);
    })
    .catch(stop);
}

function openCore(pages: AppPages, windows: Map<string, BrowserWindow>): Core {
  const parent = (): BrowserWindow | undefined => windows.values().next().value;
  return createCore({
    vaultDir,
    deviceDir: resolve(deviceFolder(process.platform, process.env, app.getPath('home'))),
    secretStore: electronSecretStore(),
    dialogs: electronDialogs(parent, { keepForPrinting: (html) => pages.keepForPrinting(html), openPrintWindow }),
    clock: systemClock(),
    workstation: hostname(),
    appVersion: app.getVersion(),
    onFault: (where, error) => log.fault(where, error),
    onKiosk: (windowId, isOn) => {
      const window = windows.get(windowId);
      if (window && !window.isDestroyed()) window.setKiosk(isOn);
    },
    onLocked: (windowId) => {
      const window = windows.get(windowId);
      if (!window || window.isDestroyed()) return;
      window.webContents.send(LOCKED_CHANNEL);
      // A fresh page holds nothing of what was on the screen.
      window.webContents.reload();
    },
  });
}

/** A start that fails, and any fault nobody expected, ends in one sentence. */
function stop(error: unknown): void {
  log.fault('main', error);
  dialog.showErrorBox('Keyward cannot go on', startFailureSentence(error, vaultDir));
  app.exit(1);
}
