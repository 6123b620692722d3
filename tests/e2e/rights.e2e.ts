// The rights of one user: matrix, special ticks, providers, review before widening, and what high contrast shows.
import type { Locator, Page } from '@playwright/test';
import { expectClean } from './expectClean.ts';
import { expect, PASSWORD, PROVIDERS_CSV, signIn, test } from './practice.ts';

test.use({
  prepare: {
    more: async ({ addUser, importCsv }) => {
      await importCsv('provider', PROVIDERS_CSV);
      await addUser('lortiz', 'Ortiz');
      await addUser('kadmin', 'Keller', { roleIds: ['front-desk'] });
    },
  },
});

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await signIn(page);
});

async function openRights(page: Page, name = 'Ortiz, Lena'): Promise<Locator> {
  await page.getByRole('gridcell', { name }).click();
  await page.getByRole('tab', { name: 'Rights' }).click();
  const matrix = page.getByRole('grid', { name: 'Rights by data area' });
  await expect(matrix).toBeVisible();
  return matrix;
}

const box = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true });
const bar = (page: Page) => page.getByText(/^(No unsaved|Unsaved) changes/);

test('S5.07 the areas and verbs stand in the order people know, each with where it comes from', async ({ page }) => {
  const matrix = await openRights(page);
  const areas = await matrix.getByRole('rowheader').allTextContents();
  expect(areas.slice(0, 4)).toEqual(['Claims', 'Lists', 'Financial', 'Patients']);
  await expect(box(page, 'Claims: View')).toBeChecked();
  await expect(box(page, 'Claims: Delete Data')).not.toBeChecked();
  await expect(matrix.getByRole('row', { name: /Claims/ })).toContainText('Billing role');
  await expect(matrix.getByRole('row', { name: /Schedule/ })).toContainText('not given');
});

test('S5.07 ticking Delete also ticks Edit and says so; undo takes it back; the review needs a reason', async ({
  page,
}) => {
  await openRights(page);
  await box(page, 'Patients: Delete Data').focus();
  await page.keyboard.press('Space');
  await expect(box(page, 'Patients: Edit Data')).toBeChecked();
  await expect(
    page.getByText('Also ticked, because it is needed: Patients: Add Data, Patients: Edit Data.'),
  ).toBeVisible();
  await expect(bar(page)).toHaveText('Unsaved changes: rights +3 −0');
  await expect(box(page, 'Patients: Delete Data')).toHaveAttribute('aria-description', /added for this user/);
  await page.keyboard.press('Control+z');
  await expect(bar(page)).toHaveText('No unsaved changes');
  await page.keyboard.press('Control+y');
  await expect(bar(page)).toHaveText('Unsaved changes: rights +3 −0');
  await page.keyboard.press('Control+s');
  const review = page.getByRole('dialog', { name: 'Review the change for Ortiz, Lena' });
  await expect(review).toContainText('3 rights added (3 reach PHI)');
  await expectClean(page);
  await review.getByRole('button', { name: 'Save the change' }).click();
  await expect(review.getByText('Say why, in a few words.')).toBeVisible();
  await review.getByLabel('Reason').fill('Merges double records this month.');
  await review.getByRole('button', { name: 'Save the change' }).click();
  await expect(review).toBeHidden();
  await expect(bar(page)).toHaveText('No unsaved changes');
  await expect(page.getByText('Can reach PHI in 4 areas; can delete in 1 area.')).toBeVisible();
  await expect(box(page, 'Patients: Delete Data')).toBeChecked();
});

test('S5.07 unticking what a role gives is marked, and Back to role brings it back', async ({ page }) => {
  await openRights(page);
  await box(page, 'Claims: Export').click();
  await expect(box(page, 'Claims: Export')).toHaveAttribute('aria-description', /taken from this user; Billing role/);
  await expect(bar(page)).toHaveText('Unsaved changes: rights +0 −1');
  await page.getByText('Changed from role', { exact: true }).click();
  await expect(page.getByRole('grid', { name: 'Rights by data area' }).getByRole('rowheader')).toHaveText(['Claims']);
  await page.getByRole('button', { name: 'Back to role' }).click();
  await expect(page.getByText('Nothing was added to or taken from what the roles give.')).toBeVisible();
});

