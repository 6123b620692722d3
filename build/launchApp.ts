// Starts the built app with folders of its own, on Electron or on the shell, for tests, tour and benchmark.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

export const ROOT = join(import.meta.dirname, '..');

export interface Running {
  app: ElectronApplication;
  page: Page;
}
/** Where the app keeps the practice and what belongs to this computer. */
export interface Folders {
  dataDir: string;
  deviceDir: string;
}

/** Starts the app (of `appFolder`, which needs its bundles) and waits until its first page is loaded; `env` is added. */
export async function launchApp(
  folders: Folders,
  env: Record<string, string> = {},
  appFolder: string = ROOT,
): Promise<Running> {
  if (electronProgram() === null) process.env.ELECTRON_OVERRIDE_DIST_PATH = join(ROOT, 'build', 'shell');
  const app = await _electron.launch({ args: [appFolder], cwd: ROOT, env: appEnv(folders, env) });
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

/** Electron's own program, or null where it is not here and the shell takes its place. */
export function electronProgram(): string | null {
  const electron = join(ROOT, 'node_modules', 'electron');
  const named = join(electron, 'path.txt');
  const program = existsSync(named) ? join(electron, 'dist', readFileSync(named, 'utf8')) : null;
  return program !== null && existsSync(program) ? program : null;
}
