// The schedule in the real window: booking, moving with the mouse and with the keys, and every state (S2.108, S2.33).

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expectClean } from './expectClean.ts';
import { pdfTexts } from './pdfText.ts';
import { call, expect, test } from './peoplePractice.ts';
import { addSchedule, DAY, openSchedule } from './schedulePractice.ts';

test.use({ prepare: { more: addSchedule } });

const cell = (page: Page, name: RegExp) => page.getByRole('gridcell', { name }).first();
const block = (page: Page, patient: string) => page.locator('[data-appointment]', { hasText: patient });

/** Drags from the middle of a block (or its lower edge) to the middle of a slot. */
async function drag(page: Page, from: Locator, to: Locator, grip: 'middle' | 'edge' = 'middle'): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (start === null || end === null) throw new Error('nothing to drag');
  const x = start.x + start.width / 2;
  const y = grip === 'edge' ? start.y + start.height - 3 : start.y + 8;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 3, y + 12, { steps: 3 });
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 8 });
  await page.mouse.up();
}

test('S2.108 a day is shown per provider, and booking warns before anything is saved', async ({ page }) => {
  await openSchedule(page);
  await expect(page.getByRole('columnheader', { name: /Hale, Tom/ })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: /Patel, Ria/ })).toBeVisible();
  await expect(cell(page, /Archer, Ada, Check-up, Booked/)).toBeVisible();
  await expectClean(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page);
  await page.emulateMedia({ colorScheme: 'light' });

  await page.getByRole('button', { name: 'Book…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Book an appointment' });
  await dialog.getByRole('button', { name: 'Book', exact: true }).click();
  await expect(dialog.getByText('Choose a patient.')).toBeVisible();
  await dialog.getByLabel('Patient').fill('Dal');
  await page.getByRole('option', { name: /Dale, Dan/ }).click();
  await dialog.getByLabel('Provider').fill('Pat');
  await page.getByRole('option', { name: /Patel, Ria/ }).click();
  await dialog.getByLabel('Day').fill(DAY);
  await dialog.getByLabel('Time').fill('09:45');
  await dialog.getByRole('button', { name: 'Book', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText(
    'The provider already has an appointment then: 09:30 to 10:00.',
  );
  await expectClean(page);
  await expect(block(page, 'Dale, Dan')).toHaveCount(1);

  await dialog.getByRole('button', { name: 'Next free times' }).click();
  await dialog.getByRole('group', { name: 'Free times' }).getByRole('button').first().click();
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Book', exact: true }).click();
  await expect(page.getByText('Booked the appointment.')).toBeVisible();
  await expect(block(page, 'Dale, Dan')).toHaveCount(2);
});

test('S2.108 an appointment is moved and made longer with the mouse', async ({ page }) => {
  await openSchedule(page);
  await drag(page, block(page, 'Archer, Ada'), page.locator('[data-column="0"][data-minute="660"]'));
  await expect(page.getByText(/Moved Archer, Ada: 11:00.* to 11:30.*Hale, Tom/).first()).toBeVisible();
  await expect(cell(page, /11:00.* to 11:30.*Archer, Ada/)).toBeVisible();

  await drag(page, block(page, 'Archer, Ada'), page.locator('[data-column="0"][data-minute="705"]'), 'edge');
  await expect(cell(page, /11:00.* to 12:00.*Archer, Ada/)).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await drag(page, block(page, 'Archer, Ada'), page.locator('[data-column="0"][data-minute="720"]'));
  const asked = page.getByRole('dialog', { name: 'Move the appointment?' });
  await expect(asked.getByRole('alert')).toContainText('The provider is away then (Lunch).');
  await expectClean(page);
  await asked.getByRole('button', { name: 'Leave it where it was' }).last().click();
  await expect(cell(page, /11:00.* to 12:00.*Archer, Ada/)).toBeVisible();
});

test('S2.108 what somebody else changed meanwhile is not overwritten from an older dialog', async ({ page }) => {
  await openSchedule(page);
  await block(page, 'Archer, Ada').click();
  await page.getByRole('dialog', { name: 'Archer, Ada' }).getByRole('button', { name: 'Change…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change the appointment of Archer, Ada' });
  await dialog.getByLabel('Reason').fill('Check-up and blood test');
  const { appointments } = await call(page, 'schedule.read', { from: DAY, to: DAY, providerIds: [], locationId: null });
  const theirs = appointments.find(({ patientName }) => patientName === 'Archer, Ada');
  if (theirs === undefined) return expect(appointments).toContain('Archer, Ada');
  const { id, version, providerId, locationId } = theirs;
  await call(page, 'appointment.reschedule', {
    id,
    version,
    day: DAY,
    time: '11:30',
    lengthMinutes: 30,
    isSecondHour: false,
    isConfirmed: true,
    fields: { providerId, locationId, reason: 'Flu shot' },
  });
  await page.keyboard.press('F5');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await expect(dialog.getByLabel('Reason')).toHaveValue('Check-up and blood test');
  await dialog.getByRole('button', { name: 'Cancel', exact: true }).click();
  await page.keyboard.press('F5');
  await expect(block(page, 'Archer, Ada')).toContainText('Flu shot');
});

