// start: the app until its sign-in screen can be used, against an app of one empty page through the same shell.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type Folders, launchApp, ROOT } from '../launchApp.ts';
import { type Comparison, compared, median } from './measure.ts';

const ROUNDS = 5;
const BLANK_APP = join(ROOT, 'build', 'bench', 'blankApp');

/** Starts both in turn after one warm-up of each. Both times hold the same launch of the test driver, which makes the
 *  ratio a little kinder than it would be without. */
export async function benchStart(folders: Folders): Promise<Comparison> {
  const blank = mkdtempSync(join(tmpdir(), 'keyward-blank-'));
  const blankFolders = { dataDir: blank, deviceDir: join(blank, 'device') };
  const ours: number[] = [];
  const reference: number[] = [];
  try {
    for (let round = 0; round <= ROUNDS; round++) {
      const oursMs = await startMs(folders, ROOT, (page) => page.getByLabel('Login ID').fill(''));
      const referenceMs = await startMs(blankFolders, BLANK_APP, (page) => page.locator('p').waitFor());
      if (round === 0) continue;
      ours.push(oursMs);
      reference.push(referenceMs);
    }
  } finally {
    rmSync(blank, { recursive: true, force: true, maxRetries: 5 });
  }
  return compared('start', { oursMs: median(ours), referenceMs: median(reference) }, 1, 1.5);
}

async function startMs(folders: Folders, appFolder: string, untilUsable: (page: Page) => Promise<void>) {
  const startedMs = performance.now();
  const { app, page } = await launchApp(folders, {}, appFolder);
  await untilUsable(page);
  const tookMs = performance.now() - startedMs;
  await app.close();
  return tookMs;
}
