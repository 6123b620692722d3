// The foot of the window: where one works, and what that opens (S2.29); a patient at the desk (S1.23).
import { expectClean } from './expectClean.ts';
import { addLimits, everyPatient, patientIds } from './limitsPractice.ts';
import { call } from './peoplePractice.ts';
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

test('S1.23 a patient at the desk sees their own record, and nothing of anybody else', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await signIn(page, 'aarcher');
  await expect(page.getByRole('heading', { name: 'Your record' })).toBeVisible();
  await expect(page.getByText('This is your own record.', { exact: false })).toBeVisible();
  await expect(page.getByLabel('Last name')).toHaveValue('Archer');
  await expect(page.getByLabel('Last name')).toHaveAttribute('readonly');
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
  await expectClean(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page);
  const { rows } = await call(page, 'patient.find', everyPatient());
  expect(rows.map(({ title }) => title)).toEqual(['Archer, Ada']);
  await expect(call(page, 'patient.read', { id: patientIds.get('Brook') ?? '' })).rejects.toThrow(/was refused/);
  await expect(call(page, 'user.findLocationChoices', {})).rejects.toThrow(/was refused/);
});
