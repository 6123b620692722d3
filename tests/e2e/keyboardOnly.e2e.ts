// People, roles, questions and shares by the keyboard alone, from the sign-in on: nothing in this file clicks or fills.
import { expectClean } from './expectClean.ts';
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
import { addLimits } from './limitsPractice.ts';
import { expect, PASSWORD, test } from './practice.ts';

test.use({ prepare: { more: addLimits } });

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await signInByKeys(page);
});

test('S5.07 S4.07 S2.75 by the keys: a person is found, given a right until a day and a place, with a lock of the screen between', async ({
  page,
}) => {
  await openByMenu(page, 'Security', 'Users');
  const users = page.getByRole('grid', { name: 'Users' });
  await searchList(page, users, 'farrow');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /Rights — Farrow, Lena/ })).toBeVisible();
  await page.keyboard.press('F6');
  await expect(page.getByRole('tab', { name: 'Info' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: 'Rights' })).toBeFocused();

  await tabAndType(page, page.getByLabel('Filter rights'), 'claims');
  const matrix = page.getByRole('grid', { name: 'Rights by data area' });
  await expect(matrix.getByRole('rowheader')).toHaveText(['Claims']);
  await tabTo(page, matrix.getByRole('columnheader', { name: 'Area', exact: true }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('checkbox', { name: 'Claims: View', exact: true })).toBeFocused();
  await page.keyboard.press('Space');
  const dates = page.getByRole('button', { name: 'Dates… of the rights added for this user' });
  await pressTo(page, 'Shift+Tab', dates);
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('Claims: View: until'));
  await page.keyboard.type('12242031');
  await expect(page.getByLabel('Claims: View: until')).toHaveValue('2031-12-24');

  await expect(matrix.getByRole('row', { name: /^Claims/ })).toContainText('this user, until Dec 24, 2031');
  const review = page.getByRole('dialog', { name: 'Review the change for Farrow, Lena' });
  await pressTo(page, 'Shift+Tab', page.getByRole('button', { name: 'Close of the rights added for this user' }));
  await page.keyboard.press('Control+s');
  await expect(review.getByLabel('Reason')).toBeFocused();
  // Keys that lead elsewhere wait until the dialog is closed.
  for (const key of ['F6', 'F10', 'Control+2']) await page.keyboard.press(key);
  await expect(review.getByLabel('Reason')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(review).toBeHidden();
  await expect(page.getByRole('button', { name: 'Close of the rights added for this user' })).toBeFocused();

  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Password' })).toBeFocused();
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^Unsaved changes: rights \+1/)).toBeVisible();
  await expectFocusKept(page);

  await page.keyboard.press('Control+s');
  await expect(review).toContainText('Dates of Claims: View: always → until Dec 24, 2031');
  await expect(review.getByLabel('Reason')).toBeFocused();
  await page.keyboard.type('Helps with billing until Christmas.');
  await tabAndPress(page, review.getByRole('button', { name: 'Save the change' }));
  await expect(review).toBeHidden();
  await expect(page.getByText('No unsaved changes')).toBeVisible();
  await expectFocusKept(page);
  await page.keyboard.press('F6');
  await page.keyboard.press('F6');
  await expect(page.getByRole('tab', { name: 'Info' })).toBeFocused();
  await pressTo(page, 'ArrowRight', page.getByRole('tab', { name: 'Locations' }));
  await tabTo(page, page.getByRole('radio', { name: 'All locations' }));
  await page.keyboard.press('ArrowDown');
  const tree = page.getByRole('grid', { name: 'Selected locations' });
  await expect(tree).toBeVisible();
  await page.keyboard.press('Tab');
  await pressTo(page, 'ArrowDown', tree.getByRole('checkbox', { name: 'Coast' }), 4);
  await page.keyboard.press('Space');
  await expect(tree.getByRole('row', { name: /South/ })).toContainText('comes with Coast');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('No unsaved changes')).toBeVisible();
  await expectFocusKept(page);
});

