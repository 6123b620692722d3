// No finding of the accessibility checker on the page as it stands.
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Fails on any finding. */
export async function expectClean(page: Page): Promise<void> {
  expect(await findingsOn(page)).toEqual([]);
}

/** What the checker finds, a line each. Portals stand outside the landmarks by design, so `region` is off (stack.md P10).
 *  Legacy mode, because the other one opens a second page, which a desktop window does not have. */
export async function findingsOn(page: Page): Promise<string[]> {
  await page.evaluate(atRest);
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .disableRules(['region'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

/** Runs in the page: what was just switched, from light to dark say, has been drawn, and no colour is between two. What turns
 *  for ever (a page still loading) is not waited for. */
async function atRest(): Promise<void> {
  for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
  const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}
