// Security > Users: the list, the editor, adding, copying, and the acts on a login.
import type { Page } from '@playwright/test';
import type { CallInput, Output, ProcedureName } from '../../shared/catalogue/procedures.ts';
import { expectClean } from './expectClean.ts';
import { expect, PASSWORD, signIn, test } from './practice.ts';

test.use({
  prepare: {
    more: async ({ addUser }) => {
      await addUser('lortiz', 'Ortiz');
      await addUser('rpatel', 'Patel', { roleIds: ['provider'], scope: { kind: 'selected', providerIds: [] } });
      await addUser('frontdesk', 'Desk', { roleIds: ['front-desk'] });
    },
  },
});

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await signIn(page);
  await expect(page.getByRole('grid', { name: 'Users' })).toBeVisible();
});

async function openUser(page: Page, name: string): Promise<void> {
  await page.getByRole('gridcell', { name }).click();
  await expect(page.getByRole('heading', { name: `Edit User Info and Rights — ${name}` })).toBeVisible();
}

async function giveReason(page: Page, button: string, reason = 'Asked for by the owner.'): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name: button }).click();
}

/** Calls a procedure as the page itself would. */
async function call<N extends ProcedureName>(page: Page, name: N, input: CallInput<N>): Promise<Output<N>> {
  const reply = await page.evaluate(([asked, given]) => Reflect.get(window, 'keyward').call(asked, given), [
    name,
    input,
  ] as readonly [string, unknown]);
  return (reply as { value: Output<N> }).value;
}

