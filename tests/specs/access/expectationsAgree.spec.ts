// What a re-check finds is what the judge answers afresh, for random rights and every kind of expectation (P6).
import { fc } from '@fast-check/vitest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import type { CallInput, Output } from '../../../shared/catalogue/procedures.ts';
import { type AccessWorld, buildAccessWorld } from '../../support/accessWorld.ts';

type Fields = CallInput<'expectation.create'>['fields'];

const HOLDERS = ['billing', 'front-desk', 'medical-care-staff'];
const ROLE_IDS = ['billing', 'front-desk', 'medical-care-staff', 'provider'];
const RIGHTS = ['patient:read', 'note:read', 'note:readOwn', 'claim:read', 'user:disable'] as const;
const CHANGES = 40;

let world: AccessWorld;
const written = new Map<string, Fields>();
beforeAll(async () => {
  world = await buildAccessWorld(HOLDERS);
  for (const fields of expectations()) {
    const { expectationId: id } = await world.test.must('expectation.create', { fields });
    written.set(id, fields);
  }
}, 60_000);
afterAll(() => world.test.close());

const userIdOf = (holder: string) => world.userIds.get(holder) ?? '';
const aChange = fc.record({
  holder: fc.constantFrom(...HOLDERS),
  roleIds: fc.uniqueArray(fc.constantFrom(...ROLE_IDS), { maxLength: 2 }),
  exceptions: fc.uniqueArray(
    fc.record({ permission: fc.constantFrom(...RIGHTS), effect: fc.constantFrom('grant' as const, 'revoke' as const) }),
    { maxLength: 3, selector: ({ permission }) => permission },
  ),
  limit: fc.constantFrom('all', 'own', 'other', 'none'),
  isLockedOut: fc.boolean(),
});
type Change = typeof aChange extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** Every kind of who, act and narrowing, each as a must and as a must not. */
function expectations(): Fields[] {
  const note = world.records.get('note')?.id ?? '';
  const narrowed: readonly Pick<Fields, 'act' | 'about'>[] = [
    { act: 'patient.read', about: { kind: 'record', id: world.patientId.own } },
    { act: 'patient.read', about: { kind: 'provider', id: world.providerId.other } },
    { act: 'note.read', about: { kind: 'patient', id: world.patientId.own } },
    { act: 'note.read', about: { kind: 'record', id: note } },
    { act: 'claim.read', about: { kind: 'any' } },
    { act: 'user.disable', about: { kind: 'record', id: world.plainUserId } },
    { act: 'note:read', about: { kind: 'any' } },
  ];
  const whos: readonly Fields['who'][] = [
    ...HOLDERS.map((holder) => ({ kind: 'user' as const, id: userIdOf(holder) })),
    { kind: 'role', id: 'billing' },
  ];
  return whos.flatMap((who) =>
    narrowed.flatMap((what) => [true, false].map((isMust): Fields => ({ who, isMust, ...what }))),
  );
}

async function put({ holder, roleIds, exceptions, limit, isLockedOut }: Change): Promise<void> {
  const user = await world.test.must('user.read', { userId: userIdOf(holder) });
  const { own, other } = world.providerId;
  const providerIds = limit === 'none' ? [] : [limit === 'own' ? own : other];
  const scope = limit === 'all' ? { kind: 'all' as const } : { kind: 'selected' as const, providerIds };
  const { userId, version, info } = user;
  const rights = { roleIds, exceptions, scope };
  const foreseen = await world.test.must('user.previewUpdate', { userId, version, info, ...rights });
  const before = await brokenIds();
  const changed = await world.test.must('user.update', { userId, version, info, ...rights, reason: 'By lot.' });
  const after = await brokenIds();
  const broke = [...after].filter((id) => !before.has(id)).length;
  expect([foreseen.breaks.length, foreseen.mends.length]).toEqual([broke, broke + before.size - after.size]);
  if (user.isLockedOut === isLockedOut) return;
  const about = { userId, version: changed.version, reason: 'By lot.' };
  if (isLockedOut) await world.test.must('user.lockOut', { ...about, untilMs: null });
  else await world.test.must('user.unlock', about);
}

const list = async () => (await world.test.must('expectation.find', {})).expectations;
const brokenIds = async () =>
  new Set((await list()).flatMap(({ expectationId: id, isBroken }) => (isBroken ? [id] : [])));
const isPermitted = async (userId: string, procedure: string, targetId: string | null) =>
  (await world.test.must('access.explain', { userId, procedure, targetId })).isPermitted;

describe('re-checks agree with the judge (P6)', () => {
  it(`P6 after ${CHANGES} random changes every flag in the file is what the judge answers afresh`, async () => {
    const changes = fc.sample(aChange, { numRuns: CHANGES, seed: 20261122 });
    for (const change of changes) {
      await put(change);
      const found = await list();
      const { brokenCount, count } = await world.test.must('expectation.countBroken', {});
      expect({ brokenCount, count }).toEqual({
        brokenCount: found.filter(({ isBroken }) => isBroken).length,
        count: found.length,
      });
      for (const { expectationId: id, isBroken } of found) {
        const fields = written.get(id);
        if (fields === undefined || !isAnswerable(fields)) continue;
        const { who, act, about, isMust } = fields;
        const targetId = about.kind === 'any' ? null : about.id;
        expect(isBroken, `${who.id} ${act} ${about.kind}`).toBe((await isPermitted(who.id, act, targetId)) !== isMust);
      }
    }
    expect(new Set((await list()).map(({ isBroken }) => isBroken)).size).toBe(2);
  }, 120_000);

  it('P6 the log says of each expectation by turns that it broke and that it holds again', async () => {
    const events = [...(await told('expectation_broken')), ...(await told('expectation_held'))].toSorted(
      (one, other) => one.number - other.number,
    );
    expect(events.length).toBeGreaterThan(0);
    for (const { expectationId: id, isBroken } of await list()) {
      const own = events.filter(({ objectId }) => objectId === id).map(({ event }) => event);
      const byTurns = own.map((_, at) => (at % 2 === 0 ? 'expectation_broken' : 'expectation_held'));
      expect(own).toEqual(byTurns);
      expect(own.length % 2).toBe(isBroken ? 1 : 0);
    }
  });
});

/** Where the question about one person can be put to the explanation as it stands. */
function isAnswerable({ who, act, about }: Fields): boolean {
  return who.kind === 'user' && act.includes('.') && (about.kind === 'any' || about.kind === 'record');
}

async function told(event: string) {
  const found = [];
  for (let before: number | null = null; ; ) {
    const filter = { ...NO_AUDIT_FILTER, event };
    const page: Output<'audit.find'> = await world.test.must('audit.find', {
      filter,
      beforeNumber: before,
      limit: 100,
    });
    found.push(...page.entries);
    if (page.next === null) return found;
    before = page.next;
  }
}
