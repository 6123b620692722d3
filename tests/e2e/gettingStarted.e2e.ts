// Security > Getting started: from the strip on the Users page through the items to putting the checklist away.
import type { Page } from '@playwright/test';
import { expectClean } from './expectClean.ts';
import { expect, PASSWORD, PROVIDERS_CSV, signIn, test } from './practice.ts';

const item = (page: Page, title: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) });

test.use({
  prepare: {
    more: async ({ must, addUser, importCsv }) => {
      await must('checklist.chooseOfficeSize', { officeSize: 'small' });
      await importCsv('provider', PROVIDERS_CSV);
      await addUser('lortiz', 'Ortiz', { roleIds: ['front-desk', 'billing'] });
      const userId = await addUser('jkim', 'Kim', { roleIds: [] });
      const { version } = await must('user.read', { userId });
      const about = { userId, version, reason: 'Looks after logins.', password: PASSWORD };
      await must('user.setAccessSecurity', { ...about, hasAccessSecurity: true });
    },
  },
});
test.beforeEach(async ({ page }) => page.setViewportSize({ width: 1366, height: 768 }));

test('S1.30 the first page leads to the checklist, whose items follow the data and link to their screens', async ({
  page,
}) => {
  await signIn(page);
  const strip = page.getByRole('region', { name: 'Getting started' });
  await expect(strip).toContainText('3 of 8 done');
  await expectClean(page);
  await strip.getByRole('button', { name: 'Open the checklist' }).click();
  await expect(page.getByRole('heading', { name: 'Getting started', exact: true })).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '3 of 8 done');
  await expect(item(page, 'Bring in the providers')).toContainText('Done');
  await expect(item(page, 'Fill the usual roles')).toContainText('Nobody holds Provider, Medical Care Staff yet.');
  await expectClean(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page);

  await page.getByRole('button', { name: 'Provider is not needed' }).click();
  await page.getByRole('button', { name: 'Medical Care Staff is not needed' }).click();
  await expect(item(page, 'Fill the usual roles')).toContainText('Done');
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '4 of 8 done');
  await item(page, 'Bring in the patients').getByRole('button', { name: 'Import patients' }).click();
  await expect(page.getByRole('heading', { name: 'Import' })).toBeVisible();
});

test('S2.31 the size chosen orders the roles when a user is added, and another size is one click away', async ({
  page,
}) => {
  await signIn(page);
  await page.getByRole('button', { name: 'Add user' }).click();
  await page.getByRole('dialog').getByRole('combobox', { name: 'Roles' }).click();
  const options = page.getByRole('option');
  await expect(options.first()).toHaveText('Medical Care Staff');
  await expect(page.getByText('Usual in an office of this size')).toBeVisible();
  await expect(page.getByText('More roles')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'Open the checklist' }).click();
  await page.getByRole('button', { name: 'Change the office size…' }).click();
  await page.getByRole('radio', { name: /^Large or multi-site/ }).click();
  await expectClean(page);
  await page.getByRole('button', { name: 'Use this size' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Privacy Officer is not needed' })).toBeVisible();
});

test('S1.30 put away, it leaves the menu and the first page until somebody brings it back', async ({ page }) => {
  await signIn(page);
  await page.getByRole('menuitem', { name: 'Security' }).click();
  await page.getByRole('menuitem', { name: 'Getting started' }).click();
  await page.getByRole('button', { name: 'Put the checklist away' }).click();
  await expect(page.getByText(/Whitfield, Dana put the checklist away/)).toBeVisible();
  await expectClean(page);
  await page.getByRole('menuitem', { name: 'Security' }).click();
  await expect(page.getByRole('menuitem', { name: 'Roles' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Getting started' })).toBeHidden();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(page.getByRole('button', { name: 'Put the checklist away' })).toBeVisible();
});

test('S1.30 Access Security follows the checklist without what it may not do; the front desk sees none of it', async ({
  page,
}) => {
  await signIn(page, 'jkim');
  await page.getByRole('button', { name: 'Open the checklist' }).click();
  await expect(item(page, 'Bring in the patients')).toContainText('Needs “Import records”');
  await expect(page.getByRole('button', { name: 'Change the office size…' })).toBeHidden();
  await page.getByRole('menuitem', { name: 'File' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await signIn(page, 'lortiz');
  await page.getByRole('menuitem', { name: 'Security' }).click();
  await expect(page.getByRole('menuitem', { name: 'Users' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Getting started' })).toBeHidden();
});
