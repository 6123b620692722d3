// Settings > rules about rights: what happens where rights meet that should not.
import { expectClean } from './expectClean.ts';
import { expect, signIn, test } from './practice.ts';

test('S1.18 S2.36 rights that should not meet are marked, and refused once the rule says so', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await signIn(page);
  await page.keyboard.press('Control+2');
  await page.getByRole('grid', { name: 'Roles' }).getByRole('button', { name: 'Office Administrator' }).click();
  await expect(page.getByRole('note')).toContainText('enter a refund and approve it themselves');
  await expectClean(page);

  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Change this rule…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rights that should not meet in one hand' });
  await expect(dialog.getByRole('radio', { name: 'Refuse them' })).toBeChecked();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('There are enough people now.');
  await expectClean(page);
  await dialog.getByRole('button', { name: 'Change the rule' }).click();
  await expect(page.getByText('Rights that should not meet in one hand: refuse them')).toBeVisible();
  await expectClean(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page);

  await page.keyboard.press('Control+2');
  await page.getByRole('grid', { name: 'Roles' }).getByRole('button', { name: 'Office Administrator' }).click();
  await page.getByRole('button', { name: 'Copy…' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  const adding = page.getByRole('dialog', { name: 'Add Office Administrator (copy)' });
  await adding.getByRole('textbox', { name: 'Reason' }).fill('For the branch.');
  await adding.getByRole('button', { name: 'Add Office Administrator (copy)' }).click();
  await expect(adding.getByRole('alert')).toContainText('This practice refuses');
  await expectClean(page);
});
