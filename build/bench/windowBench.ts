// start and ui.*: the window itself, on a practice with 10,000 users.
import { bundle } from '../bundle.ts';
import { launchApp } from '../launchApp.ts';
import { benchPractice } from './benchPractice.ts';
import { fillUsers } from './fillPractice.ts';
import type { Comparison } from './measure.ts';
import { benchStart } from './startBench.ts';
import { listRow, signInRow } from './usersBench.ts';

const USERS = 10_000;

/** Rows start, ui.signin and ui.users. */
export async function benchWindow(): Promise<Comparison[]> {
  await bundle();
  const practice = await benchPractice('real');
  try {
    practice.stop();
    await fillUsers(practice, USERS);
    const folders = { dataDir: practice.folder, deviceDir: practice.deviceDir };
    const start = await benchStart(folders);
    const { app, page } = await launchApp(folders);
    try {
      const signIn = await signInRow(page, folders);
      return [start, signIn, await listRow(page, 'ui.users', 'Brennan')];
    } finally {
      await app.close();
    }
  } finally {
    practice.close();
  }
}
