// Security > Roles: the policy binder, asked for with a reason and saved as a PDF where there is no printer.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectClean } from './expectClean.ts';
import { pdfTexts } from './pdfText.ts';
import { addPeople, expect, test } from './peoplePractice.ts';
import { signIn } from './practice.ts';

test.use({ prepare: { more: addPeople } });

test('S3.05 the policy binder is asked for with a reason and holds every role', async ({
  page,
  files,
  answerDialogs,
}) => {
  const path = join(files, 'binder.pdf');
  answerDialogs({ save: [path] });
  await signIn(page);
  await page.keyboard.press('Control+2');
  await page.getByRole('button', { name: 'Print policy binder…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Print the policy binder' });
  await dialog.getByRole('button', { name: 'Print the policy binder' }).click();
  await expect(dialog.getByText('Write why. It stands in the activity log.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('For the annual review.');
  await expectClean(page);
  await dialog.getByRole('button', { name: 'Print the policy binder' }).click();
  await expect(page.getByText('The policy binder was given to the printer.')).toBeVisible();
  await expect.poll(() => existsSync(path)).toBe(true);
  const words = pdfTexts(readFileSync(path)).join(' ').replaceAll(/\s/g, '');
  for (const part of ['Policybinder', 'Rulesaboutrights', 'PrivacyOfficer', 'Whitfield,Dana', 'Inventory'])
    expect(words).toContain(part);
});
