// Tour: providers and patients from CSV files, mapped, checked and imported all or nothing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { TourReport } from './tourReport.ts';
import type { TourWindow } from './tourWindow.ts';

/** How many people each file holds, by reading it independently of the program. */
export function countRows(dataDir: string, kind: 'providers' | 'patients'): number {
  return (parse(readFileSync(join(dataDir, `${kind}.csv`)), { columns: true, bom: true }) as unknown[]).length;
}

/** Imports both files; all patients are first assigned to the provider whose name comes first. */
export async function importPeople(window: TourWindow, report: TourReport, dataDir: string): Promise<void> {
  const { page, click, shoot } = window;
  for (const kind of ['providers', 'patients'] as const) {
    if (kind === 'patients') await click('Import patients next');
    await page.getByRole('radio', { name: new RegExp(`^${kind}`, 'i') }).check();
    await window.answerDialogs({ open: join(dataDir, `${kind}.csv`) });
    if (kind === 'providers') await shoot('import-choose');
    await click('Choose a CSV file…');
    await page.getByRole('button', { name: 'Check the rows' }).waitFor();
    if (kind === 'patients') {
      await page.getByRole('combobox', { name: /^Provider for every row/ }).click();
      await page.getByRole('option').nth(1).click();
    }
    await shoot(`import-${kind}-map`);
    await click('Check the rows');
    await page.getByRole('button', { name: /^Import \d/ }).waitFor({ timeout: 60_000 });
    await shoot(`import-${kind}-check`);
    await click(/^Import \d/);
    const done = page.getByText(/^Imported /).first();
    await done.waitFor({ timeout: 60_000 });
    const count = countRows(dataDir, kind);
    report.see(`import of ${kind}`, `Imported ${count} ${kind}.`, (await done.textContent()) ?? '');
    await shoot(`import-${kind}-done`);
  }
}
