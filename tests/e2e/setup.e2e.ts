// The first run through the real window: every step, Back, a kill in the middle, and no rights before the end.
import type { Page } from '@playwright/test';
import { expectClean } from './expectClean.ts';
import { expect, type Running, test } from './fixtures.ts';

const PASSWORD = 'violet harbor quietly sails north';

test('S5.02 a new practice is set up step by step, with Back losing nothing and every step clean for a screen reader', async ({
  page,
}) => {
  await expect(page.getByRole('heading', { name: 'Set up your practice' })).toBeFocused();
  await expectClean(page);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText('Type the name of the practice.')).toBeVisible();
  await page.getByLabel('Name of the practice').fill('Maple Street Family Medicine');
  await expectClean(page);
  await page.getByRole('button', { name: 'Next' }).click();

  await page.getByLabel('Last name').fill('Whitfield');
  await page.getByLabel('First name').fill('Dana');
  await expect(page.getByLabel('Login ID')).toHaveValue('dwhitfield');
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByLabel('Name of the practice')).toHaveValue('Maple Street Family Medicine');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByLabel('Last name')).toHaveValue('Whitfield');
  await typeNewPassword(page, 'password');
  await page.getByRole('button', { name: 'Create the practice' }).click();
  await expect(page.getByText('Use 15 characters or more.', { exact: false })).toBeVisible();
  await typeNewPassword(page, PASSWORD);
  await expect(page.getByText('Very strong')).toBeVisible();
  await expectClean(page);
  await page.getByRole('button', { name: 'Create the practice' }).click();

  await proveSheet(page);
  await expect(page.getByRole('heading', { name: 'Second Super User' })).toBeVisible();
  await page.getByLabel('Last name').fill('Patel');
  await page.getByLabel('First name').fill('Ria');
  await expectClean(page);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('dialog')).toContainText('rpatel');
  await expectClean(page);
  await page.getByRole('button', { name: 'I have written it down' }).click();

  await expect(page.getByLabel('Lock screen after', { exact: false })).toHaveValue('15');
  await expectClean(page);
  await page.getByRole('button', { name: 'Use these rules' }).click();
  await expect(page.getByRole('radio', { name: /^Small office/ })).toBeChecked();
  await page.getByRole('radio', { name: /^Medium office/ }).click();
  await expect(page.getByRole('group', { name: 'Offered first when a user is added' })).toContainText('Manager');
  await expect(page.getByRole('checkbox', { name: 'Front desk' })).toBeChecked();
  await page.getByRole('checkbox', { name: 'Patient', exact: true }).uncheck();
  await expectClean(page);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('radio', { name: 'Later' }).check();
  await expectClean(page);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText('The database is encrypted', { exact: false })).toBeVisible();
  await expectClean(page);
  await page.getByRole('button', { name: 'Finish and open Users' }).click();
  await expect(page.getByRole('heading', { name: 'Users', exact: true })).toBeVisible();
});

test('S5.03 a set-up that is killed goes on at the same step after signing in, with a fresh recovery code', async ({
  page,
  relaunch,
}) => {
  await createPractice(page);
  await expect(page.getByLabel('Recovery code', { exact: true })).toBeVisible();
  const { page: again }: Running = await relaunch();
  await again.getByLabel('Login ID').fill('dwhitfield');
  await again.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await again.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(again.getByRole('heading', { name: 'Recovery sheet' })).toBeVisible();
  await again.getByRole('textbox', { name: 'Your password' }).fill(PASSWORD);
  await again.getByRole('button', { name: 'Make a new recovery code' }).click();
  await proveSheet(again);
  await again.getByRole('radio', { name: 'Nobody yet', exact: false }).check();
  await again.getByRole('button', { name: 'Next' }).click();
  await expect(again.getByText('Write why.', { exact: false })).toBeVisible();
  await again.getByLabel('Reason').fill('The owner works alone.');
  await again.getByRole('button', { name: 'Next' }).click();
  await expect(again.getByRole('heading', { name: 'Safety' })).toBeVisible();
});

test('S1.30 a wrong group of the recovery sheet is refused in words and the step stays', async ({ page }) => {
  await createPractice(page);
  await page.getByRole('button', { name: 'I wrote it down by hand' }).click();
  for (const box of await page.getByRole('textbox', { name: /^Group/ }).all()) await box.fill('00000');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('alert')).toContainText('A group does not match the sheet');
  await expect(page.getByRole('heading', { name: 'Recovery sheet' })).toBeVisible();
});

async function createPractice(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByLabel('Name of the practice').fill('Maple Street Family Medicine');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Last name').fill('Whitfield');
  await page.getByLabel('First name').fill('Dana');
  await typeNewPassword(page, PASSWORD);
  await page.getByRole('button', { name: 'Create the practice' }).click();
}

async function typeNewPassword(page: Page, password: string): Promise<void> {
  await page.getByRole('textbox', { name: 'New password', exact: true }).fill(password);
  await page.getByRole('textbox', { name: 'New password again' }).fill(password);
}

/** Reads the code as the person would from the sheet and types the two groups asked for. */
async function proveSheet(page: Page): Promise<void> {
  const groups = ((await page.getByLabel('Recovery code', { exact: true }).textContent()) ?? '').trim().split('-');
  expect(groups.length).toBeGreaterThan(5);
  await page.getByRole('button', { name: 'I wrote it down by hand' }).click();
  await expect(page.getByLabel('Recovery code', { exact: true })).toBeHidden();
  for (let position = 1; position <= groups.length; position += 1) {
    const box = page.getByRole('textbox', { name: `Group ${position}` });
    if (await box.isVisible()) await box.fill((groups[position - 1] ?? '').toLowerCase());
  }
  await page.getByRole('button', { name: 'Next' }).click();
}
