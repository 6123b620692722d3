// What `import … from 'electron'` gives the app's main process under the shell.
import { notEmulated } from './guard.ts';

export { app } from './app.ts';
export { BrowserWindow } from './browserWindow.ts';
export { dialog } from './dialog.ts';
export { ipcMain } from './ipc.ts';
export { nativeTheme } from './nativeTheme.ts';
export { net, protocol } from './protocol.ts';
export { session } from './session.ts';
export { Menu, powerMonitor, safeStorage, screen, shell } from './system.ts';
export { WebContents as webContents } from './webContents.ts';

export const Tray = notEmulated('Tray');
export const Notification = notEmulated('Notification');
export const autoUpdater = notEmulated('autoUpdater');
export const clipboard = notEmulated('clipboard');
export const globalShortcut = notEmulated('globalShortcut');
export const utilityProcess = notEmulated('utilityProcess');
