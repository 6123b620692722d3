// The list of users: chips, views, columns, people by right, export, print, and acts on several people at once.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectClean } from './expectClean.ts';
import { call, expect, test } from './peoplePractice.ts';
import { signIn } from './practice.ts';

test.use({
  prepare: {
    more: async ({ addUser }) => {
      await addUser('lortiz', 'Ortiz', { roleIds: ['billing'] });
      await addUser('rpatel', 'Patel', { roleIds: ['provider'] });
      await addUser('bbrook', 'Brook', { roleIds: ['front-desk'] });
    },
  },
});

test.beforeEach(async ({ page }) => {
  await signIn(page);
  await expect(page.getByText('Showing 4 of 4')).toBeVisible();
});

const grid = (page: Page) => page.getByRole('grid', { name: 'Users' });
const bar = (page: Page) => page.getByRole('region', { name: 'Selected people' });
const choose = (page: Page, name: string) => grid(page).getByRole('checkbox', { name: `Choose ${name}` });

test('S5.01 people are found by what they can do; chips say what narrows the list and take it away', async ({
  page,
}) => {
  await page.getByRole('combobox', { name: 'Right' }).click();
  await page.keyboard.type('edit claims');
  await expectClean(page);
  await page.getByRole('option', { name: 'Can edit claims' }).click();
  await expect(page.getByText('Showing 2 of 2')).toBeVisible();
  await page.getByRole('combobox', { name: 'Role' }).click();
  await page.getByRole('option', { name: 'Billing', exact: true }).click();
  await expect(page.getByText('Showing 1 of 1')).toBeVisible();
  const chips = page.getByRole('group', { name: 'Filters in force' });
  await expect(chips).toContainText('Role = Billing');
  await expect(chips).toContainText('Can edit claims');
  expect(page.url()).toContain('permission=claim');
  await expectClean(page);
  await page.getByRole('button', { name: 'Remove the filter Can edit claims' }).click();
  await expect(chips).not.toContainText('Can edit claims');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('nobody');
  await expect(page.getByText('Nobody matches')).toBeVisible();
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(page.getByText('Showing 4 of 4')).toBeVisible();
  await expect(chips).toBeHidden();
  await expect(page.getByRole('searchbox', { name: 'Search name, login or role' })).toHaveValue('');
});

test('S2.37 filters are saved as a view, chosen and deleted', async ({ page }) => {
  const view = page.getByRole('combobox', { name: 'View', exact: true });
  await page.getByRole('radiogroup', { name: 'Status' }).getByText('All').click();
  await page.getByRole('button', { name: 'Save as view…' }).click();
  await page.getByRole('dialog', { name: 'Save the filters as a view' }).getByLabel('Name').fill('Everybody');
  await page.keyboard.press('Enter');
  await expect(view).toHaveValue('Everybody');
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(view).toHaveValue('');
  await view.click();
  await page.getByRole('option', { name: 'Everybody' }).click();
  await expect(page.getByText('Status = All')).toBeVisible();
  await expectClean(page);
  await page.getByRole('button', { name: 'Delete view' }).click();
  await expect(page.getByText('The view “Everybody” is deleted.')).toBeVisible();
});

test('the columns a person chose come back at their next sign-in, and theirs alone', async ({ page }) => {
  await page.getByRole('button', { name: 'Columns' }).focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('menu', { name: 'Columns' });
  await expect(menu.getByRole('menuitemcheckbox', { name: 'Name' })).toBeDisabled();
  await menu.getByRole('menuitemcheckbox', { name: 'Created' }).click();
  await menu.getByRole('menuitemcheckbox', { name: 'Providers' }).click();
  await expectClean(page);
  await page.keyboard.press('Escape');
  await expect(grid(page).getByRole('columnheader', { name: 'Created' })).toBeVisible();
  await expect(grid(page).getByRole('columnheader', { name: 'Providers' })).toHaveCount(0);
  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: /Switch user|Sign in as somebody else/ }).click();
  await signIn(page);
  await expect(grid(page).getByRole('columnheader', { name: 'Created' })).toBeVisible();
  await expect(grid(page).getByRole('columnheader', { name: 'Providers' })).toHaveCount(0);
});

