// Unused rights in the real window: from the list to the reviewed and saved trim (P2, S2.35).
import { expectClean } from './expectClean.ts';
import { addPeople, expect, test } from './peoplePractice.ts';
import { signIn } from './practice.ts';

test.use({
  prepare: {
    hoursAgo: 100 * 24,
    more: async (practice) => {
      await addPeople(practice);
      await practice.addUser('second', 'Reyes', { roleIds: ['front-desk'] });
    },
  },
});

test('P2 a right nobody used for 90 days is proposed, reviewed in the form and taken away', async ({ page }) => {
  await signIn(page);
  await page.getByRole('menuitem', { name: 'Security' }).click();
  await page.getByRole('menuitem', { name: 'Unused rights' }).click();
  const people = page.getByRole('grid', { name: 'People and their unused rights' });
  await expect(people.getByRole('row', { name: /Ortiz, Lena/ })).toContainText('Front desk');
  await people.getByRole('button', { name: 'Patel, Lena' }).click();
  const one = page.getByRole('region', { name: 'Unused rights of one person' });
  await expect(one.getByRole('heading', { name: 'Patel, Lena' })).toBeVisible();
  await expect(one.getByText(/not used, \d+ of them reach PHI|\d+ not used/).first()).toBeVisible();
  const first = one.getByRole('checkbox', { name: 'Clinical notes', exact: false }).first();
  await expect(first).toBeVisible();
  await expectClean(page);
  await one.getByRole('button', { name: /^Prepare: untick \d+/ }).click();

  await expect(page.getByRole('heading', { name: /Edit User Info and Rights — Patel, Lena/ })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Rights' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText(/^Unsaved changes: rights \+0 −[1-9]/)).toBeVisible();
  await page.getByRole('button', { name: 'Review' }).click();
  const review = page.getByRole('dialog', { name: 'Review the change for Patel, Lena' });
  await expect(review.getByText(/rights? removed/)).toBeVisible();
  await review.getByLabel('Reason').fill('Not used for 90 days.');
  await review.getByRole('button', { name: 'Save the change' }).click();
  await expect(review).toBeHidden();
  await expect(page.getByText('No unsaved changes')).toBeVisible();
});

test('P2 by the keys alone: the days, the people, the ticks; what a whole role leaves unused points at the role', async ({
  page,
}) => {
  await signIn(page);
  await page.getByRole('menuitem', { name: 'Security' }).click();
  await page.getByRole('menuitem', { name: 'Unused rights' }).click();
  await page.getByRole('radio', { name: '180 days' }).focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('so it does not hold 180 days yet', { exact: false })).toBeVisible();
  const people = page.getByRole('grid', { name: 'People and their unused rights' });
  const ofLena = people.getByRole('row', { name: /Ortiz, Lena/ }).getByRole('gridcell');
  await expect(ofLena.nth(2)).toHaveText('–');
  await expect(ofLena.nth(3)).toHaveText(/[1-9]/);
  await expectClean(page);
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText('so it does not hold', { exact: false })).toBeHidden();
  await expect(ofLena.nth(2)).toHaveText(/[1-9]/);
  await people.getByRole('button', { name: 'Ortiz, Lena' }).focus();
  await page.keyboard.press('Enter');
  const one = page.getByRole('region', { name: 'Unused rights of one person' });
  await expect(
    one.getByText('2 of 2 holders did not use it. Change the role instead.', { exact: false }).first(),
  ).toBeVisible();
  const box = one.getByRole('checkbox').first();
  await expect(box).not.toBeChecked();
  await box.focus();
  await page.keyboard.press('Space');
  await expect(one.getByRole('button', { name: 'Prepare: untick 1…' })).toBeEnabled();
});
