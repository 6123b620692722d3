// Questions about rights in the real window: why not, the smallest change taken over, who can, and the sheet of one person.
import type { Page } from '@playwright/test';
import { expectClean } from './expectClean.ts';
import { addPeople, expect, openAs, test } from './peoplePractice.ts';
import { signIn } from './practice.ts';

test.use({ prepare: { more: addPeople } });

async function choose(page: Page, words: string): Promise<void> {
  const act = page.getByRole('combobox', { name: 'What' });
  await act.fill(words);
  await page.getByRole('option', { name: words, exact: true }).click();
}

async function openTab(page: Page, name: string, tab: string): Promise<void> {
  await page.getByRole('gridcell', { name }).click();
  await page.getByRole('tab', { name: tab }).click();
}

test('S2.14 the refusal card says why not: to the front desk the rule and no more', async ({ page }) => {
  await openAs(page, 'front', '/patients');
  await page.getByRole('gridcell', { name: 'Example003, Pat' }).click();
  await page.getByLabel('Phone').fill('617 555 0100');
  await page.keyboard.press('Control+s');
  const card = page.getByRole('alert').filter({ hasText: 'Patients: Edit Data' });
  await card.getByRole('button', { name: 'Why not?' }).click();
  const why = card.getByRole('region', { name: 'Explanation' });
  await expect(why).toContainText('Refused');
  await expect(why).toContainText('Needs “Patients: Edit Data”');
  await expect(why.getByRole('list', { name: 'Checks in order' })).toHaveCount(0);
  await expect(page.getByLabel('Phone')).toHaveValue('617 555 0100');
  await expectClean(page);
});

test('N1 Explain walks the checks, names the smallest change, and that change, saved, opens the act', async ({
  page,
}) => {
  await signIn(page);
  await openTab(page, 'Ortiz, Lena', 'Explain');
  await choose(page, 'Deleted a patient record');
  await page.getByRole('button', { name: 'Explain', exact: true }).click();
  const answer = page.getByRole('region', { name: 'Explanation' });
  await expect(answer).toContainText('Needs “Patients: Delete Data”, which reaches PHI. Given by: nothing.');
  await expect(answer.getByRole('listitem').filter({ hasText: 'failed:' })).toHaveText(
    /A role or tick gives the right/,
  );
  await expect(answer.getByText('Give “Patients: Delete Data” to this user')).toBeVisible();
  await expectClean(page);
  await answer.getByRole('button', { name: 'Prepare: Give “Patients: Delete Data” to this user' }).click();
  await expect(page.getByRole('tab', { name: 'Rights' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText(/^Unsaved changes: rights \+[1-9]/)).toBeVisible();
  await page.keyboard.press('Control+s');
  const review = page.getByRole('dialog', { name: 'Review the change for Ortiz, Lena' });
  await review.getByLabel('Reason').fill('Clears double records this week.');
  await review.getByRole('button', { name: 'Save the change' }).click();
  await expect(review).toBeHidden();
  await page.getByRole('tab', { name: 'Explain' }).click();
  await choose(page, 'Deleted a patient record');
  await page.getByRole('button', { name: 'Explain', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Explanation' })).toContainText('Allowed');
});

test('S2.14 a patient outside the limit is named as such, with the provider who would open them', async ({ page }) => {
  await signIn(page);
  await openTab(page, 'Patel, Lena', 'Explain');
  await choose(page, 'Opened a patient record');
  const which = page.getByRole('combobox', { name: 'Patient record (or any)' });
  await which.fill('Example001');
  await page.getByRole('option', { name: /Example001/ }).click();
  await page.getByRole('button', { name: 'Explain', exact: true }).click();
  const answer = page.getByRole('region', { name: 'Explanation' });
  await expect(answer.getByRole('listitem').filter({ hasText: 'failed:' })).toHaveText(/lies within their providers/);
  await expect(answer.getByRole('button', { name: /^Prepare: Add .* to the provider limit/ })).toBeVisible();
  await expect(answer).toContainText('more patients');
});

test('N1 Who can answers the question the other way round, by the keys alone, with the source of every right', async ({
  page,
}) => {
  await signIn(page);
  await page.getByRole('menuitem', { name: 'Security' }).click();
  await page.getByRole('menuitem', { name: 'Who can' }).click();
  await page.getByRole('combobox', { name: 'What' }).focus();
  await page.keyboard.type('Deleted a patient record');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: 'Patient record (or any)' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('“Deleted a patient record”: 1 of 3 active people can.')).toBeVisible();
  const people = page.getByRole('table', { name: 'People who can' });
  await expect(people.getByRole('row', { name: /Whitfield, Dana/ })).toContainText('Super User');
  await expectClean(page);
});

test('S4.09 the sheet of one person shows every right in two steps and prints', async ({ page }) => {
  await signIn(page);
  await openTab(page, 'Ortiz, Lena', 'Effective access');
  await expect(page.getByRole('region', { name: 'Least privilege' })).toContainText(
    'reaches the patients of all providers',
  );
  const sheet = page.getByRole('table', { name: 'Effective access' });
  await expect(sheet.getByRole('row', { name: /Patients: View/ })).toContainText('Front desk role');
  await expect(sheet.getByRole('row', { name: /Patients: Delete Data/ })).toContainText('denied');
  await page.getByText('Allowed', { exact: true }).click();
  await expect(sheet.getByText('denied')).toHaveCount(0);
  await expectClean(page);
  await page.getByRole('tabpanel').getByRole('button', { name: 'Print' }).click();
  await expect(page.getByText('The sheet was sent to the printer.')).toBeVisible();
});

test('N2 the proof run fires every act as everybody and finds no difference', async ({ page }) => {
  await signIn(page);
  await page.getByRole('menuitem', { name: 'Security' }).click();
  await page.getByRole('menuitem', { name: 'Proof run' }).click();
  await page.getByRole('button', { name: 'Run the proof' }).click();
  await expect(page.getByText(/^No difference: [\d,]+ calls answered as the tick boxes say\.$/)).toBeVisible();
  const table = page.getByRole('table', { name: 'Tick boxes against answers' });
  await expect(table.getByRole('row', { name: /^Patients: View/ })).toBeVisible();
  await expectClean(page);
});
