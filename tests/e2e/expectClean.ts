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
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .disableRules(['region'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
