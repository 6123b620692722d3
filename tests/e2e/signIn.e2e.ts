// The sign-in page: wrong words, activation codes, the recovery code, one's own password, light and dark.
import type { Page } from '@playwright/test';
import { expectClean } from './expectClean.ts';
import { test as bare, expect } from './fixtures.ts';
import { OWNER_LOGIN, PASSWORD, preparePractice, signIn } from './practice.ts';

const NEW_PASSWORD = 'seven yellow kites above the pier';

/** Codes that were handed out while the practice was prepared. */
interface Codes {
  activationCode: string;
}
const test = bare.extend<{ codes: Codes }>({
  codes: async ({ dataDir, deviceDir }, use) => {
    let activationCode = '';
    await preparePractice({ dataDir, deviceDir }, async ({ must }) => {
      const info = {
        lastName: 'Ortiz',
        firstName: 'Lena',
        middleInitial: '',
        loginId: 'lortiz',
        email: null,
        phone: null,
        note: null,
      };
      const added = await must('user.add', {
        info,
        roleIds: ['front-desk'],
        exceptions: [],
        scope: { kind: 'all' },
        copiedFromUserId: null,
      });
      activationCode = added.activationCode;
    });
    await use({ activationCode });
  },
  running: async ({ codes: _prepared, running }, use) => use(running),
});

async function expectWorking(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Lock', exact: true })).toBeVisible();
}

test('S1.07 a wrong password is answered in words, the login ID stays and the password box has the focus', async ({
  page,
}) => {
  await expect(page.getByLabel('Login ID')).toBeFocused();
  await expectClean(page);
  await page.getByLabel('Login ID').fill(OWNER_LOGIN);
  await page.keyboard.press('Tab');
  await page.keyboard.type('not the password');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Password' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue('');
  await expect(page.getByLabel('Login ID')).toHaveValue(OWNER_LOGIN);
  await expectClean(page);
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await expectWorking(page);
  await expect(page.getByText('Your last sign-in:', { exact: false })).toBeVisible();
  await expectClean(page);
});

test('S5.06 S2.58 a new user makes up a password with the activation code and sees only what the role opens', async ({
  page,
  codes,
}) => {
  await page.getByRole('button', { name: 'I have an activation code' }).click();
  await expect(page.getByLabel('Login ID')).toBeFocused();
  await page.getByLabel('Login ID').fill('lortiz');
  await page.getByLabel('Activation code').fill(codes.activationCode.toLowerCase());
  await page.getByRole('textbox', { name: 'New password', exact: true }).fill(NEW_PASSWORD);
  await page.getByRole('textbox', { name: 'New password again' }).fill('another one altogether');
  await page.getByRole('button', { name: 'Set password and sign in' }).click();
  await expect(page.getByText('The two passwords differ.', { exact: false })).toBeVisible();
  await page.getByRole('textbox', { name: 'New password again' }).fill(NEW_PASSWORD);
  await expect(page.getByText('Very strong')).toBeVisible();
  await expectClean(page);
  await page.getByRole('button', { name: 'Set password and sign in' }).click();
  await expectWorking(page);
  await page.getByRole('menuitem', { name: 'Security' }).click();
  const users = page.getByRole('menuitem', { name: 'Users' });
  await expect(users).toHaveAttribute('aria-disabled', 'true');
  await expect(users).toHaveAttribute('aria-description', /See users and their rights/);
});

test('S5.06 a person changes their own password and signs in with the new one', async ({ page }) => {
  await signIn(page);
  await page.getByRole('menuitem', { name: 'File' }).click();
  await page.getByRole('menuitem', { name: 'My password' }).click();
  await page.getByRole('textbox', { name: 'Password now' }).fill('not this one');
  await page.getByRole('textbox', { name: 'New password', exact: true }).fill(NEW_PASSWORD);
  await page.getByRole('textbox', { name: 'New password again' }).fill(NEW_PASSWORD);
  await expect(page.getByText('Very strong')).toBeVisible();
  await page.getByRole('button', { name: 'Change my password' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByRole('textbox', { name: 'Password now' }).fill(PASSWORD);
  await expectClean(page);
  await page.getByRole('button', { name: 'Change my password' }).click();
  await expect(page.getByText('Your password is changed.', { exact: false })).toBeVisible();
  await page.getByRole('menuitem', { name: 'File' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await signIn(page, OWNER_LOGIN, NEW_PASSWORD);
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`the sign-in page has no finding in the ${colorScheme} look and reflows at 200 % zoom`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await expect(page.getByLabel('Login ID')).toBeVisible();
    await expectClean(page);
    await page.setViewportSize({ width: 683, height: 384 });
    const isWider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(isWider).toBe(false);
  });
