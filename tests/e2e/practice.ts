// A practice that is already set up, made by the real core before the window opens; and signing in as a user would.
import { existsSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { fileSecretStore } from '../../electron/adapters/fileSecretStore.ts';
import { systemClock } from '../../electron/adapters/systemClock.ts';
import { createCore } from '../../electron/core.ts';
import { APP_ORIGIN } from '../../electron/ipc/sender.ts';
import type { CallInput, Output, ProcedureName } from '../../shared/catalogue/procedures.ts';
import type { Reply } from '../../shared/errors.ts';
import { test as base, expect, type Folders } from './fixtures.ts';

export const PASSWORD = 'quiet harbour lantern 47 walnut';
export const OWNER_LOGIN = 'dwhitfield';

/** Calls the core of a practice that no window has open yet; `window` names whose session it is. */
export type Must = <N extends ProcedureName>(name: N, input: CallInput<N>, window?: string) => Promise<Output<N>>;

export interface Preparation {
  readonly must: Must;
  /** What stands on the practice's recovery sheet. */
  readonly recoveryCode: string;
  /** Adds a user who has set PASSWORD already. */
  readonly addUser: (
    loginId: string,
    lastName: string,
    rights?: Partial<
      Pick<CallInput<'user.add'>, 'roleIds' | 'exceptions' | 'scope' | 'roleTerms' | 'locations' | 'linkedPatientId'>
    >,
  ) => Promise<string>;
  /** Imports a CSV text, all or nothing. */
  readonly importCsv: (kind: 'provider' | 'patient', csv: string) => Promise<void>;
}

export const PROVIDERS_CSV = `Id,NAME,GENDER,SPECIALITY,CITY,STATE
pr-1,Ria Patel,F,GENERAL PRACTICE,Boston,MA
pr-2,Tom Hale,M,PEDIATRICS,Salem,MA
pr-3,Ann Moss,F,CARDIOLOGY,Lynn,MA
`;
export const PATIENTS_CSV = `Id,BIRTHDATE,SSN,FIRST,LAST,GENDER,ADDRESS,CITY,STATE,ZIP
pa-1,1980-02-03,999-11-2222,Ada,Archer,F,1 Elm St,Boston,MA,02108
pa-2,1975-07-21,999-33-4444,Ben,Brook,M,2 Oak St,Salem,MA,01970
pa-3,2012-11-30,,Cleo,Carter,F,3 Ash St,Lynn,MA,01901
pa-4,1990-01-15,,Dan,Dale,M,4 Fir St,Boston,MA,02108
`;

/** Sets a practice up to its end with Dana Whitfield as Super User, then lets `more` add to it. */
export async function preparePractice(
  folders: Folders,
  more: (preparation: Preparation) => Promise<void> = async () => undefined,
  hoursAgo = 0,
): Promise<void> {
  const answers: string[] = [];
  const clock = systemClock();
  const core = createCore({
    vaultDir: join(folders.dataDir, 'vault'),
    deviceDir: folders.deviceDir,
    secretStore: fileSecretStore(),
    dialogs: {
      chooseOpen: async () => answers.shift() ?? null,
      chooseSave: async () => answers.shift() ?? null,
      hasPrinter: async () => true,
      print: async () => undefined,
      writePdf: async () => undefined,
    },
    clock: { ...clock, nowMs: () => clock.nowMs() - hoursAgo * 3_600_000 },
    workstation: hostname(),
    appVersion: '0.1.0',
    onKiosk: () => undefined,
    onLocked: () => undefined,
    // The lowest cost the product itself would ever use: it opens in the app, and the tests start sooner.
    weakKdfForTests: { memoryKiB: 65_536, passes: 3, lanes: 4 },
  });
  const must: Must = async (name, input, window = 'prepare') => {
    const sender = { url: `${APP_ORIGIN}/index.html`, isMainFrame: true };
    const reply = (await core.call(window, sender, name, input)) as Reply<Output<typeof name>>;
    if (!reply.ok) throw new Error(`${name} was refused: ${reply.error.message}`);
    return reply.value;
  };
  const { recoveryCode } = await must('setup.create', {
    practice: { name: 'Maple Street Family Medicine', timeZone: 'America/New_York', address: '' },
    person: { lastName: 'Whitfield', firstName: 'Dana', middleInitial: '', loginId: OWNER_LOGIN, password: PASSWORD },
  });
  const [first = '', second = ''] = recoveryCode.split('-');
  await must('setup.confirmRecovery', {
    groups: [
      { position: 1, typed: first },
      { position: 2, typed: second },
    ],
  });
  await must('setup.setSecondSuperUser', { kind: 'none', reason: 'The owner works alone.' });
  await must('setup.confirmSafety', {});
  const { roles } = await must('role.find', {});
  await must('setup.chooseRoles', { roleIds: roles.map((role) => role.roleId) });
  await must('setup.finish', { note: '' });
  await more({ must, recoveryCode, addUser, importCsv });
  core.shutdown();

  async function addUser(...[loginId, lastName, rights = {}]: Parameters<Preparation['addUser']>): Promise<string> {
    const info = { lastName, firstName: 'Lena', middleInitial: '', loginId, email: null, phone: null, note: null };
    const all = { roleIds: ['billing'], exceptions: [], scope: { kind: 'all' as const }, ...rights };
    const { userId, activationCode } = await must('user.add', { info, ...all, copiedFromUserId: null });
    await must('session.activate', { loginId, activationCode, newPassword: PASSWORD }, loginId);
    await must('session.delete', {}, loginId);
    return userId;
  }

  async function importCsv(kind: 'provider' | 'patient', csv: string): Promise<void> {
    const path = join(folders.dataDir, `${kind}.csv`);
    if (!existsSync(path)) writeFileSync(path, csv);
    answers.push(path);
    const chosen = await must('import.choose', { kind });
    if (!chosen.isChosen) throw new Error('no file was chosen');
    const { jobId } = await must('import.check', {
      importId: chosen.importId,
      mapping: chosen.suggestedMapping,
      knownRows: 'leaveOut',
    });
    await expect.poll(async () => (await must('job.read', { jobId })).state).toBe('done');
    await must('import.apply', { importId: chosen.importId });
  }
}

/** Signs in through the window, as a person does. */
export async function signIn(page: Page, loginId = OWNER_LOGIN, password = PASSWORD): Promise<void> {
  await page.getByLabel('Login ID').fill(loginId);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Lock', exact: true })).toBeVisible();
}

interface Prepared {
  /** What the practice holds before the window opens; set it with `test.use({ prepare: { more: async (p) => ... } })`. */
  prepare: {
    readonly more: (preparation: Preparation) => Promise<void>;
    /** How long before the window opens all of that was done. */
    readonly hoursAgo?: number;
  };
}

/** Like the base test, but the window opens on a practice that is set up. */
export const test = base.extend<Prepared>({
  prepare: [{ more: async () => undefined }, { option: true }],
  dataDir: async ({ dataDir, deviceDir, prepare }, use) => {
    await preparePractice({ dataDir, deviceDir }, prepare.more, prepare.hoursAgo);
    await use(dataDir);
  },
});

export { expect };