test('a column is moved by the keys and by its heading, and stays there at the next sign-in', async ({ page }) => {
  const heads = () => grid(page).getByRole('columnheader').allTextContents();
  const before = ['', 'Name', 'Login ID', 'Role', 'Providers', 'Last sign-in', 'Status'];
  await expect.poll(heads).toEqual(before);
  await grid(page).focus();
  for (const key of ['Control+Home', 'ArrowUp', 'ArrowRight', 'ArrowRight', 'Control+Shift+ArrowRight'])
    await page.keyboard.press(key);
  await expect.poll(heads).toEqual(['', 'Name', 'Role', 'Login ID', 'Providers', 'Last sign-in', 'Status']);
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await expect.poll(heads).toEqual(before);
  const head = (name: string) => grid(page).getByRole('columnheader', { name, exact: true });
  await head('Status').dragTo(head('Login ID'));
  const moved = ['', 'Name', 'Status', 'Login ID', 'Role', 'Providers', 'Last sign-in'];
  await expect.poll(heads).toEqual(moved);
  await page.keyboard.press('Control+l');
  await page.getByRole('button', { name: /Switch user|Sign in as somebody else/ }).click();
  await signIn(page);
  await expect.poll(heads).toEqual(moved);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('menuitem', { name: 'Show the usual columns' }).click();
  await expect.poll(heads).toEqual(before);
});

test('S2.25 the list is exported with the chosen rows and columns, for a purpose', async ({
  page,
  files,
  answerDialogs,
}) => {
  answerDialogs({ save: [join(files, 'users.csv')] });
  await choose(page, 'Ortiz, Lena').click();
  await choose(page, 'Patel, Lena').click();
  await bar(page).getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export the list of users' });
  await expect(dialog.getByRole('radio', { name: '2 people selected' })).toBeChecked();
  await dialog.getByRole('checkbox', { name: 'Last sign-in' }).click();
  await expectClean(page);
  await dialog.getByRole('button', { name: 'Choose file and export…' }).click();
  await expect(dialog.getByText('Choose what the export is for.')).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Purpose' }).click();
  await page.getByRole('option', { name: 'Annual HIPAA audit' }).click();
  await dialog.getByRole('button', { name: 'Choose file and export…' }).click();
  await expect(dialog.getByText('The export is written')).toBeVisible();
  await expectClean(page);
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  expect(readFileSync(join(files, 'users.csv'), 'utf8')).toBe(
    '\uFEFF"Name","Login ID","Role","Providers","Status"\r\n' +
      '"Ortiz, Lena","lortiz","Billing","All","Active"\r\n"Patel, Lena","rpatel","Provider","All","Active"\r\n',
  );
  await page.keyboard.press('Control+e');
  await expect(dialog.getByRole('radio', { name: 'All 4 that match the filters' })).toBeChecked();
});

