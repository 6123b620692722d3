// Expectations in the real window: written down, foreseen in the reviews of people and roles, broken, and told above the
// users (P6).
import type { Page } from '@playwright/test';
import type { CallInput } from '../../shared/catalogue/procedures.ts';
import { expectClean } from './expectClean.ts';
import { addPeople, expect, test } from './peoplePractice.ts';
import { type Preparation, signIn } from './practice.ts';

test.use({ prepare: { more: addPeople } });

async function open(page: Page, screen: string): Promise<void> {
  await page.getByRole('menuitem', { name: 'Security' }).click();
  await page.getByRole('menuitem', { name: new RegExp(`^${screen}`) }).click();
}

async function choose(page: Page, label: string, words: string): Promise<void> {
  const box = page.getByRole('dialog').getByRole('combobox', { name: label });
  await box.focus();
  await box.fill(words);
  await expect(page.getByRole('option').first()).toContainText(words);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

test('P6 an expectation is written by the keys, told before the change that breaks it, and marked after', async ({
  page,
}) => {
  await signIn(page);
  await open(page, 'Expectations');
  await expect(page.getByText('Nothing is expected yet')).toBeVisible();
  await expectClean(page);
  await page.getByRole('button', { name: 'Add expectation' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Add expectation' });
  await choose(page, 'Person', 'Ortiz, Lena');
  await choose(page, 'What', 'Open a clinical note');
  await choose(page, 'About', 'Those of one patient');
  await choose(page, 'Patient', 'Example001');
  await expect(dialog.getByText('Ortiz, Lena must not open a clinical note of Example001, Pat.')).toBeVisible();
  await expectClean(page);
  await dialog.getByRole('button', { name: 'Add expectation' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const table = page.getByRole('table', { name: 'Expectations' });
  await expect(table.getByRole('row', { name: /Ortiz, Lena must not/ })).toContainText('Holds');

  await open(page, 'Users');
  await page.getByRole('gridcell', { name: 'Ortiz, Lena' }).click();
  await page.getByRole('tab', { name: 'Rights' }).click();
  await page.getByRole('checkbox', { name: 'Clinical notes: View', exact: true }).check();
  await page.keyboard.press('Control+s');
  const review = page.getByRole('dialog', { name: 'Review the change for Ortiz, Lena' });
  await expect(review.getByText('This change breaks 1 expectation')).toBeVisible();
  await expect(review).toContainText('Ortiz, Lena must not open a clinical note of Example001, Pat.');
  await expectClean(page);
  await review.getByLabel('Reason').fill('Helps with notes this week.');
  await review.getByRole('button', { name: 'Save the change' }).click();
  await expect(review).toBeHidden();

  const strip = page.getByRole('region', { name: 'Broken expectations' });
  await expect(strip).toContainText('1 expectation is broken.');
  await strip.getByRole('button', { name: 'Show them' }).click();
  await expect(table.getByRole('row', { name: /Ortiz, Lena must not/ })).toContainText('Broken');
  await expect(table).toContainText('Ortiz, Lena can.');
  await expectClean(page);
  await table.getByRole('button', { name: /^Delete: Ortiz/ }).click();
  const asked = page.getByRole('dialog', { name: 'Delete this expectation?' });
  await asked.getByLabel('Reason').fill('No longer wanted.');
  await asked.getByRole('button', { name: 'Delete the expectation' }).click();
  await expect(page.getByText('Nothing is expected yet')).toBeVisible();
});

/** A role of the practice’s own that Lena Ortiz holds, and what is expected of whoever holds it. */
async function addEveningDesk(practice: Preparation): Promise<void> {
  const { roleId } = await practice.must('role.create', {
    kind: 'custom',
    fields: {
      name: 'Evening desk',
      purpose: 'Checks patients in after five.',
      parentId: null,
      policyIds: [],
      taskIds: [],
      permissions: ['patient:read'],
    },
    copiedFromRoleId: null,
    confirmsWidening: false,
    reason: 'The desk is open in the evening now.',
  });
  const userId = await practice.addUser('lortiz', 'Ortiz', { roleIds: [roleId] });
  const about = { kind: 'any' as const };
  const expected: CallInput<'expectation.create'>['fields'][] = [
    { who: { kind: 'role', id: roleId }, isMust: false, act: 'note.read', about },
    { who: { kind: 'user', id: userId }, isMust: true, act: 'claim.find', about },
  ];
  for (const fields of expected) await practice.must('expectation.create', { fields });
}

test.describe('with a role of its own', () => {
  test.use({ prepare: { more: addEveningDesk } });

  test('P6 a change of a role tells before it is saved which expectation it breaks and which it mends', async ({
    page,
  }) => {
    await signIn(page);
    await open(page, 'Roles');
    await page.getByRole('grid', { name: 'Roles' }).getByRole('button', { name: 'Evening desk' }).click();
    await page.getByRole('button', { name: 'Change…' }).click();
    await page.getByRole('checkbox', { name: 'Clinical notes: View', exact: true }).check();
    await page.getByRole('checkbox', { name: 'Claims: View', exact: true }).check();
    await page.keyboard.press('Control+s');
    const review = page.getByRole('dialog', { name: 'Review the change of Evening desk' });
    await expect(review.getByRole('alert')).toContainText('This change breaks 1 expectation');
    await expect(review).toContainText('Everybody with the role “Evening desk” must not open a clinical note.');
    await expect(review).toContainText(
      'Then as expected again: Ortiz, Lena must be able to look at the list of claims.',
    );
    await expectClean(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectClean(page);
    await page.emulateMedia({ colorScheme: 'light' });

    await review.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('checkbox', { name: 'Clinical notes: View', exact: true }).uncheck();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(review).toContainText('Then as expected again');
    await expect(review.getByRole('alert')).toHaveCount(0);
    await review.getByRole('textbox', { name: 'Reason' }).fill('The desk answers payers.');
    await review.getByRole('button', { name: 'Save the change' }).click();
    await expect(review).toBeHidden();
    await open(page, 'Expectations');
    const table = page.getByRole('table', { name: 'Expectations' });
    await expect(table.getByRole('row', { name: /Ortiz, Lena must be able/ })).toContainText('Holds');
    await expect(table.getByRole('row', { name: /Everybody with the role/ })).toContainText('Holds');
  });

  test('P6 a role given to several people leaves out whoever it would break an expectation for', async ({ page }) => {
    await signIn(page);
    await page.getByRole('grid', { name: 'Users' }).getByRole('checkbox', { name: 'Choose Ortiz, Lena' }).click();
    await page.getByRole('region', { name: 'Selected people' }).getByRole('button', { name: 'Add role…' }).click();
    await choose(page, 'Role', 'Medical Care Staff');
    const dialog = page.getByRole('dialog', { name: 'Add a role to 1 person' });
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Helps with the notes.');
    await dialog.getByRole('button', { name: 'Add the role to 1 person' }).click();
    await expect(dialog.getByRole('status')).toContainText('Nobody was given the role.');
    await expect(dialog.getByRole('status')).toContainText(
      'Everybody with the role “Evening desk” must not open a clinical note.',
    );
    await expectClean(page);
    await dialog.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(page.getByRole('grid', { name: 'Users' }).getByRole('row', { name: /Ortiz, Lena/ })).not.toContainText(
      'Medical Care Staff',
    );
  });
});
