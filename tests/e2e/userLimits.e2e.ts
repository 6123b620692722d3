// When and where rights count, in Edit User Info and Rights: dates, places, locations, the role Patient.
import type { Page } from '@playwright/test';
import { expectClean } from './expectClean.ts';
import { addLimits } from './limitsPractice.ts';
import { expect, signIn, test } from './practice.ts';

test.use({ prepare: { more: addLimits } });

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await signIn(page);
});

const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function openTab(page: Page, name: string, tab: string): Promise<void> {
  await page.getByRole('gridcell', { name, exact: true }).click();
  await expect(page.getByRole('heading', { name: `Edit User Info and Rights — ${name}` })).toBeVisible();
  await page.getByRole('tab', { name: tab, exact: true }).click();
}

async function expectCleanInBoth(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectClean(page);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

async function review(page: Page, name: string) {
  await page.getByRole('button', { name: 'Review', exact: true }).click();
  return page.getByRole('dialog', { name: `Review the change for ${name}` });
}

test('S2.75 the location limit is a tree in which one brings those below it, set by the keys alone', async ({
  page,
}) => {
  await openTab(page, 'Farrow, Lena', 'Info');
  await page.getByRole('tab', { name: 'Info' }).focus();
  for (let steps = 0; steps < 3; steps += 1) await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Locations' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('! No location is chosen: this person sees no patients.')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  const grid = page.getByRole('grid', { name: 'Selected locations' });
  await expect(grid.getByRole('checkbox', { name: 'Coast' })).toBeChecked();
  await expect(grid.getByRole('checkbox', { name: 'North' })).toBeChecked();
  await expect(grid.getByRole('row', { name: /South/ })).toContainText('comes with Coast');
  await expect(page.getByText('3 of 3 reached')).toBeVisible();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByText('1 of 3 reached')).toBeVisible();
  await expectCleanInBoth(page);
  const sheet = await review(page, 'Farrow, Lena');
  await expect(sheet.getByRole('list', { name: 'When and where it counts' })).toContainText(
    'Location limit: All Locations → North',
  );
  await expectClean(page);
  await sheet.getByRole('button', { name: 'Save the change' }).click();
  await expect(page.getByText('No unsaved changes')).toBeVisible();
  await expect(grid.getByRole('checkbox', { name: 'North' })).toBeChecked();
});

test('S2.29 S2.62 a role given for a place or a time says so, and its rights are half ticks while it does not count', async ({
  page,
}) => {
  await openTab(page, 'Ortiz, Lena', 'Rights');
  const terms = page.getByRole('list', { name: 'Dates and places of the roles' });
  await expect(terms).toContainText('at North');
  await expect(terms).toContainText('Only at its location');
  const view = page.getByRole('checkbox', { name: 'Claims: View', exact: true });
  await expect(view).toHaveJSProperty('indeterminate', true);
  await expect(view).not.toBeChecked();
  await expect(view).toHaveAttribute('aria-description', /given, but does not count now: only at its location/);
  const claims = page.getByRole('grid', { name: 'Rights by data area' }).getByRole('row', { name: /^Claims/ });
  await expect(claims).toContainText('Billing role, at North');
  await expect(page.getByText('Reaches no PHI; can delete in none.')).toBeVisible();
  await expectCleanInBoth(page);
  await terms.getByRole('button', { name: 'Limit… when and where Billing counts' }).click();
  await page.getByLabel('Billing: until').fill(dayFromNow(-1));
  await expect(terms.getByText('Ended')).toBeVisible();
  await expect(view).toHaveJSProperty('indeterminate', false);
  await expect(claims).toContainText('Billing role, ended');
  await page.getByLabel('Billing: until').fill(dayFromNow(10));
  await page.keyboard.press('Escape');
  await expectCleanInBoth(page);
});

test('S4.07 a single right is given until a day, and the review names the day', async ({ page }) => {
  await openTab(page, 'Farrow, Lena', 'Rights');
  await page.getByRole('checkbox', { name: 'Claims: View', exact: true }).check();
  await page.getByRole('button', { name: 'Dates… of the rights added for this user' }).click();
  await page.getByLabel('Claims: View: until').fill('2031-12-24');
  await expect(
    page.getByRole('grid', { name: 'Rights by data area' }).getByRole('row', { name: /^Claims/ }),
  ).toContainText('this user, until Dec 24, 2031');
  await expectCleanInBoth(page);
  const sheet = await review(page, 'Farrow, Lena');
  await expect(sheet).toContainText('Dates of Claims: View: always → until Dec 24, 2031');
  await sheet.getByLabel('Reason').fill('Helps with billing until Christmas.');
  await sheet.getByRole('button', { name: 'Save the change' }).click();
  await expect(page.getByText('No unsaved changes')).toBeVisible();
  await expect(page.getByText('1 right is added for this user; 1 with dates.')).toBeVisible();
});

test('S1.23 the role Patient stands alone with one record, and what is missing stands at the field', async ({
  page,
}) => {
  await openTab(page, 'Archer, Lena', 'Rights');
  await expect(page.getByRole('combobox', { name: 'Patient record of this login' })).toHaveValue(/Archer/);
  await openTab(page, 'Farrow, Lena', 'Rights');
  await page.getByRole('combobox', { name: 'Roles' }).click();
  await page.getByRole('option', { name: /^Patient/ }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Take every other role and single right away', { exact: false })).toBeVisible();
  await expect(page.getByText('Choose the patient.')).toBeVisible();
  await expectCleanInBoth(page);
});
