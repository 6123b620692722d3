// Ticking Super User and Access Security: the own password is asked again before anything changes.
import type { Locator, Page } from '@playwright/test';
import { expectClean } from './expectClean.ts';
import { expect, PASSWORD, signIn, test } from './practice.ts';

const REASON = 'She takes over while the owner travels.';

test.use({ prepare: { more: async ({ addUser }) => void (await addUser('lortiz', 'Ortiz')) } });

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await signIn(page);
  await openUser(page, 'Ortiz, Lena');
});

async function openUser(page: Page, name: string): Promise<void> {
  await page.getByRole('gridcell', { name }).click();
  await expect(page.getByRole('heading', { name: `Edit User Info and Rights — ${name}` })).toBeVisible();
  await page.getByRole('tab', { name: 'Rights' }).click();
}

const tick = (page: Page, name: string): Locator => page.getByRole('checkbox', { name, exact: true });

for (const { name, asks, consequence } of [
  { name: 'Super User', asks: 'Give Super User to Lena Ortiz', consequence: 'will hold every right' },
  { name: 'Access Security', asks: 'Give Access Security to Lena Ortiz', consequence: 'will be able to manage users' },
])
  test(`S5.08 S2.95 ticking ${name} asks for the password: cancelled and wrong change nothing, right takes effect at once`, async ({
    page,
  }) => {
    await tick(page, name).click();
    const dialog = page.getByRole('dialog', { name: asks });
    await expect(dialog).toContainText(consequence);
    await expect(dialog.getByLabel('Reason')).toBeFocused();
    await expectClean(page);
    await dialog.getByLabel('Reason').fill(REASON);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toBeHidden();
    await expect(tick(page, name)).not.toBeChecked();
    await expect(tick(page, name)).toBeFocused();

    await page.keyboard.press('Space');
    await dialog.getByRole('button', { name: `Give ${name}` }).click();
    await expect(dialog.getByText('Write why.', { exact: false })).toBeVisible();
    await expect(dialog.getByText('Type your own password again.')).toBeVisible();
    await expectClean(page);
    await dialog.getByLabel('Reason').fill(REASON);
    await dialog.getByRole('textbox', { name: 'Your password' }).fill('not the password at all');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('alert')).toContainText('Your password did not fit. Type it again');
    await expect(dialog.getByLabel('Reason')).toHaveValue(REASON);
    await expect(dialog.getByRole('textbox', { name: 'Your password' })).toHaveValue('');
    await expect(tick(page, name)).not.toBeChecked();
    await expectClean(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectClean(page);

    await dialog.getByRole('textbox', { name: 'Your password' }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await expect(page.getByText(`Lena Ortiz now has ${name}.`)).toBeVisible();
    await expect(tick(page, name)).toBeChecked();

    await tick(page, name).click();
    const taking = page.getByRole('dialog', { name: `Take ${name} from Lena Ortiz` });
    await taking.getByLabel('Reason').fill('She is back at the front desk.');
    await taking.getByRole('textbox', { name: 'Your password' }).fill(PASSWORD);
    await taking.getByRole('button', { name: `Take ${name}` }).click();
    await expect(page.getByText(`Lena Ortiz no longer has ${name}.`)).toBeVisible();
    await expect(tick(page, name)).not.toBeChecked();
  });

test('S5.08 the last Super User cannot untick themselves, and what they typed stays', async ({ page }) => {
  await openUser(page, 'Whitfield, Dana');
  await tick(page, 'Super User').click();
  const dialog = page.getByRole('dialog', { name: 'Take Super User from Dana Whitfield' });
  await dialog.getByLabel('Reason').fill(REASON);
  await dialog.getByRole('textbox', { name: 'Your password' }).fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Take Super User' }).click();
  await expect(dialog.getByRole('alert')).toContainText('This is the last Super User who can sign in.');
  await expect(dialog.getByLabel('Reason')).toHaveValue(REASON);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(tick(page, 'Super User')).toBeChecked();
});

test('S5.08 an unsaved change keeps the two ticks waiting and is not lost by trying', async ({ page }) => {
  await page.getByRole('tab', { name: 'Info' }).click();
  await page.getByLabel('Last name').fill('Ortiz-Vega');
  await page.getByRole('tab', { name: 'Rights' }).click();
  await tick(page, 'Super User').focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText('Save or cancel the other changes first.').first()).toBeVisible();
  await page.getByRole('tab', { name: 'Info' }).click();
  await expect(page.getByLabel('Last name')).toHaveValue('Ortiz-Vega');
});
