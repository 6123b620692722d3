// The past and the what-if in the real window: as of a moment, one record on one day, and a change tried on the log.
import type { Page } from '@playwright/test';
import { PROCEDURES } from '../../shared/catalogue/procedures.ts';
import { expectClean } from './expectClean.ts';
import { addPeople, expect, test } from './peoplePractice.ts';
import { PASSWORD, signIn } from './practice.ts';

test.use({
  prepare: {
    more: async (practice) => {
      await addPeople(practice);
      // What the front desk did stands in the log, to be tried again.
      await practice.must('session.create', { loginId: 'front', password: PASSWORD }, 'front');
      const { rows } = await practice.must('patient.find', {
        ...PROCEDURES['patient.find'].example,
        search: 'Example00',
      });
      for (const { id } of rows.slice(0, 3)) await practice.must('patient.read', { id }, 'front');
    },
  },
});

async function openWhoCan(page: Page): Promise<void> {
  await page.getByRole('menuitem', { name: 'Security' }).click();
  await page.getByRole('menuitem', { name: 'Who can' }).click();
}

/** `2026-11-22T08:30` on this computer's clock, so many minutes from now. */
function localMinute(minutesFromNow: number): string {
  const at = new Date(Date.now() + minutesFromNow * 60_000);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

test('N7 Who can asks as of a moment: before the first recorded one nothing is told', async ({ page }) => {
  await signIn(page);
  await openWhoCan(page);
  await page.getByRole('combobox', { name: 'What' }).fill('Opened a patient record');
  await page.getByRole('option', { name: 'Opened a patient record', exact: true }).click();
  await page.getByLabel('As of (empty: now)').fill('2020-03-03T12:00');
  await page.getByRole('button', { name: 'Who can?' }).click();
  await expect(page.getByText(/How rights stood is recorded since/)).toBeVisible();
  await expectClean(page);
  await page.getByLabel('As of (empty: now)').fill(localMinute(0));
  await page.getByRole('button', { name: 'Who can?' }).click();
  await expect(page.getByText(/active people could\./).or(page.getByText(/recorded since/))).toBeVisible();
  await expectClean(page);
});

test('N7 one record on one day is printed: who could have opened it, and who did', async ({ page }) => {
  await signIn(page);
  await openWhoCan(page);
  const form = page.getByRole('region', { name: 'One patient record, one day' });
  await form.getByRole('combobox', { name: 'Patient' }).fill('Example001');
  await page.getByRole('option', { name: /Example001/ }).click();
  await form.getByLabel('Day').fill(localMinute(0).slice(0, 10));
  await form.getByRole('button', { name: 'Print who could and who did' }).click();
  await expect(form.getByRole('status')).toHaveText(
    /^One page: \d+ (person|people) could have opened it; the log tells of/,
  );
  await expectClean(page);
});

test('P1 a right taken away is tried on the log before it is saved, by the keys alone, and nothing is changed', async ({
  page,
}) => {
  await signIn(page);
  await page.getByRole('gridcell', { name: 'Ortiz, Lena' }).click();
  await page.getByRole('tab', { name: 'Rights' }).click();
  await page.getByRole('checkbox', { name: 'Patients: View', exact: true }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Review' }).focus();
  await page.keyboard.press('Enter');
  const review = page.getByRole('dialog', { name: 'Review the change for Ortiz, Lena' });
  await expect(review.getByRole('combobox', { name: 'Acts of' })).toHaveValue('the last 90 days');
  await review.getByRole('button', { name: 'Try it on the log' }).focus();
  await page.keyboard.press('Enter');
  const found = review.getByRole('region', { name: 'What it would have changed' });
  await expect(found.getByRole('status')).toContainText('3 would be denied that are allowed today');
  await expect(found.getByRole('row', { name: /opened a patient record/ })).toContainText('Ortiz, Lena');
  await expectClean(page);
  await review.getByRole('button', { name: 'Back to editing' }).last().click();
  await expect(page.getByText(/^Unsaved changes: rights/)).toBeVisible();
});
