// What a change of a role would do to what is expected of rights, told before it is saved (P6).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectationSentence } from '../../../shared/catalogue/expectationWords.ts';
import type { CallInput } from '../../../shared/catalogue/procedures.ts';
import { missingFromPack } from '../../../shared/catalogue/rolePacks.ts';
import { type AccessWorld, buildAccessWorld } from '../../support/accessWorld.ts';
import { desk, made, type RoleFields, ROLE_REASON as reason, roleDesk } from '../../support/roleDesk.ts';
import { makeSuperUser, onlyWaiting, switchOn } from '../../support/secondApprover.ts';

type Fields = CallInput<'expectation.create'>['fields'];

let world: AccessWorld;
/** `desk` is held by the user `holder`, `under` takes its rights from it and is held by `below`; `extra` is a policy. */
const ids = { desk: '', under: '', extra: '', holder: '', below: '' };
const roles = roleDesk(() => world.test);
const DESK = desk({ name: 'Desk', permissions: ['patient:read'] });
const UNDER = () => desk({ name: 'Under', parentId: ids.desk, permissions: ['patient:read'] });

beforeAll(async () => {
  world = await buildAccessWorld(['security-officer']);
  ids.desk = await roles.create(DESK);
  ids.under = await roles.create(UNDER());
  ids.extra = await roles.create(desk({ name: 'Extra', permissions: ['claim:read'] }), { kind: 'policy' });
  ids.holder = await roles.holder('holder', [ids.desk], 'holder');
  ids.below = await roles.holder('below', [ids.under], 'below');
  await expected({ who: user('holder'), isMust: false, act: 'note.read' });
  await expected({ who: user('holder'), isMust: true, act: 'patient.read' });
  await expected({ who: user('below'), isMust: false, act: 'claim.read' });
  await expected({ who: { kind: 'role', id: ids.under }, isMust: true, act: 'patient.read' });
}, 60_000);
afterAll(() => world.test.close());

const user = (who: 'holder' | 'below') => ({ kind: 'user' as const, id: ids[who] });
const expected = ({
  about = { kind: 'any' },
  ...fields
}: Omit<Fields, 'about'> & { readonly about?: Fields['about'] }) =>
  world.test.must('expectation.create', { fields: { ...fields, about } });

async function foreseen(roleId: string, fields: RoleFields, window?: string) {
  const { version } = await roles.read(roleId);
  const { breaks, mends } = await world.test.must('role.previewUpdate', { roleId, version, fields }, window);
  return { breaks: breaks.map(expectationSentence), mends: mends.map(expectationSentence) };
}
const brokenCount = async () => (await world.test.must('expectation.countBroken', {})).brokenCount;
const NOTHING = { breaks: [], mends: [] };

describe('a change of a role (P6)', () => {
  it('P6 says what a right more and a right less would break, and changes nothing', async () => {
    const more = await foreseen(ids.desk, { ...DESK, permissions: ['patient:read', 'note:read'] });
    expect(more).toEqual({ breaks: ['Last-holder, First must not open a clinical note.'], mends: [] });
    const less = await foreseen(ids.desk, { ...DESK, permissions: [] });
    expect(less.breaks.toSorted()).toEqual([
      'Everybody with the role “Under” must be able to open a patient record.',
      'Last-holder, First must be able to open a patient record.',
    ]);
    expect(await brokenCount()).toBe(0);
    expect(await foreseen(ids.desk, { ...DESK, purpose: 'Another purpose.' })).toEqual(NOTHING);
  });

  it('P6 counts its parent and the policies stacked on it', async () => {
    const stacked = { breaks: ['Last-below, First must not open a claim.'], mends: [] };
    expect(await foreseen(ids.under, { ...UNDER(), policyIds: [ids.extra] })).toEqual(stacked);
    expect(await foreseen(ids.desk, { ...DESK, policyIds: [ids.extra] })).toEqual(stacked);
    await roles.update(ids.under, { ...UNDER(), policyIds: [ids.extra] });
    expect(await brokenCount()).toBe(1);
    const mended = { breaks: [], mends: stacked.breaks };
    expect(await foreseen(ids.extra, desk({ name: 'Extra', permissions: [] }))).toEqual(mended);
    expect(await foreseen(ids.under, UNDER())).toEqual(mended);
    await roles.update(ids.under, UNDER());
    expect(await brokenCount()).toBe(0);
  });

  it('P6 counts conditions by the record, and takes rights at whatever hours they count', async () => {
    const { test, patientId } = world;
    const about = { kind: 'record' as const, id: patientId.own };
    const { expectationId } = await expected({ who: user('holder'), isMust: true, act: 'patient.read', about });
    const only = (operator: 'is' | 'isNot'): RoleFields => ({
      ...DESK,
      conditions: [{ permission: 'patient:read', type: 'patient', field: 'sensitivity', operator, value: 'normal' }],
    });
    expect((await foreseen(ids.desk, only('is'))).breaks).toEqual([]);
    expect((await foreseen(ids.desk, only('isNot'))).breaks).toHaveLength(1);
    expect(await foreseen(ids.desk, { ...DESK, hours: [{ weekday: 7, fromMinute: 0, untilMinute: 60 }] })).toEqual(
      NOTHING,
    );
    await test.must('expectation.delete', { expectationId, version: 1, reason });
  });

  it('P6 tells the name of a patient only to whoever may open them', async () => {
    const about = { kind: 'patient' as const, id: world.patientId.own };
    const { expectationId } = await expected({ who: user('holder'), isMust: false, act: 'claim.read', about });
    await roles.holder('chief', [], 'chief', ['role:update']);
    const wider = { ...DESK, permissions: ['patient:read' as const, 'claim:read' as const] };
    expect((await foreseen(ids.desk, wider)).breaks).toContain(
      'Last-holder, First must not open a claim of Mosciski, Maynard.',
    );
    expect((await foreseen(ids.desk, wider, 'chief')).breaks).toContain(
      'Last-holder, First must not open a claim of a certain patient.',
    );
    await world.test.must('expectation.delete', { expectationId, version: 1, reason });
  });

  it('P6 is not looked at on an older state of the role, nor of one that is gone', async () => {
    const stale = { roleId: ids.desk, version: 99, fields: DESK };
    expect((await world.test.mustRefuse('role.previewUpdate', stale)).code).toBe('CONFLICT');
    const gone = { ...stale, roleId: 'no-such-role' };
    expect((await world.test.mustRefuse('role.previewUpdate', gone)).code).toBe('NOT_FOUND');
  });

  it('P6 a person who would be given a role that is locked out cannot do what they must', async () => {
    const roleId = await roles.create(desk({ name: 'Closed' }));
    await world.test.must('role.lockOut', { roleId, untilMs: null, reason });
    const { userId, version, info, exceptions, scope } = await world.test.must('user.read', { userId: ids.holder });
    const wish = { userId, version, info, exceptions, scope, roleIds: [ids.desk, roleId] };
    const { breaks } = await world.test.must('user.previewUpdate', wish);
    expect(breaks.map(expectationSentence)).toEqual(['Last-holder, First must be able to open a patient record.']);
  });
});

