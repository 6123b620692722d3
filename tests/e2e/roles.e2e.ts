// Security > Roles: the list by code, and one role with its rights and holders.
import { expectClean } from './expectClean.ts';
import { expect, signIn, test } from './practice.ts';

test.use({ prepare: { more: async ({ addUser }) => void (await addUser('lortiz', 'Ortiz')) } });

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await signIn(page);
  await page.keyboard.press('Control+2');
});

test('S1.01 S2.16 the shipped roles are listed by code with what they grant and how many hold them', async ({
  page,
}) => {
  const table = page.getByRole('grid', { name: 'Roles' });
  await expect(table.locator('tbody tr td:first-child')).toHaveText(
    [100, 200, 500, 525, 700, 800, 850, 999, 1000, 1010, 1020, 1030, 1040, 1050, 1060].map(String),
  );
  await expect(table.getByRole('row', { name: /Billing/ })).toContainText('1040');
  await expectClean(page);
});

test('S3.03 a role says its purpose, shows its rights by area and verb, and names who holds it', async ({ page }) => {
  const table = page.getByRole('grid', { name: 'Roles' });
  await table.locator('[tabindex="0"]').focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: 'Billing' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Billing' })).toBeVisible();
  await expect(page.getByText('Can reach PHI in 4 areas: Claims, Financial, Patients, Reports.')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Financial: Edit Data' })).toBeChecked();
  await page.getByRole('checkbox', { name: 'Financial: Delete Data' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('checkbox', { name: 'Financial: Delete Data' })).not.toBeChecked();
  await expect(page.getByText('Held by 1 person')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Role' })).toContainText('Ortiz, Lena');
  await expectClean(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page);
});
