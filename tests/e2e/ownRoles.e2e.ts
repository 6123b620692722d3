// Security > Roles: making, copying, changing and deleting roles of the practice's own.
import { expectClean } from './expectClean.ts';
import { call } from './peoplePractice.ts';
import { expect, signIn, test } from './practice.ts';

test.use({ prepare: { more: async ({ addUser }) => void (await addUser('lortiz', 'Ortiz')) } });

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await signIn(page);
  await page.keyboard.press('Control+2');
});

test('S2.26 S3.02 a role is made from its tasks, reviewed and added with the keyboard alone', async ({ page }) => {
  await page.getByRole('button', { name: 'Add role' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Name').focus();
  await page.keyboard.type('Evening desk');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Checks patients in after five.');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Checking');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Tick the rights of these tasks' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('checkbox', { name: 'Schedule: Edit Data' })).toBeChecked();
  await page.getByRole('checkbox', { name: 'Clinical notes: View', exact: true }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('status').filter({ hasText: 'Rights beyond the tasks' })).toContainText(
    'Clinical notes: View',
  );
  await expectClean(page);
  await page.getByRole('button', { name: 'Untick what goes beyond them' }).click();
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog', { name: 'Add Evening desk' });
  await expect(dialog).toContainText('Nobody holds it yet.');
  await dialog.getByRole('textbox', { name: 'Reason' }).focus();
  await page.keyboard.type('The desk is open in the evening now.');
  await expectClean(page);
  await dialog.getByRole('button', { name: 'Add Evening desk' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Evening desk' })).toBeVisible();
  await expect(page.getByText('role of this practice', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Show the versions' }).click();
  await expect(page.getByText('Version 1, Whitfield, Dana')).toBeVisible();
  await expectClean(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page);
});

test('P4 S2.64 S1.06 a copy is changed on a later day, taken back, narrowed under a parent, and deleted', async ({
  page,
}) => {
  const roles = page.getByRole('grid', { name: 'Roles' });
  await roles.getByRole('button', { name: 'Billing' }).click();
  await expect(page.getByRole('button', { name: 'Change…' })).toBeHidden();
  await page.getByRole('button', { name: 'Copy…' }).click();
  await page.getByLabel('Name').fill('Junior billing');
  await page.getByRole('combobox', { name: 'Takes its rights from' }).click();
  await page.getByRole('option', { name: 'Billing' }).click();
  await page.getByRole('checkbox', { name: 'Financial: Export' }).click();
  await page.getByRole('checkbox', { name: 'Clinical notes: View', exact: true }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  const adding = page.getByRole('dialog', { name: 'Add Junior billing' });
  await adding.getByRole('textbox', { name: 'Reason' }).fill('A trainee joined.');
  await adding.getByRole('button', { name: 'Add Junior billing' }).click();
  await expect(adding.getByRole('alert')).toContainText('more than its parent: Clinical notes: View');
  await expectClean(page);
  await adding.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('checkbox', { name: 'Clinical notes: View', exact: true }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await adding.getByRole('textbox', { name: 'Reason' }).fill('A trainee joined.');
  await adding.getByRole('button', { name: 'Add Junior billing' }).click();
  await expect(page.getByRole('heading', { name: 'Junior billing' })).toBeVisible();
  await expect(page.getByText('Takes its rights from: Billing')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Financial: Export' })).not.toBeChecked();

  await page.getByRole('button', { name: 'Change…' }).click();
  await page.getByRole('checkbox', { name: 'Reports: Export' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  const review = page.getByRole('dialog', { name: 'Review the change of Junior billing' });
  await review.getByRole('radio', { name: 'On a later day' }).click();
  await review.getByLabel('Day and time').fill('2099-01-04T08:00');
  await review.getByRole('textbox', { name: 'Reason' }).fill('From January on.');
  await expectClean(page);
  await review.getByRole('button', { name: 'Save the change' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'A change takes effect on' })).toContainText(
    'From January on.',
  );
  await expect(page.getByRole('button', { name: 'Change…' })).toBeDisabled();
  await expectClean(page);
  await page.getByRole('button', { name: 'Take this change back…' }).click();
  const back = page.getByRole('dialog', { name: 'Take back the change of Junior billing' });
  await back.getByRole('textbox', { name: 'Reason' }).fill('Not yet.');
  await back.getByRole('button', { name: 'Take the change back' }).click();
  await expect(page.getByRole('button', { name: 'Change…' })).toBeEnabled();

  await page.getByRole('button', { name: 'Delete…' }).click();
  const deleting = page.getByRole('dialog', { name: 'Delete Junior billing' });
  await deleting.getByRole('textbox', { name: 'Reason' }).fill('The trainee left.');
  await deleting.getByRole('button', { name: 'Delete Junior billing' }).click();
  await expect(roles.getByRole('button', { name: 'Junior billing' })).toHaveCount(0);
  await expectClean(page);
});

test('S2.26 an unsaved role is not lost by opening another one', async ({ page }) => {
  await page.getByRole('button', { name: 'Add policy' }).click();
  await page.getByLabel('Name').fill('Phones');
  await page.getByRole('grid', { name: 'Roles' }).getByRole('button', { name: 'Manager' }).click();
  await page.getByRole('button', { name: 'Stay and keep editing' }).last().click();
  await expect(page.getByLabel('Name')).toHaveValue('Phones');
});

test('S2.26 a role that somebody else changed meanwhile is not overwritten, and what was typed stays', async ({
  page,
}) => {
  const fields = {
    name: 'Evening desk',
    purpose: 'Checks patients in after five.',
    parentId: null,
    policyIds: [],
    taskIds: [],
    permissions: ['patient:read' as const],
  };
  const reason = 'The desk is open in the evening.';
  const confirmsWidening = false;
  const made = { kind: 'custom' as const, fields, copiedFromRoleId: null, confirmsWidening, reason };
  const { roleId } = await call(page, 'role.create', made);
  await page.keyboard.press('F5');
  await page.getByRole('grid', { name: 'Roles' }).getByRole('button', { name: 'Evening desk' }).click();
  await page.getByRole('button', { name: 'Change…' }).click();
  await page.getByLabel('Purpose').fill('Checks patients in after six.');
  const { version } = await call(page, 'role.read', { roleId });
  const theirs = { ...fields, purpose: 'Closes the desk.' };
  await call(page, 'role.update', { roleId, version, fields: theirs, effectiveAtMs: null, confirmsWidening, reason });
  await page.keyboard.press('F5');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('changed');
  await expect(page.getByLabel('Purpose')).toHaveValue('Checks patients in after six.');
  expect(await call(page, 'role.read', { roleId })).toMatchObject({ purpose: 'Closes the desk.' });
});
