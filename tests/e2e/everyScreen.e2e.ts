// Every screen under forced colours and at 200 % zoom, from the first run to the last dialog.
import type { Page } from '@playwright/test';
import { SCREENS } from '../../renderer/app/screens.ts';
import { expectReadable } from './expectReadable.ts';
import { test as bare, expect } from './fixtures.ts';
import { addPeople, test } from './peoplePractice.ts';
import { OWNER_LOGIN, PASSWORD, signIn } from './practice.ts';

test.use({ prepare: { more: addPeople } });
test.setTimeout(300_000);

bare('every step of the first run is readable with forced colours and at 200 % zoom', async ({ page }) => {
  bare.setTimeout(300_000);
  await page.setViewportSize({ width: 1366, height: 768 });
  const next = (name = 'Next') => page.getByRole('button', { name, exact: true }).click();
  const step = async (heading: string) => {
    await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
    await expectReadable(page, heading);
  };
  await step('Set up your practice');
  await next('Begin');
  await page.getByLabel('Name of the practice').fill('Maple Street Family Medicine');
  await expectReadable(page, 'the practice');
  await next();
  await page.getByLabel('Last name').fill('Whitfield');
  await page.getByLabel('First name').fill('Dana');
  await page.getByRole('textbox', { name: 'New password', exact: true }).fill(PASSWORD);
  await page.getByRole('textbox', { name: 'New password again' }).fill(PASSWORD);
  await expectReadable(page, 'yourself');
  await next('Create the practice');
  await step('Recovery sheet');
  const code = ((await page.getByLabel('Recovery code', { exact: true }).textContent()) ?? '').trim().split('-');
  await next('I wrote it down by hand');
  await expectReadable(page, 'the proof of the recovery sheet');
  for (const [at, text] of code.entries()) {
    const box = page.getByRole('textbox', { name: `Group ${at + 1}` });
    if (await box.isVisible()) await box.fill(text);
  }
  await next();
  await step('Second Super User');
  await page.getByRole('radio', { name: 'Nobody yet', exact: false }).check();
  await page.getByLabel('Reason').fill('The owner works alone.');
  await next();
  await step('Safety');
  await next('Use these rules');
  await step('Roles');
  await next();
  await page.getByRole('radio', { name: 'Later' }).check();
  await expectReadable(page, 'people');
  await next();
  await expect(page.getByRole('button', { name: 'Finish and open Users' })).toBeVisible();
  await expectReadable(page, 'the end of the set-up');
});

test('every page before signing in is readable with forced colours and at 200 % zoom', async ({ page }) => {
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expectReadable(page, 'sign-in');
  await page.getByLabel('Login ID').fill(OWNER_LOGIN);
  await page.getByRole('textbox', { name: 'Password' }).fill('not the password');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await expectReadable(page, 'a refused sign-in');
  await page.getByRole('button', { name: 'I have an activation code' }).click();
  await expectReadable(page, 'activation code');
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'Use the recovery code' }).click();
  await expectReadable(page, 'recovery code');
  await page.getByRole('button', { name: 'Back' }).click();
  await signIn(page);
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expectReadable(page, 'locked');
});

test('every screen of the menus is readable with forced colours and at 200 % zoom', async ({ page }) => {
  await signIn(page);
  for (const { path, title } of SCREENS) {
    await goTo(page, path, title);
    await expectReadable(page, title);
  }
  for (const menu of await page.getByRole('menubar').getByRole('menuitem').all()) {
    await menu.click();
    await expect(menu).toHaveAttribute('aria-expanded', 'true');
    await expectReadable(page, `the menu ${await menu.textContent()}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
  }
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible();
  await expectReadable(page, 'the help');
});

test('a record, an entry, a role and every tab and dialog of a user are readable with forced colours and at 200 % zoom', async ({
  page,
}) => {
  await signIn(page);
  const closed = () => expect(page.getByRole('dialog')).toBeHidden();
  await goTo(page, '/users', 'Users');
  await page.getByRole('gridcell', { name: 'Ortiz, Lena' }).click();
  await expect(page.getByRole('heading', { name: 'Edit User Info and Rights — Ortiz, Lena' })).toBeVisible();
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await expectReadable(page, `the tab ${await tab.textContent()}`);
  }
  await page.getByRole('tab', { name: 'Rights' }).click();
  await page.getByRole('checkbox', { name: 'Super User', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectReadable(page, 'the password asked again');
  await page.keyboard.press('Escape');
  await closed();
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('dialog', { name: 'Add a user' })).toBeVisible();
  await expectReadable(page, 'add a user');
  await page.keyboard.press('Escape');
  await closed();
  await page.getByRole('grid', { name: 'Users' }).focus();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectReadable(page, 'a reason asked');
  await page.keyboard.press('Escape');
  await closed();

  await goTo(page, '/roles', 'Roles');
  await page
    .getByRole('row', { name: /Billing/ })
    .first()
    .click();
  await expectReadable(page, 'a role');
  await goTo(page, '/activity', 'Activity log');
  await page.getByRole('list', { name: 'Entries, newest first' }).getByRole('button').first().click();
  await expectReadable(page, 'an entry of the log');
  await page.keyboard.press('Control+e');
  await expect(page.getByRole('dialog', { name: 'Export the activity log' })).toBeVisible();
  await expectReadable(page, 'the export');
  await page.keyboard.press('Escape');
  await closed();
  await goTo(page, '/settings', 'Settings');
  await page.getByRole('button', { name: 'Make a new recovery sheet…' }).click();
  await expectReadable(page, 'a new recovery sheet');
  await page.keyboard.press('Escape');
  await closed();
  for (const [path, title] of [
    ['/patients', 'Patients'],
    ['/providers', 'Providers'],
  ] as const) {
    await goTo(page, path, title);
    await page.getByRole('grid', { name: title }).getByRole('gridcell').first().click();
    await expect(page.getByRole('region', { name: /^Open / })).toBeVisible();
    await expectReadable(page, `a record of ${title}`);
  }
});

async function goTo(page: Page, path: string, title: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#${path}`);
  await expect(page.getByRole('heading', { name: title, level: 1, exact: true })).toBeVisible();
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}
