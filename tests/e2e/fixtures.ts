// What every end-to-end test starts from: the built app with a data folder and a device folder of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type ElectronApplication, type Page } from '@playwright/test';
import { type Folders, launchApp, type Running } from '../../build/launchApp.ts';

export interface Fixtures extends Folders {
  /** The running app; tests that need only the page or the app ask for those. */
  running: Running;
  app: ElectronApplication;
  page: Page;
  /** Ends the app if it still runs and starts it again on the same folders. */
  relaunch: (env?: Record<string, string>) => Promise<Running>;
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
export { appEnv, type Folders, launchApp, programPath, ROOT, type Running } from '../../build/launchApp.ts';

async function withFolder(prefix: string, use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  await use(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
