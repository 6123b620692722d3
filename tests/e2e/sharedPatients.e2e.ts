// Sharing one patient for a time: from the record, in the list, and as the answer to a refusal (S2.106, N1).
import type { Page } from '@playwright/test';
import { expectClean } from './expectClean.ts';
import { addLimits } from './limitsPractice.ts';
import { expect, signIn, test } from './practice.ts';

test.use({ prepare: { more: addLimits } });

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await signIn(page);
});

async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
}

test('S2.106 a patient is shared from the record for thirty days, and stands in the list of shared patients', async ({
  page,
}) => {
  await go(page, '#/patients');
  const grid = page.getByRole('grid', { name: 'Patients' });
  await grid.getByRole('gridcell', { name: 'Brook, Ben' }).dblclick();
  await page.getByRole('button', { name: 'Share…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share this patient' });
  await expect(dialog.getByLabel('Until')).toHaveValue(/^\d{4}-\d{2}-\d{2}$/);
  await dialog.getByRole('combobox', { name: 'Shared with' }).fill('Farrow');
  await page.getByRole('option', { name: /Farrow/ }).click();
  await dialog.getByLabel('Reason').fill('Covers the desk in South.');
  await expectClean(page);
  await dialog.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(dialog).toBeHidden();
  await go(page, '#/patient-grants');
  const shared = page.getByRole('grid', { name: 'Shared patients' });
  await expect(shared.getByRole('row', { name: /Brook.*Farrow/ })).toBeVisible();
  await shared.getByRole('gridcell', { name: /Brook/ }).dblclick();
  await expect(page.getByText(/shared with Farrow/)).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectClean(page);
  }
});

test('N1 Explain shares the one patient, or prepares a right, with a last day already set', async ({ page }) => {
  await page.getByRole('gridcell', { name: 'Farrow, Lena', exact: true }).click();
  await page.getByRole('tab', { name: 'Explain' }).click();
  const ask = async (act: string, record: string | null) => {
    await page.getByRole('combobox', { name: 'What' }).fill(act);
    await page.getByRole('option', { name: act, exact: true }).click();
    if (record !== null) {
      await page.getByRole('combobox', { name: 'Patient record (or any)' }).fill(record);
      await page.getByRole('option', { name: new RegExp(record) }).click();
    }
    await page.getByRole('button', { name: 'Explain', exact: true }).click();
  };
  await ask('Opened a patient record', 'Brook');
  const answer = page.getByRole('region', { name: 'Explanation' });
  await answer.getByRole('button', { name: 'Prepare: Share this one patient with them until a day' }).click();
  const dialog = page.getByRole('dialog', { name: /^Share this patient with/ });
  await dialog.getByLabel('Reason').fill('Answers a call.');
  await dialog.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(answer).toContainText('Allowed');
  await ask('Deleted a patient record', null);
  await answer.getByRole('button', { name: /^Prepare: Give “Patients: Delete Data”/ }).click();
  await expect(page.getByText(/rights? (is|are) added for this user; [1-9]\d* with dates\./)).toBeVisible();
  await expectClean(page);
});
