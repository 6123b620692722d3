// The virtual grid with ten thousand rows.
import type { Page } from '@playwright/test';
import { expect, signIn, test } from './practice.ts';

const ROW_COUNT = 10_000;

/** Presses a key in the grid of that name at the moment it appears, before it has any row. */
async function pressBeforeRows(page: Page, name: string, key: { readonly key: string; readonly ctrlKey: boolean }) {
  await page.evaluate(
    ([grids, pressed]) => {
      const press = () => {
        const grid = document.querySelector(grids);
        if (grid === null) return;
        watch.disconnect();
        document.documentElement.dataset.pressedBeforeRows = 'yes';
        grid.dispatchEvent(new KeyboardEvent('keydown', { ...pressed, bubbles: true, cancelable: true }));
      };
      const watch = new MutationObserver(press);
      watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ['aria-busy'] });
    },
    [`[role="grid"][aria-label="${name}"][aria-busy="true"]`, key] as const,
  );
}
const LAST_ROW = { key: 'End', ctrlKey: true };
const OPEN = { key: 'Enter', ctrlKey: false };

test.describe('a grid of few rows', () => {
  test('Ctrl+End pressed before the first answer selects the last row', async ({ page }) => {
    await pressBeforeRows(page, 'Users', LAST_ROW);
    await signIn(page);
    await expect(page.locator('html')).toHaveAttribute('data-pressed-before-rows', 'yes');
    const row = page.getByRole('grid', { name: 'Users' }).getByRole('row', { selected: true });
    await expect(row).toContainText('Whitfield, Dana');
    await expect(page.getByRole('heading', { name: 'Edit User Info and Rights — Whitfield, Dana' })).toBeVisible();
  });

  test('Enter pressed before the first answer opens the first row', async ({ page }) => {
    await pressBeforeRows(page, 'Users', OPEN);
    await signIn(page);
    await expect(page.locator('html')).toHaveAttribute('data-pressed-before-rows', 'yes');
    await expect(page.getByRole('heading', { name: 'Edit User Info and Rights — Archer, Lena' })).toBeVisible();
  });

  test.use({
    prepare: {
      more: async ({ addUser }) => {
        await addUser('aarcher', 'Archer');
      },
    },
  });
});

test.describe('a grid of ten thousand rows', () => {
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

  test('ten thousand rows are reached by keyboard, even before they are there, with under sixty in the document', async ({
    page,
  }) => {
    test.setTimeout(180_000);
    await signIn(page);
    await expect(page.getByText('Showing 1 of 1')).toBeVisible();
    await pressBeforeRows(page, 'Patients', LAST_ROW);
    // Menu and item have one name: the item is looked for in the open menu, or the menu would be clicked shut.
    await page.getByRole('menubar').getByRole('menuitem', { name: 'Patients' }).click();
    await page.getByRole('menu', { name: 'Patients' }).getByRole('menuitem', { name: 'Patients', exact: true }).click();
    const grid = page.getByRole('grid', { name: 'Patients' });
    await expect(grid.getByRole('row', { selected: true })).toContainText('Person09999');
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
});
