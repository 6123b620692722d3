// Billing in the real window: claims, invoices with their account, refunds by two people, the day's close, the report.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { addBilling } from './billingPractice.ts';
import { expectClean } from './expectClean.ts';
import { pdfTexts } from './pdfText.ts';
import { expect, test } from './peoplePractice.ts';
import { signIn } from './practice.ts';

test.use({ prepare: { more: addBilling } });

async function goTo(page: Page, path: string, title: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#${path}`);
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
}
const detail = (page: Page, one: string) => page.getByRole('region', { name: `Open ${one}` });

test('S2.110 the billing lists show their codes and fees', async ({ page }) => {
  await signIn(page, 'desk');
  for (const [path, title, cell] of [
    ['/procedure-codes', 'Procedure codes', '99213'],
    ['/diagnosis-codes', 'Diagnosis codes', 'J06.9'],
    ['/fees', 'Fee schedule', '$125.00'],
  ] as const) {
    await goTo(page, path, title);
    await expect(page.getByRole('gridcell', { name: cell })).toBeVisible();
    await expectClean(page);
  }
});

test('S2.110 a claim takes a charge at the price of the fee schedule and goes to the payer', async ({ page }) => {
  await signIn(page, 'desk');
  await goTo(page, '/claims', 'Claims');
  await page.getByRole('gridcell', { name: 'C-0000001' }).click();
  const pane = detail(page, 'claim');
  await pane.getByRole('button', { name: 'Add a charge…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a charge' });
  await dialog.getByRole('combobox', { name: 'Procedure code' }).fill('992');
  await page.getByRole('option', { name: /99213/ }).click();
  await expect(dialog.getByLabel('Price of one')).toHaveValue('125.00');
  await expectClean(page);
  await dialog.getByRole('button', { name: 'Add the charge' }).click();
  await expect(dialog).toBeHidden();
  await expect(pane.getByRole('table', { name: 'Charges of this claim' })).toContainText('$250.00');
  await pane.getByRole('button', { name: 'Mark as submitted' }).click();
  await expect(pane.getByText('This claim is submitted, so it stays as it was sent.')).toBeVisible();
  await expect(pane.getByRole('button', { name: 'Mark as paid' })).toBeVisible();
  await expectClean(page);
  await goTo(page, '/charges', 'Charges');
  await expect(page.getByRole('gridcell', { name: 'CH-0000002' })).toBeVisible();
  await expectClean(page);
});

test('S2.110 a payment takes what is owed and no more, and is reversed by a counter entry', async ({ page }) => {
  await signIn(page, 'desk');
  await goTo(page, '/invoices', 'Invoices');
  await page.getByRole('gridcell', { name: 'I-0000001' }).click();
  const pane = detail(page, 'invoice');
  const sums = pane.getByLabel('Sums of this invoice');
  await expect(sums).toContainText('Owed$25.00');
  await pane.getByRole('button', { name: 'Enter a payment…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Enter a payment' });
  await expect(dialog.getByLabel('Amount')).toHaveValue('25.00');
  await dialog.getByLabel('Amount').fill('25.005');
  await dialog.getByRole('button', { name: 'Enter the payment' }).click();
  await expect(dialog.getByText('Type dollars and whole cents, such as 12.50.')).toBeVisible();
  await dialog.getByLabel('Amount').fill('25.01');
  await dialog.getByRole('button', { name: 'Enter the payment' }).click();
  await expect(dialog.getByText('Only $25.00 is still owed on this invoice.')).toBeVisible();
  await expectClean(page);
  await dialog.getByLabel('Amount').fill('25');
  await dialog.getByRole('button', { name: 'Enter the payment' }).click();
  await expect(sums).toContainText('Owed$0.00');
  await pane.getByRole('button', { name: 'Reverse P-0000002' }).click();
  await page.getByLabel('Reason').fill('Entered twice.');
  await page.getByRole('button', { name: 'Reverse the payment' }).click();
  await expect(sums).toContainText('Owed$25.00');
  await expect(pane.getByText('Reverses P-0000002')).toBeVisible();
  await expectClean(page);
});

