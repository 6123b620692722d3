// Stock, orders, calls and the time clock in the real window (S2.112, S2.113, S2.114, S2.22, S2.23).
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { PROCEDURES } from '../../shared/catalogue/procedures.ts';
import { addDays } from '../../shared/schedule/days.ts';
import { localOf, startOfDay } from '../../shared/schedule/zonedTime.ts';
import { weekStartOf } from '../../shared/timeClock/workedTime.ts';
import { expectClean } from './expectClean.ts';
import { expect, test } from './peoplePractice.ts';
import { type Preparation, signIn } from './practice.ts';

const ZONE = 'America/New_York';
const HOUR_MS = 3_600_000;
const GAUZE = { name: 'Gauze pads', sku: 'GZ-44', unit: 'box', warnBelow: 5, priceCents: 1_250, isActive: true };

async function furnish({ must, addUser }: Preparation): Promise<void> {
  const { fields } = PROCEDURES['patient.create'].example;
  const ada = { ...fields, lastName: 'Archer', firstName: 'Ada', providerIds: [] };
  const patient = await must('patient.create', { fields: ada });
  const handler = await addUser('calls', 'Cole', { roleIds: ['call-handling'] });
  await addUser('desk', 'Desmond', { roleIds: ['front-desk'] });
  await addUser('stock', 'Stark', { roleIds: ['inventory'] });
  await must('product.create', { fields: GAUZE });
  await must('product.create', { fields: { ...GAUZE, name: 'Gloves', warnBelow: 0 } });
  const nowMs = Date.now();
  await must('call.create', {
    fields: {
      atMs: nowMs - 600_000,
      callerName: 'Ada Archer',
      phone: '617-555-0147',
      direction: 'incoming',
      patientId: patient.id,
      ownerId: handler,
      summary: 'Asks for an earlier appointment.',
      transcript: '',
    },
  });
  const weekStart = weekStartOf(localOf(nowMs, ZONE).day);
  const inAtMs = startOfDay(addDays(weekStart, -4), ZONE) + 8 * HOUR_MS;
  await must('punch.addMissing', {
    userId: handler,
    inAtMs,
    outAtMs: inAtMs + 7.75 * HOUR_MS,
    note: 'Early shift',
    reason: 'Forgot to punch.',
  });
}

/** Signs in and opens a page of the office. */
async function openAs(page: Page, loginId: string, path: string, title: string): Promise<void> {
  await signIn(page, loginId);
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#${path}`);
  await page.getByRole('heading', { name: title, level: 1 }).waitFor();
}

test.use({ prepare: { more: furnish } });

