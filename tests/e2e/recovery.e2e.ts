// When nobody can sign in: the recovery code brings a Super User back, and the code is renewed.
import { expectClean } from './expectClean.ts';
import { test as bare, expect } from './fixtures.ts';
import { OWNER_LOGIN, preparePractice, signIn } from './practice.ts';

const NEW_PASSWORD = 'seven yellow kites above the pier';

const test = bare.extend<{ recoveryCode: string }>({
  recoveryCode: async ({ dataDir, deviceDir }, use) => {
    let recoveryCode = '';
    await preparePractice({ dataDir, deviceDir }, async (prepared) => {
      ({ recoveryCode } = prepared);
    });
    await use(recoveryCode);
  },
  running: async ({ recoveryCode: _prepared, running }, use) => use(running),
});

test('S2.100 the recovery code gives a Super User a new activation code, and a new recovery code is shown once', async ({
  page,
  recoveryCode,
}) => {
  await page.getByRole('button', { name: 'Use the recovery code' }).click();
  await expect(page.getByLabel('Recovery code')).toBeFocused();
  await expectClean(page);
  await page.getByLabel('Recovery code').fill('00000-00000-00000-00000-00000-00000-000');
  await page.getByRole('button', { name: 'Open with the recovery code' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByLabel('Recovery code').fill(recoveryCode);
  await page.getByRole('button', { name: 'Open with the recovery code' }).click();

  await expect(page.getByRole('heading', { name: 'Your new recovery code' })).toBeFocused();
  const newCode = await page.getByLabel('New recovery code').textContent();
  expect(newCode).not.toBe(recoveryCode);
  await expectClean(page);
  await page.getByRole('button', { name: 'I wrote it down by hand' }).click();
  const goOn = page.getByRole('button', { name: 'Go on to the Super Users' });
  await expect(goOn).toBeDisabled();
  for (const box of await page.getByRole('textbox', { name: /^Group/ }).all()) await box.fill('00000');
  await goOn.click();
  await expect(page.getByRole('alert')).toContainText('A group does not match the sheet');
  await expectClean(page);
  const groups = (newCode ?? '').trim().split('-');
  for (const [index, text] of groups.entries()) {
    const box = page.getByRole('textbox', { name: `Group ${index + 1}` });
    if (await box.isVisible()) await box.fill(text);
  }
  await goOn.click();

  await page.getByRole('button', { name: 'New activation code for Dana Whitfield' }).click();
  const activationCode = (await page.getByRole('status', { name: 'Activation code' }).textContent()) ?? '';
  await expectClean(page);
  await page.getByRole('button', { name: 'I have written it down' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();

  await page.getByRole('button', { name: 'I have an activation code' }).click();
  await page.getByLabel('Login ID').fill(OWNER_LOGIN);
  await page.getByLabel('Activation code').fill(activationCode);
  await page.getByRole('textbox', { name: 'New password', exact: true }).fill(NEW_PASSWORD);
  await page.getByRole('textbox', { name: 'New password again' }).fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Set password and sign in' }).click();
  await expect(page.getByText('The recovery code was used', { exact: false })).toBeVisible();
  await expectClean(page);
  await page.getByRole('button', { name: 'I have read this' }).click();
  await expect(page.getByText('The recovery code was used', { exact: false })).toBeHidden();
  await page.getByRole('menuitem', { name: 'File' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await signIn(page, OWNER_LOGIN, NEW_PASSWORD);
});