test('a head tick acts on the rows shown and says how many; select all leaves the special ticks alone', async ({
  page,
}) => {
  await openRights(page);
  await page.getByLabel('Filter rights').fill('schedule');
  await box(page, 'View in all 1 areas shown').click();
  await page.getByLabel('Filter rights').fill('c');
  await page.getByRole('button', { name: 'Select all' }).click();
  await expect(page.getByText(/rights of the rows shown are ticked\. Super User, Access Security/)).toBeVisible();
  await expect(box(page, 'Super User')).not.toBeChecked();
  await expect(box(page, 'Access Security')).not.toBeChecked();
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveText('No unsaved changes');
});

test('the matrix is one tab stop: arrows, Home, End and Space do everything', async ({ page }) => {
  const matrix = await openRights(page);
  expect(await matrix.locator('[tabindex="0"]').count()).toBe(1);
  await matrix.locator('[tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(box(page, 'Claims: View')).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(box(page, 'Practice data: View')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(box(page, 'Practice data: View')).toBeChecked();
  expect(await matrix.locator('[tabindex="0"]').count()).toBe(1);
});

test('S5.08 S5.09 Super User and Access Security ask for a reason and the own password', async ({ page }) => {
  await openRights(page);
  await box(page, 'Access Security').click();
  const dialog = page.getByRole('dialog', { name: 'Give Access Security to Lena Ortiz' });
  await expectClean(page);
  await dialog.getByLabel('Reason').fill('Stands in for the owner.');
  await dialog.getByRole('textbox', { name: 'Your password' }).fill('not the right password');
  await dialog.getByRole('button', { name: 'Give Access Security' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Your password' }).fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Give Access Security' }).click();
  await expect(dialog).toBeHidden();
  await expect(box(page, 'Access Security')).toBeChecked();
  await expect(box(page, 'See users and their rights')).toBeChecked();
});

test('S5.13 S5.14 a person is limited to two providers; no provider at all is warned about', async ({ page }) => {
  await openRights(page);
  await page.getByRole('tab', { name: 'Providers' }).click();
  await expect(page.getByText('All providers is meant for administrators.', { exact: false })).toBeVisible();
  await page.getByRole('radio', { name: 'Selected providers' }).click();
  await expect(page.getByText('No provider is chosen: this person sees no patients.', { exact: false })).toBeVisible();
  await box(page, 'Hale, Tom').click();
  await box(page, 'Patel, Ria').click();
  await expect(page.getByText(/^2 of 3/)).toBeVisible();
  await expectClean(page);
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(bar(page)).toHaveText('No unsaved changes');
  await page.getByRole('gridcell', { name: 'Keller, Lena' }).click();
  await expect(page.getByRole('heading', { name: /Keller, Lena/ })).toBeVisible();
  await page.getByRole('gridcell', { name: 'Ortiz, Lena' }).click();
  await expect(page.getByRole('heading', { name: /Ortiz, Lena/ })).toBeVisible();
  await page.getByRole('tab', { name: 'Providers' }).click();
  await expect(box(page, 'Hale, Tom')).toBeChecked();
  await expect(box(page, 'Moss, Ann')).not.toBeChecked();
});

test('S5.09 a holder of Access Security sees why a tick is out of reach', async ({ page }) => {
  await openRights(page, 'Keller, Lena');
  await box(page, 'Access Security').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('Helps with users.');
  await dialog.getByRole('textbox', { name: 'Your password' }).fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Give Access Security' }).click();
  await expect(dialog).toBeHidden();
  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: 'Switch user' }).click();
  await signIn(page, 'kadmin');
  await openRights(page);
  await expect(page.getByText('Only a Super User may give this.').first()).toBeVisible();
  await expect(box(page, 'Clinical notes: View')).toHaveAttribute('aria-disabled', 'true');
  await expect(box(page, 'Clinical notes: View')).toHaveAttribute(
    'aria-description',
    /You can give only what you hold yourself\./,
  );
  await expect(box(page, 'Super User')).toHaveAttribute('aria-disabled', 'true');
  await expectClean(page);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`high contrast (${scheme}): a ticked box can be told from an unticked one`, async ({ page }) => {
    await openRights(page);
    await page.emulateMedia({ colorScheme: scheme, forcedColors: 'active' });
    const ticked = box(page, 'Claims: View').locator('..');
    const unticked = box(page, 'Claims: Delete Data').locator('..');
    await expect(box(page, 'Claims: View')).toBeChecked();
    const [one, other] = [await ticked.screenshot(), await unticked.screenshot()];
    expect(one.equals(other)).toBe(false);
  });

  test(`the rights of a user are clean in ${scheme}`, async ({ page }) => {
    await openRights(page);
    await box(page, 'Patients: Delete Data').click();
    await page.emulateMedia({ colorScheme: scheme });
    await expectClean(page);
  });
}
