// A practice of one in the real window: told when, confirms alone, prints the sheet, writes the review down (N8).
import { addMoney } from './billingPractice.ts';
import { expectClean } from './expectClean.ts';
import { expect, test } from './peoplePractice.ts';
import { type Preparation, signIn } from './practice.ts';

const DAY = '2026-01-07';

/** A refund asked for and a day counted by the owner, who is alone. */
async function addOpenActs(practice: Preparation): Promise<void> {
  const { patientId, invoiceId } = await addMoney(practice);
  const reviewer = { name: 'Jordan Hill', role: 'Accountant, Hill & Lane' };
  await practice.must('outsideReview.setReviewer', { wasName: '', ...reviewer, reason: 'Keeps our books.' });
  await practice.must('refund.create', {
    fields: { patientId, invoiceId, cents: 4_000, method: 'cash', reason: 'Paid twice.' },
  });
  await practice.must('reconciliation.create', {
    fields: { day: DAY, countedCashCents: 10_000, countedCheckCents: 0, countedCardCents: 0, note: '' },
  });
}

test.describe('on the same day', () => {
  test.use({ prepare: { more: async (practice) => void (await addMoney(practice)) } });

  test('N8 whoever is alone is told when, and names the outside reviewer in Settings', async ({ page }) => {
    await signIn(page);
    await page.evaluate(() => {
      window.location.hash = '#/settings';
    });
    const panel = page.getByRole('region', { name: 'Outside reviewer' });
    await expect(panel).toContainText('nobody yet');
    await expectClean(page);
    await panel.getByRole('button', { name: 'Name a reviewer…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Outside reviewer' });
    await dialog.getByLabel('Name').fill('Jordan Hill');
    await dialog.getByLabel('Role and firm').fill('Accountant, Hill & Lane');
    await dialog.getByLabel('Reason').fill('Keeps our books.');
    await expectClean(page);
    await dialog.getByRole('button', { name: 'Save the reviewer' }).click();
    await expect(panel).toContainText('Jordan Hill, Accountant, Hill & Lane');
    await page.evaluate(() => {
      window.location.hash = '#/invoices';
    });
    await page.getByRole('gridcell', { name: 'I-0000001' }).click();
    await page.getByRole('button', { name: 'Ask for a refund…' }).click();
    const ask = page.getByRole('dialog', { name: 'Ask for a refund' });
    await ask.getByLabel('Amount').fill('40');
    await ask.getByLabel('Reason').fill('Paid twice.');
    await ask.getByRole('button', { name: 'Ask for the refund' }).click();
    await expect(ask).toBeHidden();
    await page.evaluate(() => {
      window.location.hash = '#/refunds';
    });
    await page.getByRole('gridcell', { name: 'R-0000001' }).click();
    await expect(page.getByText('because nobody else here may approve refunds.')).toContainText(
      /You may confirm this yourself after [A-Z][a-z]+day \d\d:\d\d/,
    );
    await expect(page.getByRole('button', { name: 'Approve alone…' })).toBeHidden();
    await expectClean(page);
  });
});

test.describe('the day after', () => {
  test.use({ prepare: { more: addOpenActs, hoursAgo: 25 } });

  test('N8 a refund and a day are confirmed alone, reviewed outside, and leave the list', async ({ page }) => {
    const goTo = (path: string) =>
      page.evaluate((hash) => {
        window.location.hash = hash;
      }, `#${path}`);
    await signIn(page);
    await goTo('/refunds');
    await page.getByRole('gridcell', { name: 'R-0000001' }).click();
    await expect(page.getByText('so you may confirm this yourself now and alone.')).toBeVisible();
    await page.getByRole('button', { name: 'Approve alone…' }).click();
    await expectClean(page);
    await page.getByRole('button', { name: 'Confirm alone' }).click();
    await expect(page.getByText('waits for Jordan Hill, Accountant, Hill & Lane')).toBeVisible();
    await expectClean(page);
    await goTo('/reconciliation');
    await page.getByRole('gridcell', { name: 'Prepared' }).click();
    await page.getByRole('button', { name: 'Close the day alone…' }).click();
    await page.getByRole('button', { name: 'Confirm alone' }).click();
    const strip = page.getByRole('region', { name: 'Acts done alone' });
    await expect(strip).toContainText('2 acts done alone wait for outside review');
    await expectClean(page);
    await strip.getByRole('button', { name: 'Open Outside review' }).click();
    const table = page.getByRole('table', { name: 'Acts done alone' });
    await expect(table).toContainText('Refund R-0000001');
    await expect(table).toContainText(`Close of the day ${DAY}`);
    await expectClean(page);
    await page.getByRole('button', { name: 'Reviewed… Refund R-0000001' }).click();
    await expect(page.getByLabel('Reviewed by')).toHaveValue('Jordan Hill');
    await expectClean(page);
    await page.getByRole('button', { name: 'Write down the review', exact: true }).click();
    await expect(table.getByText('Refund R-0000001')).toBeHidden();
    await page.getByText('All', { exact: true }).click();
    await expect(table).toContainText('written down by Whitfield, Dana');
  });
});
