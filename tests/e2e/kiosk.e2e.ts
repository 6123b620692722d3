// A patient at the desk: a window that shows their record alone, its copy, and who opened it (S1.23).
import type { ElectronApplication, Page } from '@playwright/test';
import { expectClean } from './expectClean.ts';
import { addLimits, everyPatient, patientIds } from './limitsPractice.ts';
import { call } from './peoplePractice.ts';
import { expect, PASSWORD, type Preparation, signIn, test } from './practice.ts';

test.use({ prepare: { more: addPatient } });

/** Beside those of addLimits(): a privacy officer, who looked at Archer's record twice. */
async function addPatient(preparation: Preparation): Promise<void> {
  await addLimits(preparation);
  const { addUser, must } = preparation;
  await addUser('pnash', 'Nash', { roleIds: ['privacy-officer'] });
  await must('session.create', { loginId: 'pnash', password: PASSWORD }, 'pnash');
  for (const name of ['Archer', 'Archer', 'Brook'])
    await must('patient.read', { id: patientIds.get(name) ?? '' }, 'pnash');
  await must('session.delete', {}, 'pnash');
}

/** A patient's page has no “Lock” to wait for. */
async function comeAsPatient(page: Page): Promise<void> {
  await page.getByLabel('Login ID').fill('aarcher');
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Your record', exact: true })).toBeVisible();
}

const isKiosk = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isKiosk());

/** A printer that takes everything; what it was asked stands in the main process afterwards. */
async function addPrinter(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ app: running }) => {
    const printed: boolean[] = [];
    Object.assign(globalThis, { printed });
    running.on('browser-window-created', (_event, { webContents }) => {
      Object.assign(webContents, {
        getPrintersAsync: async () => [{ name: 'Desk' }],
        print: (options: { silent: boolean }, done: (isDone: boolean, reason: string) => void) => {
          printed.push(options.silent);
          done(true, '');
        },
      });
    });
  });
}
const printed = (app: ElectronApplication) =>
  app.evaluate(() => (globalThis as unknown as { printed: boolean[] }).printed);

test('S1.23 a patient sees their own record in a kiosk, large and read-only, and nothing of the office', async ({
  app,
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  expect(await isKiosk(app)).toBe(false);
  await comeAsPatient(page);
  expect(await isKiosk(app)).toBe(true);
  await expect(page.getByText('Archer, Ada', { exact: false })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Contact' })).toContainText('1 Elm St');
  for (const role of ['menubar', 'contentinfo', 'textbox', 'combobox', 'navigation'] as const)
    await expect(page.getByRole(role)).toHaveCount(0);
  for (const button of await page.getByRole('button').all()) {
    const box = await button.boundingBox();
    expect(Math.min(box?.height ?? 0, box?.width ?? 0)).toBeGreaterThanOrEqual(44);
  }
  await expectClean(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page);
  const { rows } = await call(page, 'patient.find', everyPatient());
  expect(rows.map(({ title }) => title)).toEqual(['Archer, Ada']);
  await expect(call(page, 'patient.read', { id: patientIds.get('Brook') ?? '' })).rejects.toThrow(/was refused/);
  await expect(call(page, 'user.findLocationChoices', {})).rejects.toThrow(/was refused/);
});

test('S1.23 being finished ends the session and the kiosk, and leaves no name behind', async ({ app, page }) => {
  await comeAsPatient(page);
  await page.getByRole('button', { name: 'I am finished', exact: true }).click();
  await expect(page.getByLabel('Login ID')).toBeVisible();
  await expect(page.getByLabel('Login ID')).toHaveValue('');
  await expect(page.getByText('Archer', { exact: false })).toHaveCount(0);
  expect(await isKiosk(app)).toBe(false);
  await signIn(page, 'fdesk');
  expect(await isKiosk(app)).toBe(false);
});

test('S1.23 a patient prints their copy and sees who opened the record, with the keyboard alone', async ({
  app,
  page,
}) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await addPrinter(app);
  await comeAsPatient(page);
  await expect(page.getByRole('heading', { name: 'Your record', exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Print a copy of my record' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your copy is at the printer.', { exact: false })).toBeVisible();
  expect(await printed(app)).toEqual([true]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Who opened my record' })).toBeFocused();
  const row = page.getByRole('row').filter({ hasText: 'opened a patient record' }).filter({ hasText: 'Nash' });
  await expect(row).toContainText('Privacy Officer');
  await expect(row.getByRole('cell').nth(5)).toHaveText('2');
  await expect(page.getByText('Brook', { exact: false })).toHaveCount(0);
  await expectClean(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Print this list' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your list is at the printer.', { exact: false })).toBeVisible();
  expect(await printed(app)).toEqual([true, true]);
  await page.getByRole('button', { name: 'Back to my record' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your record', exact: true })).toBeFocused();
});

test('S1.23 without a printer a patient is told whom to ask, and no file chooser opens', async ({ app, page }) => {
  await app.evaluate(({ dialog }) => {
    dialog.showSaveDialog = () => Promise.reject(new Error('a file chooser opened in the kiosk'));
  });
  await comeAsPatient(page);
  await page.getByRole('button', { name: 'Print a copy of my record' }).click();
  await expect(page.getByRole('alert')).toHaveText(
    'There is no printer here. Ask at the front desk: they can print this for you.',
  );
  await expectClean(page);
});

test('S1.23 whoever answers patients prints the copy and sees who opened the record', async ({ app, page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await addPrinter(app);
  await signIn(page, 'pnash');
  await page.evaluate((id) => {
    window.location.hash = `#/patients?open=${id}`;
  }, patientIds.get('Archer'));
  await page.getByRole('gridcell', { name: /Archer/ }).click();
  await page.getByRole('button', { name: 'Print a copy…' }).click();
  const ask = page.getByRole('dialog', { name: 'Print a copy of this record' });
  await ask.getByRole('textbox').fill('Asked by the patient.');
  await expectClean(page);
  await ask.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(page.getByText('The copy was given to the printer.')).toBeVisible();
  await page.getByRole('button', { name: 'Who opened it…' }).click();
  const receipt = page.getByRole('dialog', { name: 'Who opened this record' });
  await expect(receipt.getByRole('row').filter({ hasText: 'printed a copy of a patient record' })).toContainText(
    'Nash',
  );
  await expectClean(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page);
  await receipt.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(page.getByText('The list was given to the printer.')).toBeVisible();
  expect(await printed(app)).toEqual([false, false]);
});

test.describe('left alone', () => {
  test.use({
    prepare: {
      more: async (preparation) => {
        await addPatient(preparation);
        const { version, values } = await preparation.must('setting.read', {});
        await preparation.must('setting.update', { version, values: { ...values, idleMinutes: 1 }, reason: '' });
      },
    },
  });

  test('S1.23 the record asks whether somebody is there, then closes and leaves no name', async ({ app, page }) => {
    await comeAsPatient(page);
    const question = page.getByRole('dialog', { name: 'Still there?' });
    await expect(question).toContainText('Your record closes in');
    await expect(question.getByRole('button', { name: 'I am still here' })).toBeFocused();
    await expectClean(page);
    await expect(page.getByLabel('Login ID')).toBeVisible();
    await expect(page.getByLabel('Login ID')).toHaveValue('');
    await expect(page.getByText('Archer', { exact: false })).toHaveCount(0);
    expect(await isKiosk(app)).toBe(false);
  });
});
