// S5.10: the dialogs that lock out a person, a role and this computer, and what shows that they are locked out.
import type { Page } from '@playwright/test';
import { expectClean } from './expectClean.ts';
import { expect, signIn, test } from './practice.ts';

test.use({
  prepare: {
    more: async ({ addUser }) => {
      await addUser('lortiz', 'Ortiz');
      await addUser('rpatel', 'Patel', { roleIds: ['provider'] });
    },
  },
});

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await signIn(page);
  await expect(page.getByRole('grid', { name: 'Users' })).toBeVisible();
});

/** Both color schemes pass the checks; the light one stays. */
async function expectCleanInBoth(page: Page): Promise<void> {
  await expectClean(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page);
  await page.emulateMedia({ colorScheme: 'light' });
}

test('S5.10 a person is locked out until tomorrow morning, and the end stands beside the state', async ({ page }) => {
  await page.getByRole('gridcell', { name: 'Ortiz, Lena' }).click();
  await page.getByRole('button', { name: 'Lock out…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Lock out Lena Ortiz' });
  await expect(dialog.getByRole('radio', { name: 'No end: until somebody unlocks' })).toBeChecked();
  await expect(dialog.getByLabel('Reason')).toBeFocused();
  await expectCleanInBoth(page);
  await dialog.getByRole('radio', { name: /^Until tomorrow morning, .*8:00/ }).check();
  await dialog.getByLabel('Reason').fill('On leave.');
  await dialog.getByRole('button', { name: 'Lock out Lena Ortiz' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^Status.*Active, locked out until .*8:00.*reason: On leave\./)).toBeVisible();
  await expect(page.getByText(/^Locked until .*8:00/)).toBeVisible();
  await expect(page.getByRole('row', { name: /Ortiz, Lena.*Locked/ })).toBeVisible();
  await expectCleanInBoth(page);
  await page.getByRole('button', { name: 'Unlock…' }).click();
  await page.getByLabel('Reason').fill('Back.');
  await page.getByRole('button', { name: 'Unlock Lena Ortiz' }).click();
  await expect(page.getByRole('button', { name: 'Lock out…' })).toBeVisible();
});

test('S5.10 a role is locked out until a chosen day and time, and its holders show why', async ({ page }) => {
  await page.keyboard.press('Control+2');
  await page.getByRole('button', { name: 'Provider', exact: true }).click();
  await page.getByRole('button', { name: 'Lock out this role…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Lock out the role Provider' });
  await dialog.getByRole('radio', { name: 'Until a day and time you choose' }).check();
  await dialog.getByLabel('Reason').fill('The schedule is being looked into.');
  await dialog.getByRole('button', { name: 'Lock out Provider' }).click();
  await expect(dialog.getByText('Choose a day and a time.')).toBeVisible();
  await dialog.getByLabel('Day and time of the end').fill('2020-01-01T08:00');
  await dialog.getByRole('button', { name: 'Lock out Provider' }).click();
  await expect(dialog.getByText('Choose a time that is still to come.')).toBeVisible();
  await expectCleanInBoth(page);
  await dialog.getByLabel('Day and time of the end').fill('2099-12-31T08:00');
  await dialog.getByRole('button', { name: 'Lock out Provider' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('note')).toContainText(/Locked out until .*2099/);
  await expect(page.getByRole('note')).toContainText('The schedule is being looked into.');
  await expect(page.getByRole('row', { name: /Provider.*locked out until .*2099/ })).toBeVisible();
  await expectCleanInBoth(page);
  await page.keyboard.press('Control+1');
  await page.getByRole('gridcell', { name: 'Patel, Lena' }).click();
  await expect(page.getByText(/locked out with the role Provider until .*2099/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Lock out…' })).toBeVisible();
  await page.keyboard.press('Control+2');
  await page.getByRole('button', { name: 'Provider', exact: true }).click();
  await page.getByRole('button', { name: 'Unlock this role…' }).click();
  await page.getByLabel('Reason').fill('Nothing was found.');
  await page.getByRole('button', { name: 'Unlock Provider' }).click();
  await expect(page.getByRole('note')).toBeHidden();
});

test('S5.10 this computer is locked out for an hour and unlocked from Settings', async ({ page }) => {
  await page.keyboard.press('Control+,');
  const computer = page.getByRole('region', { name: 'This computer' });
  await expect(computer).toContainText('Everybody with a login may sign in here.');
  await computer.getByRole('button', { name: 'Lock out this computer…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Lock out this computer' });
  await dialog.getByRole('radio', { name: /^For 1 hour, until / }).check();
  await expectCleanInBoth(page);
  await dialog.getByRole('button', { name: 'Lock out this computer' }).click();
  await expect(dialog.getByText('Write why. It stands in the activity log.')).toBeVisible();
  await dialog.getByLabel('Reason').fill('It was left open in the waiting room.');
  await dialog.getByRole('button', { name: 'Lock out this computer' }).click();
  await expect(computer.getByRole('note')).toContainText('Locked out until');
  await expect(computer.getByRole('note')).toContainText('Nobody but Super Users can sign in at this computer.');
  await expectCleanInBoth(page);
  await computer.getByRole('button', { name: 'Unlock this computer…' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('It is back behind the desk.');
  await page.getByRole('button', { name: 'Unlock this computer', exact: true }).click();
  await expect(computer).toContainText('Everybody with a login may sign in here.');
});
