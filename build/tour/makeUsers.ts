// Tour: six users with different roles, ticks changed for one, providers limited for another.
import { nameOf, PEOPLE, type TourPerson } from './people.ts';
import { typeNewPassword } from './setUpPractice.ts';
import type { TourReport } from './tourReport.ts';
import type { TourWindow } from './tourWindow.ts';

/** Adds everybody and returns the activation codes by login ID. */
export async function makeUsers(window: TourWindow, report: TourReport): Promise<Map<string, string>> {
  const codes = new Map<string, string>();
  await window.menu('Security', 'Users');
  for (const person of Object.values(PEOPLE)) codes.set(person.loginId, await addUser(window, person));
  report.see('the list shows the owner and six users', '7', String(await window.total()));
  await window.shoot('users');
  return codes;
}

async function addUser(window: TourWindow, person: TourPerson): Promise<string> {
  const { page, click, shoot } = window;
  await page.getByRole('button', { name: /^Add user/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Last name' }).fill(person.lastName);
  await dialog.getByRole('textbox', { name: 'First name' }).fill(person.firstName);
  await dialog.getByRole('textbox', { name: 'Login ID' }).fill(person.loginId);
  await dialog.getByRole('combobox', { name: 'Roles' }).or(dialog.getByLabel('Roles')).first().fill(person.role);
  await page.getByRole('option', { name: new RegExp(`^${person.role}( \\*)?$`) }).click();
  await page.keyboard.press('Tab');
  const scope = person.isLimited ? /^Selected providers/ : /^All providers/;
  await dialog.getByRole('radio', { name: scope }).check();
  if (person === PEOPLE.biller) await shoot('user-add');
  await dialog.getByRole('button', { name: /^Add/ }).click();
  const code = page.getByLabel('Activation code', { exact: true });
  await code.waitFor();
  const text = ((await code.textContent()) ?? '').trim();
  if (person === PEOPLE.biller) await shoot('user-activation-code');
  await click('I have written it down');
  await code.waitFor({ state: 'hidden' });
  return text;
}

/** Unticks one right of the nurse, ticks another, and limits the provider to two providers. */
export async function changeRights(
  window: TourWindow,
  report: TourReport,
  providers: readonly [string, string],
): Promise<void> {
  const { page, shoot } = window;
  await openUser(window, PEOPLE.nurse);
  await page.getByRole('tab', { name: 'Rights' }).click();
  await page.getByRole('checkbox', { name: 'Patients: Edit Data', exact: true }).uncheck();
  await page.getByRole('checkbox', { name: 'Claims: View' }).check();
  await shoot('user-rights');
  await save(window, 'Covers the front desk until January.');
  report.see('ticks of the nurse are saved', 'Saved', await savedWords(window));

  await openUser(window, PEOPLE.provider);
  await page.getByRole('tab', { name: 'Providers' }).click();
  const ticks = page.getByRole('grid', { name: 'Selected providers' });
  for (const provider of providers) await ticks.getByRole('checkbox', { name: new RegExp(`^${provider}`) }).check();
  await shoot('user-providers');
  await save(window, 'Works with two colleagues.');
  report.see('the provider is limited to two providers', 'Saved', await savedWords(window));
}

async function openUser({ page }: TourWindow, person: TourPerson): Promise<void> {
  await page
    .getByRole('row', { name: new RegExp(nameOf(person)) })
    .first()
    .click();
  await page.getByRole('heading', { name: `Edit User Info and Rights — ${nameOf(person)}` }).waitFor();
}

async function save({ page, shoot }: TourWindow, reason: string): Promise<void> {
  await page.keyboard.press('Control+s');
  const sheet = page.getByRole('dialog');
  await sheet.waitFor();
  await sheet.getByRole('textbox', { name: 'Reason' }).fill(reason);
  await shoot('user-review');
  await sheet.getByRole('button', { name: 'Save the change' }).click();
  await sheet.waitFor({ state: 'hidden' });
}

async function savedWords({ page }: TourWindow): Promise<string> {
  const quiet = page.getByText('No unsaved changes');
  await quiet.waitFor();
  return 'Saved';
}

/** The person types the code and makes up a password. */
export async function activate(window: TourWindow, person: TourPerson, code: string): Promise<void> {
  const { page, click } = window;
  await page.getByRole('textbox', { name: 'Password' }).waitFor();
  await click('I have an activation code');
  await page.getByRole('textbox', { name: 'Login ID' }).fill(person.loginId);
  await page.getByRole('textbox', { name: 'Activation code' }).fill(code);
  await typeNewPassword(window, person.password);
  if (person === PEOPLE.biller) await window.shoot('activate');
  await click('Set password and sign in');
  await page.getByRole('button', { name: 'Lock', exact: true }).waitFor({ timeout: 30_000 });
}
