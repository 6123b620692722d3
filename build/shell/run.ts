// Electron's command line on Node and Chromium: finds the app, gives it the shell's `electron`, starts the browser.
import { existsSync, readFileSync, statSync } from 'node:fs';
import inspector from 'node:inspector';
import { createRequire, registerHooks } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from './app.ts';
import { unpackArchive } from './archive.ts';
import { startBrowser } from './browser.ts';
import { popupAsked } from './browserWindow.ts';
import { interceptRequests } from './requests.ts';
import { runtime } from './runtime.ts';

/** The version of Electron whose interface the shell follows. */
const ELECTRON_VERSION = '45.4.1';

interface CommandLine {
  appFolder: string | undefined;
  required: string[];
  inspectPort: number | undefined;
}

/** Reads Electron's switches; everything it does not know goes to Chromium, as in Electron. */
function readCommandLine(args: string[]): CommandLine {
  const found: CommandLine = { appFolder: undefined, required: [], inspectPort: undefined };
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '-r' || arg === '--require') found.required.push(args[++at] ?? '');
    else if (arg.startsWith('--inspect')) found.inspectPort = Number(arg.split('=')[1] ?? 9229);
    else if (arg.startsWith('--')) {
      const [name = '', value = ''] = arg.slice(2).split(/=(.*)/s);
      app.commandLine.appendSwitch(name, value);
    } else {
      found.appFolder = arg;
      break;
    }
  }
  return found;
}

/** Where the app is: the archive beside a packaged executable, or the folder on the command line. */
function findApp(folder: string | undefined): { path: string; isPackaged: boolean } {
  const archive = join(app.executableFolder, 'resources', 'app.asar');
  if (existsSync(archive)) return { path: unpackArchive(archive), isPackaged: true };
  const path = resolve(folder ?? '.');
  return { path: statSync(path).isDirectory() ? path : dirname(path), isPackaged: false };
}

const fail = (error: unknown): never => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
};

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes('--version') || args.includes('-v')) {
    process.stdout.write(`v${ELECTRON_VERSION}\n`);
    return;
  }
  // Electron's own process.argv: the executable, then its arguments.
  process.argv = [process.execPath, ...args];
  Object.assign(process.versions, { electron: ELECTRON_VERSION });
  const shellModule = new URL('./electron.ts', import.meta.url).href;
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'electron' || specifier === 'electron/main'
        ? { url: shellModule, format: 'module-typescript', shortCircuit: true }
        : next(specifier, context),
  });

  const { appFolder, required, inspectPort } = readCommandLine(args);
  const { path, isPackaged } = findApp(appFolder);
  const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Record<string, string>;
  const name = manifest.productName ?? manifest.name ?? 'app';
  runtime.facts = { appPath: path, name, version: manifest.version ?? '0.0.0', isPackaged };

  if (inspectPort !== undefined) inspector.open(inspectPort);
  const require = createRequire(join(path, 'package.json'));
  for (const file of required) require(file);
  await import(pathToFileURL(join(path, manifest.main ?? 'index.js')).href);

  // A second instance has already said that it leaves.
  if (app.isLeaving) return;
  const isHeadless = process.env.KEYWARD_HEADLESS === '1' || !process.env.DISPLAY;
  runtime.browser = await startBrowser(app.commandLine.toArguments(), isHeadless, () => process.exit(1), popupAsked);
  await interceptRequests(runtime.browser);
  app.becomeReady();
}

process.on('SIGTERM', () => app.quit());
process.on('SIGINT', () => app.quit());
process.on('uncaughtException', fail);
main().catch(fail);
