// A fresh practice for the proof run: seeded people, a record of every type that can be added, and a user per role.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileSecretStore } from '../../electron/adapters/fileSecretStore.ts';
import { systemClock } from '../../electron/adapters/systemClock.ts';
import { createCore } from '../../electron/core.ts';
import { APP_ORIGIN } from '../../electron/ipc/sender.ts';
import { PATIENT_ROLE_ID } from '../../shared/catalogue/patientRole.ts';
import type { CallInput, Output, ProcedureName } from '../../shared/catalogue/procedures.ts';
import type { FieldValue } from '../../shared/catalogue/records/field.ts';
import { noFilter, typedSchemas } from '../../shared/catalogue/records/recordProcedures.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { RECORD_TYPES } from '../../shared/catalogue/records.ts';
import type { Reply } from '../../shared/errors.ts';
import { writeSeededPractice } from '../tour/seededPractice.ts';

const PASSWORD = 'quiet harbour lantern 47 walnut';

export interface ProvePractice {
  readonly must: <N extends ProcedureName>(name: N, input: CallInput<N>) => Promise<Output<N>>;
  /** Types of records that stand there with at least one row. */
  readonly filledTypes: readonly string[];
  close(): void;
}

/** Sets the practice up in a folder of its own that close() removes. Key derivation is quick: keys are not what is proved. */
export async function provePractice(): Promise<ProvePractice> {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-prove-'));
  const answers: string[] = [];
  const core = createCore({
    vaultDir: join(folder, 'vault'),
    deviceDir: join(folder, 'device'),
    secretStore: fileSecretStore(),
    dialogs: {
      chooseOpen: async () => answers.shift() ?? null,
      chooseSave: async () => null,
      hasPrinter: async () => true,
      print: async () => undefined,
      writePdf: async () => undefined,
    },
    clock: systemClock(),
    workstation: 'PROOF-1',
    appVersion: '0.1.0',
    onKiosk: () => undefined,
    onLocked: () => undefined,
    weakKdfForTests: { memoryKiB: 8_192, passes: 1, lanes: 1 },
    signInReleaseMs: 0,
  });
  const callAny = async (name: string, input: unknown, window = 'owner') =>
    (await core.call(window, { url: `${APP_ORIGIN}/index.html`, isMainFrame: true }, name, input)) as Reply<unknown>;
  const must: ProvePractice['must'] = async (name, input) => {
    const reply = (await callAny(name, input)) as Reply<Output<typeof name>>;
    if (!reply.ok) throw new Error(`${name} was refused: ${reply.error.message}`);
    return reply.value;
  };

  const { recoveryCode } = await must('setup.create', {
    practice: { name: 'Proof', timeZone: 'America/New_York', address: '' },
    person: { lastName: 'Whitfield', firstName: 'Dana', middleInitial: '', loginId: 'dwhitfield', password: PASSWORD },
  });
  const [first = '', second = ''] = recoveryCode.split('-');
  await must('setup.confirmRecovery', {
    groups: [
      { position: 1, typed: first },
      { position: 2, typed: second },
    ],
  });
  await must('setup.setSecondSuperUser', { kind: 'none', reason: 'Made for the proof.' });
  await must('setup.confirmSafety', {});
  const { roles } = await must('role.find', {});
  const roleIds = roles.map(({ roleId }) => roleId);
  await must('setup.chooseRoles', { roleIds });
  await must('setup.finish', { note: '' });
  writeSeededPractice(folder);
  for (const kind of ['provider', 'patient'] as const) await importPeople(kind);
  const made = await addRecords();
  await addUsers(made.get('patient') ?? null);
  return {
    must,
    filledTypes: [...made.keys()],
    close: () => {
      core.shutdown();
      rmSync(folder, { recursive: true, force: true });
    },
  };

  async function importPeople(kind: 'provider' | 'patient'): Promise<void> {
    answers.push(join(folder, `${kind}s.csv`));
    const chosen = await must('import.choose', { kind });
    if (!chosen.isChosen) throw new Error('no file was chosen');
    const { importId, suggestedMapping: mapping } = chosen;
    const { jobId } = await must('import.check', { importId, mapping, knownRows: 'leaveOut' });
    while ((await must('job.read', { jobId })).state === 'running') await new Promise((go) => setTimeout(go, 20));
    await must('import.apply', { importId });
  }

  /** A record of every type that takes one as its example is; each names those added before it. */
  async function addRecords(): Promise<ReadonlyMap<string, string>> {
    const known = new Map<string, string>();
    const [user] = (await must('user.find', ALL_USERS)).rows;
    if (user !== undefined) known.set('user', user.userId);
    for (const type of RECORD_TYPES) {
      if (type.actions.includes('create')) await callAny(`${type.name}.create`, { fields: exampleOf(type, known) });
      const id = await firstOf(type);
      if (id !== null) known.set(type.name, id);
    }
    known.delete('user');
    return known;
  }

  async function firstOf(type: RecordType): Promise<string | null> {
    if (!type.actions.includes('find')) return null;
    const sorted = { search: '', sort: type.defaultSort.field, isDescending: false, filter: noFilter(type) };
    const reply = await callAny(`${type.name}.find`, { ...sorted, offset: 0, limit: 1 });
    return reply.ok ? ((reply.value as { rows: readonly { id: string }[] }).rows[0]?.id ?? null) : null;
  }

  /** A user per role, every other one limited to one provider; one with single ticks, and one restricted from ePHI. */
  async function addUsers(patientId: string | null): Promise<void> {
    const { providers } = await must('user.findProviderChoices', {});
    const one = { kind: 'selected' as const, providerIds: providers.slice(0, 1).map(({ providerId }) => providerId) };
    const all = { kind: 'all' as const };
    for (const [at, roleId] of roleIds.entries()) {
      const link = roleId === PATIENT_ROLE_ID ? { linkedPatientId: patientId } : {};
      await addUser(roleId, { roleIds: [roleId], exceptions: [], scope: at % 2 === 0 ? all : one, ...link });
    }
    const exceptions = [
      { permission: 'patient:read', effect: 'revoke' },
      { permission: 'claim:delete', effect: 'grant' },
    ] as const;
    await addUser('single-ticks', { roleIds: ['manager'], exceptions: [...exceptions], scope: all });
    const userId = await addUser('restricted', { roleIds: ['manager'], exceptions: [], scope: all });
    const { version } = await must('user.read', { userId });
    await must('user.setPhiRestricted', { userId, version, isPhiRestricted: true, reason: 'Made for the proof.' });
  }

  async function addUser(
    loginId: string,
    rights: Pick<CallInput<'user.add'>, 'roleIds' | 'exceptions' | 'scope' | 'linkedPatientId'>,
  ): Promise<string> {
    const info = {
      lastName: loginId,
      firstName: 'Pat',
      middleInitial: '',
      loginId,
      email: null,
      phone: null,
      note: null,
    };
    const { userId, activationCode } = await must('user.add', { info, ...rights, copiedFromUserId: null });
    const reply = await callAny('session.activate', { loginId, activationCode, newPassword: PASSWORD }, loginId);
    if (!reply.ok) throw new Error(`${loginId} could not be activated: ${reply.error.message}`);
    return userId;
  }
}

const ALL_USERS = {
  search: '',
  status: 'all',
  roleId: null,
  permission: null,
  sort: 'name',
  isDescending: false,
  offset: 0,
  limit: 1,
} as const;

/** The typed fields of a type's example, with ids that are there. */
function exampleOf(type: RecordType, known: ReadonlyMap<string, string>): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.keys(typedSchemas(type)).map((name): [string, FieldValue] => {
      const { refersTo } = type.fields[name] ?? {};
      const value = type.example[name] ?? null;
      const id = refersTo === undefined ? undefined : known.get(refersTo);
      if (id === undefined || value === null) return [name, value];
      return [name, Array.isArray(value) ? [id] : id];
    }),
  );
}
