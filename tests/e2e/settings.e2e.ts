// Security > Settings: floors, defaults, the mark of weaker values, and who changed what.
import { expectClean } from './expectClean.ts';
import { expect, signIn, test } from './practice.ts';

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await signIn(page);
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible();
});

test('S5.12 a weaker value is allowed within the floor, stays marked, and names who changed it', async ({ page }) => {
  const idle = page.getByRole('textbox', { name: 'Lock screen after (minutes without input)' });
  await idle.fill('20');
  await expect(page.getByText('! weaker than recommended')).toBeVisible();
  await page.getByRole('textbox', { name: 'Reason' }).fill('The screens face the wall.');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('No unsaved changes')).toBeVisible();
  await expect(page.getByText('! weaker than recommended')).toBeVisible();
  await expect(page.getByText(/changed by Whitfield, Dana on/)).toBeVisible();
  await expectClean(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page);
  await page.getByRole('button', { name: 'Back to default: Lock screen after' }).click();
  await expect(idle).toHaveValue('15');
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByText('! weaker than recommended')).toBeHidden();
});

test('S5.12 a value below the floor cannot be saved and says the floor', async ({ page }) => {
  await page.getByRole('textbox', { name: 'Wrong passwords before a lock (tries)' }).fill('2');
  await expect(page.getByText('At least 3.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Save/ })).toBeDisabled();
});
