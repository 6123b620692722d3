// A small application that exercises what the shell offers; it runs on Electron as well.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, BrowserWindow, ipcMain, protocol, session } from 'electron';

const here = import.meta.dirname;
if (process.env.DEMO_DATA) app.setPath('userData', process.env.DEMO_DATA);
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; frame-src 'self'";
const TYPES = { html: 'text/html', js: 'text/javascript' };
globalThis.seen = { blocked: [], asked: 0, popups: [], navigations: [], second: [] };

async function start() {
  await app.whenReady();
  protocol.handle('app', async (request) => {
    const { pathname } = new URL(request.url);
    try {
      const body = await readFile(join(here, 'page', pathname));
      return new Response(body, {
        headers: {
          'content-type': TYPES[pathname.split('.').at(-1)] ?? 'text/plain',
          'content-security-policy': POLICY,
        },
      });
    } catch {
      return new Response('not found', { status: 404 });
    }
  });
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => {
    globalThis.seen.asked++;
    answer(false);
  });
  session.defaultSession.webRequest.onBeforeRequest((details, callback) => {
    const cancel = !details.url.startsWith('app://');
    if (cancel) globalThis.seen.blocked.push(details.url);
    callback({ cancel });
  });
  ipcMain.handle('echo', (event, value) => ({
    value,
    url: event.senderFrame?.url ?? '',
    isTop: event.senderFrame?.parent === null,
  }));
  ipcMain.handle('fail', () => {
    throw new TypeError('no such thing');
  });
  const window = new BrowserWindow({
    width: 900,
    height: 640,
    webPreferences: { preload: join(here, 'preload.cjs'), sandbox: true },
  });
  window.webContents.setWindowOpenHandler(({ url }) => {
    globalThis.seen.popups.push(url);
    return { action: 'deny' };
  });
  window.webContents.on('will-frame-navigate', (event) => {
    globalThis.seen.navigations.push(event.url);
    event.preventDefault();
  });
  await window.loadURL('app://ui/index.html');
}

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, argv) => globalThis.seen.second.push(argv));
  app.on('window-all-closed', () => app.quit());
  start().catch((error) => {
    console.error(error);
    app.exit(1);
  });
} else {
  process.stderr.write('already running\n');
  app.exit(3);
}