test('S2.36 a refund is asked for at the desk, refused to one person alone, and approved by another', async ({
  page,
}) => {
  await signIn(page, 'boss');
  await goTo(page, '/invoices', 'Invoices');
  await page.getByRole('gridcell', { name: 'I-0000001' }).click();
  await page.getByRole('button', { name: 'Ask for a refund…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ask for a refund' });
  await dialog.getByLabel('Amount').fill('40');
  await dialog.getByLabel('Reason').fill('Paid twice.');
  await expectClean(page);
  await dialog.getByRole('button', { name: 'Ask for the refund' }).click();
  await expect(dialog).toBeHidden();
  await goTo(page, '/refunds', 'Refunds');
  await page.getByRole('gridcell', { name: 'R-0000001' }).click();
  await expect(page.getByText('Rule “Refunds need two people”: you asked for this refund')).toBeVisible();
  await expect(page.getByText('Dana Whitfield can do it.')).toBeVisible();
  await expect(detail(page, 'refund').getByRole('button', { name: 'Approve' })).toBeHidden();
  await expectClean(page);
  await page.getByRole('menuitem', { name: 'File' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await signIn(page);
  await goTo(page, '/refunds', 'Refunds');
  await page.getByRole('gridcell', { name: 'R-0000001' }).click();
  await detail(page, 'refund').getByRole('button', { name: 'Approve' }).click();
  await expect(detail(page, 'refund').getByRole('button', { name: 'Paid out today' })).toBeVisible();
});

test('S2.111 a day is counted, its difference explained, and not reviewed by whoever counted', async ({ page }) => {
  await signIn(page);
  await goTo(page, '/reconciliation', 'Reconciliation');
  await page.getByRole('button', { name: 'Add reconciliation…' }).click();
  const pane = detail(page, 'reconciliation');
  await pane.getByLabel('Day').fill('2026-01-07');
  await pane.getByLabel('Cash counted').fill('99.00');
  await pane.getByLabel('Checks counted').fill('0');
  await pane.getByLabel('Card slips counted').fill('0');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('You counted $1.00 less than was recorded.')).toBeVisible();
  await pane.getByLabel('What explains a difference').fill('A dollar is missing.');
  await page.keyboard.press('Control+s');
  const table = pane.getByRole('table', { name: 'Counted against recorded' });
  await expect(table).toContainText('-$1.00');
  await expect(pane.getByRole('button', { name: 'Review and close the day' })).toBeHidden();
  await expect(page.getByText('Rule “The day is reviewed by a second person”')).toBeVisible();
  await expectClean(page);
});

test('S2.111 the report adds up and is saved; a statement is a tagged PDF', async ({ page, files, answerDialogs }) => {
  const [report, statement] = [join(files, 'report.csv'), join(files, 'statement.pdf')];
  answerDialogs({ save: [report, statement] });
  await signIn(page, 'desk');
  await goTo(page, '/billing-report', 'Billing report');
  await page.getByLabel('From').fill('2026-01-01');
  await page.getByLabel('To', { exact: true }).fill('2026-01-31');
  await expect(page.getByRole('table', { name: 'By provider' })).toContainText('$125.00');
  await expect(page.getByRole('table', { name: 'Owed by age' })).toContainText('$25.00');
  await expectClean(page);
  await page.getByRole('button', { name: 'Save report…' }).click();
  await page.getByLabel('Reason').fill('Month end.');
  await page.getByRole('button', { name: 'Choose the place…' }).click();
  await expect(page.getByText('Saved the report to report.csv.')).toBeVisible();
  expect(readFileSync(report, 'utf8')).toContain('"By provider","Patel, Ria","125.00"');
  await goTo(page, '/invoices', 'Invoices');
  await page.getByRole('gridcell', { name: 'I-0000001' }).click();
  await page.getByRole('button', { name: 'Save statement…' }).click();
  await page.getByLabel('Reason').fill('Asked by the patient.');
  await page.getByRole('button', { name: 'Choose the place…' }).click();
  await expect(page.getByText('Saved the statement to statement.pdf.')).toBeVisible();
  await expect.poll(() => existsSync(statement)).toBe(true);
  const pdf = readFileSync(statement);
  expect(pdf.toString('latin1')).toContain('/StructTreeRoot');
  expect(pdfTexts(pdf).join(' ')).toContain('Amountdue');
});
