// Working the window with the keyboard alone, as somebody without a mouse does: nothing here clicks or fills.
import type { Locator, Page } from '@playwright/test';
import { expect, OWNER_LOGIN, PASSWORD } from './practice.ts';

/** More Tabs than this to what one is looking for is a finding. */
const TABS_AT_MOST = 25;

const isFocused = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** What has the focus, in a few words for a failing test. */
async function focusedWords(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return 'nothing';
    const words = element.getAttribute('aria-label') ?? element.textContent ?? '';
    return `${element.tagName.toLowerCase()} "${words.trim().slice(0, 40)}"`;
  });
}

/** The keyboard is somewhere: a dialog, a menu or a save that went away did not leave it nowhere. */
export async function expectFocusKept(page: Page): Promise<void> {
  await expect.poll(() => focusedWords(page), { timeout: 3_000 }).not.toBe('nothing');
}

/** Presses `key` until `target` has the focus. */
export async function pressTo(page: Page, key: string, target: Locator, atMost = TABS_AT_MOST): Promise<void> {
  // The kit draws some ticks beside an input without a size of its own.
  await expect(target).toBeAttached();
  const passed: string[] = [];
  while (!(await isFocused(target))) {
    passed.push(await focusedWords(page));
    if (passed.length > atMost)
      throw new Error(`${key} did not reach ${target.toString()}; it passed ${passed.join(', ')}`);
    await page.keyboard.press(key);
  }
}

export const tabTo = (page: Page, target: Locator, atMost?: number) => pressTo(page, 'Tab', target, atMost);

/** Goes to a button, tick or link and presses it. */
export async function tabAndPress(page: Page, target: Locator, key = 'Enter', atMost?: number): Promise<void> {
  await tabTo(page, target, atMost);
  await page.keyboard.press(key);
}

/** Goes to a box and types over what it holds. */
export async function tabAndType(page: Page, target: Locator, words: string, atMost?: number): Promise<void> {
  await tabTo(page, target, atMost);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(words);
}

/** Goes to a box with choices, types until the choice is offered, and takes it. */
export async function tabAndChoose(page: Page, box: Locator, words: string, choice: RegExp | string): Promise<void> {
  await tabAndType(page, box, words);
  const option = page.getByRole('option', { name: choice, ...(typeof choice === 'string' ? { exact: true } : {}) });
  await pressUntilMarked(page, option);
  await page.keyboard.press('Enter');
}

/** Goes down an open list of choices to one of them. */
export async function pressUntilMarked(page: Page, option: Locator): Promise<void> {
  await expect(option).toBeVisible();
  await expect(async () => {
    if ((await option.getAttribute('data-combobox-selected')) !== 'true') await page.keyboard.press('ArrowDown');
    await expect(option).toHaveAttribute('data-combobox-selected', 'true', { timeout: 100 });
  }).toPass({ intervals: [0], timeout: 10_000 });
}

/** Opens a screen through the menus: F10, arrows, Enter. */
export async function openByMenu(page: Page, menu: string, item: string): Promise<void> {
  await page.keyboard.press('F10');
  await pressTo(page, 'ArrowRight', page.getByRole('menubar').getByRole('menuitem', { name: menu, exact: true }), 10);
  await page.keyboard.press('ArrowDown');
  // The kit goes to the first line a moment later; keys pressed before that would open the menu again and again.
  await expect(page.getByRole('menu').getByRole('menuitem').first()).toBeFocused();
  await pressTo(page, 'ArrowDown', page.getByRole('menu').getByRole('menuitem', { name: new RegExp(`^${item}`) }), 14);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: item, exact: true, level: 1 })).toBeVisible();
  await expect(page.locator('#main')).toBeFocused();
}

/** Searches the list of a screen and stands in what was found. */
export async function searchList(page: Page, grid: Locator, words: string): Promise<void> {
  const box = page.getByRole('searchbox').first();
  await expect(async () => {
    await page.keyboard.press('Control+f');
    await expect(box).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(words);
  await expect(grid.getByRole('row')).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await expect(grid).toBeFocused();
}

/** From the keys the page begins with to the first screen. */
export async function signInByKeys(page: Page, loginId = OWNER_LOGIN): Promise<void> {
  await tabAndType(page, page.getByLabel('Login ID'), loginId);
  await tabAndType(page, page.getByRole('textbox', { name: 'Password' }), PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Lock', exact: true })).toBeVisible();
}
