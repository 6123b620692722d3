// Settings > rules about rights: what happens where rights meet that should not.
import { expectClean } from './expectClean.ts';
import { expect, PASSWORD, signIn, test } from './practice.ts';

test.use({ prepare: { more: async ({ addUser }) => void (await addUser('lortiz', 'Ortiz')) } });

test('S1.18 S2.36 rights that should not meet are marked, and refused once the rule says so', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await signIn(page);
  await page.keyboard.press('Control+2');
  await page.getByRole('grid', { name: 'Roles' }).getByRole('button', { name: 'Office Administrator' }).click();
  await expect(page.getByRole('note')).toContainText('enter a refund and approve it themselves');
  await expectClean(page);

  await page.keyboard.press('Control+,');
  const rule = page.getByRole('region', { name: 'Rights that should not meet in one hand' });
  await rule.getByRole('button', { name: 'Change this rule…' }).click();
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

test('C1 C4 the switch to strict roles shows what falls away; ticks are closed afterwards', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await signIn(page);
  await page.keyboard.press('Control+1');
  await page.getByRole('grid', { name: 'Users' }).getByText('Ortiz, Lena').dblclick();
  await page.getByRole('tab', { name: 'Rights' }).click();
  await page.getByRole('checkbox', { name: 'Clinical notes: View', exact: true }).click();
  await page.keyboard.press('Control+s');
  const review = page.getByRole('dialog', { name: /Review the change/ });
  await review.getByRole('textbox', { name: 'Reason' }).fill('Helps out.');
  await review.getByRole('button', { name: 'Save the change' }).click();
  await expect(review).toBeHidden();
  await expect(page.getByText('No unsaved changes')).toBeVisible();

  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Switch to strict roles…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Switch to strict roles' });
  await expect(dialog.getByRole('list', { name: 'What falls away' })).toContainText(
    'Ortiz, Lena loses Clinical notes: View',
  );
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Everybody has a fitting role.');
  await dialog.getByRole('textbox', { name: 'Your password' }).fill(PASSWORD);
  await expectClean(page);
  await dialog.getByRole('button', { name: 'Switch to strict roles' }).click();
  await expect(page.getByText('Rights model: strict roles')).toBeVisible();
  await expectClean(page);

  await page.keyboard.press('Control+1');
  await page.getByRole('grid', { name: 'Users' }).getByText('Ortiz, Lena').dblclick();
  await page.getByRole('tab', { name: 'Rights' }).click();
  const notes = page.getByRole('checkbox', { name: 'Clinical notes: View', exact: true });
  await expect(page.getByText('No unsaved changes')).toBeVisible();
  await expect(notes).not.toBeChecked();
  await expect(notes).toHaveAttribute('aria-disabled', 'true');
  await expectClean(page);
});
