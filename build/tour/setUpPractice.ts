// Tour: the first run, from the empty computer to the first Super User at work.
import type { TourReport } from './tourReport.ts';
import type { TourWindow } from './tourWindow.ts';

export const OWNER = { loginId: 'dwhitfield', password: 'quiet harbour lantern 47 walnut' };

/** Goes through every step of the wizard; ends on the import screen. */
export async function setUpPractice(window: TourWindow, report: TourReport, sheetPath: string): Promise<void> {
  const { page, click, shoot } = window;
  const title = async () => (await page.getByRole('heading', { level: 1 }).first().textContent()) ?? '';
  await page.getByRole('heading', { name: 'Set up your practice' }).waitFor();
  report.see('an empty computer offers the first run', 'Set up your practice', await title());
  await shoot('setup-welcome');
  await click('Begin');
  await page.getByRole('textbox', { name: 'Name of the practice' }).fill('Maple Street Family Medicine');
  await shoot('setup-practice');
  await click('Next');
  await page.getByRole('textbox', { name: 'Last name' }).fill('Whitfield');
  await page.getByRole('textbox', { name: 'First name' }).fill('Dana');
  await page.getByRole('textbox', { name: 'Login ID' }).fill(OWNER.loginId);
  await typeNewPassword(window, OWNER.password);
  await shoot('setup-you');
  await click('Create the practice');
  const code = page.getByLabel('Recovery code', { exact: true });
  await code.waitFor({ timeout: 60_000 });
  const groups = ((await code.textContent()) ?? '').trim().split('-');
  report.see('the recovery code is shown as groups', 'yes', groups.length >= 4 ? 'yes' : `${groups.length} groups`);
  await shoot('setup-recovery');
  await window.answerDialogs({ save: sheetPath });
  await click('Save to a file…');
  const typedGroups = page.getByRole('textbox', { name: /^Group \d/ });
  await typedGroups.first().waitFor();
  for (const box of await typedGroups.all()) {
    const label = await box.evaluate((element: HTMLInputElement) => element.labels?.[0]?.textContent ?? '');
    await box.fill(groups[Number(label.replace(/\D/g, '')) - 1] ?? '');
  }
  await shoot('setup-recovery-proof');
  await click('Next');
  await page.getByRole('radio', { name: /Nobody yet/ }).check();
  await page.getByRole('textbox', { name: 'Reason' }).fill('The owner works alone until spring.');
  await shoot('setup-second-super-user');
  await click('Next');
  await page.getByRole('heading', { name: 'Safety' }).waitFor();
  await shoot('setup-safety');
  await click('Use these rules');
  await page.getByRole('heading', { name: 'Roles' }).waitFor();
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await shoot('setup-roles');
  await click('Next');
  await page.getByRole('radio', { name: 'Import them when the set-up is finished' }).check();
  await shoot('setup-people');
  await click('Next');
  await page.getByRole('heading', { name: 'Done' }).waitFor();
  await shoot('setup-done');
  await click('Finish and import people');
  await page.getByRole('heading', { name: 'Import' }).waitFor();
  report.see('the set-up ends on the import', 'Import', await title());
}

/** Types a new password twice. */
export async function typeNewPassword({ page }: TourWindow, password: string): Promise<void> {
  await page.getByRole('textbox', { name: 'New password', exact: true }).fill(password);
  await page.getByRole('textbox', { name: 'New password again' }).fill(password);
}
