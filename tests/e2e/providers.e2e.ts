// Providers in the real window: they belong to the data area Lists.

import { expectClean } from './expectClean.ts';
import { addPeople, expect, openAs, test } from './peoplePractice.ts';

test.use({ prepare: { more: addPeople } });

test('S5.07 a provider is changed and made inactive', async ({ page }) => {
  await openAs(page, 'dwhitfield', '/providers');
  await page.getByRole('gridcell', { name: 'Marsh, Owen' }).click();
  await page.getByLabel('Specialty').fill('Family medicine');
  await page.getByRole('checkbox', { name: 'Active' }).press('Space');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Saved Marsh, Owen.')).toBeVisible();
  await expect(page.getByRole('gridcell', { name: 'Family medicine' })).toBeVisible();
  await expect(
    page.getByRole('row', { name: /Marsh, Owen/ }).getByRole('gridcell', { name: 'No', exact: true }),
  ).toBeVisible();
  await expectClean(page);
});

test('S5.07 the front desk may look at providers and is refused a change', async ({ page }) => {
  await openAs(page, 'front', '/providers');
  await page.getByRole('gridcell', { name: 'Marsh, Owen' }).click();
  await page.getByLabel('Specialty').fill('Family medicine');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('alert').filter({ hasText: 'Lists: Edit Data' })).toBeVisible();
  await expect(page.getByLabel('Specialty')).toHaveValue('Family medicine');
});

test('S5.07 a provider who still has patients is not deleted, in words', async ({ page }) => {
  await openAs(page, 'dwhitfield', '/providers');
  await page.getByRole('gridcell', { name: 'Marsh, Owen' }).click();
  await page.getByRole('button', { name: 'Delete…' }).click();
  await page.getByLabel('Reason').fill('Left the practice.');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete the provider' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'patients' })).toBeVisible();
  await expect(page.getByRole('gridcell', { name: 'Marsh, Owen' })).toBeVisible();
});
