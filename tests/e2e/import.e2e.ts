// Import in the real window: suggested columns, errors by row and column, all or nothing.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PROCEDURES } from '../../shared/catalogue/procedures.ts';
import { expectClean } from './expectClean.ts';
import { PATIENT_COUNT } from './peopleFiles.ts';
import { addPeople, call, expect, openAs, test } from './peoplePractice.ts';

test('S2.107 providers and then patients come in from their files', async ({ page, files, answerDialogs }) => {
  await openAs(page, 'dwhitfield', '/import');
  answerDialogs({ open: [join(files, 'providers.csv'), join(files, 'patients.csv')] });
  await expect(page.getByText('After locations.', { exact: true })).toHaveCount(1);
  await page.getByRole('radio', { name: 'Providers' }).check();
  await expectClean(page);
  await page.getByRole('button', { name: 'Choose a CSV file…' }).click();
  await expect(page.getByRole('combobox', { name: 'Column for Specialty' })).toHaveValue('SPECIALITY');
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await page.getByRole('button', { name: 'Import 3 providers' }).click();
  await expect(page.getByText('Imported: 3 providers added.')).toBeVisible();

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
  await page.getByRole('radio', { name: 'Providers' }).check();
  await page.getByRole('button', { name: 'Choose a CSV file…' }).click();
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await page.getByRole('button', { name: 'Import 3 providers' }).click();
  await page.getByRole('button', { name: 'Import patients next' }).click();
  await page.getByRole('button', { name: 'Choose a CSV file…' }).click();
  await page.getByRole('combobox', { name: /^Column for Assigned providers/ }).click();
  await page.getByRole('option', { name: 'No column' }).click();
  await page.getByRole('combobox', { name: 'Provider for every row that names none' }).click();
  await page.getByRole('option', { name: 'Patel' }).click();
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await page.getByRole('button', { name: `Import ${PATIENT_COUNT} patients` }).click();
  await expect(page.getByText(`Imported: ${PATIENT_COUNT} patients added.`)).toBeVisible();
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

test.describe('with people', () => {
  test.use({ prepare: { more: addPeople } });

  test('S2.107 a file that comes again adds the new, changes the changed, and warns of a likely duplicate', async ({
    page,
    files,
    answerDialogs,
  }) => {
    const again = join(files, 'again.csv');
    const rows = [
      'm-001,1951-03-02,999-17-5001,Pat,Example001,F,1 Oak Street,Boston,MA,02143,p-2',
      'm-002,1952-03-03,999-17-5002,Pat,Example002,M,2 Oak Street,Arlington,MA,02143,p-3',
      'm-900,1952-03-03,,Pat,Example002,M,9 Oak Street,Boston,MA,02143,p-1',
    ];
    writeFileSync(again, `Id,BIRTHDATE,SSN,FIRST,LAST,GENDER,ADDRESS,CITY,STATE,ZIP,PROVIDER\n${rows.join('\n')}\n`);
    await openAs(page, 'dwhitfield', '/import');
    answerDialogs({ open: [again] });
    await page.getByRole('radio', { name: 'Patients' }).check();
    await page.getByRole('button', { name: 'Choose a CSV file…' }).click();
    await expect(page.getByText('as they did when such a file was last imported')).toBeVisible();
    await page.getByRole('radio', { name: 'Update' }).check();
    await expectClean(page);
    await page.getByRole('button', { name: 'Check the rows' }).click();
    await expect(
      page.getByText('This will add 1 patient record, change 1 (1 field) and leave 1 row out'),
    ).toBeVisible();
    await expect(page.getByRole('table', { name: 'Possible duplicates' })).toContainText('same person as record 2');
    await expectClean(page);
    await page.getByRole('button', { name: 'Import 2 patients' }).click();
    await expect(page.getByText('Imported: 1 patient record added, 1 changed, 1 row left out.')).toBeVisible();
    expect(await patientCount(page)).toBe(PATIENT_COUNT + 1);
  });

  test('S2.107 a new patient who may be here already is pointed out while typing', async ({ page }) => {
    await openAs(page, 'dwhitfield', '/patients');
    await page.getByRole('button', { name: /^Add patient/ }).click();
    await page.getByLabel('Last name').fill('example005');
    await page.getByLabel('First name').fill('Pat');
    await page.getByRole('textbox', { name: 'Date of birth', exact: true }).fill('1955-03-06');
    await expect(page.getByText('This person may be here already')).toBeVisible();
    await expect(page.getByText('Example005, Pat, born')).toBeVisible();
    await expectClean(page);
  });

  test('S2.107 a FHIR bundle is saved and, brought back in, doubles nothing', async ({
    page,
    files,
    answerDialogs,
  }) => {
    const bundle = join(files, 'bundle.json');
    answerDialogs({ save: [bundle], open: [bundle] });
    await openAs(page, 'dwhitfield', '/fhir-export');
    await expectClean(page);
    await page.getByRole('button', { name: 'Save the bundle…' }).click();
    await page.getByRole('textbox', { name: 'Reason' }).fill('Moving to another program.');
    await page.getByRole('button', { name: 'Choose the place…' }).click();
    await expect(page.getByText('Saved bundle.json')).toBeVisible();
    await expect(page.getByText(`Patients: ${PATIENT_COUNT}`)).toBeVisible();
    await expectClean(page);
    await page.evaluate(() => {
      window.location.hash = '#/import';
    });
    await page.getByRole('radio', { name: 'A FHIR bundle' }).check();
    await page.getByRole('button', { name: 'Choose a bundle…' }).click();
    await expect(page.getByRole('list', { name: 'What comes in' })).toContainText(`${PATIENT_COUNT} patients`);
    await expectClean(page);
    await page.getByRole('button', { name: 'Check the resources' }).click();
    await expect(page.getByText('Every row is here already')).toBeVisible();
    await expectClean(page);
  });
});

const FIRST_PAGE = { ...PROCEDURES['patient.find'].example, limit: 200 };

async function patientCount(page: Page): Promise<number> {
  return (await call(page, 'patient.find', FIRST_PAGE)).total;
}
