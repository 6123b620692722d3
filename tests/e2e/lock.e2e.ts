// Locking: by key, by idleness with a countdown, for another user; the menu bar by keyboard.
import { expectClean } from './expectClean.ts';
import { expect, OWNER_LOGIN, PASSWORD, signIn, test } from './practice.ts';

test('S2.41 Ctrl+L locks, the page holds nothing any more, and the same person unlocks where they were', async ({
  page,
}) => {
  await signIn(page);
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('heading', { name: 'Roles', exact: true })).toBeVisible();
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Password' })).toBeFocused();
  expect(await page.content()).not.toContain('Front desk');
  await expectClean(page);
  await page.keyboard.type(PASSWORD);
  await page.getByRole('button', { name: 'Unlock as Whitfield, Dana' }).click();
  await expect(page.getByRole('heading', { name: 'Roles', exact: true })).toBeVisible();
});

test('S2.41 typed work survives the lock and comes back to its owner only', async ({ page }) => {
  await signIn(page);
  await page.keyboard.press('Control+,');
  const minutes = page.getByRole('textbox', { name: 'Lock screen after', exact: false });
  await minutes.fill('11');
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Your unsaved work is back.', { exact: false })).toBeVisible();
  await expect(minutes).toHaveValue('11');
});

test.describe('with a colleague', () => {
  test.use({ prepare: { more: async ({ addUser }) => void (await addUser('lortiz', 'Ortiz')) } });

  test('S2.41 another person switches user on the locked screen and starts at their own first page', async ({
    page,
  }) => {
    await signIn(page);
    await page.keyboard.press('Control+2');
    await page.keyboard.press('Control+l');
    await page.getByRole('button', { name: 'Switch user' }).click();
    await expect(page.getByLabel('Login ID')).toBeFocused();
    await signIn(page, 'lortiz');
    await expect(page.getByText('Ortiz, Lena', { exact: false }).first()).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Patients', exact: true })).toBeVisible();
  });
});

test.describe('with the shortest time to the lock', () => {
  test.use({
    prepare: {
      more: async ({ must }) => {
        const { version, values } = await must('setting.read', {});
        await must('setting.update', { version, values: { ...values, idleMinutes: 1 }, reason: '' });
      },
    },
  });

  test('S2.41 a countdown asks first, any key stays, and without an answer the screen locks', async ({ page }) => {
    test.setTimeout(180_000);
    await signIn(page);
    const question = page.getByRole('dialog', { name: 'Still there?' });
    await expect(question).toBeVisible({ timeout: 45_000 });
    await expectClean(page);
    await page.keyboard.press('a');
    await expect(question).toBeHidden();
    await expect(question).toBeVisible({ timeout: 45_000 });
    await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible({ timeout: 45_000 });
  });
});

test('S1.27 S1.28 the menu bar works by keyboard alone, and F1 answers what people ask about rights', async ({
  page,
}) => {
  await signIn(page);
  await page.keyboard.press('F10');
  await expect(page.getByRole('menuitem', { name: 'File' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Import' })).toBeFocused();
  await expectClean(page);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('menuitem', { name: 'Patients', exact: true }).last()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('menuitem', { name: 'Schedule', exact: true }).last()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menubar').getByRole('menuitem', { name: 'Schedule' })).toBeFocused();
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: 'Help' })).toContainText('Can we make roles of our own?');
  await expectClean(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('the frame reflows at 200 % zoom without scrolling sideways, and stays clean in dark', async ({ page }) => {
  await signIn(page, OWNER_LOGIN);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('menuitem', { name: 'File' }).click();
  await page.getByRole('menuitem', { name: 'My password' }).click();
  await expect(page.getByRole('heading', { name: 'My password' })).toBeVisible();
  await expectClean(page);
  await page.setViewportSize({ width: 683, height: 384 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false);
});
