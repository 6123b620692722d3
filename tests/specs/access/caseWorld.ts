// The practice of the access cases: beside a user per role, people with flags and single ticks, and sensitive records.
import type { CallInput } from '../../../shared/catalogue/procedures.ts';
import { type AccessWorld, buildAccessWorld, type GivenRights } from '../../support/accessWorld.ts';
import { addExample } from '../../support/exampleRecord.ts';
import { addActiveUser, PASSWORD } from '../../support/startTestCore.ts';
import type { CaseWorld, SensitiveRecords } from './caseInputs.ts';
import { CONDITIONED_PEOPLE, giveConditionedRoles } from './conditionedPeople.ts';
import { addLimits } from './limitWorld.ts';

type Exceptions = CallInput<'user.add'>['exceptions'];

const rights = (roleIds: string[], exceptions: Exceptions = []): GivenRights => ({
  roleIds,
  exceptions,
  scope: { kind: 'all' },
});
/** People who differ from their role by one row; those of RESTRICTED carry the flag besides. */
const OTHER_PEOPLE: Readonly<Record<string, GivenRights>> = {
  'restricted-manager': rights(['manager']),
  'restricted-owner': rights([]),
  'desk-without-phones': rights(['front-desk'], [{ permission: 'patient:readPhone', effect: 'revoke' }]),
  'desk-with-claims': rights(['front-desk'], [{ permission: 'claim:read', effect: 'grant' }]),
  'billing-that-adds-none': rights(['billing'], [{ permission: 'claim:create', effect: 'revoke' }]),
};
const RESTRICTED = ['restricted-manager', 'restricted-owner'];

/** Builds the practice; every role of `roleIds` becomes a user of that name. */
export async function buildCaseWorld(roleIds: readonly string[]): Promise<CaseWorld> {
  const conditioned = Object.fromEntries(Object.keys(CONDITIONED_PEOPLE).map((name) => [name, rights([])]));
  const built = await buildAccessWorld(roleIds, { ...OTHER_PEOPLE, ...conditioned });
  await giveConditionedRoles(built);
  const { test, userIds } = built;
  const about = async (name: string) => {
    const { userId, version } = await test.must('user.read', { userId: userIds.get(name) ?? '' });
    return { userId, version, reason: 'Asked by the owner.' };
  };
  const tick = { isSuperUser: true, password: PASSWORD };
  await test.must('user.setSuperUser', { ...(await about('restricted-owner')), ...tick });
  for (const name of RESTRICTED)
    await test.must('user.setPhiRestricted', { ...(await about(name)), isPhiRestricted: true });
  const sensitive = await addSensitive(built);
  const spareUserId = await addActiveUser(test, 'spare', { ...rights([]), scope: NOBODY }, 'spare');
  const limits = await addLimits(built);
  return {
    ...built,
    spareUserId,
    sensitive,
    limits,
    userIds: new Map([...built.userIds, ...limits.userIds]),
    // Whoever has limits of their own for the cases keeps them.
    limit: async (holder, scope) => (limits.userIds.has(holder) ? undefined : built.limit(holder, scope)),
  };
}

const NOBODY = { kind: 'selected' as const, providerIds: [] };

async function addSensitive({ test, records, userIds, limit }: AccessWorld): Promise<SensitiveRecords> {
  for (const writer of ['primary-care-provider', 'provider', 'call-handling']) await limit(writer, { kind: 'all' });
  const about = { patientId: records.get('patient')?.id ?? '', noteDate: '2026-03-02', title: 'Talk', body: 'Long.' };
  const note = async (noteClass: 'mentalHealth' | 'substanceUse' | 'general', writer: string) =>
    (await test.must('note.create', { fields: { ...about, noteClass } }, writer)).id;
  const patient = async (given: Parameters<typeof addExample>[3]) =>
    (await addExample(test, 'patient', records, given)).id;
  const handler = userIds.get('call-handling') ?? '';
  const call = { ...records.get('call')?.fields, patientId: null, ownerId: handler };
  return {
    mentalHealth: await note('mentalHealth', 'primary-care-provider'),
    substanceUse: await note('substanceUse', 'primary-care-provider'),
    noteOfProvider: await note('general', 'provider'),
    confidential: await patient({ lastName: 'Hidden', sensitivity: 'confidential' }),
    numbered: await patient({
      lastName: 'Numbered',
      ssn: '219099999',
      phone: '617-555-0147',
      memberNumber: 'M-47',
    }),
    callOfHandler: (
      await test.must('call.create', { fields: call } as unknown as CallInput<'call.create'>, 'call-handling')
    ).id,
  };
}
