// Expectations in the real window: written down, foreseen in the review sheet, broken, and told above the users (P6).
import type { Page } from '@playwright/test';
import { expectClean } from './expectClean.ts';
import { addPeople, expect, test } from './peoplePractice.ts';
import { signIn } from './practice.ts';

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
