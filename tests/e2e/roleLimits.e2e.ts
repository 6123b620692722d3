// Security > Roles: hours and conditions of a role, set in forms and said in sentences (S2.62, S2.63).
import { expectClean } from './expectClean.ts';
import { expect, signIn, test } from './practice.ts';

const SENTENCE = 'Refunds: Approve only where Amount is less than $500.00';

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await signIn(page);
  await page.keyboard.press('Control+2');
});

test('S2.62 S2.63 hours and a condition are set with the keyboard alone, reviewed, and told by the role', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Add role' }).press('Enter');
  await page.getByLabel('Name').focus();
  await page.keyboard.type('Small refunds');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Approves refunds under five hundred dollars.');
  const conditions = page.getByRole('region', { name: 'Conditions' });
  await expect(conditions.getByRole('button', { name: 'Add a condition…' })).toBeDisabled();
  await page.getByRole('checkbox', { name: 'Financial: Approve' }).focus();
  await page.keyboard.press('Space');
  await conditions.getByRole('button', { name: 'Add a condition…' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Add a condition' });
  await expect(dialog.getByLabel('Right')).toBeFocused();
  await page.keyboard.type('Financial: Approve');
  await page.keyboard.press('Tab');
  await page.keyboard.type('refunds');
  await expect(dialog.getByLabel('Those where').locator('option:checked')).toHaveText('Amount');
  await dialog.getByRole('button', { name: 'Add the condition' }).press('Enter');
  await expect(dialog.getByText('Type an amount such as 500 or 499.99.')).toBeVisible();
  await expectClean(page);
  await dialog.getByLabel('Value').focus();
  await page.keyboard.type('500');
  await expect(dialog.getByRole('status')).toHaveText(`${SENTENCE}.`);
  await expectClean(page);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(conditions).toContainText(SENTENCE);

  const hours = page.getByRole('region', { name: 'Hours' });
  await hours.getByRole('button', { name: 'Add hours' }).focus();
  await page.keyboard.press('Enter');
  await expect(hours).toContainText('Monday to Friday from 08:00 until 17:00');
  await hours.getByRole('checkbox', { name: 'Saturday' }).focus();
  await page.keyboard.press('Space');
  await hours.getByRole('textbox', { name: 'From' }).fill('22:00');
  await hours.getByRole('textbox', { name: 'Until' }).fill('06:00');
  await expect(hours).toContainText('Monday to Saturday from 22:00 until 06:00 the next day');
  await expectClean(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page);

  await page.keyboard.press('Control+s');
  const review = page.getByRole('dialog', { name: 'Add Small refunds' });
  await expect(review).toContainText(`+ Condition: ${SENTENCE}`);
  await expect(review).toContainText('+ Counts Monday to Saturday');
  await review.getByRole('textbox', { name: 'Reason' }).fill('Small refunds need not wait for the owner.');
  await expectClean(page);
  await review.getByRole('button', { name: 'Add Small refunds' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Small refunds' })).toBeVisible();
  const told = page.getByRole('list', { name: 'Hours and conditions' });
  await expect(told).toContainText('Counts Monday to Saturday from 22:00 until 06:00 the next day');
  await expect(told).toContainText(SENTENCE);
  await expectClean(page);
});

test('S2.63 a loosened condition is pointed out before it is saved, and a copy takes hours and conditions with it', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Add role' }).click();
  await page.getByLabel('Name').fill('Small refunds');
  await page.getByLabel('Purpose').fill('Approves small refunds.');
  await page.getByRole('checkbox', { name: 'Financial: Approve' }).click();
  const add = async (amount: string) => {
    await page.getByRole('button', { name: 'Add a condition…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a condition' });
    await dialog.getByLabel('Right').selectOption('Financial: Approve');
    await dialog.getByLabel('Binds it to some of the').selectOption('refunds');
    await dialog.getByLabel('Value').fill(amount);
    await dialog.getByRole('button', { name: 'Add the condition' }).click();
  };
  await add('500');
  await page.getByRole('button', { name: 'Save' }).click();
  const adding = page.getByRole('dialog', { name: 'Add Small refunds' });
  await adding.getByRole('textbox', { name: 'Reason' }).fill('Small refunds need not wait.');
  await adding.getByRole('button', { name: 'Add Small refunds' }).click();

  await page.getByRole('button', { name: 'Change…' }).click();
  await page.getByRole('button', { name: `Remove the condition: ${SENTENCE}` }).click();
  await add('900');
  await page.getByRole('button', { name: 'Save' }).click();
  const review = page.getByRole('dialog', { name: 'Review the change of Small refunds' });
  await expect(review).toContainText('Given more widely than before');
  await expect(review).toContainText('+ Condition: Refunds: Approve only where Amount is less than $900.00');
  await expect(review).toContainText(`− Condition: ${SENTENCE}`);
  await expectClean(page);
  await review.getByRole('textbox', { name: 'Reason' }).fill('The limit was raised.');
  await review.getByRole('button', { name: 'Save the change' }).click();
  await page.getByRole('button', { name: 'Show the versions' }).click();
  await expect(page.getByRole('list', { name: 'Hours and conditions that change' }).first()).toContainText('$900.00');

  await page.getByRole('button', { name: 'Copy…' }).click();
  await expect(page.getByLabel('Name')).toHaveValue('Small refunds (copy)');
  await expect(page.getByRole('region', { name: 'Conditions' })).toContainText('$900.00');
});