test('S5.01 the list is found by search, status and role, and says how many match', async ({ page }) => {
  const grid = page.getByRole('grid', { name: 'Users' });
  await expect(page.getByText('Showing 4 of 4')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Needs attention' })).toContainText('Desk, Lena looks shared');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('ortiz');
  await expect(page.getByText('Showing 1 of 1')).toBeVisible();
  await expect(grid.getByRole('gridcell', { name: 'Ortiz, Lena' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Role' }).click();
  await page.getByRole('option', { name: 'Provider', exact: true }).click();
  await expect(page.getByText('Showing 1 of 1')).toBeVisible();
  await expect(grid.getByRole('gridcell', { name: 'Patel, Lena' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Role' }).click();
  await page.getByRole('option', { name: 'All roles' }).click();
  await page.getByText('Disabled', { exact: true }).click();
  await expect(page.getByText('No disabled users')).toBeVisible();
  await expectClean(page);
});

test('the grid is one tab stop and everything in it works by keyboard', async ({ page }) => {
  const grid = page.getByRole('grid', { name: 'Users' });
  await grid.focus();
  await page.keyboard.press('ArrowUp');
  await expect(grid).toHaveAttribute('aria-activedescendant', /-h-1$/);
  await page.keyboard.press('Enter');
  await expect(grid.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+End');
  await expect(grid.getByRole('row', { selected: true })).toContainText('Whitfield, Dana');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Edit User Info and Rights — Desk, Lena' })).toBeVisible();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: /Disable/ })).toBeVisible();
  await expectClean(page);
  await page.keyboard.press('Escape');
  await expect(grid).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('dialog', { name: 'Disable Lena Desk' })).toContainText('records');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('S5.05 a user is added with a one-time code and appears in the list', async ({ page }) => {
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'Add a user' });
  await dialog.getByRole('button', { name: 'Add user' }).click();
  await expect(dialog.getByText('Fill this in.').first()).toBeVisible();
  await dialog.getByLabel('Last name').fill('Okafor');
  await dialog.getByLabel('First name').fill('Ben');
  await expect(dialog.getByLabel('Login ID')).toHaveValue('bokafor');
  await dialog.getByRole('combobox', { name: 'Roles' }).click();
  await page.getByRole('option', { name: 'Front desk' }).click();
  await page.keyboard.press('Tab');
  await expectClean(page);
  await dialog.getByRole('button', { name: 'Add user' }).click();
  const slip = page.getByRole('dialog', { name: 'Activation code for Okafor, Ben' });
  await expect(slip.getByLabel('Activation code')).toHaveText(/[A-Z0-9]{4}-/);
  await slip.getByRole('button', { name: 'I have written it down' }).click();
  await expect(page.getByRole('heading', { name: 'Edit User Info and Rights — Okafor, Ben' })).toBeVisible();
  await expect(page.getByRole('row', { name: /Okafor, Ben.*Invited/ })).toBeVisible();
});

test('S5.05 a login ID that was taken is refused beside what was typed', async ({ page }) => {
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'Add a user' });
  await dialog.getByLabel('Last name').fill('Ortiz');
  await dialog.getByLabel('First name').fill('Lea');
  await dialog.getByRole('button', { name: 'Add user' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expect(dialog.getByLabel('Last name')).toHaveValue('Ortiz');
});

test('copying a user shows what is copied and what never is', async ({ page }) => {
  await openUser(page, 'Patel, Lena');
  await page.getByRole('button', { name: 'Copy…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Copy Patel, Lena' });
  await expect(dialog).toContainText('Copied: Provider; 0 selected providers.');
  await expect(dialog).toContainText('Not copied: password and contact data.');
  await dialog.getByLabel('Last name').fill('Kim');
  await dialog.getByLabel('First name').fill('Ana');
  await dialog.getByRole('button', { name: 'Add user' }).click();
  await page.getByRole('button', { name: 'I have written it down' }).click();
  await expect(page.getByRole('heading', { name: 'Edit User Info and Rights — Kim, Ana' })).toBeVisible();
  await expect(page.getByRole('row', { name: /Kim, Ana.*Provider/ })).toBeVisible();
});

test('S2.10 S2.12 S5.10 S2.11 disabling, enabling, locking out, unlocking and deleting say what stays', async ({
  page,
}) => {
  await openUser(page, 'Ortiz, Lena');
  await page.getByRole('button', { name: 'Lock out…' }).click();
  await giveReason(page, 'Lock out Lena Ortiz');
  await expect(page.getByText('Active, locked out')).toBeVisible();
  await page.getByRole('button', { name: 'Unlock…' }).click();
  await giveReason(page, 'Unlock Lena Ortiz');
  await expect(page.getByRole('button', { name: 'Lock out…' })).toBeVisible();
  await page.getByRole('button', { name: 'New activation code…' }).click();
  await giveReason(page, 'Make the code');
  await page.getByRole('button', { name: 'I have written it down' }).click();
  await page.getByRole('button', { name: 'Disable…' }).click();
  await expect(page.getByRole('dialog')).toContainText('entries in the activity log remain');
  await giveReason(page, 'Disable Lena Ortiz');
  await page.getByRole('button', { name: 'Enable…' }).click();
  await giveReason(page, 'Enable Lena Ortiz');
  await page.getByRole('button', { name: 'I have written it down' }).click();
  await page.getByRole('button', { name: 'Delete…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete Lena Ortiz' }).click();
  await expect(page.getByText('Write why. It stands in the activity log.')).toBeVisible();
  await giveReason(page, 'Delete Lena Ortiz');
  await expect(page.getByRole('heading', { name: /Edit User Info/ })).toBeHidden();
  await expect(page.getByRole('gridcell', { name: 'Ortiz, Lena' })).toBeHidden();
});

test('S5.08 the last Super User cannot be disabled, and the refusal says so in words', async ({ page }) => {
  await openUser(page, 'Whitfield, Dana');
  await expect(page.getByText('Super User: every right, all providers.')).toBeVisible();
  await page.getByRole('button', { name: 'Disable…' }).click();
  await giveReason(page, 'Disable Dana Whitfield');
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText(/Super User/);
});

test('a change made meanwhile by somebody else keeps what was typed and says what to do', async ({ page }) => {
  await openUser(page, 'Ortiz, Lena');
  await page.getByLabel('Phone').fill('617 555 0100');
  const filter = { search: 'lortiz', status: 'all', roleId: null, permission: null } as const;
  const { rows } = await call(page, 'user.find', { ...filter, sort: 'name', isDescending: false, offset: 0, limit: 1 });
  const userId = rows[0]?.userId ?? '';
  const { version, info, roleIds, exceptions, scope } = await call(page, 'user.read', { userId });
  const theirs = { ...info, middleInitial: 'Q' };
  await call(page, 'user.update', { userId, version, info: theirs, roleIds, exceptions, scope, reason: '' });
  await page.keyboard.press('Control+s');
  await expect(page.getByText('What you typed is still here.', { exact: false })).toBeVisible();
  await expect(page.getByLabel('Phone')).toHaveValue('617 555 0100');
  await page.getByRole('button', { name: 'Load the newest state' }).click();
  await expect(page.getByLabel('Middle initial')).toHaveValue('Q');
  await expect(page.getByLabel('Phone')).toHaveValue('617 555 0100');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('No unsaved changes')).toBeVisible();
});

test('leaving with unsaved changes asks first', async ({ page }) => {
  await openUser(page, 'Ortiz, Lena');
  await page.getByLabel('Phone').fill('617 555 0100');
  await page.getByRole('gridcell', { name: 'Patel, Lena' }).click();
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });
  await expectClean(page);
  await question.getByText('Stay and keep editing').click();
  await expect(page.getByLabel('Phone')).toHaveValue('617 555 0100');
  await page.keyboard.press('Control+2');
  await question.getByText('Leave without saving', { exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Roles', exact: true })).toBeVisible();
});

test('S2.41 a lock loses nothing that was typed', async ({ page }) => {
  await openUser(page, 'Ortiz, Lena');
  await page.getByLabel('Phone').fill('617 555 0100');
  await page.waitForTimeout(1_200);
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('button', { name: /^Unlock as/ }).click();
  await expect(page.getByLabel('Phone')).toHaveValue('617 555 0100');
  await expect(page.getByText(/^Unsaved changes/)).toBeVisible();
});

test('the screen is clean in light and dark, and usable at 200 % zoom', async ({ page }) => {
  await openUser(page, 'Ortiz, Lena');
  await expectClean(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page);
  await page.setViewportSize({ width: 683, height: 384 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false);
  await page.getByRole('button', { name: 'Back to users' }).click();
  await expect(page.getByRole('grid', { name: 'Users' })).toBeVisible();
});
