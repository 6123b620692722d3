// Tour: everybody signs in and does one thing they may and one they may not.

import { activate } from './makeUsers.ts';
import { PEOPLE, type TourPerson } from './people.ts';
import type { TourReport } from './tourReport.ts';
import type { TourWindow } from './tourWindow.ts';

type Act = (window: TourWindow) => Promise<string>;

interface Day {
  readonly person: TourPerson;
  readonly may: readonly [what: string, expected: string, act: Act];
  readonly mayNot: readonly [what: string, right: string, act: Act];
}

/** Each person activates their login, works, is refused once, and signs out. */
export async function dailyWork(
  window: TourWindow,
  report: TourReport,
  codes: ReadonlyMap<string, string>,
  counts: { readonly patients: number; readonly limited: number },
): Promise<void> {
  for (const { person, may, mayNot } of days(counts)) {
    await activate(window, person, codes.get(person.loginId) ?? '');
    const [what, expected, act] = may;
    report.see(`${person.role} ${what}`, expected, await act(window));
    const [refusedWhat, right, refusedAct] = mayNot;
    const seen = await refusedAct(window);
    report.see(
      `${person.role} ${refusedWhat}`,
      `You cannot do this. It needs the right “${right}”, which you do not have.`,
      seen,
    );
    await window.shoot(`refused-${person.loginId}`);
    await window.signOut();
  }
}

function days({ patients, limited }: { patients: number; limited: number }): Day[] {
  const editRefused: Day['mayNot'] = ['may not change a patient', 'Patients: Edit Data', changeFirstPatient];
  return [
    { person: PEOPLE.biller, may: ['opens a patient', 'opened', openFirstPatient], mayNot: editRefused },
    {
      person: PEOPLE.provider,
      may: ['sees only the patients of two providers', String(limited), countPatients],
      mayNot: ['may not delete a patient', 'Patients: Delete Data', deleteFirstPatient],
    },
    {
      person: PEOPLE.frontDesk,
      may: ['sees all patients', String(patients), countPatients],
      mayNot: editRefused,
    },
    {
      person: PEOPLE.manager,
      may: [
        'changes a patient',
        'saved',
        async (window) => ((await changeFirstPatient(window)) === '' ? 'saved' : 'refused'),
      ],
      mayNot: ['may not delete a patient', 'Patients: Delete Data', deleteFirstPatient],
    },
    { person: PEOPLE.privacy, may: ['reads the activity log', 'entries', readLog], mayNot: editRefused },
    { person: PEOPLE.nurse, may: ['opens a patient', 'opened', openFirstPatient], mayNot: editRefused },
  ];
}

const openPatients: Act = async (window) => {
  await window.menu('Patients', 'Patients');
  await window.page.getByRole('heading', { name: 'Patients', level: 1 }).waitFor();
  return 'open';
};

const countPatients: Act = async (window) => {
  await openPatients(window);
  const total = await window.total();
  await window.shoot('patients');
  return String(total);
};

/** Opens the first patient of the list. */
export const openFirstPatient: Act = async (window) => {
  await openPatients(window);
  await (await window.cell(1)).click();
  await window.page.getByRole('textbox', { name: 'Last name' }).waitFor();
  return 'opened';
};

const changeFirstPatient: Act = async (window) => {
  await openFirstPatient(window);
  await window.page
    .getByRole('textbox', { name: 'Phone' })
    .fill(`617-555-01${(Math.floor(Date.now() / 1000) % 90) + 10}`);
  await window.page.keyboard.press('Control+s');
  return window.refusal();
};

const deleteFirstPatient: Act = async (window) => {
  await openFirstPatient(window);
  await window.click('Delete…');
  const dialog = window.page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Entered twice.');
  await dialog.getByRole('button', { name: /^Delete/ }).click();
  await dialog.waitFor({ state: 'hidden' });
  return window.refusal();
};

const readLog: Act = async (window) => {
  await window.menu('Security', 'Activity log');
  await window.page.getByText(/^Showing .* of/).waitFor();
  await window.shoot('activity');
  return 'entries';
};

/** Names of two providers of the list; the first one got all patients at the import. */
export async function twoProviders(window: TourWindow): Promise<readonly [string, string]> {
  await window.menu('Lists', 'Providers');
  const nameIn = async (at: number) => ((await (await window.cell(at)).textContent()) ?? '').trim();
  await window.cell(4);
  await window.shoot('providers');
  return [await nameIn(3), await nameIn(4)];
}

/** Gives two patients to two other providers, so that a limit has something to show. */
export async function assignPatients(
  window: TourWindow,
  report: TourReport,
  providers: readonly [string, string],
): Promise<void> {
  const { page } = window;
  for (const [index, provider] of providers.entries()) {
    await openPatients(window);
    const cell = await window.cell(index + 1);
    await cell.click();
    const name = (await cell.textContent()) ?? '';
    await page.getByRole('region', { name: 'Patient record' }).getByRole('heading', { name }).waitFor();
    const box = page.getByRole('combobox', { name: 'Assigned providers' });
    await box.fill(provider);
    await page
      .getByRole('option', { name: new RegExp(`^${provider}`) })
      .first()
      .click();
    await page.keyboard.press('Control+s');
    report.see(`a patient is given to ${provider}`, '', await window.refusal());
  }
  await window.shoot('patient');
}
