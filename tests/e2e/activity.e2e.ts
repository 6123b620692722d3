// The activity log in the real window: filters, what stands behind an entry, verification and export.
import { existsSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { EXAMPLE_ID } from '../../shared/catalogue/schemas.ts';
import { expectClean } from './expectClean.ts';
import { addPeople, call, expect, openAs, test } from './peoplePractice.ts';

test.use({ prepare: { more: addPeople } });

test('S1.19 entries are sentences with local time; arrow keys walk and Enter shows what stands behind', async ({
  page,
}) => {
  await openAs(page, 'dwhitfield', '/activity');
  const list = page.getByRole('list', { name: 'Entries, newest first' });
  const founding = list.getByRole('button', { name: /set up the practice and became its first Super User/i });
  await expect(founding).toContainText(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+−]\d\d:\d\d/);
  await expect(page.getByText('Nobody can edit or delete here, not even a Super User.')).toBeVisible();
  await expect(page.getByText(/^Showing (\d+) of \1 · newest first$/)).toBeVisible();
  await list.getByRole('button').first().focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const last = list.getByRole('listitem').last();
  await expect(last.getByText('Permitted and done.')).toBeVisible();
  await expect(last.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
  await expectClean(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page);
});

test('S1.19 a refused try is found by outcome and says why; chips take the filter away', async ({ page }) => {
  await openAs(page, 'dwhitfield', '/activity');
  await expect(call(page, 'user.read', { userId: EXAMPLE_ID })).rejects.toThrow();
  await page.getByRole('button', { name: 'Refresh' }).click();
  const outcome = page.getByRole('combobox', { name: 'Outcome' });
  await outcome.click();
  await page.getByRole('option', { name: 'Denied: no right to it' }).click();
  await expect(page.getByText('Showing 1 of 1 · newest first')).toBeVisible();
  const denied = page.getByRole('button', { name: /Whitfield, Dana was not allowed this/ });
  await denied.click();
  await expect(page.getByText('Denied: the record did not exist.')).toBeVisible();
  await expectClean(page);
  expect(page.url()).toContain('outcome=denied');
  await page.getByRole('button', { name: 'Remove the filter Outcome = Denied' }).click();
  await expect(page.getByText(/^Showing \d+ of \d+ · newest first$/)).not.toContainText('Showing 1 of 1');
});

test('S1.19 the log of one patient is found by record number', async ({ page }) => {
  await openAs(page, 'dwhitfield', '/patients');
  await page.getByRole('gridcell', { name: 'Example003, Pat' }).click();
  await page.getByRole('region', { name: 'Patient record' }).getByLabel('Phone').waitFor();
  await page.keyboard.press('Control+4');
  await page.getByLabel('Patient', { exact: true }).fill('3');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Patient = record 3')).toBeVisible();
  await expect(page.getByText('Showing 1 of 1 · newest first')).toBeVisible();
  await expect(
    page.getByRole('button', { name: /Whitfield, Dana opened a patient record: patient record 3/ }),
  ).toBeVisible();
});

test('S2.37 ready-made views, a kind of act and the workstation narrow the log', async ({ page }) => {
  await openAs(page, 'dwhitfield', '/activity');
  await expect(call(page, 'user.read', { userId: EXAMPLE_ID })).rejects.toThrow();
  await page.getByRole('combobox', { name: 'View', exact: true }).click();
  await expectClean(page);
  await page.getByRole('option', { name: 'Refused today' }).click();
  await expect(page.getByText('Showing 1 of 1 · newest first')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Filters in force' })).toContainText('TodayOutcome = Not done');
  await expect(page.getByRole('button', { name: 'Save as view…' })).toHaveCount(0);

  await page.getByRole('combobox', { name: 'View', exact: true }).click();
  await page.getByRole('option', { name: 'Changes of rights' }).click();
  await expect(page.getByRole('button', { name: /added a user: Ortiz, Lena/ })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'What' })).toHaveValue('Changes of rights');

  await page.getByRole('combobox', { name: 'Workstation' }).click();
  await page.getByRole('option', { name: hostname() }).click();
  await expect(page.getByText(`Workstation = ${hostname()}`)).toBeVisible();
  await expect(page.getByRole('button', { name: /added a user: Ortiz, Lena/ })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'View', exact: true })).toHaveValue('');
  await expectClean(page);
});

