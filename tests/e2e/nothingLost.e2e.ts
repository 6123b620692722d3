// What somebody typed stays theirs: through saving, signing, walking on, a lock, and keys meant for something else.
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { noFilter } from '../../shared/catalogue/records/recordProcedures.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { recordTypeNamed } from '../../shared/catalogue/records.ts';
import { addPeople, call, expect, openAs, test } from './peoplePractice.ts';
import { PASSWORD, signIn } from './practice.ts';

test.use({ prepare: { more: addPeople } });

async function goTo(page: Page, path: string, title: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#${path}`);
  await expect(page.getByRole('heading', { name: title, exact: true, level: 1 })).toBeVisible();
}

/** Two notes of the provider who is signed in, and the first of them open. */
async function openNote(page: Page): Promise<void> {
  await signIn(page, 'rpatel');
  const filter = noFilter(recordTypeNamed('patient') as RecordType);
  const query = { search: 'Example003', sort: 'lastName', isDescending: false, filter, offset: 0, limit: 1 } as const;
  const { rows } = await call(page, 'patient.find', query as never);
  const patientId = rows[0]?.id ?? '';
  for (const title of ['Follow-up', 'Results'])
    await call(page, 'note.create', {
      fields: { patientId, noteDate: '2026-01-05', noteClass: 'general', title, body: 'Feels well.' },
    });
  await goTo(page, '/notes', 'Clinical notes');
  await page.getByRole('gridcell', { name: 'Follow-up', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Follow-up', exact: true })).toBeVisible();
}

async function sign(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign and lock…' }).click();
  await page.getByRole('textbox', { name: 'Your password' }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByText('It can no longer be changed; add an addendum instead.')).toBeVisible();
}

test('S2.109 a note is not signed without the words that are not saved yet', async ({ page }) => {
  await openNote(page);
  const words = page.getByRole('textbox', { name: 'Note', exact: true });
  await words.fill('Feels well. Sleeps badly.');
  await expect(page.getByRole('button', { name: 'Sign and lock…' })).toBeDisabled();
  await expect(page.getByText('Save or undo what you typed first')).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Saved Follow-up.')).toBeVisible();
  await sign(page);
  await expect(words).toHaveValue('Feels well. Sleeps badly.');
});

test('S2.109 S2.41 an addendum that is not saved yet is asked about and survives a lock', async ({ page }) => {
  await openNote(page);
  await sign(page);
  await page.getByLabel('New addendum').fill('The dose was 20 mg.');
  await page.getByRole('gridcell', { name: 'Results', exact: true }).click();
  const question = page.getByRole('dialog', { name: 'Leave without saving?' });
  await question.getByText('Stay here', { exact: true }).click();
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('New addendum')).toHaveValue('The dose was 20 mg.');
  await page.getByRole('button', { name: 'Add the addendum' }).click();
  await expect(page.getByText('The addendum is saved.')).toBeVisible();
  await expect(page.getByLabel('New addendum')).toHaveValue('');
  await page.getByRole('gridcell', { name: 'Results', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Results', exact: true })).toBeVisible();
});

test('S5.07 what is typed while a user is being saved stays', async ({ page }) => {
  await signIn(page);
  await page.getByRole('gridcell', { name: 'Ortiz, Lena' }).click();
  const phone = page.getByLabel('Phone');
  await phone.fill('617 555 01');
  await page.keyboard.press('Control+s');
  await page.keyboard.type('47');
  await expect(page.getByText('Lena Ortiz is saved.')).toBeVisible();
  await expect(page.getByText(/^Unsaved changes/)).toBeVisible();
  await expect(phone).toHaveValue('617 555 0147');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('No unsaved changes')).toBeVisible();
});

test('S4.13 what is typed while the practice data are being saved stays', async ({ page }) => {
  await signIn(page);
  await goTo(page, '/organization', 'Practice data');
  const name = page.getByLabel('Name of the practice');
  await page.getByLabel('Reason').fill('Moved.');
  await name.fill('Maple Street');
  await page.keyboard.press('Control+s');
  await page.keyboard.type(' West');
  await expect(page.getByText('The practice data are saved.')).toBeVisible();
  await expect(page.getByText('1 field changed, not saved')).toBeVisible();
  await expect(name).toHaveValue('Maple Street West');
});

test('S2.107 a row that is only passed on the way does not open', async ({ page }) => {
  await openAs(page, 'dwhitfield', '/patients');
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
  await page.getByRole('gridcell', { name: 'Example003, Pat' }).click();
  await expect(page.getByRole('heading', { name: 'Example003, Pat' })).toBeVisible();
  await page.getByRole('grid', { name: 'Patients' }).focus();
  for (const key of ['ArrowDown', 'ArrowUp']) await page.keyboard.press(key);
  await expect(row('Example003, Pat')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('heading', { name: 'Example003, Pat' })).toBeVisible();
});

test('S2.112 quantity and price of a line are typed one after the other', async ({ page }) => {
  await signIn(page);
  const fields = { name: 'Gloves', sku: 'GL-1', unit: 'box', warnBelow: 0, priceCents: 250, isActive: true };
  const product = await call(page, 'product.create', { fields: fields as never });
  const order = await call(page, 'purchaseOrder.create', { fields: { supplier: 'Harbor', note: '' } });
  await call(page, 'orderLine.create', {
    fields: { orderId: order.id, productId: product.id, quantity: 10, unitCents: 250 },
  });
  await goTo(page, '/orders', 'Orders');
  await page.getByRole('gridcell', { name: 'Harbor' }).click();
  await page.getByLabel('Quantity of Gloves').fill('8');
  await page.keyboard.press('Tab');
  const price = page.getByLabel('Price of one Gloves');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('3');
  await expect(page.getByText('Together $20.00')).toBeVisible();
  await expect(price).toBeFocused();
  await page.keyboard.type('.50');
  await expect(price).toHaveValue('3.50');
  await page.keyboard.press('Tab');
  await expect(page.getByText('Together $28.00')).toBeVisible();

  await page.getByRole('button', { name: 'Place the order' }).click();
  await page.getByRole('button', { name: 'Receive…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Receive order/ });
  await dialog.getByLabel('Comes now: Gloves').fill('9');
  const keep = dialog.getByRole('checkbox', { name: 'More came than was ordered' });
  await keep.check();
  await dialog.getByLabel('Comes now: Gloves').fill('90');
  await expect(keep).not.toBeChecked();
});

test('S2.114 S2.108 what the menu bar and the printer refuse is said', async ({ page, files, answerDialogs }) => {
  await signIn(page, 'front');
  const punch = page.getByRole('banner').getByRole('button', { name: 'Punch in' });
  await expect(punch).toBeVisible();
  await call(page, 'punch.in', { note: '' });
  await punch.click();
  await expect(page.getByText('You are punched in already.', { exact: false })).toBeVisible();
  await goTo(page, '/schedule', 'Schedule');
  answerDialogs({ save: [join(files, 'no such folder', 'day.pdf')] });
  await page.getByRole('button', { name: 'Print the list…' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
});

test('S2.108 a click beside a dialog loses nothing that was typed in it', async ({ page }) => {
  await signIn(page, 'front');
  await goTo(page, '/schedule', 'Schedule');
  await page.getByRole('button', { name: 'Book…' }).click();
  const reason = page.getByRole('dialog', { name: 'Book an appointment' }).getByLabel('Reason');
  await reason.fill('Knee pain');
  await page.mouse.click(8, 400);
  await expect(reason).toHaveValue('Knee pain');
});

test('S5.07 keys of the page behind wait while a dialog is open', async ({ page }) => {
  await openAs(page, 'dwhitfield', '/patients');
  await page.getByRole('gridcell', { name: 'Example003, Pat' }).click();
  const record = page.getByRole('region', { name: 'Open patient record' });
  await record.getByLabel('Phone').fill('617 555 0100');
  await record.getByRole('button', { name: 'Delete…' }).click();
  const reason = page.getByRole('dialog').getByLabel('Reason');
  await expect(reason).toBeFocused();
  for (const key of ['Control+f', 'Control+s']) await page.keyboard.press(key);
  await page.keyboard.type('Twice');
  await expect(reason).toHaveValue('Twice');
  await page.keyboard.press('Escape');
  await expect(record.getByRole('button', { name: 'Save' })).toBeEnabled();
});
