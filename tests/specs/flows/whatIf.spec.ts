// A proposed change of rights tried on what is in the log, through the real core (P1).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallInput } from '../../../shared/catalogue/procedures.ts';
import { type AccessWorld, buildAccessWorld } from '../../support/accessWorld.ts';
import { endOfJob } from '../../support/importFile.ts';
import { desk, made } from '../../support/roleDesk.ts';

let world: AccessWorld;
let roleId: string;
beforeAll(async () => {
  world = await buildAccessWorld(['billing', 'front-desk', 'security-officer']);
  await world.limit('billing', { kind: 'all' });
  for (let count = 0; count < 3; count += 1)
    await world.test.must('patient.read', { id: world.patientId.own }, 'billing');
  await world.test.must('patient.read', { id: world.patientId.other }, 'billing');
  const deletion = { id: world.patientId.own, version: 1, reason: 'Entered twice.' };
  await world.test.mustRefuse('patient.delete', deletion, 'billing');
  ({ roleId } = await world.test.must('role.create', made(desk({ permissions: ['patient:read'] }))));
}, 120_000);
afterAll(() => world.test.close());

const userId = () => world.userIds.get('billing') ?? '';
type UserChange = CallInput<'access.replayUserChange'>;
async function tried(change: Partial<UserChange>, days: UserChange['days'] = 90) {
  const input = {
    userId: userId(),
    roleIds: ['billing'],
    exceptions: [],
    scope: { kind: 'all' as const },
    days,
    ...change,
  };
  const { jobId } = await world.test.must('access.replayUserChange', input);
  const { replay, state, message } = await endOfJob(world.test, jobId);
  expect(state, message).toBe('done');
  if (replay === undefined) throw new Error('the job told nothing');
  return replay;
}
const groupOf = (found: Awaited<ReturnType<typeof tried>>, procedure: string) =>
  found.groups.find((group) => group.procedure === procedure);

describe('a change of a person (P1)', () => {
  it('P1 no change turns nothing', async () => {
    const found = await tried({});
    expect(found).toMatchObject({
      deniedCount: 0,
      permittedCount: 0,
      groups: [],
      peopleCount: 1,
      changedSinceCount: 0,
    });
    expect(found.judgedCount).toBeGreaterThan(4);
  });

  it('P1 a role taken away would have denied what it allowed, with count, reason and where it stands in the log', async () => {
    const group = groupOf(await tried({ roleIds: [] }), 'patient.read');
    expect(group).toMatchObject({ wouldBe: 'denied', reason: 'noRight', count: 4, name: 'Last-billing, First' });
    expect(group?.examples).toHaveLength(3);
  });

  it('P1 a narrower limit is judged record by record', async () => {
    const scope = { kind: 'selected' as const, providerIds: [world.providerId.other] };
    expect(groupOf(await tried({ scope }), 'patient.read')).toMatchObject({ reason: 'outOfScope', count: 3 });
  });

  it('P1 a tick more would have permitted what was refused', async () => {
    const exceptions = [{ permission: 'patient:delete', effect: 'grant' }] as const;
    const found = await tried({ exceptions: [...exceptions] });
    expect(groupOf(found, 'patient.delete')).toMatchObject({ wouldBe: 'permitted', reason: null, count: 1 });
    expect(found).toMatchObject({ deniedCount: 0, permittedCount: 1 });
  });

  it('P1 a right that begins later is tried as if it had begun', async () => {
    const dates = { validFrom: '2027-01-01', validUntil: null };
    const exceptions = [{ permission: 'patient:delete' as const, effect: 'grant' as const, dates }];
    expect(await tried({ exceptions })).toMatchObject({ permittedCount: 1 });
  });

  it('P1 trying changes nothing', async () => {
    await tried({ roleIds: [] });
    expect(await world.test.must('user.read', { userId: userId() })).toMatchObject({ roleIds: ['billing'] });
  });
});

describe('a change of a role (P1)', () => {
  it('P1 touches everybody who holds it or a role that takes over from it, and nobody else', async () => {
    const user = await world.test.must('user.read', { userId: userId() });
    const { version, info, exceptions } = user;
    const scope = { kind: 'all' as const };
    const change = { userId: userId(), version, info, exceptions, scope, roleIds: [roleId], reason: 'Moved.' };
    await world.test.must('user.update', change);
    const replay = async (permissions: readonly 'patient:read'[]) => {
      const fields = desk({ permissions: [...permissions] });
      const { jobId } = await world.test.must('access.replayRoleChange', { roleId, fields, days: null });
      return (await endOfJob(world.test, jobId)).replay;
    };
    expect(await replay(['patient:read'])).toMatchObject({ peopleCount: 1, deniedCount: 0, permittedCount: 0 });
    expect(await replay([])).toMatchObject({ peopleCount: 1, deniedCount: 4 });
  });

  it('P1 a role and a person that are not there are refused in words', async () => {
    const fields = desk();
    const gone = await world.test.mustRefuse('access.replayRoleChange', { roleId: 'nobody', fields, days: 30 });
    expect(gone.code).toBe('NOT_FOUND');
  });
});