test('S2.37 filters are saved as a view, chosen, renamed and deleted', async ({ page }) => {
  await page.getByLabel('Login ID').fill('dwhitfield');
  await page.getByRole('textbox', { name: 'Password' }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await openAs(page, 'dwhitfield', '/activity');
  const view = page.getByRole('combobox', { name: 'View', exact: true });
  await page.getByRole('combobox', { name: 'Who' }).click();
  await page.getByRole('option', { name: 'Nobody signed in' }).click();
  await expect(page.getByText('Who = Nobody signed in')).toBeVisible();
  await page.getByRole('button', { name: 'Save as view…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save the filters as a view' });
  await dialog.getByRole('button', { name: 'Save view' }).click();
  await expect(dialog.getByText('Fill this in.')).toBeVisible();
  await expectClean(page);
  await dialog.getByLabel('Name').fill('Before sign-in');
  await page.keyboard.press('Enter');
  await expect(view).toHaveValue('Before sign-in');
  const rename = page.getByRole('button', { name: 'Rename view…' });
  await expect(rename).toBeFocused();
  await expectClean(page);

  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(view).toHaveValue('');
  await view.click();
  await page.getByRole('option', { name: 'Before sign-in' }).click();
  await expect(page.getByText('Who = Nobody signed in')).toBeVisible();
  await rename.click();
  await page.getByRole('dialog', { name: 'Rename the view' }).getByLabel('Name').fill('At the door');
  await page.keyboard.press('Enter');
  await expect(view).toHaveValue('At the door');

  await page.getByRole('button', { name: 'Delete view' }).click();
  await expect(page.getByText('The view “At the door” is deleted.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save as view…' })).toBeFocused();
  await expect(view).toHaveValue('');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page);
});

test('S1.19 verifying says how far the log was verified', async ({ page }) => {
  await openAs(page, 'dwhitfield', '/activity');
  await page.getByRole('button', { name: 'Verify now' }).click();
  await expect(page.getByText(/^All \d+ entries fit together/)).toBeVisible();
  await expect(page.getByText(/^Verified to entry \d+ at /)).toBeVisible();
  await expectClean(page);
});

test('S2.44 an export needs a purpose, writes CSV, evidence and receipt, and is itself in the log', async ({
  page,
  files,
  answerDialogs,
}) => {
  await openAs(page, 'dwhitfield', '/activity');
  answerDialogs({ save: [join(files, 'log.csv')] });
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog', { name: 'Export the activity log' });
  await expect(dialog.getByRole('checkbox', { name: 'Patient record (reaches PHI)' })).not.toBeChecked();
  await expectClean(page);
  await dialog.getByRole('button', { name: 'Choose file and export…' }).click();
  await expect(dialog.getByText('Choose what the export is for.')).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Purpose' }).click();
  await page.getByRole('option', { name: 'Annual HIPAA audit' }).click();
  await dialog.getByRole('button', { name: 'Choose file and export…' }).click();
  await expect(dialog.getByText('The export is written and checked')).toBeVisible();
  await expect(dialog.getByText('receipt.txt')).toBeVisible();
  await expectClean(page);
  expect(existsSync(join(files, 'receipt.txt'))).toBe(true);
  expect(readFileSync(join(files, 'log.csv'), 'utf8')).toContain('Whitfield, Dana');

  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(page.getByText(/are covered by a receipt given out on/)).toBeVisible();
  await page.getByRole('button', { name: /exported the activity log: log.csv/ }).click();
  await expect(page.getByText('Annual HIPAA audit')).toBeVisible();
});
