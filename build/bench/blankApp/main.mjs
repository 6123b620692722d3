// The least an app can be: one window on an empty page, for what starting costs without us.
import { app, BrowserWindow, protocol } from 'electron';

if (process.env.KEYWARD_DATA_DIR) app.setPath('userData', process.env.KEYWARD_DATA_DIR);
app.enableSandbox();
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
app.on('window-all-closed', () => app.quit());

// Not awaited: ready comes only after this file has run to its end.
void app.whenReady().then(() => {
  const page = '<!doctype html><title>Empty</title><p>Empty</p>';
  protocol.handle('app', () => new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } }));
  const window = new BrowserWindow({
    width: 1280,
    height: 840,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  window.once('ready-to-show', () => window.show());
  return window.loadURL('app://ui/index.html');
});
