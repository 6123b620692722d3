// Starts the shell's demo application for a contract test.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

export const SHELL = join(import.meta.dirname, '..', '..', 'build', 'shell', 'electron');
export const DEMO = join(import.meta.dirname, 'demo');

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'shell-test-'));

/** The environment of this process with additions, without the members that are not set. */
export function envWith(more: Record<string, string>): Record<string, string> {
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(own), KEYWARD_HEADLESS: '1', ...more };
}

/** The demo with its own data folder, its first page loaded. */
export async function launchDemo(
  dataDir = newFolder(),
): Promise<{ app: ElectronApplication; page: Page; dataDir: string }> {
  const app = await _electron.launch({ executablePath: SHELL, args: [DEMO], env: envWith({ DEMO_DATA: dataDir }) });
  const page = await app.firstWindow();
  await page.waitForSelector('[data-ready=yes]');
  return { app, page, dataDir };
}
