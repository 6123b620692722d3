// What every end-to-end test starts from: the built app with a data folder and a device folder of its own.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';

export const ROOT = join(import.meta.dirname, '..', '..');

export interface Running {
  app: ElectronApplication;
  page: Page;
}
export interface Folders {
  dataDir: string;
  deviceDir: string;
}
export interface Fixtures extends Folders {
  /** The running app; tests that need only the page or the app ask for those. */
  running: Running;
  app: ElectronApplication;
  page: Page;
  /** Ends the app if it still runs and starts it again on the same folders. */
  relaunch: (env?: Record<string, string>) => Promise<Running>;
}

/** Starts the built app on Electron, or on the shell where Electron's program is not here. */
export async function launchApp(folders: Folders, env: Record<string, string> = {}): Promise<Running> {
  if (electronProgram() === null) process.env.ELECTRON_OVERRIDE_DIST_PATH = join(ROOT, 'build', 'shell');
  const app = await _electron.launch({ args: [ROOT], cwd: ROOT, env: appEnv(folders, env) });
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  return { app, page };
}

/** The program the app runs on, for starting it without a test driver. */
export function programPath(): string {
  return electronProgram() ?? join(ROOT, 'build', 'shell', 'electron');
}

/** The environment of an app with folders of its own and no window on anybody's screen. */
export function appEnv({ dataDir, deviceDir }: Folders, more: Record<string, string> = {}): Record<string, string> {
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    ...Object.fromEntries(own),
    KEYWARD_HEADLESS: '1',
    KEYWARD_DATA_DIR: dataDir,
    KEYWARD_DEVICE_DIR: deviceDir,
    ...more,
  };
}

function electronProgram(): string | null {
  const electron = join(ROOT, 'node_modules', 'electron');
  const named = join(electron, 'path.txt');
  const program = existsSync(named) ? join(electron, 'dist', readFileSync(named, 'utf8')) : null;
  return program !== null && existsSync(program) ? program : null;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names a fixture needs from this pattern
  dataDir: async ({}, use) => withFolder('keyward-data-', use),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  deviceDir: async ({}, use) => withFolder('keyward-device-', use),
  running: async ({ dataDir, deviceDir }, use) => {
    const running = await launchApp({ dataDir, deviceDir });
    await use(running);
    await running.app.close();
  },
  app: ({ running }, use) => use(running.app),
  page: ({ running }, use) => use(running.page),
  relaunch: async ({ running, dataDir, deviceDir }, use) => {
    let current: Running = running;
    await use(async (env) => {
      await current.app.close();
      current = await launchApp({ dataDir, deviceDir }, env);
      return current;
    });
    await current.app.close();
  },
});

export { expect } from '@playwright/test';

async function withFolder(prefix: string, use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  await use(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
