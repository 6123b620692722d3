// Lists > Consent templates and Patients > Consents: added, withdrawn, refused in words.
import { expectClean } from './expectClean.ts';
import { expect, PATIENTS_CSV, signIn, test } from './practice.ts';

test.use({ prepare: { more: async ({ importCsv }) => importCsv('patient', PATIENTS_CSV) } });

test('S4.12 a template is added, a consent given under it and withdrawn again', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await signIn(page);
  const open = async (menu: string, item: string) => {
    await page.getByRole('menubar').getByRole('menuitem', { name: menu, exact: true }).click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
    await expect(page.getByRole('heading', { name: item, exact: true, level: 1 })).toBeVisible();
  };
  await open('Lists', 'Consent templates');
  await expectClean(page);
  await page.getByRole('button', { name: 'Add consent template…' }).click();
  const template = page.getByRole('region', { name: 'Open consent template' });
  await template.getByLabel('Name').fill('Photographs of treatment');
  await template.getByLabel('What it is for').fill('Pictures kept in the chart.');
  await template.getByLabel('Wording').fill('I agree that pictures of my treatment are taken and kept in my chart.');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Added the consent template.')).toBeVisible();
  await expectClean(page);

  await open('Patients', 'Consents');
  await page.getByRole('button', { name: 'Add consent…' }).click();
  const consent = page.getByRole('region', { name: 'Open consent' });
  await consent.getByRole('combobox', { name: 'Patient' }).fill('arch');
  await page.getByRole('option', { name: /Archer, Ada/ }).click();
  await consent.getByRole('combobox', { name: 'Consent' }).fill('photo');
  await page.getByRole('option', { name: 'Photographs of treatment' }).click();
  await consent.getByLabel('Given').fill('2099-01-01');
  await page.keyboard.press('Control+s');
  await expect(consent.getByRole('alert')).toContainText('Nobody has agreed on a day that has not come.');
  await consent.getByLabel('Given').fill('2026-01-02');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Added the consent.')).toBeVisible();
  await expectClean(page);
  await consent.getByLabel('Withdrawn').fill('2026-02-03');
  await page.keyboard.press('Control+s');
  await expect(consent.getByText(/withdrawn/).first()).toBeVisible();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page);
});
