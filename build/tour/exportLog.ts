// Tour: the activity log is verified, exported for an auditor, and verified again without the program.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { OWNER } from './setUpPractice.ts';
import type { TourReport } from './tourReport.ts';
import type { TourWindow } from './tourWindow.ts';

const VERIFIER = join(import.meta.dirname, '..', 'verify.mjs');

/** Leaves audit.csv, audit.jsonl, receipt.txt and manifest.json in `outDir`. */
export async function exportLog(window: TourWindow, report: TourReport, outDir: string): Promise<void> {
  const { page, click, shoot } = window;
  await window.signIn(OWNER.loginId, OWNER.password);
  await page.getByRole('button', { name: 'Lock', exact: true }).waitFor({ timeout: 30_000 });
  await window.menu('Security', 'Activity log');
  await click('Verify now');
  const verdict = page.getByText(/^All [\d,]+ entries fit together/).first();
  await verdict.waitFor({ timeout: 60_000 });
  report.see('the log verifies', 'All …', (await verdict.textContent()) ?? '');
  await shoot('activity-verified');
  await window.answerDialogs({ save: join(outDir, 'audit.csv') });
  await page.getByRole('button', { name: /^Export CSV/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Purpose' }).or(dialog.getByLabel('Purpose')).first().click();
  await page.getByRole('option').first().click();
  await shoot('export');
  await dialog.getByRole('button', { name: /^Choose file and export/ }).click();
  const written = dialog.getByText(/^[\d,]+ rows were written/);
  await written.waitFor({ timeout: 60_000 });
  await shoot('export-done');
  const rows = Number.parseInt(((await written.textContent()) ?? '').replaceAll(',', ''), 10);
  await click('Close');
  const csvRows = parse(readFileSync(join(outDir, 'audit.csv')), { columns: true, bom: true }) as unknown[];
  report.see('the CSV holds the rows the window named', String(rows), String(csvRows.length));
  for (const file of ['audit.jsonl', 'receipt.txt'])
    report.see(`${file} is written`, 'yes', existsSync(join(outDir, file)) ? 'yes' : 'no');
  report.see('the stand-alone verifier accepts the export', '0', verify(outDir, 'audit.jsonl'));
  const changed = readFileSync(join(outDir, 'audit.jsonl'), 'utf8').replace('Whitfield', 'Whitfie1d');
  writeFileSync(join(outDir, 'tampered.jsonl'), changed);
  report.see('the stand-alone verifier finds one changed word', '1', verify(outDir, 'tampered.jsonl'));
  rmSync(join(outDir, 'tampered.jsonl'));
}

function verify(outDir: string, evidence: string): string {
  const run = spawnSync(process.execPath, [VERIFIER, join(outDir, evidence), join(outDir, 'receipt.txt')], {
    encoding: 'utf8',
  });
  return String(run.status);
}
