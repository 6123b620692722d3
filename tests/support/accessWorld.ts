// A practice with one user per shipped role and tick, a record of every type, two providers and a patient of each.
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PATIENT_ROLE_ID } from '../../shared/catalogue/patientRole.ts';
import type { CallInput } from '../../shared/catalogue/procedures.ts';
import { addExample, addExamples, type MadeRecord } from './exampleRecord.ts';
import { addActiveUser, PASSWORD, setUpPractice, startTestCore, type TestCore } from './startTestCore.ts';

export type Scope = CallInput<'user.add'>['scope'];

export interface AccessWorld {
  readonly test: TestCore;
  /** The providers `own` and `other`, each with one patient of their own. */
  readonly providerId: { readonly own: string; readonly other: string };
  readonly patientId: { readonly own: string; readonly other: string };
  /** One record of every type that people add, all of the provider `own` where their type belongs to providers at all. */
  readonly records: ReadonlyMap<string, MadeRecord>;
  /** A user without any right, at whom calls about users aim. */
  readonly plainUserId: string;
  /** The roles given, all of which the practice uses. */
  readonly roleIds: readonly string[];
  /** User ids by holder; the holder's name is also their login ID and their window. */
  readonly userIds: ReadonlyMap<string, string>;
  /** Limits a holder to the given providers. A Super User keeps all of them whatever is stored. */
  limit(holder: string, scope: Scope): Promise<void>;
  /** Signs the holder in at their own window again. */
  signIn(holder: string): Promise<void>;
}

const NOTHING = { roleIds: [], exceptions: [], scope: { kind: 'selected' as const, providerIds: [] } };

/** What a user is given when they are added. */
export type GivenRights = Omit<CallInput<'user.add'>, 'info' | 'copiedFromUserId'>;

/** Each of `roleIds` becomes a user of that name; `super-user`, `access-security` and `no-role` come with them, and
 *  `others` by name.
 *  Folders in memory where the system has them: the matrix is about decisions, not about the disk. */
export async function buildAccessWorld(
  roleIds: readonly string[],
  others: Readonly<Record<string, GivenRights>> = {},
): Promise<AccessWorld> {
  const memory = '/dev/shm';
  const test = startTestCore(mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'keyward-access-')));
  await setUpPractice(test);
  const records = await addExamples(test);
  // Nobody types a punch, so the owner makes one.
  records.set('punch', { id: (await test.must('punch.in', { note: '' })).id, fields: {} });
  const otherProvider = await addExample(test, 'provider', records, { lastName: 'Stone', firstName: 'Ann' });
  const otherPatient = await addExample(test, 'patient', records, {
    lastName: 'Quigley',
    firstName: 'Nora',
    providerIds: [otherProvider.id],
  });
  const userIds = new Map<string, string>();
  for (const roleId of roleIds) {
    const link = roleId === PATIENT_ROLE_ID ? { linkedPatientId: otherPatient.id } : {};
    userIds.set(roleId, await add(roleId, { ...NOTHING, roleIds: [roleId], ...link }));
  }
  for (const holder of ['super-user', 'access-security', 'no-role']) userIds.set(holder, await add(holder, NOTHING));
  for (const [name, rights] of Object.entries(others)) userIds.set(name, await add(name, rights));
  const plainUserId = await add('plain-user', NOTHING);
  await tick('super-user', 'user.setSuperUser', { isSuperUser: true });
  await tick('access-security', 'user.setAccessSecurity', { hasAccessSecurity: true });
  return {
    test,
    providerId: { own: idOf('provider'), other: otherProvider.id },
    patientId: { own: idOf('patient'), other: otherPatient.id },
    records,
    plainUserId,
    roleIds,
    userIds,
    limit,
    signIn: async (holder) => void (await test.must('session.create', { loginId: holder, password: PASSWORD }, holder)),
  };

  function idOf(typeName: string): string {
    return records.get(typeName)?.id ?? '';
  }

  function add(loginId: string, rights: GivenRights) {
    return addActiveUser(test, loginId, rights, loginId);
  }

  async function limit(holder: string, scope: Scope): Promise<void> {
    const user = await test.must('user.read', { userId: userIds.get(holder) ?? '' });
    const { userId, version, info, exceptions } = user;
    await test.must('user.update', {
      userId,
      version,
      info,
      roleIds: user.roleIds,
      exceptions,
      scope,
      reason: 'Another limit.',
    });
  }

  async function tick<N extends 'user.setSuperUser' | 'user.setAccessSecurity'>(
    holder: string,
    name: N,
    change: Omit<CallInput<N>, 'userId' | 'version' | 'reason' | 'password'>,
  ): Promise<void> {
    const { userId, version } = await test.must('user.read', { userId: userIds.get(holder) ?? '' });
    const about = { userId, version, reason: 'Chosen by the owner.', password: PASSWORD };
    await test.must(name, { ...about, ...change } as unknown as CallInput<N>);
  }
}