test('S2.108 everything is done with the keys alone', async ({ page }) => {
  await openSchedule(page);
  await cell(page, /Brook, Ben/).focus();
  await page.keyboard.press('m');
  await expect(page.getByText(/Picked up Brook, Ben/)).toBeAttached();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(page.getByText(/10:45.* to 11:15.*, Hale, Tom/).first()).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Left where it was.')).toBeAttached();
  await expect(cell(page, /10:30.* to 11:15.*Brook, Ben/)).toBeVisible();

  await cell(page, /Brook, Ben/).focus();
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Moved Brook, Ben: 10:30.* to 11:15.*Hale, Tom/).first()).toBeVisible();

  // The keyboard stays where the appointment was put down.
  await expect(page.locator('[data-column="0"] [data-appointment]', { hasText: 'Brook, Ben' })).toBeVisible();
  await page.keyboard.press('Enter');
  const opened = page.getByRole('dialog', { name: 'Brook, Ben' });
  await expect(opened.getByText('Blood pressure')).toBeVisible();
  await expectClean(page);
  await opened.getByRole('button', { name: 'Check in' }).press('Enter');
  await expect(opened.getByRole('alert')).toContainText('This appointment is on a later day.');
  await opened.getByRole('button', { name: 'Cancel the appointment…' }).press('Enter');
  await page.getByLabel('Reason').fill('The patient called.');
  await page.getByRole('button', { name: 'Cancel the appointment', exact: true }).press('Enter');
  await expect(page.getByText('The appointment of Brook, Ben is cancelled.')).toBeVisible();
  await expect(block(page, 'Brook, Ben')).toHaveCount(0);
  await page.getByLabel('Cancelled ones too').check();
  await expect(cell(page, /Brook, Ben.*Cancelled/)).toBeVisible();

  await page
    .getByRole('gridcell', { name: /4:00.*free/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Book an appointment' }).getByLabel('Time')).toHaveValue('16:00');
  await page.keyboard.press('Escape');
});

test('S2.108 the week of one provider, a walk-in, and what a reader may not do', async ({ page }) => {
  await openSchedule(page, 'front');
  await page.getByText('Week', { exact: true }).click();
  await expect(page.getByRole('columnheader')).toHaveCount(8);
  await page.getByLabel('Provider', { exact: true }).selectOption({ label: 'Patel, Ria' });
  await expect(cell(page, /Archer, Ada/)).toBeVisible();
  await expectClean(page);

  await page.getByRole('button', { name: 'Walk-in…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Walk-in' });
  await dialog.getByLabel('Patient').fill('Carter');
  await page.getByRole('option', { name: /Carter, Cleo/ }).click();
  await dialog.getByRole('button', { name: 'Add and check in' }).click();
  const confirm = dialog.getByRole('button', { name: 'Add and check in all the same' });
  const done = page.getByText('Added the walk-in and checked it in.');
  // At night and on Sundays there is a warning first.
  await expect(confirm.or(done)).toBeVisible();
  if (await confirm.isVisible()) await confirm.click();
  await expect(done).toBeVisible();
});

test('S2.108 the list of the day goes on paper as it is shown', async ({ page, files, answerDialogs }) => {
  await openSchedule(page, 'front');
  const pdf = join(files, 'day.pdf');
  answerDialogs({ save: [pdf] });
  await page.getByRole('button', { name: 'Print the list…' }).click();
  await expect(page.getByText('Sent 4 appointments to the printer.')).toBeVisible();
  await expect.poll(() => existsSync(pdf)).toBe(true);
  expect(pdfTexts(readFileSync(pdf)).some((letters) => letters.includes('Archer,Ada'))).toBe(true);
});

test('S2.108 a line shows what time it is, on the clock of the office', async ({ page }) => {
  // 10:20 in New York while the office is on winter or on summer time.
  const noon = new Date(`${DAY}T15:20:00Z`);
  await page.clock.setFixedTime(noon);
  await openSchedule(page);
  const line = page.locator('[data-now]').first();
  await expect(line).toBeVisible();
  const [drawn, slot] = [
    await line.boundingBox(),
    await page.locator('[data-column="0"][data-minute="615"]').boundingBox(),
  ];
  const isWinter =
    new Intl.DateTimeFormat('en-US', { timeZone: 'America/New_York', hour: 'numeric', hour12: false }).format(noon) ===
    '10';
  if (isWinter && drawn !== null && slot !== null)
    expect(Math.abs(drawn.y - (slot.y + slot.height / 3))).toBeLessThan(3);
});

test('S2.33 hours, breaks and every appointment have lists of their own', async ({ page }) => {
  await openSchedule(page);
  for (const [path, title] of [
    ['working-hours', 'Working hours'],
    ['breaks', 'Breaks and absences'],
    ['appointments', 'Find appointments'],
  ] as const) {
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, `#/${path}`);
    await expect(page.getByText(/^Showing \d+ of \d+$/)).toBeVisible();
    await page.getByRole('grid', { name: title }).getByRole('gridcell').first().click();
    await expect(page.getByRole('button', { name: 'Show the history' })).toBeVisible();
    await expectClean(page);
  }
});

test('S2.108 who may only look sees the schedule and neither books nor moves', async ({ page }) => {
  await openSchedule(page, 'reader');
  await expect(page.getByText('No provider to show.').or(page.getByRole('grid'))).toBeVisible();
  await expect(page.getByRole('button', { name: 'Book…' })).toHaveCount(0);
  await expectClean(page);
});
