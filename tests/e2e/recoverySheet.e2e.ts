// The recovery sheet in the window: on paper or in a file, typed back, and made anew by a Super User.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectClean } from './expectClean.ts';
import { test as bare, expect, launchApp } from './fixtures.ts';
import { pdfTexts } from './pdfText.ts';
import { OWNER_LOGIN, PASSWORD, preparePractice, signIn } from './practice.ts';

interface Paper {
  /** Where the next sheet goes; `null` cancels the dialog. */
  saveTo: (name: string | null) => string;
}
const test = bare.extend<Paper & { papers: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names a fixture needs from this pattern
  papers: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'keyward-papers-'));
    await use(folder);
    rmSync(folder, { recursive: true });
  },
  saveTo: ({ papers }, use) =>
    use((name) => {
      const path = join(papers, name ?? 'nowhere');
      writeFileSync(join(papers, 'answers.json'), JSON.stringify({ save: name === null ? [] : [path] }));
      return path;
    }),
  running: async ({ dataDir, deviceDir, papers }, use) => {
    writeFileSync(join(papers, 'answers.json'), '{}');
    const running = await launchApp({ dataDir, deviceDir }, { KEYWARD_DIALOG_ANSWERS: join(papers, 'answers.json') });
    await running.page.setViewportSize({ width: 1366, height: 768 });
    await use(running);
    await running.app.close();
  },
});

/** The same on a practice that is set up; `oldCode` stands on its sheet. */
const madeTest = test.extend<{ oldCode: string }>({
  oldCode: async ({ dataDir, deviceDir }, use) => {
    let oldCode = '';
    await preparePractice({ dataDir, deviceDir }, async (prepared) => {
      oldCode = prepared.recoveryCode;
    });
    await use(oldCode);
  },
  running: async ({ oldCode: _prepared, running }, use) => use(running),
});

test('S5.03 the sheet of the set-up is saved to a file and printed as a PDF, both with every group of the code', async ({
  page,
  saveTo,
}) => {
  await createPractice(page);
  const code = await shownCode(page, 'Recovery code');
  await expectClean(page);

  saveTo(null);
  await page.getByRole('button', { name: 'Save to a file…' }).click();
  await expect(page.getByText('Nothing was saved.')).toBeVisible();
  await expect(page.getByLabel('Recovery code', { exact: true })).toBeVisible();

  const file = saveTo('sheet.txt');
  await page.getByRole('button', { name: 'Save to a file…' }).click();
  await expect(page.getByText('The sheet is saved.')).toBeVisible();
  expect(readFileSync(file, 'utf8')).toContain(`Recovery code    ${code}\r\n`);
  await expect(page.getByLabel('Recovery code', { exact: true })).toBeHidden();
  await expectClean(page);

  await page.getByRole('button', { name: 'Show the code again' }).click();
  const pdf = saveTo('sheet.pdf');
  await page.getByRole('button', { name: 'Print the sheet' }).click();
  await expect(page.getByText('The sheet was given to the printer.', { exact: false })).toBeVisible();
  await expect.poll(() => existsSync(pdf)).toBe(true);
  // Nobody else with an account on this computer may read it.
  if (process.platform !== 'win32') expect(statSync(pdf).mode & 0o077).toBe(0);
  const readings = pdfTexts(readFileSync(pdf));
  expect(readings.some((letters) => letters.includes(code.replaceAll('-', '')))).toBe(true);

  await typeGroups(page, () => '00000');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('alert')).toContainText('A group does not match the sheet');
  await expectClean(page);
  await typeGroups(page, (position) => group(code, position).toLowerCase());
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('heading', { name: 'Second Super User' })).toBeVisible();
});

madeTest(
  'S2.100 a Super User makes a new sheet in Settings; the older one works until two groups are typed back',
  async ({ page, oldCode }) => {
    await signIn(page);
    await page.keyboard.press('Control+,');
    await page.getByRole('button', { name: 'Make a new recovery sheet…' }).click();
    const dialog = page.getByRole('dialog', { name: 'New recovery sheet' });
    await dialog.getByRole('textbox', { name: 'Your password' }).fill('not the password at all');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('alert')).toContainText('Your password did not fit.');
    await expectClean(page);
    await dialog.getByRole('textbox', { name: 'Your password' }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    const lost = await shownCode(page, 'New recovery code');
    expect(lost).not.toBe(oldCode);
    await expectClean(page);
    await dialog.getByRole('button', { name: 'Keep the older sheet' }).click();

    await page.getByRole('button', { name: 'Make a new recovery sheet…' }).click();
    await dialog.getByRole('textbox', { name: 'Your password' }).fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Make a new recovery code' }).click();
    const newCode = await shownCode(page, 'New recovery code');
    await dialog.getByRole('button', { name: 'I wrote it down by hand' }).click();
    await typeGroups(page, (position) => group(newCode, position % 5 === 0 ? 1 : position + 1));
    await dialog.getByRole('button', { name: 'Put the new sheet in force' }).click();
    await expect(dialog.getByRole('alert')).toContainText('A group does not match the sheet');
    await typeGroups(page, (position) => group(newCode, position));
    await dialog.getByRole('button', { name: 'Put the new sheet in force' }).click();
    await expect(page.getByText('The new recovery sheet is in force.', { exact: false })).toBeVisible();

    await page.getByRole('menuitem', { name: 'File' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Use the recovery code' }).click();
    for (const code of [lost, oldCode]) {
      await page.getByLabel('Recovery code').fill(code);
      await page.getByRole('button', { name: 'Open with the recovery code' }).click();
      await expect(page.getByRole('alert')).toContainText('did not work');
      await expect(page.getByLabel('Recovery code')).toHaveValue(code);
      await page.getByRole('button', { name: 'Close this message' }).click();
    }
    await page.getByLabel('Recovery code').fill(newCode);
    await page.getByRole('button', { name: 'Open with the recovery code' }).click();
    await expect(page.getByRole('heading', { name: 'Your new recovery code' })).toBeVisible();
  },
);

async function createPractice(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByLabel('Name of the practice').fill('Maple Street Family Medicine');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByLabel('Last name').fill('Whitfield');
  await page.getByLabel('First name').fill('Dana');
  await expect(page.getByLabel('Login ID')).toHaveValue(OWNER_LOGIN);
  await page.getByRole('textbox', { name: 'New password', exact: true }).fill(PASSWORD);
  await page.getByRole('textbox', { name: 'New password again' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Create the practice' }).click();
}

async function shownCode(page: Page, label: string): Promise<string> {
  const code = page.getByLabel(label, { exact: true });
  await expect(code).toBeVisible();
  return ((await code.textContent()) ?? '').trim();
}

const group = (code: string, position: number): string => code.split('-')[position - 1] ?? '';

async function typeGroups(page: Page, text: (position: number) => string): Promise<void> {
  for (const box of await page.getByRole('textbox', { name: /^Group \d/ }).all()) {
    const label = await box.evaluate((element: HTMLInputElement) => element.labels?.[0]?.textContent ?? '');
    await box.fill(text(Number(label.replace(/\D/g, ''))));
  }
}
