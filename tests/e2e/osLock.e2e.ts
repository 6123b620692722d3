// The computer's own locking and sleeping locks Keyward too (S2.41).
import { expect, signIn, test } from './practice.ts';

for (const event of ['suspend', 'lock-screen'] as const)
  test(`when the computer reports ${event}, the page is fresh, asks for the password and holds nothing`, async ({
    app,
    page,
  }) => {
    await signIn(page);
    await page.evaluate(() => Reflect.set(window, 'leftBehind', true));
    await app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event);
    await page.waitForFunction(() => Reflect.get(window, 'leftBehind') === undefined);
    await expect(page.getByRole('textbox', { name: 'Password' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Lock', exact: true })).toBeHidden();
  });