describe('roles that nobody holds (P6)', () => {
  it('P6 break nothing when they are made or deleted, one by one or as a pack', async () => {
    const { test } = world;
    const before = await test.must('expectation.find', {});
    const { roleId } = await test.must('role.create', made(desk({ name: 'Short', permissions: ['note:read'] })));
    const who = { kind: 'role' as const, id: roleId };
    for (const isMust of [true, false]) await expected({ who, isMust, act: 'note.read' });
    const { version } = await roles.read(roleId);
    await test.must('role.delete', { roleId, version, reason });
    const names = (await test.must('role.find', {})).roles.map(({ name }) => name);
    await test.must('role.applyPack', {
      size: 'small',
      keys: missingFromPack('small', names).map(({ key }) => key),
      reason,
    });
    const { expectations } = await test.must('expectation.find', {});
    expect(expectations.filter(({ isBroken }) => isBroken)).toEqual([]);
    expect(expectations).toHaveLength(before.expectations.length + 2);
  });
});

describe('a change that waits for a second person (P6)', () => {
  it('P6 S1.06 says to whoever is to approve it what it would do, on the rights of that moment', async () => {
    const { test } = world;
    const second = await roles.holder('second', [], 'second');
    await makeSuperUser(test, second);
    await switchOn(test);
    await roles.update(ids.desk, { ...DESK, permissions: ['patient:read', 'note:read'] });
    const { proposalId } = await onlyWaiting(test);
    const sentences = async () =>
      (await test.must('proposal.preview', { proposalId }, 'second')).breaks.map(expectationSentence);
    expect(await sentences()).toEqual(['Last-holder, First must not open a clinical note.']);
    const { userId, version, info, exceptions, scope } = await test.must('user.read', { userId: ids.holder });
    const without = { userId, version, info, exceptions, scope, roleIds: [], reason };
    expect((await test.must('user.update', without)).needsApproval).toBe(false);
    expect(await sentences()).toEqual([]);
    await test.must('proposal.approveRoleChange', { proposalId, reason: '' }, 'second');
    expect((await test.mustRefuse('proposal.preview', { proposalId }, 'second')).code).toBe('NOT_FOUND');
    await test.must('user.update', { ...without, version: version + 1, roleIds: [ids.desk] });
    const waiting = await onlyWaiting(test);
    const { breaks, mends } = await test.must('proposal.preview', { proposalId: waiting.proposalId }, 'second');
    expect(breaks.map(expectationSentence)).toEqual(['Last-holder, First must not open a clinical note.']);
    expect(mends.map(expectationSentence)).toEqual(['Last-holder, First must be able to open a patient record.']);
    await test.must('proposal.rejectUserChange', { proposalId: waiting.proposalId, reason }, 'second');
  });
});