test('the menu of a row exports that person, and a second export does not open over the first', async ({ page }) => {
  await grid(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Export CSV…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export the list of users' });
  await expect(dialog.getByRole('radio', { name: '1 person selected' })).toBeChecked();
  await page.keyboard.press('Control+e');
  await expect(dialog).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('the list and the log are printed with their keys', async ({ page }) => {
  await page.keyboard.press('Control+p');
  await expect(page.getByText('A list of 4 people was sent to the printer.')).toBeVisible();
  await page.keyboard.press('Control+4');
  await expect(page.getByText('Nobody can edit or delete here', { exact: false })).toBeVisible();
  await page.keyboard.press('Control+p');
  await expect(page.getByText(/entries were sent to the printer\./)).toBeVisible();
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect(page.getByRole('button', { name: /printed the list of users \(4\)/ })).toBeVisible();
});

test('S5.08 one refused person hides none of the others: the summary names who was disabled and who not, and why', async ({
  page,
}) => {
  await choose(page, 'Brook, Lena').click();
  await choose(page, 'Whitfield, Dana').click({ modifiers: ['Shift'] });
  await expect(page.getByText('4 selected:')).toBeVisible();
  await choose(page, 'Ortiz, Lena').click();
  await expect(page.getByText('3 selected:')).toBeVisible();
  await expectClean(page);
  await bar(page).getByRole('button', { name: 'Disable…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Disable 3 people' });
  await expect(dialog).toContainText('Brook, Lena; Patel, Lena; Whitfield, Dana');
  await dialog.getByRole('button', { name: 'Disable 3 people' }).click();
  await expect(dialog.getByText('Write why.', { exact: false })).toBeVisible();
  await dialog.getByLabel('Reason').fill('The branch is closed.');
  await dialog.getByRole('button', { name: 'Disable 3 people' }).click();
  await expect(dialog.getByText('2 of 3 people were disabled.')).toBeVisible();
  await expect(dialog.getByRole('listitem')).toContainText(/Whitfield, Dana: .*Super User/);
  await expectClean(page);
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(grid(page)).toBeFocused();
  await expect(bar(page)).toBeHidden();
  await expect(page.getByText('Showing 2 of 2')).toBeVisible();
  const filter = { search: '', status: 'disabled', roleId: null, permission: null } as const;
  const order = { sort: 'name', isDescending: false, offset: 0, limit: 10 } as const;
  expect((await call(page, 'user.find', { ...filter, ...order })).rows.map(({ loginId }) => loginId)).toEqual([
    'bbrook',
    'rpatel',
  ]);
});

test('several people get a role or a code by keyboard alone', async ({ page }) => {
  await grid(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Space');
  await expect(page.getByText('1 selected:')).toBeVisible();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('2 selected:')).toBeVisible();
  await page.keyboard.press('Control+a');
  await expect(page.getByText('4 selected:')).toBeVisible();
  await page.keyboard.press('Control+a');
  await expect(bar(page)).toBeHidden();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('2 selected:')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(bar(page).getByRole('button', { name: 'Add role…' })).toBeFocused();
  await page.keyboard.press('Enter');
  const roleDialog = page.getByRole('dialog', { name: 'Add a role to 2 people' });
  await expect(roleDialog.getByRole('combobox', { name: 'Role' })).toBeFocused();
  await page.keyboard.type('Billing');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Cover for December.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(roleDialog.getByText('1 of 2 people was given the role.')).toBeVisible();
  await expect(roleDialog.getByText('has the role already')).toBeVisible();
  await expect(roleDialog.getByRole('button', { name: 'Close', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(grid(page)).toBeFocused();
  await expect(grid(page).getByRole('row', { name: /Brook, Lena/ })).toContainText('Billing');
});

test('requiring a new password gives each person a code of their own, shown once', async ({ page }) => {
  await choose(page, 'Ortiz, Lena').click();
  await choose(page, 'Patel, Lena').click();
  await bar(page).getByRole('button', { name: 'Require new password…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Require a new password from 2 people' });
  await dialog.getByLabel('Reason').fill('Seen over a shoulder.');
  await dialog.getByRole('button', { name: 'Make 2 codes' }).click();
  await expect(dialog.getByLabel('Activation code for Ortiz, Lena')).toHaveText(/[A-Z0-9]{4}-/);
  await expect(dialog.getByLabel('Activation code for Patel, Lena')).toHaveText(/[A-Z0-9]{4}-/);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  await expectClean(page);
  await dialog.getByRole('button', { name: 'I have written them down' }).click();
  await expect(grid(page).getByRole('row', { name: /Ortiz, Lena.*Invited/ })).toBeVisible();
});
