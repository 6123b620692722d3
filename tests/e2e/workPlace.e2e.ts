// The foot of the window: where one works, and what that opens (S2.29).
import { expectClean } from './expectClean.ts';
import { addLimits } from './limitsPractice.ts';
import { expect, signIn, test } from './practice.ts';

test.use({ prepare: { more: addLimits } });

test('S2.29 a role for one place counts once one says one works there, and the lists follow', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await signIn(page, 'lortiz');
  const hint = page.getByRole('region', { name: 'Place of work' });
  await expect(hint).toContainText('Where do you work now?');
  await expectClean(page);
  await hint.getByRole('button', { name: 'North' }).click();
  await expect(hint).toBeHidden();
  const place = page.getByRole('combobox', { name: 'Works at' });
  await expect(place.locator('option:checked')).toHaveText('North');
  await page.evaluate(() => {
    window.location.hash = '#/patients';
  });
  const patients = page.getByRole('grid', { name: 'Patients' });
  await expect(patients.getByRole('gridcell', { name: /Archer/ })).toBeVisible();
  await expect(patients.getByRole('gridcell', { name: /Brook/ })).toBeHidden();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page);
  await place.selectOption('South');
  await expect(patients.getByRole('gridcell', { name: /Archer/ })).toBeHidden();
});
