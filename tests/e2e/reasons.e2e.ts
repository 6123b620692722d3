// Where a reason is asked: set in Settings, asked before a patient is opened out of pattern, never in a list.
import { NO_AUDIT_FILTER } from '../../shared/catalogue/procedures/audit.ts';
import { expectClean } from './expectClean.ts';
import { addPeople, call, expect, openAs, test } from './peoplePractice.ts';

const RULES = { permissions: [], isAskedOutOfPattern: true };

test.use({
  prepare: {
    more: async (practice) => {
      await addPeople(practice);
      const was = { permissions: [], isAskedOutOfPattern: false };
      await practice.must('reasonRules.update', { was, rules: RULES, reason: 'Advised by the privacy officer.' });
    },
  },
});

test.beforeEach(({ page }) => page.setViewportSize({ width: 1366, height: 768 }));

test('S3.14 a patient opens after a reason chosen with the keyboard alone, and asks once', async ({ page }) => {
  await openAs(page, 'dwhitfield', '/patients');
  const grid = page.getByRole('grid', { name: 'Patients' });
  await grid.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Why do you need this?' });
  await expect(dialog).toContainText('It stands in the activity log with what you do.');
  await expectClean(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page);
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Choose one.')).toBeVisible();
  await dialog.getByRole('radio', { name: 'Treatment of the patient' }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  const record = page.getByRole('region', { name: 'Open patient record' });
  await expect(record.getByRole('heading', { name: /Example/ })).toBeVisible();
  await expect(dialog).toBeHidden();
  const { entries } = await call(page, 'audit.find', {
    filter: { ...NO_AUDIT_FILTER, event: 'access_reason_given' },
    beforeNumber: null,
    limit: 5,
  });
  expect(entries).toMatchObject([{ why: 'Treatment of the patient' }]);
});

test('S3.14 whoever would rather not say why reads the refusal, and nothing opens', async ({ page }) => {
  await openAs(page, 'dwhitfield', '/patients');
  await page.getByRole('gridcell', { name: 'Example003, Pat' }).click();
  await page.getByRole('dialog', { name: 'Why do you need this?' }).getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('This practice asks for a reason before this. Try again and say why.')).toBeVisible();
  await expect(page.getByLabel('Last name')).toHaveCount(0);
  await expectClean(page);
});

test('P7 the rule is changed in Settings, with a reason of its own', async ({ page }) => {
  await openAs(page, 'dwhitfield', '/patients');
  await page.keyboard.press('Control+,');
  const panel = page.getByRole('region', { name: 'When people are asked why' });
  await expect(panel).toContainText('a patient opened out of pattern');
  await panel.getByRole('button', { name: 'Change when it is asked…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ask for a reason before…' });
  await dialog.getByRole('combobox', { name: 'Every act under these rights' }).fill('Patients: Ex');
  await page.getByRole('option', { name: 'Patients: Export', exact: true }).click();
  await page.keyboard.press('Tab');
  await dialog.getByLabel('Reason').fill('Files leave the office.');
  await expectClean(page);
  await dialog.getByRole('button', { name: 'Save when it is asked' }).click();
  await expect(panel).toContainText('Patients: Export');
});
