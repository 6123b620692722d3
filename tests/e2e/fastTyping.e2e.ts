// Somebody who types faster than the records answer: Enter takes what fits, or leaves everything as it is.
import { openByMenu, pressUntilMarked, searchList, signInByKeys, tabAndPress, tabAndType, tabTo } from './keyboard.ts';
import { expect, PATIENTS_CSV, test } from './practice.ts';

test.use({
  prepare: {
    more: async ({ addUser, importCsv }) => {
      await importCsv('patient', PATIENTS_CSV);
      await addUser('lfarrow', 'Farrow');
    },
  },
});

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await signInByKeys(page);
});

test('S5.07 a fast typist chooses the patient whose name was typed, not one who stood in the list before', async ({
  page,
}) => {
  await openByMenu(page, 'Patients', 'Consents');
  await tabAndPress(page, page.getByRole('button', { name: 'Add consent…' }));
  const box = page.getByRole('region', { name: 'Open consent' }).getByRole('combobox', { name: 'Patient' });
  await tabTo(page, box);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText([
    'Archer, Ada',
    'Brook, Ben',
    'Carter, Cleo',
    'Dale, Dan',
  ]);

  await page.keyboard.type('cart');
  for (const key of ['ArrowDown', 'Enter']) await page.keyboard.press(key);
  await expect(box).toHaveValue('Carter, Cleo');
  await expect(page.getByRole('listbox')).toBeHidden();

  await page.keyboard.press('Control+a');
  await page.keyboard.type('brook');
  for (let at = 0; at < 3; at += 1) await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText(['Brook, Ben']);
  await expect(box).not.toHaveAttribute('aria-busy', 'true');
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue('Brook, Ben');

  // Choosing what is chosen already takes nothing away.
  await page.keyboard.press('ArrowDown');
  const chosen = page.getByRole('listbox').getByRole('option', { name: 'Brook, Ben' });
  await pressUntilMarked(page, chosen);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toBeHidden();
  await expect(box).toHaveValue('Brook, Ben');
});

test('S5.07 Enter with words that no choice has sends nothing off; with one choice left it takes that', async ({
  page,
}) => {
  await openByMenu(page, 'Patients', 'Patients');
  await searchList(page, page.getByRole('grid', { name: 'Patients' }), 'brook');
  await page.keyboard.press('Enter');
  const record = page.getByRole('region', { name: 'Open patient record' });
  await expect(record.getByRole('button', { name: 'Share…' })).toBeVisible();
  await page.keyboard.press('F6');
  await tabAndPress(page, record.getByRole('button', { name: 'Share…' }), 'Enter', 40);
  const share = page.getByRole('dialog', { name: 'Share this patient' });
  const box = share.getByRole('combobox', { name: 'Shared with' });
  await tabAndType(page, share.getByLabel('Reason'), 'Covers the desk in South.');
  await tabAndType(page, box, 'zzz');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing has this name.').filter({ visible: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue('zzz');
  await expect(box).toBeFocused();
  await expect(box).not.toHaveAttribute('aria-invalid', 'true');

  await page.keyboard.press('Control+a');
  await page.keyboard.type('farr');
  await expect(page.getByRole('listbox').getByRole('option')).toHaveText(['Farrow, Lena']);
  await expect(box).not.toHaveAttribute('aria-busy', 'true');
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue('Farrow, Lena');
  await expect(share).toBeVisible();
});
