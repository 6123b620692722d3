// Lists > Practice data: looked at and changed with the right, refused in words where it does not fit.
import { expectClean } from './expectClean.ts';
import { expect, signIn, test } from './practice.ts';

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await signIn(page);
  await page.getByRole('menuitem', { name: 'Lists', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Practice data' }).click();
  await expect(page.getByRole('heading', { name: 'Practice data', exact: true })).toBeVisible();
});

test('S4.13 tax IDs are checked while they are typed, saved with the reason, and kept', async ({ page }) => {
  await expect(page.getByLabel('Name of the practice')).toHaveValue('Maple Street Family Medicine');
  await expectClean(page);
  const taxId = page.getByRole('textbox', { name: 'Tax ID', exact: true });
  await taxId.fill('123456789');
  await expect(page.getByText('This is not a tax ID such as 12-3456789.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Save/ })).toBeDisabled();
  await expectClean(page);
  await taxId.fill('12-3456789');
  await page.getByLabel('Patient records').fill('3');
  await expect(page.getByText('From 6 to 50 years.')).toBeVisible();
  await page.getByLabel('Patient records').fill('10');
  await page.getByLabel('Reason').fill('Asked by the accountant.');
  await expect(page.getByText('2 fields changed, not saved')).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(page.getByText('No unsaved changes')).toBeVisible();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page);
  await page.getByRole('menuitem', { name: 'Lists', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Payers' }).click();
  await page.getByRole('menuitem', { name: 'Lists', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Practice data' }).click();
  await expect(taxId).toHaveValue('12-3456789');
});
