// Questions about rights through the real core: why not, what would help, who can, and the sheet on paper (N1, S2.14, S4.09).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import { type AccessWorld, buildAccessWorld } from '../../support/accessWorld.ts';

const NOWHERE = '01900000-0000-7000-8000-00000000ffff';
let world: AccessWorld;
beforeAll(async () => {
  world = await buildAccessWorld(['billing', 'front-desk', 'provider', 'security-officer']);
  await world.limit('front-desk', { kind: 'selected', providerIds: [world.providerId.other] });
}, 60_000);
afterAll(() => world.test.close());

const userIdOf = (holder: string) => world.userIds.get(holder) ?? '';
const explain = (holder: string, procedure: string, targetId: string | null, window = 'A') =>
  world.test.must('access.explain', { userId: userIdOf(holder), procedure, targetId }, window);
const deniedAt = ({ steps }: Awaited<ReturnType<typeof explain>>) =>
  steps.find(({ state }) => state === 'denied')?.step;

describe('why not? (N1, S2.14)', () => {
  it('N1 names the missing right, and the one tick that would help', async () => {
    const answer = await explain('front-desk', 'patient.delete', null);
    expect(answer).toMatchObject({ isPermitted: false, reason: 'noRight', permission: 'patient:delete' });
    expect(deniedAt(answer)).toBe('right');
    expect(answer.changes[0]?.change).toEqual({ kind: 'tick', permission: 'patient:delete' });
    expect(answer.changes[0]?.gains.map(({ permission }) => permission)).toContain('patient:delete');
  });

  it('S2.14 names the limit, and the provider who would have to be in it with the patients that opens', async () => {
    await world.limit('front-desk', { kind: 'selected', providerIds: [world.providerId.other] });
    const answer = await explain('front-desk', 'patient.read', world.patientId.own);
    expect(deniedAt(answer)).toBe('limits');
    expect(answer.changes.map(({ change }) => change.kind)).toEqual(
      expect.arrayContaining(['patientGrant', 'provider']),
    );
    expect(answer.changes.find(({ change }) => change.kind === 'provider')).toMatchObject({
      change: { kind: 'provider', providerId: world.providerId.own },
      gains: [],
      patientsGained: 1,
    });
  });

  it('N1 the proposed tick, saved the ordinary way, makes the refused act possible', async () => {
    const { userId, version, info, roleIds, exceptions, scope } = await world.test.must('user.read', {
      userId: userIdOf('billing'),
    });
    const before = await explain('billing', 'patient.export', null);
    const change = before.changes[0]?.change;
    if (change?.kind !== 'tick') return expect.unreachable();
    await world.test.must('user.update', {
      userId,
      version,
      info,
      roleIds,
      exceptions: [...exceptions, { permission: change.permission, effect: 'grant' }],
      scope,
      reason: 'Found by the explanation.',
    });
    expect(await explain('billing', 'patient.export', null)).toMatchObject({ isPermitted: true, changes: [] });
  });

  it('S2.14 whoever may not see users asks about themselves alone, and is told the rule and no more', async () => {
    const own = await explain('front-desk', 'patient.delete', null, 'front-desk');
    expect(own).toMatchObject({ isRuleOnly: true, reason: 'noRight', steps: [], sources: [], changes: [] });
    const other = await world.test.mustRefuse(
      'access.explain',
      { userId: userIdOf('billing'), procedure: 'patient.delete', targetId: null },
      'front-desk',
    );
    expect(other.code).toBe('FORBIDDEN');
  });

  it('S2.14 about oneself a hidden patient and one that does not exist answer alike', async () => {
    await world.limit('front-desk', { kind: 'selected', providerIds: [world.providerId.other] });
    const hidden = await explain('front-desk', 'patient.read', world.patientId.own, 'front-desk');
    expect(hidden).toEqual(await explain('front-desk', 'patient.read', NOWHERE, 'front-desk'));
    expect(hidden).toMatchObject({ isPermitted: false, reason: 'outOfScope' });
  });

  it('S1.21 the question stands in the log: who asked about whom, and what', async () => {
    await explain('provider', 'claim.delete', null);
    const { entries } = await world.test.must('audit.find', {
      filter: { ...NO_AUDIT_FILTER, event: 'access_explained' },
      beforeNumber: null,
      limit: 1,
    });
    expect(entries[0]).toMatchObject({
      outcome: 'succeeded',
      objectType: 'user',
      objectId: userIdOf('provider'),
      changes: [{ field: 'Asked about', old: null, new: 'claim.delete' }],
    });
  });

  it('a word that names no act, and an act that needs no sign-in, are refused in words', async () => {
    const ask = (procedure: string) =>
      world.test.mustRefuse('access.explain', { userId: userIdOf('provider'), procedure, targetId: null });
    expect((await ask('patient.juggle')).code).toBe('CONSTRAINT_VIOLATED');
    expect((await ask('session.create')).code).toBe('CONSTRAINT_VIOLATED');
  });
});

describe('who can? (N1)', () => {
  it('N1 lists exactly those whose own question is answered with yes, each with the source', async () => {
    for (const procedure of ['patient.delete', 'note.read', 'user.update', 'payment.create']) {
      const { holders, askedCount } = await world.test.must('access.findHolders', { procedure, targetId: null });
      const able = [];
      for (const [holder, userId] of world.userIds)
        if ((await explain(holder, procedure, null)).isPermitted) able.push(userId);
      const listed = holders.map(({ userId }) => userId);
      expect(listed.filter((id) => [...world.userIds.values()].includes(id)).sort()).toEqual(able.sort());
      expect(askedCount).toBe(world.userIds.size + 2);
      for (const { sources } of holders) expect(sources.length).toBeGreaterThan(0);
    }
  });

  it('S5.14 with a record in question the limits count', async () => {
    await world.limit('front-desk', { kind: 'selected', providerIds: [world.providerId.other] });
    await world.limit('billing', { kind: 'all' });
    const listed = async (targetId: string | null) =>
      (await world.test.must('access.findHolders', { procedure: 'patient.read', targetId })).holders.map(
        ({ userId }) => userId,
      );
    expect(await listed(null)).toContain(userIdOf('front-desk'));
    expect(await listed(world.patientId.own)).not.toContain(userIdOf('front-desk'));
    expect(await listed(world.patientId.own)).toContain(userIdOf('billing'));
  });

  it('S2.27 says of whom it is true for their own records only', async () => {
    const { holders } = await world.test.must('access.findHolders', { procedure: 'note.read', targetId: null });
    expect(holders.find(({ userId }) => userId === userIdOf('provider'))).toMatchObject({ isOwnOnly: true });
  });
});

describe('the sheet of one person (S4.09, C5)', () => {
  it('S4.09 prints every right with what gives it, what takes it away, and the result', async () => {
    await world.test.must('access.printRights', { userId: userIdOf('provider') });
    const page = world.test.printed.at(-1) ?? '';
    expect(page).toContain('Effective access of Last-provider, First');
    expect(page).toContain('Patients: View');
    expect(page).toContain('allowed');
    expect(page).toContain('denied');
    expect(page).toContain('PHI');
  });
});
