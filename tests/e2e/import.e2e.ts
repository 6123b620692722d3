// Import in the real window: suggested columns, errors by row and column, all or nothing.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PROCEDURES } from '../../shared/catalogue/procedures.ts';
import { expectClean } from './expectClean.ts';
import { PATIENT_COUNT } from './peopleFiles.ts';
import { call, expect, openAs, test } from './peoplePractice.ts';

test('S2.107 providers and then patients come in from their files', async ({ page, files, answerDialogs }) => {
  await openAs(page, 'dwhitfield', '/import');
  answerDialogs({ open: [join(files, 'providers.csv'), join(files, 'patients.csv')] });
  await page.getByRole('radio', { name: 'Providers' }).check();
  await expectClean(page);
  await page.getByRole('button', { name: 'Choose a CSV file…' }).click();
  await expect(page.getByRole('combobox', { name: 'Column for Specialty' })).toHaveValue('SPECIALITY');
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await page.getByRole('button', { name: 'Import 3 providers' }).click();
  await expect(page.getByText('Imported 3 providers.')).toBeVisible();

  await page.getByRole('button', { name: 'Import patients next' }).click();
  await page.getByRole('button', { name: 'Choose a CSV file…' }).click();
  await expect(page.getByText('••• •• 5001', { exact: false })).toBeVisible();
  await expect(page.getByText('999-17-5001', { exact: false })).toHaveCount(0);
  await expectClean(page);
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await expect(page.getByRole('table', { name: 'The first rows as they will be saved' })).toContainText('Example001');
  await expectClean(page);
  await page.getByRole('button', { name: `Import ${PATIENT_COUNT} patients` }).click();
  await page.getByRole('link', { name: 'Show the patients' }).click();
  await expect(page.getByText(new RegExp(`of ${PATIENT_COUNT}$`))).toBeVisible();
});

test('S2.107 one provider can be given to every row that names none', async ({ page, files, answerDialogs }) => {
  await openAs(page, 'dwhitfield', '/import');
  answerDialogs({ open: [join(files, 'providers.csv'), join(files, 'patients.csv')] });
  await page.getByRole('button', { name: 'Choose a CSV file…' }).click();
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await page.getByRole('button', { name: 'Import 3 providers' }).click();
  await page.getByRole('button', { name: 'Import patients next' }).click();
  await page.getByRole('button', { name: 'Choose a CSV file…' }).click();
  await page.getByRole('combobox', { name: /^Column for Provider/ }).click();
  await page.getByRole('option', { name: 'No column' }).click();
  await page.getByRole('combobox', { name: 'Provider for every row that names none' }).click();
  await page.getByRole('option', { name: 'Patel' }).click();
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await page.getByRole('button', { name: `Import ${PATIENT_COUNT} patients` }).click();
  await expect(page.getByText(`Imported ${PATIENT_COUNT} patients.`)).toBeVisible();
  const found = await call(page, 'patient.find', FIRST_PAGE);
  expect(new Set(found.rows.flatMap(({ labels }) => labels.providerIds))).toEqual(new Set(['Patel, Ria']));
});

test('S2.107 problems stand by row and column, nothing is saved, and the corrected file can follow', async ({
  page,
  files,
  answerDialogs,
}) => {
  await openAs(page, 'dwhitfield', '/import');
  answerDialogs({ open: [join(files, 'broken.csv')] });
  await page.getByRole('radio', { name: 'Patients' }).check();
  await page.getByRole('button', { name: 'Choose a CSV file…' }).click();
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await expect(page.getByText('3 problems in 3 rows; nothing was saved')).toBeVisible();
  const problems = page.getByRole('table', { name: 'Problems in the file' });
  await expect(problems.getByRole('row', { name: /^3 BIRTHDATE is not a date/ })).toBeVisible();
  await expect(problems.getByRole('row', { name: /^4 SSN must be nine digits/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Choose the corrected file…' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Import/ })).toHaveCount(0);
  await expectClean(page);
  expect(await patientCount(page)).toBe(0);
});

test('S2.107 leaving in the middle asks, and giving up saves nothing', async ({ page, files, answerDialogs }) => {
  await openAs(page, 'dwhitfield', '/import');
  answerDialogs({ open: [join(files, 'broken.csv')] });
  await page.getByRole('radio', { name: 'Patients' }).check();
  await page.getByRole('button', { name: 'Choose a CSV file…' }).click();
  await page.getByRole('button', { name: 'Check the rows' }).waitFor();
  await page.keyboard.press('Control+4');
  const question = page.getByRole('dialog', { name: 'Give this import up?' });
  await question.getByRole('button', { name: 'Go on with the import' }).last().click();
  await expect(page.getByRole('button', { name: 'Check the rows' })).toBeVisible();
  await page.keyboard.press('Control+4');
  await question.getByRole('button', { name: 'Give the import up' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Activity log' })).toBeVisible();
  await expect(page.getByRole('button', { name: /gave an import up; nothing was saved/ })).toBeVisible();
  expect(await patientCount(page)).toBe(0);
});

const FIRST_PAGE = { ...PROCEDURES['patient.find'].example, limit: 200 };

async function patientCount(page: Page): Promise<number> {
  return (await call(page, 'patient.find', FIRST_PAGE)).total;
}