test('S2.112 stock is counted and used, and what is below its level is named', async ({ page }) => {
  await openAs(page, 'stock', '/stock', 'Stock');
  const strip = page.getByRole('region', { name: 'Below level' });
  await expect(strip).toContainText('1 product is below its level: Gauze pads');
  await strip.getByRole('button', { name: 'Show them' }).click();
  await expect(page.getByRole('gridcell', { name: 'Gloves' })).toHaveCount(0);
  await page.getByRole('gridcell', { name: 'Gauze pads' }).click();
  await page.getByRole('button', { name: 'Count…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Counted').fill('12');
  await dialog.getByLabel('Reason').fill('Monthly count.');
  await expectClean(page);
  await dialog.getByRole('button', { name: 'Enter the count' }).click();
  await expect(page.getByText('Gauze pads: 12 (box) on hand.')).toBeVisible();
  await page.getByText('All', { exact: true }).click();
  await page.getByRole('button', { name: 'Use…' }).click();
  await dialog.getByLabel('Used').fill('13');
  await dialog.getByLabel('Reason').fill('Room 2.');
  await dialog.getByRole('button', { name: 'Take out of stock' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Only 12 (box) are in stock');
  await dialog.getByLabel('Used').fill('2');
  await dialog.getByRole('button', { name: 'Take out of stock' }).click();
  await expect(page.getByText('Gauze pads: 10 (box) on hand.')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Last movements' })).toContainText('−2');
  await expectClean(page);
});

test('S2.112 an order is written, placed, and received with more than was ordered only when confirmed', async ({
  page,
}) => {
  await openAs(page, 'stock', '/orders', 'Orders');
  await page.getByRole('button', { name: 'Add order…' }).click();
  await page.getByLabel('Supplier').fill('Harbor Medical Supply');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { name: 'O-000001' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Product' }).click();
  await page.getByRole('option', { name: 'Gloves' }).click();
  await page.getByRole('textbox', { name: 'Quantity', exact: true }).fill('10');
  await page.getByLabel('Price each').fill('2.50');
  await page.getByRole('button', { name: 'Add the line' }).click();
  await expect(page.getByText('Together $25.00')).toBeVisible();
  await page.getByLabel('Quantity of Gloves').fill('8');
  await page.getByLabel('Quantity of Gloves').press('Tab');
  await expect(page.getByText('Together $20.00')).toBeVisible();
  await expectClean(page);
  await page.getByRole('button', { name: 'Place the order' }).click();
  await page.getByRole('button', { name: 'Receive…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Comes now: Gloves').fill('9');
  await dialog.getByRole('button', { name: 'Take into stock' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Confirm that you keep more');
  await dialog.getByRole('checkbox', { name: 'More came than was ordered' }).check();
  await expectClean(page);
  await dialog.getByRole('button', { name: 'Take into stock' }).click();
  await expect(page.getByText('This order is received')).toBeVisible();
  await expect(page.getByRole('gridcell', { name: 'Received' })).toBeVisible();
});

test('S2.23 a call handler takes calls without a way to the patient, adds a transcript and hands on', async ({
  page,
  files,
  answerDialogs,
}) => {
  const path = join(files, 'machine.txt');
  writeFileSync(path, 'Hello, this is Ada.\nPlease call back.\n');
  answerDialogs({ open: [path] });
  await openAs(page, 'calls', '/calls', 'Calls');
  await page.getByRole('gridcell', { name: 'Asks for an earlier appointment.' }).click();
  const open = page.getByRole('region', { name: 'Open call' });
  await expect(open.getByLabel('What it is about')).toHaveValue('Asks for an earlier appointment.');
  await expect(open.getByLabel('Phone')).toHaveValue('617-555-0147');
  await expect(page.getByLabel('About patient')).toHaveCount(0);
  await expect(page.getByText('Archer, Ada')).toHaveCount(0);
  await page.getByRole('button', { name: 'Import a text file…' }).click();
  await expect(page.getByText('Added the text of machine.txt.')).toBeVisible();
  await expect(open.getByLabel('Transcript')).toHaveValue('Hello, this is Ada.\nPlease call back.');
  await expectClean(page);
  await page.getByRole('button', { name: 'Hand on…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'To' }).click();
  await page.getByRole('option', { name: 'Stark' }).click();
  await dialog.getByLabel('Reason').fill('A question about an appointment.');
  await dialog.getByRole('button', { name: 'Hand it on' }).click();
  await expect(dialog.getByRole('alert')).toContainText('could not open the call');
  await dialog.getByRole('combobox', { name: 'To' }).click();
  await page.getByRole('option', { name: 'Desmond' }).click();
  await dialog.getByRole('button', { name: 'Hand it on' }).click();
  await expect(page.getByText('The call is handed on.')).toBeVisible();
  await expect(page.getByText('No calls here.')).toBeVisible();
  await page.getByRole('button', { name: 'Add call…' }).click();
  await expect(
    page.getByRole('region', { name: 'Open call' }).getByRole('combobox', { name: 'Assigned to' }),
  ).toHaveValue('Cole, Lena');
  await page.getByLabel('What it is about').fill('Wants the bill again.');
  await expectClean(page);
  await page.keyboard.press('Control+s');
  await page.getByRole('button', { name: 'Mark as done' }).click();
  await expect(page.getByText('This call is done.', { exact: false })).toBeVisible();
});

test('S2.113 the front desk names the patient of a call', async ({ page }) => {
  await openAs(page, 'desk', '/calls', 'Calls');
  await page.getByRole('gridcell', { name: 'Archer, Ada' }).click();
  await expect(page.getByRole('combobox', { name: 'About patient' })).toHaveValue('Archer, Ada');
});

test('S2.114 people punch from the menu bar, and see their own week alone', async ({ page }) => {
  await openAs(page, 'desk', '/time-clock', 'Time clock');
  await page.getByRole('banner').getByRole('button', { name: 'Punch in' }).click();
  await expect(page.getByText('You are punched in since', { exact: false })).toBeVisible();
  const week = page.getByRole('table', { name: 'Hours per day' });
  await expect(week.getByRole('rowheader')).toHaveText(['Desmond, Lena']);
  await expectClean(page);
  await page.getByLabel('Note to this punch').fill('Lunch');
  await page.getByRole('region', { name: 'My punch' }).getByRole('button', { name: 'Punch out' }).click();
  await expect(page.getByText('You are not punched in.')).toBeVisible();
});

test('S2.114 a week is approved by somebody else, and a punch corrected with a reason', async ({ page }) => {
  await openAs(page, 'dwhitfield', '/time-clock', 'Time clock');
  await page.getByRole('button', { name: 'Earlier week' }).click();
  const week = page.getByRole('table', { name: 'Hours per day' });
  await expect(week).toContainText('7:45');
  await week.getByRole('button', { name: 'Approve for Cole, Lena' }).click();
  await expect(week).toContainText('Approved by Whitfield, Dana');
  await expectClean(page);
  await page.evaluate(() => {
    window.location.hash = '#/punches';
  });
  await page.getByRole('gridcell', { name: 'Cole, Lena' }).click();
  await page.getByRole('button', { name: 'Correct…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Note').fill('Left early');
  await dialog.getByLabel('Reason').fill('She told me.');
  await expectClean(page);
  await dialog.getByRole('button', { name: 'Correct it' }).click();
  await expect(dialog.getByRole('alert')).toContainText('This week is approved');
});
