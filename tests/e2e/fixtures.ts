// What every end-to-end test starts from: the built app with a data folder and a device folder of its own.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';

const ROOT = join(import.meta.dirname, '..', '..');

export interface Running {
  app: ElectronApplication;
  page: Page;
}
export interface Folders {
  dataDir: string;
  deviceDir: string;
}
interface Fixtures extends Folders {
  /** The running app; tests that need only the page or the app ask for those. */
  running: Running;
  app: ElectronApplication;
  page: Page;
  /** Ends the app if it still runs and starts it again on the same folders. */
  relaunch: (env?: Record<string, string>) => Promise<Running>;
}

/** Starts the built app on Electron, or on the shell where Electron's program is not here. */
export async function launchApp(folders: Folders, env: Record<string, string> = {}): Promise<Running> {
  if (!hasElectron()) process.env.ELECTRON_OVERRIDE_DIST_PATH = join(ROOT, 'build', 'shell');
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const app = await _electron.launch({
    args: [ROOT],
    cwd: ROOT,
    env: {
      ...Object.fromEntries(own),
      KEYWARD_HEADLESS: '1',
      KEYWARD_DATA_DIR: folders.dataDir,
      KEYWARD_DEVICE_DIR: folders.deviceDir,
      ...env,
    },
  });
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  return { app, page };
}

export function hasElectron(): boolean {
  const electron = join(ROOT, 'node_modules', 'electron');
  const named = join(electron, 'path.txt');
  return existsSync(named) && existsSync(join(electron, 'dist', readFileSync(named, 'utf8')));
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
