// What a preview foresees is what saving finds, and that is what the judge answers afresh, for random changes of people, of
// logins and of roles and every kind of expectation (P6).
import { fc } from '@fast-check/vitest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectationSentence } from '../../../shared/catalogue/expectationWords.ts';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import type { CallInput, Output } from '../../../shared/catalogue/procedures.ts';
import { type AccessWorld, buildAccessWorld } from '../../support/accessWorld.ts';
import { desk, made, type RoleFields, roleDesk } from '../../support/roleDesk.ts';
import { PASSWORD } from '../../support/startTestCore.ts';

type Fields = CallInput<'expectation.create'>['fields'];
type Change = CallInput<'expectation.preview'>['change'];

const HOLDERS = ['billing', 'front-desk', 'medical-care-staff'];
/** Made here and changed by lot: a role, one that takes its rights from it or stands alone, and a policy for either. */
const OWN_ROLES = ['base', 'child', 'policy'] as const;
const GIVEN_ROLES = ['billing', 'front-desk', 'medical-care-staff', 'provider', 'base', 'child'] as const;
const RIGHTS = ['patient:read', 'note:read', 'note:readOwn', 'claim:read', 'user:disable'] as const;
/** Hours there are, but all of them: an expectation takes rights whenever they count, and the judge now. */
const EVERY_HOUR = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 0, untilMinute: 1_440 }));
const CHANGES = 90;

let world: AccessWorld;
const written = new Map<string, Fields>();
const ownRoles = new Map<string, string>();
const roles = roleDesk(() => world.test);
beforeAll(async () => {
  world = await buildAccessWorld(HOLDERS);
  for (const name of OWN_ROLES) {
    const wish = made(desk({ name, permissions: [] }), { kind: name === 'policy' ? 'policy' : 'custom' });
    ownRoles.set(name, (await world.test.must('role.create', wish)).roleId);
  }
  for (const fields of expectations()) {
    const { expectationId: id } = await world.test.must('expectation.create', { fields });
    written.set(id, fields);
  }
}, 60_000);
afterAll(() => world.test.close());

const userIdOf = (holder: string) => world.userIds.get(holder) ?? '';
const roleIdOf = (name: string) => ownRoles.get(name) ?? name;
const aChangeOfAPerson = fc.record({
  kind: fc.constant('person' as const),
  holder: fc.constantFrom(...HOLDERS),
  roles: fc.uniqueArray(fc.constantFrom(...GIVEN_ROLES), { maxLength: 2 }),
  exceptions: fc.uniqueArray(
    fc.record({ permission: fc.constantFrom(...RIGHTS), effect: fc.constantFrom('grant' as const, 'revoke' as const) }),
    { maxLength: 3, selector: ({ permission }) => permission },
  ),
  limit: fc.constantFrom('all', 'own', 'other', 'none'),
});
/** Of the login of a person, or of a role as a whole. */
const aChangeOfALogin = fc.record({
  kind: fc.constant('login' as const),
  holder: fc.constantFrom(...HOLDERS),
  what: fc.constantFrom('lockOut', 'phiRestricted', 'accessSecurity', 'roleLockOut'),
});
const aChangeOfARole = fc.record({
  kind: fc.constant('role' as const),
  role: fc.constantFrom(...OWN_ROLES),
  permissions: fc.subarray([...RIGHTS]),
  isUnderBase: fc.boolean(),
  hasPolicy: fc.boolean(),
  hasHours: fc.boolean(),
  gender: fc.option(fc.constantFrom('F', 'M')),
});
type Drawn<Of> = Of extends fc.Arbitrary<infer One> ? One : never;
type ChangeOfAPerson = Drawn<typeof aChangeOfAPerson>;
type ChangeOfALogin = Drawn<typeof aChangeOfALogin>;
type ChangeOfARole = Drawn<typeof aChangeOfARole>;

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
    { kind: 'role', id: roleIdOf('base') },
    { kind: 'role', id: roleIdOf('child') },
  ];
  return whos.flatMap((who) =>
    narrowed.flatMap((what) => [true, false].map((isMust): Fields => ({ who, isMust, ...what }))),
  );
}

async function changePerson({ holder, roles: given, exceptions, limit }: ChangeOfAPerson): Promise<void> {
  const user = await world.test.must('user.read', { userId: userIdOf(holder) });
  const { own, other } = world.providerId;
  const providerIds = limit === 'none' ? [] : [limit === 'own' ? own : other];
  const scope = limit === 'all' ? { kind: 'all' as const } : { kind: 'selected' as const, providerIds };
  const { userId, version, info } = user;
  const wish = { userId, version, info, roleIds: given.map(roleIdOf), exceptions, scope };
  await foreseenAndMade(
    'person',
    () => world.test.must('user.previewUpdate', wish),
    () => world.test.must('user.update', { ...wish, reason: 'By lot.' }),
  );
}

