// A page as people with forced colours or 200 % zoom meet it.
import { expect, type Page } from '@playwright/test';
import { findingsOn } from './expectClean.ts';

/** The screen of a front desk, and what is left of it at 200 % zoom. */
const DESK = { width: 1366, height: 768 };
const REFLOW_MS = 300;
const DESK_AT_200_PERCENT = { width: DESK.width / 2, height: DESK.height / 2 };

/** No finding under forced colours; at 200 % zoom nothing but tables is scrolled sideways. `what` names the page. Goes on
 *  after a finding, so that one run names all of them. */
export async function expectReadable(page: Page, what: string): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' });
  expect.soft(await findingsOn(page), `${what} under forced colours`).toEqual([]);
  await page.emulateMedia({ forcedColors: 'none' });
  await page.setViewportSize(DESK_AT_200_PERCENT);
  // The layout follows the new size within a moment.
  await page.waitForTimeout(REFLOW_MS);
  expect.soft(await page.evaluate(scrolledSideways), `${what} at 200 % zoom`).toEqual([]);
  await page.setViewportSize(DESK);
}

/** Runs in the page. What is wider than its place and would be scrolled; tables are read in two directions anyway
 *  (WCAG 1.4.10). */
function scrolledSideways(): string[] {
  const found: string[] = [];
  for (const element of [document.documentElement, ...document.body.querySelectorAll('*')]) {
    const isPage = element === document.documentElement;
    const { overflowX } = getComputedStyle(element);
    if (!isPage && overflowX !== 'auto' && overflowX !== 'scroll') continue;
    if (element.scrollWidth <= element.clientWidth + 1) continue;
    if (!isPage && (element.closest('[role="grid"], table') || element.querySelector('[role="grid"], table'))) continue;
    // One line of text that a person types into scrolls by itself.
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) continue;
    found.push(`${element.tagName} ${element.className}: ${element.scrollWidth} in ${element.clientWidth}`);
  }
  return found;
}
