// Security > Roles: ready-made roles by the size of the office.
import { expectClean } from './expectClean.ts';
import { expect, signIn, test } from './practice.ts';

test('S2.30 a pack shows what it would add, adds it, and then has nothing more to add', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await signIn(page);
  await page.keyboard.press('Control+2');
  await page.getByRole('button', { name: 'Add ready-made roles…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add ready-made roles' });
  await dialog.getByRole('radio', { name: /Large/ }).click();
  await expect(dialog.getByRole('list', { name: 'What would be added' })).toContainText('Billing trainee');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('We opened a second site.');
  await expectClean(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page);
  await dialog.getByRole('button', { name: 'Add 8 roles' }).click();
  await expect(dialog).toBeHidden();
  const roles = page.getByRole('grid', { name: 'Roles' });
  await roles.getByRole('button', { name: 'Billing trainee' }).click();
  await expect(page.getByText('Takes its rights from: Billing assistant')).toBeVisible();
  await expectClean(page);
  await page.getByRole('button', { name: 'Add ready-made roles…' }).click();
  await dialog.getByRole('radio', { name: /Medium/ }).click();
  await expect(dialog).toContainText('5 roles of this pack are there already');
});
