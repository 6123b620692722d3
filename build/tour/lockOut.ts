// Tour: wrong passwords lock a login; a Super User unlocks it.
import { nameOf, PEOPLE } from './people.ts';
import { OWNER } from './setUpPractice.ts';
import type { TourReport } from './tourReport.ts';
import type { TourWindow } from './tourWindow.ts';

const WRONG_TRIES = 5;

/** Five wrong passwords, the right one refused, the owner unlocks, the right one works. */
export async function lockOut(window: TourWindow, report: TourReport): Promise<void> {
  const { page, shoot } = window;
  const person = PEOPLE.frontDesk;
  const isWorking = async () => {
    const lock = page.getByRole('button', { name: 'Lock', exact: true });
    await lock.or(page.locator('.refusal')).first().waitFor({ timeout: 30_000 });
    return lock.isVisible();
  };
  for (let attempt = 0; attempt < WRONG_TRIES; attempt++) {
    await window.signIn(person.loginId, 'not the password at all');
    await isWorking();
    await page.waitForFunction(() => document.querySelector('form button[data-loading]') === null);
  }
  await window.signIn(person.loginId, person.password);
  await page.waitForTimeout(3_000);
  report.see(
    'five wrong passwords lock the login, even for the right one',
    'locked',
    (await isWorking()) ? 'open' : 'locked',
  );
  await shoot('sign-in-locked');
  await window.signIn(OWNER.loginId, OWNER.password);
  await page.getByRole('button', { name: 'Lock', exact: true }).waitFor({ timeout: 30_000 });
  await window.menu('Security', 'Users');
  await page.getByText('Locked', { exact: true }).first().click();
  const row = page.getByRole('row', { name: new RegExp(nameOf(person)) }).first();
  await row.waitFor();
  report.see('the list shows who is locked', 'yes', (await row.isVisible()) ? 'yes' : 'no');
  await row.click();
  await window.click('Unlock…');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Asked at the desk; it was them.');
  await shoot('user-unlock');
  await dialog.getByRole('button', { name: /^Unlock/ }).click();
  await dialog.waitFor({ state: 'hidden' });
  await window.signOut();
  await window.signIn(person.loginId, person.password);
  report.see('after unlocking the right password works', 'open', (await isWorking()) ? 'open' : 'locked');
  await window.signOut();
}