test('S2.16 S2.62 S2.63 S2.26 by the keys: a role with parent, hours and condition is added, changed and compared', async ({
  page,
}) => {
  await openByMenu(page, 'Security', 'Roles');
  await tabAndPress(page, page.getByRole('button', { name: 'Add role', exact: true }));
  await expect(page.getByLabel('Name', { exact: true }).or(page.getByRole('textbox', { name: 'Name' }))).toBeFocused();
  await page.keyboard.type('Small refunds desk');
  await tabAndType(
    page,
    page.getByRole('textbox', { name: 'Purpose' }),
    'Books at the desk and approves small refunds.',
  );
  await tabAndChoose(page, page.getByRole('combobox', { name: 'Takes its rights from' }), 'Front', 'Front desk');
  const matrix = page.getByRole('grid', { name: 'Rights by data area' });
  await tabTo(page, matrix.getByRole('columnheader', { name: 'Area', exact: true }));
  await pressTo(page, 'ArrowDown', matrix.getByRole('rowheader', { name: 'Financial' }), 6);
  await pressTo(page, 'ArrowRight', page.getByRole('checkbox', { name: 'Financial: Approve' }), 8);
  await page.keyboard.press('Space');

  await tabAndPress(page, page.getByRole('button', { name: 'Add a condition…' }));
  const condition = page.getByRole('dialog', { name: 'Add a condition' });
  await expect(condition.getByLabel('Right')).toBeFocused();
  await page.keyboard.type('Financial: Approve');
  await page.keyboard.press('Tab');
  await page.keyboard.type('refunds');
  await tabAndType(page, condition.getByLabel('Value'), '500');
  await page.keyboard.press('Enter');
  await expect(condition).toBeHidden();
  await expect(page.getByRole('button', { name: 'Add a condition…' })).toBeFocused();

  await tabAndPress(page, page.getByRole('button', { name: 'Add hours' }));
  const hours = page.getByRole('group', { name: 'Hours 1' });
  await expect(hours.getByRole('checkbox', { name: 'Monday' })).toBeFocused();
  await tabAndPress(page, hours.getByRole('checkbox', { name: 'Saturday' }), 'Space');
  await tabTo(page, hours.getByLabel('From'));
  await page.keyboard.type('0900AM');
  await expect(hours).toContainText('Monday to Saturday from 09:00 until 17:00');

  await page.keyboard.press('Control+s');
  const adding = page.getByRole('dialog', { name: 'Add Small refunds desk' });
  await expect(adding.getByRole('textbox', { name: 'Reason' })).toBeFocused();
  await page.keyboard.type('Small refunds need not wait.');
  const confirms = adding.getByRole('checkbox');
  if ((await confirms.count()) > 0) await tabAndPress(page, confirms.first(), 'Space');
  await tabAndPress(page, adding.getByRole('button', { name: 'Add Small refunds desk' }));
  await expect(page.getByRole('heading', { name: 'Small refunds desk' })).toBeVisible();
  await expectFocusKept(page);
  await tabAndPress(page, page.getByRole('button', { name: 'Change…' }));
  await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await tabTo(
    page,
    page.getByRole('grid', { name: 'Rights by data area' }).getByRole('columnheader', { name: 'Area', exact: true }),
  );
  await page.keyboard.press('ArrowDown');
  await pressTo(page, 'ArrowRight', page.getByRole('checkbox', { name: 'Claims: View', exact: true }), 8);
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+s');
  const review = page.getByRole('dialog', { name: 'Review the change of Small refunds desk' });
  await expect(review.getByRole('textbox', { name: 'Reason' })).toBeFocused();
  await page.keyboard.type('The desk answers payers.');
  const widening = review.getByRole('checkbox');
  if ((await widening.count()) > 0) await tabAndPress(page, widening.first(), 'Space');
  await tabAndPress(page, review.getByRole('button', { name: 'Save the change' }));
  await expect(review).toBeHidden();
  await expectFocusKept(page);
  await tabAndPress(page, page.getByRole('button', { name: 'Show the versions' }));
  await tabTo(page, page.getByRole('combobox', { name: 'Compare the newest version with' }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Since version 1: 1 added, 0 removed.')).toBeVisible();
  await expectClean(page);
});

test('N1 P1 N7 by the keys: the smallest change with its end date is applied, tried on the log, and asked about now and then', async ({
  page,
}) => {
  await openByMenu(page, 'Security', 'Users');
  const users = page.getByRole('grid', { name: 'Users' });
  await searchList(page, users, 'farrow');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Info' })).toBeVisible();
  await page.keyboard.press('F6');
  await pressTo(page, 'ArrowRight', page.getByRole('tab', { name: 'Explain' }));
  await tabAndChoose(
    page,
    page.getByRole('combobox', { name: 'What' }),
    'Deleted a patient',
    'Deleted a patient record',
  );
  await tabAndPress(page, page.getByRole('button', { name: 'Explain', exact: true }));
  const answer = page.getByRole('region', { name: 'Explanation' });
  await expect(answer).toContainText('Refused');
  await expectFocusKept(page);
  await tabAndPress(page, answer.getByRole('button', { name: /^Prepare: Give “Patients: Delete Data” to this user/ }));
  await expect(page.getByRole('tab', { name: 'Rights' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText(/^Unsaved changes: rights \+[1-9]/)).toBeVisible();
  await expectFocusKept(page);
  await page.keyboard.press('Control+s');
  const review = page.getByRole('dialog', { name: 'Review the change for Farrow, Lena' });
  await expect(review).toContainText(/Dates of Patients: Delete Data: always → until/);
  await tabAndPress(page, review.getByRole('button', { name: 'Try it on the log' }));
  const found = review.getByRole('region', { name: 'What it would have changed' });
  await expect(found).toBeVisible();
  await expectClean(page);
  await expectFocusKept(page);
  await tabAndType(page, review.getByLabel('Reason'), 'Clears double records this month.');
  await tabAndPress(page, review.getByRole('button', { name: 'Save the change' }));
  await expect(review).toBeHidden();
  await expectFocusKept(page);

  await openByMenu(page, 'Security', 'Who can');
  await tabAndChoose(
    page,
    page.getByRole('combobox', { name: 'What' }),
    'Deleted a patient',
    'Deleted a patient record',
  );
  await tabAndPress(page, page.getByRole('button', { name: 'Who can?' }));
  await expect(page.getByRole('table', { name: 'People who can' })).toContainText('Farrow, Lena');
  await expectFocusKept(page);
  await pressTo(page, 'Shift+Tab', page.getByRole('combobox', { name: 'What' }), 12);
  await tabTo(page, page.getByLabel('As of (empty: now)'));
  await page.keyboard.type('030320201200PM');
  await expect(page.getByLabel('As of (empty: now)')).toHaveValue('2020-03-03T12:00');
  await tabAndPress(page, page.getByRole('button', { name: 'Who can?' }));
  await expect(page.getByText(/How rights stood is recorded since/)).toBeVisible();
  await expectFocusKept(page);
});

test('S2.106 S4.12 by the keys: one patient is shared for a time, a consent and its template are added', async ({
  page,
}) => {
  await openByMenu(page, 'Patients', 'Patients');
  const patients = page.getByRole('grid', { name: 'Patients' });
  await searchList(page, patients, 'brook');
  await page.keyboard.press('Enter');
  const record = page.getByRole('region', { name: 'Open patient record' });
  await expect(record.getByRole('button', { name: 'Share…' })).toBeVisible();
  await page.keyboard.press('F6');
  await tabAndPress(page, record.getByRole('button', { name: 'Share…' }), 'Enter', 40);
  const share = page.getByRole('dialog', { name: 'Share this patient' });
  await expect(share).toBeVisible();
  await tabAndChoose(page, share.getByRole('combobox', { name: 'Shared with' }), 'Farrow', /Farrow/);
  await expect(share.getByLabel('Until')).toHaveValue(/^\d{4}-\d{2}-\d{2}$/);
  await tabAndType(page, share.getByLabel('Reason'), 'Covers the desk in South.');
  await tabAndPress(page, share.getByRole('button', { name: 'Share', exact: true }));
  await expect(share).toBeHidden();
  await expectFocusKept(page);

  await openByMenu(page, 'Lists', 'Consent templates');
  await pressTo(page, 'Tab', page.getByRole('button', { name: 'Add consent template…' }), 6);
  await page.keyboard.press('Enter');
  const template = page.getByRole('region', { name: 'Open consent template' });
  await expect(template.getByLabel('Name')).toBeFocused();
  await page.keyboard.type('Film of an operation');
  await tabAndType(page, template.getByLabel('Wording'), 'I agree that a film is made.');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Added the consent template.')).toBeVisible();
  await expectFocusKept(page);
  await openByMenu(page, 'Patients', 'Consents');
  await tabAndPress(page, page.getByRole('button', { name: 'Add consent…' }));
  const consent = page.getByRole('region', { name: 'Open consent' });
  await tabAndChoose(page, consent.getByRole('combobox', { name: 'Patient' }), 'arch', /Archer, Ada/);
  await tabAndChoose(page, consent.getByRole('combobox', { name: 'Consent' }), 'film', 'Film of an operation');
  await tabTo(page, consent.getByLabel('Given'));
  await page.keyboard.type('01022026');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Added the consent.')).toBeVisible();
  await expectFocusKept(page);

  await openByMenu(page, 'Lists', 'Locations');
  await tabAndPress(page, page.getByRole('button', { name: 'Add location…' }));
  const place = page.getByRole('region', { name: 'Open location' });
  await expect(place.getByLabel('Name')).toBeFocused();
  await page.keyboard.type('Harbour annex');
  await tabAndChoose(page, place.getByRole('combobox', { name: 'Part of' }), 'North', 'North');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Added the location.')).toBeVisible();
  await expectFocusKept(page);
});
