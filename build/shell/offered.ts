// Checked by the compiler only: every name and member the shell offers exists in Electron's own types.
import type * as Real from 'electron';
import type * as Ours from './electron.ts';

/** Members that are the shell's own and never the app's. */
type Own =
  | 'becomeReady'
  | 'windowClosed'
  | 'executableFolder'
  | 'isLeaving'
  | 'toArguments'
  | 'adopt'
  | 'beginLoad'
  | 'navigate';
type OwnOfPage = 'loadFailed' | 'mayNavigate' | 'popupAsked' | 'gone' | 'session' | 'targetId';

type Unknown<Mine, Electron> = Exclude<keyof Mine, keyof Electron | Own | OwnOfPage>;
type None<Left extends never> = Left;

export type Checked = [
  None<Exclude<keyof typeof Ours, keyof typeof Real>>,
  None<Unknown<typeof Ours.app, Real.App>>,
  None<Unknown<typeof Ours.app.commandLine, Real.CommandLine>>,
  None<Unknown<Ours.BrowserWindow, Real.BrowserWindow>>,
  None<Unknown<Ours.webContents, Real.WebContents>>,
  None<Unknown<typeof Ours.ipcMain, Real.IpcMain>>,
  None<Unknown<typeof Ours.dialog, Real.Dialog>>,
  None<Unknown<typeof Ours.protocol, Real.Protocol>>,
  None<Unknown<typeof Ours.net, Real.Net>>,
  None<Unknown<typeof Ours.session.defaultSession, Real.Session>>,
  None<Unknown<typeof Ours.session.defaultSession.webRequest, Real.WebRequest>>,
  None<Unknown<typeof Ours.safeStorage, Real.SafeStorage>>,
  None<Unknown<typeof Ours.powerMonitor, Real.PowerMonitor>>,
  None<Unknown<typeof Ours.nativeTheme, Real.NativeTheme>>,
  None<Unknown<typeof Ours.shell, Real.Shell>>,
  None<Unknown<typeof Ours.screen, Real.Screen>>,
];
