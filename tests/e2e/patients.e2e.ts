// Patients in the real window: finding, changing, refusals that keep what was typed, and provider scope.

import { PROCEDURES } from '../../shared/catalogue/procedures.ts';
import { expectClean } from './expectClean.ts';
import { addPeople, call, expect, openAs, test } from './peoplePractice.ts';
import { PASSWORD } from './practice.ts';

/** A draft is kept once typing has rested for 600 ms. */
const DRAFT_KEPT_AFTER_MS = 900;

test('S2.107 an empty list says how patients come in', async ({ page }) => {
  await openAs(page, 'dwhitfield', '/patients');
  await expect(page.getByText('No patients yet.')).toBeVisible();
  await expect(page.getByText('Add one, or import them from a CSV file.')).toBeVisible();
  await expectClean(page);
});

test.describe('with people', () => {
  test.use({ prepare: { more: addPeople } });

  test('S2.107 a patient is found by typing, changed with the keyboard alone and saved', async ({ page }) => {
    await openAs(page, 'dwhitfield', '/patients');
    await page.keyboard.press('Control+f');
    await page.keyboard.type('Example042');
    await expect(page.getByText('Showing 1 of 1')).toBeVisible();
    await page.getByRole('grid', { name: 'Patients' }).focus();
    await page.keyboard.press('Enter');
    const record = page.getByRole('region', { name: 'Open patient record' });
    await expect(record.getByRole('heading', { name: 'Example042, Pat' })).toBeVisible();
    await expect(record.getByText('5042')).toBeVisible();
    await expect(page.getByText('999-17-5042')).toHaveCount(0);

    await record.getByLabel('Last name').fill('');
    await page.keyboard.press('Control+s');
    await expect(record.getByText('Fill this in.')).toBeVisible();
    await expect(record.getByLabel('Last name')).toBeFocused();
    await page.keyboard.type('Renamed');
    await page.keyboard.press('Control+s');
    await expect(page.getByText('Saved Renamed, Pat.')).toBeVisible();
    await expect(record.getByRole('button', { name: 'Save' })).toBeDisabled();
    await expectClean(page);
  });

  test('S2.107 another row asks before typed work is lost, and Esc stays', async ({ page }) => {
    await openAs(page, 'dwhitfield', '/patients');
    await page.getByRole('gridcell', { name: 'Example003, Pat' }).click();
    await page.getByLabel('Phone').fill('617 555 0100');
    await page.getByRole('gridcell', { name: 'Example005, Pat' }).click();
    await expect(page.getByRole('dialog', { name: 'Leave without saving?' })).toBeVisible();
    await expectClean(page);
    await page.keyboard.press('Escape');
    await expect(page.getByLabel('Phone')).toHaveValue('617 555 0100');
  });

  test('S2.107 when somebody else was faster, the refusal keeps what was typed', async ({ page }) => {
    await openAs(page, 'dwhitfield', '/patients');
    await page.getByRole('gridcell', { name: 'Example003, Pat' }).click();
    await page.getByLabel('Phone').fill('617 555 0100');
    const { rows } = await call(page, 'patient.find', {
      ...PROCEDURES['patient.find'].example,
      search: 'Example003',
    });
    const { id, fields, version } = await call(page, 'patient.read', { id: rows[0]?.id ?? '' });
    const { recordNumber: _, ...typed } = fields;
    await call(page, 'patient.update', { id, version, fields: { ...typed, city: 'Boston' } });

    await page.keyboard.press('Control+s');
    await expect(page.getByText('Somebody changed this patient record meanwhile.')).toBeVisible();
    await expect(page.getByLabel('Phone')).toHaveValue('617 555 0100');
    await page.getByRole('button', { name: 'Load the newest state' }).click();
    await expect(page.getByLabel('City')).toHaveValue('Boston');
    await expect(page.getByLabel('Phone')).toHaveValue('');
  });

  test('S2.20 the front desk sees patients; changing and deleting are refused in words and nothing is lost', async ({
    page,
  }) => {
    await openAs(page, 'front', '/patients');
    await page.getByRole('gridcell', { name: 'Example003, Pat' }).click();
    await page.getByLabel('Phone').fill('617 555 0100');
    await page.keyboard.press('Control+s');
    const card = page.getByRole('alert').filter({ hasText: 'Patients: Edit Data' });
    await expect(card).toBeVisible();
    await expect(card).toContainText('Whitfield, Dana can give it.');
    await expect(page.getByLabel('Phone')).toHaveValue('617 555 0100');
    await expectClean(page);

    await page.getByRole('button', { name: 'Delete…' }).click();
    await page.getByLabel('Reason').fill('Entered twice.');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete the patient record' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'Patients: Delete Data' })).toBeVisible();
    await expect(page.getByRole('gridcell', { name: 'Example003, Pat' })).toBeVisible();
  });

  test('S2.41 a locked screen keeps typed work for its owner', async ({ page }) => {
    await openAs(page, 'dwhitfield', '/patients');
    await page.getByRole('gridcell', { name: 'Example003, Pat' }).click();
    await page.getByLabel('Phone').fill('617 555 0100');
    await page.waitForTimeout(DRAFT_KEPT_AFTER_MS);
    await page.keyboard.press('Control+l');
    await page.getByRole('textbox', { name: 'Password' }).waitFor();
    await expect(page.getByText('617 555 0100')).toHaveCount(0);
    await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Your unsaved work is back.')).toBeVisible();
    await expect(page.getByLabel('Phone')).toHaveValue('617 555 0100');
    await page.keyboard.press('Control+s');
    await expect(page.getByText('Saved Example003, Pat.')).toBeVisible();
  });

  test('S5.14 a user limited to one provider sees that provider’s patients, in list, count and search', async ({
    page,
  }) => {
    await openAs(page, 'rpatel', '/patients');
    await expect(page.getByText(/of 40$/)).toBeVisible();
    await page.getByRole('searchbox', { name: 'Search patients' }).fill('Example001');
    await expect(page.getByText('No patient matches.')).toBeVisible();
  });

  test('S2.107 a Super User deletes a patient with a reason', async ({ page }) => {
    await openAs(page, 'dwhitfield', '/patients');
    await page.getByRole('gridcell', { name: 'Example003, Pat' }).click();
    await page.getByRole('button', { name: 'Delete…' }).click();
    await page.getByLabel('Reason').fill('Entered twice.');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete the patient record' }).click();
    await expect(page.getByText('Deleted Example003, Pat.')).toBeVisible();
    await expect(page.getByText(/of 119$/)).toBeVisible();
    await expect(page.getByRole('region', { name: 'Open patient record' })).toHaveCount(0);
  });
});
