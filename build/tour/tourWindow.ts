// The window as a person uses it: by labels and buttons, never by code.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Locator, Page } from '@playwright/test';

export interface TourWindow {
  readonly page: Page;
  readonly button: (name: string | RegExp) => Locator;
  readonly click: (name: string | RegExp) => Promise<void>;
  readonly fill: (label: string, text: string) => Promise<void>;
  /** Chooses an entry of the menu bar. */
  readonly menu: (menu: string, entry: string) => Promise<void>;
  readonly signIn: (loginId: string, password: string) => Promise<void>;
  readonly signOut: () => Promise<void>;
  /** The first cell of the n-th row of the page's list, once its rows are there. */
  readonly cell: (at: number) => Promise<Locator>;
  /** How many people the list under the window's eyes holds, as its foot says. */
  readonly total: () => Promise<number>;
  /** The sentence of the refusal card, or '' when there is none. */
  readonly refusal: () => Promise<string>;
  /** The next file choosers answer with these paths. */
  readonly answerDialogs: (answer: { open?: string; save?: string }) => Promise<void>;
  /** Leaves a screenshot named by its order. */
  readonly shoot: (name: string) => Promise<void>;
}

/** Wraps the running app; screenshots go to `screensDir`. */
export function tourWindow(app: ElectronApplication, page: Page, screensDir: string): TourWindow {
  mkdirSync(screensDir, { recursive: true });
  let shots = 0;
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const click = async (name: string | RegExp) => button(name).first().click();
  const fill = async (label: string, text: string) => page.getByLabel(label, { exact: true }).first().fill(text);

  const menu = async (name: string, entry: string) => {
    await page.getByRole('menubar').getByRole('menuitem', { name, exact: true }).click();
    await page
      .getByRole('menu')
      .getByRole('menuitem', { name: new RegExp(`^${entry}`) })
      .click();
  };

  return {
    page,
    button,
    click,
    fill,
    menu,
    signIn: async (loginId, password) => {
      const switchUser = button('Switch user');
      await page.getByRole('textbox', { name: 'Password' }).waitFor();
      if (await switchUser.isVisible()) await switchUser.click();
      await page.getByRole('textbox', { name: 'Login ID' }).fill(loginId);
      await page.getByRole('textbox', { name: 'Password' }).fill(password);
      await click('Sign in');
    },
    signOut: async () => {
      await menu('File', 'Sign out');
      await page.getByRole('textbox', { name: 'Password' }).waitFor();
    },
    cell: async (at) => {
      const cell = page.getByRole('grid').first().getByRole('row').nth(at).getByRole('gridcell').first();
      await cell.filter({ hasText: /\w/ }).waitFor();
      return cell;
    },
    total: async () => {
      const foot = page.getByText(/^Showing .* of [\d,]+$/).first();
      await foot.waitFor();
      return Number(((await foot.textContent()) ?? '').replace(/^.* of /, '').replace(/\D/g, ''));
    },
    refusal: async () => {
      const card = page.locator('.refusal').first();
      await card.waitFor({ timeout: 5_000 }).catch(() => undefined);
      return (await card.isVisible()) ? ((await card.locator('p').first().textContent()) ?? '') : '';
    },
    answerDialogs: ({ open, save }) =>
      app.evaluate(
        ({ dialog }, answer) => {
          if (answer.open !== undefined) {
            const filePaths = [answer.open];
            dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
          }
          if (answer.save !== undefined) {
            const filePath = answer.save;
            dialog.showSaveDialog = async () => ({ canceled: false, filePath });
          }
        },
        { ...(open === undefined ? {} : { open }), ...(save === undefined ? {} : { save }) },
      ),
    shoot: async (name) => {
      shots += 1;
      // Toasts and transitions settle, so that the picture shows the screen and not its arrival.
      await page.waitForTimeout(350);
      await page.screenshot({ path: join(screensDir, `${String(shots).padStart(2, '0')}-${name}.png`) });
    },
  };
}
