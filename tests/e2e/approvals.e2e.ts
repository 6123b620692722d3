// Settings > a second person approves; Security > Approvals: asked for by one, approved by another, both named.
import type { Page } from '@playwright/test';
import { expectClean } from './expectClean.ts';
import { expect, PASSWORD, type Preparation, signIn, test } from './practice.ts';

const REASON = 'Asked by the owner.';
const secondSuperUser = async ({ must, addUser }: Preparation) => {
  const userId = await addUser('bmoss', 'Moss', { roleIds: [] });
  await addUser('lortiz', 'Ortiz', { roleIds: ['front-desk'] });
  const { version } = await must('user.read', { userId });
  await must('user.setSuperUser', { userId, version, reason: REASON, isSuperUser: true, password: PASSWORD });
  const { roleId } = await must('role.create', {
    kind: 'custom',
    fields: {
      name: 'Evening desk',
      purpose: 'Checks patients in after five.',
      parentId: null,
      policyIds: [],
      taskIds: [],
      permissions: ['patient:read', 'schedule:read'],
    },
    copiedFromRoleId: null,
    confirmsWidening: false,
    reason: REASON,
  });
  await addUser('dhale', 'Hale', { roleIds: [roleId] });
  const who = { kind: 'role' as const, id: roleId };
  await must('expectation.create', { fields: { who, isMust: false, act: 'claim.find', about: { kind: 'any' } } });
};

const rule = (page: Page) => page.getByRole('region', { name: 'A second person approves changes of rights' });
const open = async (page: Page, item: string) => {
  await page.getByRole('menubar').getByRole('menuitem', { name: 'Security', exact: true }).click();
  // Some items name their keys after them.
  await page.getByRole('menuitem', { name: new RegExp(`^${item}`) }).click();
  await expect(page.getByRole('heading', { name: item, exact: true, level: 1 })).toBeVisible();
};
const switchOn = async (page: Page) => {
  await open(page, 'Settings');
  await rule(page).getByRole('button', { name: 'Switch on…' }).click();
  const dialog = page.getByRole('dialog', { name: 'A second person approves changes of rights' });
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('There are two of us now.');
  await dialog.getByRole('textbox', { name: 'Your password' }).fill(PASSWORD);
  await expectClean(page);
  await dialog.getByRole('button', { name: 'Switch it on' }).click();
  return dialog;
};

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await signIn(page);
});

test('S1.06 the only Super User cannot switch it on, and reads why', async ({ page }) => {
  const dialog = await switchOn(page);
  await expect(dialog.getByRole('alert')).toContainText('You are the only Super User who can sign in');
  await expectClean(page);
});

test.describe('with two Super Users', () => {
  test.use({ prepare: { more: secondSuperUser } });

  test('S1.06 changes of a role and of a person wait, and another Super User decides them', async ({ page }) => {
    await switchOn(page);
    await expect(rule(page).getByText('A second person approves changes of rights: on')).toBeVisible();
    await open(page, 'Approvals');
    await expect(page.getByText('Nothing waits for approval')).toBeVisible();
    await expectClean(page);

    await open(page, 'Roles');
    await page.getByRole('grid', { name: 'Roles' }).getByRole('button', { name: 'Evening desk' }).click();
    await page.getByRole('button', { name: 'Change…' }).click();
    await page.getByRole('checkbox', { name: 'Claims: View', exact: true }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    const review = page.getByRole('dialog', { name: 'Review the change of Evening desk' });
    await review.getByRole('textbox', { name: 'Reason' }).fill('The desk answers payers.');
    await review.getByRole('button', { name: 'Save the change' }).click();
    await expect(page.getByText('A change waits for a second person')).toBeVisible();
    await expectClean(page);

    await open(page, 'Users');
    await page.getByRole('grid', { name: 'Users' }).getByText('Ortiz, Lena').dblclick();
    await page.getByRole('tab', { name: 'Rights' }).click();
    await page.getByRole('checkbox', { name: 'Claims: View', exact: true }).click();
    await page.keyboard.press('Control+s');
    const sheet = page.getByRole('dialog', { name: /Review the change/ });
    await expect(sheet.getByText('It counts once a second person has approved it')).toBeVisible();
    await sheet.getByRole('textbox', { name: 'Reason' }).fill('Helps with claims.');
    await expectClean(page);
    await sheet.getByRole('button', { name: 'Ask for approval' }).click();
    await expect(sheet).toBeHidden();

    await open(page, 'Approvals');
    await expect(page.getByText('2 changes wait for a second person.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Approve…' })).toHaveCount(0);
    await expectClean(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectClean(page);
    await page.emulateMedia({ colorScheme: 'light' });

    await page.getByRole('menubar').getByRole('menuitem', { name: 'File' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await signIn(page, 'bmoss');
    await open(page, 'Approvals');
    const role = page.getByRole('region', { name: 'Change of Evening desk' });
    await role.getByRole('button', { name: 'Approve…' }).click();
    const approve = page.getByRole('dialog', { name: 'Approve the change of Evening desk' });
    await expect(approve.getByRole('alert')).toContainText(
      'Everybody with the role “Evening desk” must not look at the list of claims.',
    );
    await approve.getByRole('textbox', { name: 'Remark' }).fill('Talked it over.');
    await expectClean(page);
    await approve.getByRole('button', { name: 'Approve the change' }).click();
    await expect(role).toBeHidden();
    const person = page.getByRole('region', { name: 'Change of Ortiz, Lena' });
    await person.getByRole('button', { name: 'Turn down…' }).click();
    const reject = page.getByRole('dialog', { name: 'Turn down the change of Ortiz, Lena' });
    await reject.getByRole('textbox', { name: 'Reason' }).fill('Not before the training.');
    await reject.getByRole('button', { name: 'Turn the change down' }).click();
    const decided = page.getByRole('table', { name: 'Changes decided before' });
    await expect(decided).toContainText('Approved by Moss, Lena');
    await expect(decided).toContainText('Turned down by Moss, Lena');
    await expectClean(page);

    await open(page, 'Roles');
    await page.getByRole('grid', { name: 'Roles' }).getByRole('button', { name: 'Evening desk' }).click();
    await page.getByRole('button', { name: 'Show the versions' }).click();
    await expect(page.getByText('approved by Moss, Lena')).toBeVisible();
    await expectClean(page);

    await open(page, 'Settings');
    await rule(page).getByRole('button', { name: 'Switch off…' }).click();
    const off = page.getByRole('dialog', { name: 'A second person approves changes of rights' });
    await off.getByRole('textbox', { name: 'Reason' }).fill('Too slow.');
    await off.getByRole('textbox', { name: 'Your password' }).fill(PASSWORD);
    await off.getByRole('button', { name: 'Switch it off' }).click();
    await expect(rule(page).getByText('on, to be switched off')).toBeVisible();
    await expectClean(page);
  });
});
