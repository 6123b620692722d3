// Clinical notes in the real window: write, sign with the password, add an addendum; locked afterwards.
import { expectClean } from './expectClean.ts';
import { addPeople, expect, test } from './peoplePractice.ts';
import { PASSWORD, signIn } from './practice.ts';

test.use({ prepare: { more: addPeople } });

test('S2.109 a provider writes a note with the keyboard, signs it, and adds to it afterwards', async ({ page }) => {
  await signIn(page, 'rpatel');
  await page.evaluate(() => {
    window.location.hash = '#/notes';
  });
  await expect(page.getByText('No clinical notes here.')).toBeVisible();
  await expectClean(page);

  await page.getByRole('button', { name: 'Add clinical note…' }).click();
  const pane = page.getByRole('region', { name: 'Open clinical note' });
  await pane.getByRole('combobox', { name: 'Patient' }).fill('Example003');
  await page.getByRole('option', { name: 'Example003, Pat' }).click();
  await pane.getByLabel('Date of the visit').fill('2026-01-05');
  await pane.getByLabel('Title').fill('Follow-up');
  await pane.getByRole('textbox', { name: 'Note', exact: true }).fill('Feels well.');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Added the clinical note.')).toBeVisible();

  await pane.getByRole('button', { name: 'Sign and lock…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign this note?' });
  await expectClean(page);
  await dialog.getByRole('textbox', { name: 'Your password' }).fill('not the password');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Your password did not fit.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Your password' }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(pane.getByText('It can no longer be changed; add an addendum instead.')).toBeVisible();
  await expect(pane.getByRole('button', { name: 'Save' })).toHaveCount(0);
  await expect(pane.getByRole('button', { name: 'Delete…' })).toHaveCount(0);

  await pane.getByLabel('New addendum').fill('The dose was 20 mg.');
  await pane.getByRole('button', { name: 'Add the addendum' }).click();
  await expect(pane.getByText('The dose was 20 mg.')).toBeVisible();
  await pane.getByRole('button', { name: 'Show the history' }).click();
  await expect(pane.getByText('signed and locked a clinical note')).toBeVisible();
  await expectClean(page);
});

test('S2.20 the front desk has no way to the notes', async ({ page }) => {
  await signIn(page, 'front');
  await page.evaluate(() => {
    window.location.hash = '#/notes';
  });
  await expect(page.getByText('It needs “Clinical notes: View”.')).toBeVisible();
});
