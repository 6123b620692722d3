// The virtual grid with ten thousand rows.
import { expect, signIn, test } from './practice.ts';

const ROW_COUNT = 10_000;

test.use({
  prepare: {
    more: async ({ importCsv }) => {
      const rows = Array.from(
        { length: ROW_COUNT },
        (_, at) => `pa-${at},1980-02-03,,Ada,Person${String(at).padStart(5, '0')},F,1 Elm St,Boston,MA,02108`,
      );
      await importCsv('patient', `Id,BIRTHDATE,SSN,FIRST,LAST,GENDER,ADDRESS,CITY,STATE,ZIP\n${rows.join('\n')}\n`);
    },
  },
});

test('ten thousand rows are reached by keyboard with under sixty of them in the document', async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page);
  await page.getByRole('menuitem', { name: 'Patients' }).click();
  await page.getByRole('menuitem', { name: 'Patients' }).last().click();
  const grid = page.getByRole('grid').first();
  await expect(grid).toHaveAttribute('aria-rowcount', String(ROW_COUNT + 1));
  await grid.focus();
  await page.keyboard.press('Control+End');
  await expect(grid.getByRole('gridcell', { name: /Person09999/ })).toBeVisible();
  expect(await grid.getByRole('row').count()).toBeLessThan(60);
  await page.keyboard.press('PageUp');
  await page.keyboard.press('Control+Home');
  await expect(grid.getByRole('gridcell', { name: /Person00000/ })).toBeVisible();
  expect(await grid.getByRole('row').count()).toBeLessThan(60);
});
