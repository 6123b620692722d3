// Tour: every file of the data folder in its order, mapped, checked and imported all or nothing.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { TourReport } from './tourReport.ts';
import type { TourWindow } from './tourWindow.ts';

/** The files in the order in which each finds what it names, and what their rows are called. */
const FILES = [
  { file: 'organizations.csv', many: 'locations' },
  { file: 'payers.csv', many: 'payers' },
  { file: 'providers.csv', many: 'providers' },
  { file: 'patients.csv', many: 'patients' },
  { file: 'encounters.csv', many: 'appointments' },
  { file: 'claims.csv', many: 'claims' },
] as const;

/** How many rows a file holds, by reading it independently of the program. */
export function countRows(dataDir: string, file: (typeof FILES)[number]['file']): number {
  return (parse(readFileSync(join(dataDir, file)), { columns: true, bom: true }) as unknown[]).length;
}

/** Imports the files that are there; all patients are first assigned to the provider whose name comes first. */
export async function importPeople(window: TourWindow, report: TourReport, dataDir: string): Promise<void> {
  const { page, click, shoot } = window;
  const there = FILES.filter(({ file }) => existsSync(join(dataDir, file)));
  for (const [at, { file, many }] of there.entries()) {
    if (at > 0) await click(/^Import (.+ next|another file)$/);
    await page.getByRole('radio', { name: new RegExp(`^${many}`, 'i') }).check();
    await window.answerDialogs({ open: join(dataDir, file) });
    if (at === 0) await shoot('import-choose');
    await click('Choose a CSV file…');
    await page.getByRole('button', { name: 'Check the rows' }).waitFor();
    if (many === 'patients') {
      await page.getByRole('combobox', { name: /^Provider for every row/ }).click();
      await page.getByRole('option').nth(1).click();
    }
    await shoot(`import-${many}-map`);
    await click('Check the rows');
    await page.getByRole('button', { name: /^Import \d/ }).waitFor({ timeout: 60_000 });
    await shoot(`import-${many}-check`);
    await click(/^Import \d/);
    const done = page.getByText(/^Imported: /).first();
    await done.waitFor({ timeout: 60_000 });
    const count = countRows(dataDir, file).toLocaleString('en-US');
    report.see(`import of ${many}`, `Imported: ${count} ${many} added.`, (await done.textContent()) ?? '');
    await shoot(`import-${many}-done`);
  }
}