/** Turns over what is drawn, so that each of them comes and goes. */
async function changeLogin({ holder, what }: ChangeOfALogin): Promise<void> {
  const { test } = world;
  const user = await test.must('user.read', { userId: userIdOf(holder) });
  const about = { userId: user.userId, version: user.version };
  const tried = <C extends Change>(change: C, more: object) =>
    foreseenAndMade(
      'login',
      () => test.must('expectation.preview', { change }),
      () => test.must(change.procedure, { ...change.input, reason: 'By lot.', ...more } as CallInput<C['procedure']>),
    );
  switch (what) {
    case 'lockOut':
      if (user.isLockedOutInPerson) await tried({ procedure: 'user.unlock', input: about }, {});
      else await tried({ procedure: 'user.lockOut', input: { ...about, untilMs: null } }, {});
      return;
    case 'phiRestricted': {
      const isPhiRestricted = !user.isPhiRestricted;
      await tried({ procedure: 'user.setPhiRestricted', input: { ...about, isPhiRestricted } }, {});
      return;
    }
    case 'accessSecurity': {
      const input = { ...about, hasAccessSecurity: !user.hasAccessSecurity };
      await tried({ procedure: 'user.setAccessSecurity', input }, { password: PASSWORD });
      return;
    }
    case 'roleLockOut': {
      const { lockOut } = await test.must('role.read', { roleId: holder });
      if (lockOut !== null) await tried({ procedure: 'role.unlock', input: { roleId: holder } }, {});
      else await tried({ procedure: 'role.lockOut', input: { roleId: holder, untilMs: null } }, {});
    }
  }
}

async function changeRole(change: ChangeOfARole, number: number): Promise<void> {
  const { role, permissions, isUnderBase, hasPolicy, hasHours, gender } = change;
  const isPolicy = role === 'policy';
  const conditioned = gender !== null && permissions.includes('patient:read');
  const fields: RoleFields = desk({
    name: role,
    // Something is always changed, because a change of nothing is refused.
    purpose: `By lot number ${number}.`,
    permissions,
    parentId: role === 'child' && isUnderBase ? roleIdOf('base') : null,
    policyIds: hasPolicy && !isPolicy ? [roleIdOf('policy')] : [],
    hours: hasHours && !isPolicy ? EVERY_HOUR : [],
    conditions: conditioned
      ? [{ permission: 'patient:read', type: 'patient', field: 'gender', operator: 'is', value: gender }]
      : [],
  });
  const wish = await roles.changed(roleIdOf(role), fields, { confirmsWidening: true });
  const { roleId, version } = wish;
  await foreseenAndMade(
    'role',
    () => world.test.must('role.previewUpdate', { roleId, version, fields }),
    () => world.test.must('role.update', wish),
  );
}

type Effect = Pick<Output<'user.previewUpdate'>, 'breaks' | 'mends'>;
const told = { person: { breaks: 0, mends: 0 }, login: { breaks: 0, mends: 0 }, role: { breaks: 0, mends: 0 } };

/** Makes a change and holds what its preview said of expectations against what became of them. */
async function foreseenAndMade<T>(
  kind: keyof typeof told,
  preview: () => Promise<Effect>,
  make: () => Promise<T>,
): Promise<T> {
  const [{ breaks, mends }, before] = [await preview(), await brokenSentences()];
  const answer = await make();
  const after = await brokenSentences();
  expect(breaks.map(expectationSentence).toSorted()).toEqual(without(after, before));
  expect(mends.map(expectationSentence).toSorted()).toEqual(without(before, after));
  told[kind].breaks += breaks.length;
  told[kind].mends += mends.length;
  return answer;
}

const list = async () => (await world.test.must('expectation.find', {})).expectations;
const without = (all: ReadonlySet<string>, some: ReadonlySet<string>) =>
  [...all].filter((one) => !some.has(one)).toSorted();
const brokenSentences = async () =>
  new Set((await list()).flatMap((one) => (one.isBroken ? [expectationSentence(one)] : [])));
const isPermitted = async (userId: string, procedure: string, targetId: string | null) =>
  (await world.test.must('access.explain', { userId, procedure, targetId })).isPermitted;

describe('re-checks agree with the judge (P6)', () => {
  it(`P6 after ${CHANGES} random changes every flag is what was foreseen and what the judge answers afresh`, async () => {
    const changes = fc.sample(fc.oneof(aChangeOfAPerson, aChangeOfALogin, aChangeOfARole), {
      numRuns: CHANGES,
      seed: 20261122,
    });
    for (const [number, change] of changes.entries()) {
      if (change.kind === 'person') await changePerson(change);
      else if (change.kind === 'login') await changeLogin(change);
      else await changeRole(change, number);
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
    // The lot does draw changes that matter, of all kinds and both ways.
    const counts = [told.person, told.login, told.role].flatMap(({ breaks, mends }) => [breaks, mends]);
    expect(Math.min(...counts), counts.join(', ')).toBeGreaterThan(5);
  }, 120_000);

  it('P6 the log says of each expectation by turns that it broke and that it holds again', async () => {
    const events = [...(await entriesOf('expectation_broken')), ...(await entriesOf('expectation_held'))].toSorted(
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

async function entriesOf(event: string) {
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
