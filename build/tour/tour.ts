// `npm run tour -- --out DIR [--data DIR]`: the main job through the real window, driven as a user would.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from '../browser.mjs';
import { bundle } from '../bundle.ts';
import { electronProgram, launchApp } from '../launchApp.ts';
import { assignPatients, dailyWork, twoProviders } from './dailyWork.ts';
import { exportLog } from './exportLog.ts';
import { countRows, importPeople } from './importPeople.ts';
import { lockOut } from './lockOut.ts';
import { changeRights, makeUsers } from './makeUsers.ts';
import { writeSeededPractice } from './seededPractice.ts';
import { setUpPractice } from './setUpPractice.ts';
import { createTourReport } from './tourReport.ts';
import { tourWindow } from './tourWindow.ts';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'tour-out' }, data: { type: 'string' } } });
const outDir = resolve(values.out);
const say = (line: string) => void process.stdout.write(`${line}\n`);

const browser = electronProgram() !== null ? { isThere: true, advice: '' } : ensureChromium();
if (!browser.isThere) {
  say(browser.advice);
  process.exit(1);
}
await bundle();
mkdirSync(outDir, { recursive: true });
for (const name of ['audit.csv', 'audit.jsonl', 'receipt.txt', 'manifest.json'])
  rmSync(join(outDir, name), { force: true });
rmSync(join(outDir, 'screens'), { recursive: true, force: true });
const work = mkdtempSync(join(tmpdir(), 'keyward-tour-'));
const dataDir = chooseData();
const report = createTourReport(say);
const isWindowShown = process.env.DISPLAY !== undefined && process.env.KEYWARD_HEADLESS !== '1';
say(isWindowShown ? 'The tour runs in a window of its own.' : 'The tour runs headless.');
const { app, page } = await launchApp(
  { dataDir: join(work, 'data'), deviceDir: join(work, 'device') },
  isWindowShown ? { KEYWARD_HEADLESS: '0' } : {},
);
const window = tourWindow(app, page, join(outDir, 'screens'));
try {
  await page.setViewportSize({ width: 1366, height: 768 }).catch(() => undefined);
  await setUpPractice(window, report, join(work, 'recovery-sheet.txt'));
  await importPeople(window, report, dataDir);
  const providers = await twoProviders(window);
  await assignPatients(window, report, providers);
  const codes = await makeUsers(window, report);
  await changeRights(window, report, providers);
  await window.menu('Security', 'Roles');
  await page
    .getByRole('row', { name: /Billing/ })
    .first()
    .click();
  await window.shoot('roles');
  await window.menu('Security', 'Settings');
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
  await window.shoot('settings');
  await window.signOut();
  await window.shoot('sign-in');
  await dailyWork(window, report, codes, { patients: countRows(dataDir, 'patients.csv'), limited: 2 });
  await lockOut(window, report);
  await exportLog(window, report, outDir);
} catch (error) {
  await window.shoot('stopped-here').catch(() => undefined);
  report.see('the tour reaches its end', 'yes', error instanceof Error ? error.message : 'no');
} finally {
  await app.close().catch(() => undefined);
  rmSync(work, { recursive: true, force: true });
}

const isGood = report.isAllAsExpected();
writeFileSync(join(outDir, 'tour.json'), `${JSON.stringify({ isAsExpected: isGood, steps: report.steps }, null, 2)}\n`);
console.table(
  report.steps.map(({ step, seen, isAsExpected }) => ({
    step,
    seen: seen.slice(0, 60),
    expected: isAsExpected ? 'yes' : 'NO',
  })),
);
say(isGood ? 'Everything was as expected.' : 'Something differed from what was expected; see tour.json.');
process.exit(isGood ? 0 : 1);

/** The folder given, the shared sample beside the project, or a practice made up for this run. */
function chooseData(): string {
  const sample = resolve(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'synthea');
  const given = values.data === undefined ? sample : resolve(values.data);
  if (existsSync(join(given, 'patients.csv')) && existsSync(join(given, 'providers.csv'))) return given;
  if (values.data !== undefined) {
    say('The folder given with --data has no providers.csv and patients.csv. Give another one, or leave --data out.');
    process.exit(1);
  }
  writeSeededPractice(work);
  say('No sample files were found; the tour uses invented people.');
  return work;
}
