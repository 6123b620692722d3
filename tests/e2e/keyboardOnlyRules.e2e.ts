// Rules, approvals and proofs by the keyboard alone: nothing in this file clicks or fills.
import { join } from 'node:path';
import {
  expectFocusKept,
  openByMenu,
  pressTo,
  searchList,
  signInByKeys,
  tabAndChoose,
  tabAndPress,
  tabAndType,
  tabTo,
} from './keyboard.ts';
import { addPeople, expect, test } from './peoplePractice.ts';
import { PASSWORD, type Preparation } from './practice.ts';

const REASON = 'Asked by the owner.';

/** A second Super User, and what one of the two asked for: it waits for the other. */
async function addWaitingChange({ must, addUser }: Preparation): Promise<void> {
  const secondId = await addUser('bmoss', 'Moss', { roleIds: [] });
  const second = await must('user.read', { userId: secondId });
  await must('user.setSuperUser', {
    userId: secondId,
    version: second.version,
    reason: REASON,
    isSuperUser: true,
    password: PASSWORD,
  });
  const ids = [await addUser('lortiz', 'Ortiz'), await addUser('npark', 'Park')];
  await must('rightsRules.setSecondApprover', { was: 'off', isOn: true, reason: REASON, password: PASSWORD });
  for (const userId of ids) {
    const { version, info, roleIds, scope } = await must('user.read', { userId });
    const exceptions = [{ permission: 'claim:delete' as const, effect: 'grant' as const }];
    await must('user.update', { userId, version, info, roleIds, scope, exceptions, reason: REASON });
  }
}

test.describe('alone', () => {
  test.use({ prepare: { more: addPeople, hoursAgo: 100 * 24 } });

  test('P6 P7 by the keys: an expectation is written and deleted, and it is set where a reason is asked', async ({
    page,
  }) => {
    await signInByKeys(page);
    await openByMenu(page, 'Security', 'Expectations');
    await tabAndPress(page, page.getByRole('button', { name: 'Add expectation' }));
    const expectation = page.getByRole('dialog', { name: 'Add expectation' });
    await expect(expectation).toBeVisible();
    await tabAndChoose(page, expectation.getByRole('combobox', { name: 'Person' }), 'Ortiz', 'Ortiz, Lena');
    await tabAndChoose(
      page,
      expectation.getByRole('combobox', { name: 'What' }),
      'Open a clinical note',
      'Open a clinical note',
    );
    await expect(expectation.getByText('Ortiz, Lena must not open a clinical note.')).toBeVisible();
    await tabAndPress(page, expectation.getByRole('button', { name: 'Add expectation' }));
    await expect(expectation).toBeHidden();
    await expectFocusKept(page);
    const table = page.getByRole('table', { name: 'Expectations' });
    const line = table.getByRole('row', { name: /Ortiz, Lena must not open a clinical note/ });
    await expect(line).toContainText('Holds');
    await tabAndPress(page, line.getByRole('button', { name: /^Delete/ }));
    const asked = page.getByRole('dialog', { name: 'Delete this expectation?' });
    await expect(asked.getByLabel('Reason')).toBeFocused();
    await page.keyboard.type('No longer wanted.');
    await tabAndPress(page, asked.getByRole('button', { name: 'Delete the expectation' }));
    await expect(line).toHaveCount(0);
    await expectFocusKept(page);

    await openByMenu(page, 'Security', 'Settings');
    const rules = page.getByRole('region', { name: 'When people are asked why' });
    await expect(rules).toBeVisible();
    await tabAndPress(page, rules.getByRole('button', { name: 'Change when it is asked…' }), 'Enter', 60);
    const why = page.getByRole('dialog', { name: 'Ask for a reason before…' });
    await expect(why).toBeVisible();
    await tabAndChoose(
      page,
      why.getByRole('combobox', { name: 'Every act under these rights' }),
      'Patients: Ex',
      'Patients: Export',
    );
    await tabAndType(page, why.getByLabel('Reason'), 'Files leave the office.');
    await tabAndPress(page, why.getByRole('button', { name: 'Save when it is asked' }));
    await expect(rules).toContainText('Patients: Export');
    await expectFocusKept(page);
  });

  test('S2.14 by the keys: the menus open with Alt, and whoever is refused reads why not', async ({ page }) => {
    await signInByKeys(page, 'front');
    await page.keyboard.press('Alt');
    const menus = page.getByRole('menubar').getByRole('menuitem');
    await expect(menus.first()).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(menus.filter({ hasText: 'Patients' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('menu').getByRole('menuitem', { name: 'Patients', exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    const patients = page.getByRole('grid', { name: 'Patients' });
    await expect(patients.getByRole('gridcell', { name: 'Example003, Pat' })).toBeVisible();
    await searchList(page, patients, 'Example003');
    await page.keyboard.press('Enter');
    const record = page.getByRole('region', { name: 'Open patient record' });
    await expect(record.getByLabel('Phone')).toBeVisible();
    await page.keyboard.press('F6');
    await tabAndType(page, record.getByLabel('Phone'), '617 555 0100');
    await page.keyboard.press('Control+s');
    const card = page.getByRole('alert').filter({ hasText: 'Patients: Edit Data' });
    await expect(card).toBeVisible();
    await tabTo(page, card.getByRole('button', { name: 'Why not?' }), 3);
    await page.keyboard.press('Enter');
    await expect(card.getByRole('region', { name: 'Explanation' })).toContainText('Needs “Patients: Edit Data”');
    await expectFocusKept(page);
    await expect(record.getByLabel('Phone')).toHaveValue('617 555 0100');
  });

  test('S2.30 S3.05 by the keys: ready-made roles are added and the policy binder is printed', async ({
    page,
    files,
    answerDialogs,
  }) => {
    answerDialogs({ save: [join(files, 'binder.pdf')] });
    await signInByKeys(page);
    await openByMenu(page, 'Security', 'Roles');
    await tabAndPress(page, page.getByRole('button', { name: 'Add ready-made roles…' }));
    const pack = page.getByRole('dialog', { name: 'Add ready-made roles' });
    await expect(pack).toBeVisible();
    await tabTo(page, pack.getByRole('radio').first(), 6);
    await pressTo(page, 'ArrowDown', pack.getByRole('radio', { name: /Large/ }), 4);
    await expect(pack.getByRole('radio', { name: /Large/ })).toBeChecked();
    await tabAndType(page, pack.getByRole('textbox', { name: 'Reason' }), 'We opened a second site.');
    await tabAndPress(page, pack.getByRole('button', { name: /^Add \d+ roles$/ }));
    await expect(pack).toBeHidden();
    await expect(page.getByRole('grid', { name: 'Roles' })).toContainText('Billing trainee');
    await expectFocusKept(page);
    await pressTo(page, 'Shift+Tab', page.getByRole('button', { name: 'Print policy binder…' }), 4);
    await page.keyboard.press('Enter');
    const binder = page.getByRole('dialog', { name: 'Print the policy binder' });
    await expect(binder.getByRole('textbox', { name: 'Reason' })).toBeFocused();
    await page.keyboard.type('For the annual review.');
    await tabAndPress(page, binder.getByRole('button', { name: 'Print the policy binder' }));
    await expect(binder).toBeHidden();
    await expectFocusKept(page);
  });

  test('P2 N2 by the keys: what a person does not use is unticked, reviewed and saved, and the proof is run', async ({
    page,
  }) => {
    await signInByKeys(page);
    await openByMenu(page, 'Security', 'Unused rights');
    await tabTo(page, page.getByRole('radio', { name: '90 days' }));
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByRole('radio', { name: '60 days' })).toBeChecked();
    const people = page.getByRole('grid', { name: 'People and their unused rights' });
    await expect(people).toBeVisible();
    await page.keyboard.press('Tab');
    await pressTo(page, 'ArrowDown', people.getByRole('button', { name: 'Patel, Lena' }), 4);
    await page.keyboard.press('Enter');
    const one = page.getByRole('region', { name: 'Unused rights of one person' });
    await expect(one.getByRole('heading', { name: 'Patel, Lena' })).toBeVisible();
    await page.keyboard.press('F6');
    await tabAndPress(page, one.getByRole('button', { name: /^Prepare: untick \d+/ }));
    await expect(page.getByText(/^Unsaved changes: rights \+0 −[1-9]/)).toBeVisible();
    await expectFocusKept(page);
    await tabAndPress(page, page.getByRole('button', { name: 'Review', exact: true }), 'Enter', 40);
    const review = page.getByRole('dialog', { name: 'Review the change for Patel, Lena' });
    await expect(review.getByText(/rights? removed/)).toBeVisible();
    await tabAndType(page, review.getByLabel('Reason'), 'Not used for 60 days.');
    await tabAndPress(page, review.getByRole('button', { name: 'Save the change' }));
    await expect(review).toBeHidden();
    await expectFocusKept(page);

    await openByMenu(page, 'Security', 'Proof run');
    await tabAndPress(page, page.getByRole('button', { name: 'Run the proof' }));
    await expect(page.getByText(/^No difference: [\d,]+ calls answered as the tick boxes say\.$/)).toBeVisible();
    await expectFocusKept(page);
  });
});

test.describe('with two Super Users', () => {
  test.use({ prepare: { more: addWaitingChange } });

  test('S1.06 by the keys: one change is approved, one turned down, and the rule is to be switched off', async ({
    page,
  }) => {
    await signInByKeys(page, 'bmoss');
    await openByMenu(page, 'Security', 'Approvals');
    const granted = page.getByRole('region', { name: 'Change of Ortiz, Lena' });
    await tabAndPress(page, granted.getByRole('button', { name: 'Approve…' }));
    const approve = page.getByRole('dialog', { name: 'Approve the change of Ortiz, Lena' });
    await expect(approve.getByRole('textbox', { name: 'Remark' })).toBeFocused();
    await page.keyboard.type('Talked it over.');
    await tabAndPress(page, approve.getByRole('button', { name: 'Approve the change' }));
    await expect(granted).toBeHidden();
    await expectFocusKept(page);
    const person = page.getByRole('region', { name: 'Change of Park, Lena' });
    await tabAndPress(page, person.getByRole('button', { name: 'Turn down…' }));
    const reject = page.getByRole('dialog', { name: 'Turn down the change of Park, Lena' });
    await expect(reject.getByRole('textbox', { name: 'Reason' })).toBeFocused();
    await page.keyboard.type('Not before the training.');
    await tabAndPress(page, reject.getByRole('button', { name: 'Turn the change down' }));
    await expect(page.getByRole('table', { name: 'Changes decided before' })).toContainText(
      'Turned down by Moss, Lena',
    );
    await expectFocusKept(page);
    await openByMenu(page, 'Security', 'Settings');
    const rule = page.getByRole('region', { name: 'A second person approves changes of rights' });
    await expect(rule).toBeVisible();
    await tabAndPress(page, rule.getByRole('button', { name: 'Switch off…' }), 'Enter', 60);
    const off = page.getByRole('dialog', { name: 'A second person approves changes of rights' });
    await expect(off.getByRole('textbox', { name: 'Reason' })).toBeFocused();
    await page.keyboard.type('Too slow.');
    await tabAndType(page, off.getByRole('textbox', { name: 'Your password' }), PASSWORD);
    await tabAndPress(page, off.getByRole('button', { name: 'Switch it off' }));
    await expect(rule.getByText('on, to be switched off')).toBeVisible();
    await expectFocusKept(page);
  });
});
