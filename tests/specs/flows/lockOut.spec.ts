// S5.10: locking out a person, a role or a workstation, instant, reversible, with an end when one is set.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import {
  addActiveUser,
  PASSWORD,
  START_MS,
  setUpPractice,
  startTestCore,
  type TestCore,
} from '../../support/startTestCore.ts';

const HOUR_MS = 3_600_000;
const reason = 'Asked by the owner.';
const DESK = { roleIds: ['front-desk'], exceptions: [], scope: { kind: 'all' as const } };
const BILLING = { ...DESK, roleIds: ['billing'] };
const front = { roleId: 'front-desk', reason };

let test: TestCore;
let clerk: string;
let biller: string;
beforeEach(async () => {
  test = startTestCore();
  await setUpPractice(test);
  clerk = await addActiveUser(test, 'clerk', DESK, 'B');
  biller = await addActiveUser(test, 'biller', BILLING, 'C');
});
afterEach(() => test.close());

const who = async (window: string) => (await test.must('session.readState', {}, window)).subject?.loginId ?? null;
const signIn = (loginId: string, window: string) =>
  test.call('session.create', { loginId, password: PASSWORD }, window);
const read = (userId: string) => test.must('user.read', { userId });
const about = async (userId: string) => ({ userId, version: (await read(userId)).version, reason });

async function newestEntry(event: string) {
  const filter = { ...NO_AUDIT_FILTER, event };
  const { entries } = await test.must('audit.find', { filter, beforeNumber: null, limit: 1 });
  return entries[0];
}

async function tick(userId: string, isSuperUser: boolean, window = 'A') {
  const { userId: id, version } = await read(userId);
  return test.call('user.setSuperUser', { userId: id, version, reason, isSuperUser, password: PASSWORD }, window);
}

async function changeRoles(userId: string, roleIds: string[], window = 'A') {
  const { version, info, exceptions, scope } = await read(userId);
  return test.call('user.update', { userId, version, info, exceptions, scope, roleIds, reason }, window);
}

describe('a person', () => {
  it('is locked out until the end that was set, which stands wherever the lock-out is shown', async () => {
    const untilMs = START_MS + HOUR_MS;
    await test.must('user.lockOut', { ...(await about(clerk)), untilMs });
    expect(await who('B')).toBeNull();
    expect(await read(clerk)).toMatchObject({
      isLockedOut: true,
      isLockedOutInPerson: true,
      lockedOutUntilMs: untilMs,
      lockOuts: [{ kind: 'user', roleName: null, untilMs, reason, by: 'Whitfield, Dana', atMs: START_MS }],
    });
    const listed = {
      search: 'clerk',
      status: 'locked',
      roleId: null,
      permission: null,
      sort: 'status',
      isDescending: false,
    } as const;
    expect((await test.must('user.find', { ...listed, offset: 0, limit: 10 })).rows).toMatchObject([
      { isLockedOut: true, isLockedOutInPerson: true, lockedOutUntilMs: untilMs },
    ]);
    expect(await newestEntry('user_locked_out')).toMatchObject({
      why: reason,
      changes: [{ field: 'Locked out', old: 'no', new: 'until 2026-11-22T14:00:00.000Z' }],
    });
    expect((await signIn('clerk', 'B')).ok).toBe(false);
    test.advance(HOUR_MS);
    await test.must('session.create', { loginId: 'dwhitfield', password: PASSWORD });
    expect(await read(clerk)).toMatchObject({ isLockedOut: false, lockedOutUntilMs: null, lockOuts: [] });
    expect((await signIn('clerk', 'B')).ok).toBe(true);
  });

  it('N6 is not let in earlier or kept out longer by turning the computer’s clock back', async () => {
    await test.must('user.lockOut', { ...(await about(clerk)), untilMs: START_MS + HOUR_MS });
    test.advance(HOUR_MS);
    await test.must('session.create', { loginId: 'dwhitfield', password: PASSWORD });
    test.setClockBack(HOUR_MS / 2);
    expect((await signIn('clerk', 'B')).ok).toBe(true);
  });
});

describe('a role', () => {
  it('locks out whoever holds it, at once and with the words of every refused sign-in', async () => {
    await test.must('role.lockOut', { ...front, untilMs: START_MS + HOUR_MS });
    expect(await who('B')).toBeNull();
    expect(await who('C')).toBe('biller');
    expect(await who('A')).toBe('dwhitfield');
    const refused = await test.mustRefuse('session.create', { loginId: 'clerk', password: PASSWORD }, 'B');
    const unknown = await test.mustRefuse('session.create', { loginId: 'nobody', password: 'wrong' }, 'B');
    expect(refused).toEqual(unknown);
    expect(await read(clerk)).toMatchObject({
      isLockedOut: true,
      isLockedOutInPerson: false,
      lockOuts: [{ kind: 'role', roleName: 'Front desk', untilMs: START_MS + HOUR_MS }],
    });
    expect((await test.must('role.read', { roleId: 'front-desk' })).lockOut).toEqual({
      untilMs: START_MS + HOUR_MS,
      reason,
      by: 'Whitfield, Dana',
      atMs: START_MS,
    });
    expect(await newestEntry('role_locked_out')).toMatchObject({
      objectType: 'role',
      objectId: 'front-desk',
      why: reason,
      changes: [{ field: 'Locked out', old: 'no', new: 'until 2026-11-22T14:00:00.000Z' }],
    });
  });

  it('lets its holders in again when its end has come, and when it is unlocked', async () => {
    await test.must('role.lockOut', { ...front, untilMs: START_MS + HOUR_MS });
    test.advance(HOUR_MS);
    expect((await signIn('clerk', 'B')).ok).toBe(true);
    await test.must('session.create', { loginId: 'dwhitfield', password: PASSWORD });
    await test.must('role.lockOut', { ...front, untilMs: null });
    expect((await signIn('clerk', 'B')).ok).toBe(false);
    await test.must('role.unlock', front);
    expect((await signIn('clerk', 'B')).ok).toBe(true);
    expect(await newestEntry('role_unlocked')).toMatchObject({
      why: reason,
      changes: [{ field: 'Locked out', old: 'until unlocked', new: 'no' }],
    });
    expect(await test.mustRefuse('role.unlock', front)).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
  });

  it('keeps no Super User out, but whoever is given the role or loses the tick meanwhile', async () => {
    expect((await tick(clerk, true)).ok).toBe(true);
    await test.must('role.lockOut', { ...front, untilMs: null });
    expect(await who('B')).toBe('clerk');
    expect((await tick(clerk, false, 'B')).ok).toBe(false);
    expect(await who('B')).toBe('clerk');
    expect((await tick(clerk, false)).ok).toBe(true);
    expect(await who('B')).toBeNull();
    expect((await changeRoles(biller, ['billing', 'front-desk'])).ok).toBe(true);
    expect(await who('C')).toBeNull();
  });

  it('is refused to one who holds it, and taken by nobody for themselves', async () => {
    const security = { exceptions: [], scope: { kind: 'all' as const }, roleIds: ['owner-admin', 'billing'] };
    const admin = await addActiveUser(test, 'admin', security, 'D');
    const input = { roleId: 'owner-admin', reason, untilMs: null };
    expect(await test.mustRefuse('role.lockOut', input, 'D')).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
    await test.must('role.lockOut', { ...front, untilMs: null }, 'D');
    const taken = await changeRoles(admin, ['owner-admin', 'front-desk'], 'D');
    expect(taken).toMatchObject({ ok: false });
    expect(await who('D')).toBe('admin');
  });

  it('is refused for an unknown role and for an end that is past', async () => {
    const unknown = { ...front, roleId: 'no-such-role' };
    expect(await test.mustRefuse('role.lockOut', { ...unknown, untilMs: null })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await test.mustRefuse('role.unlock', unknown)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await test.mustRefuse('role.lockOut', { ...front, untilMs: START_MS })).toMatchObject({
      code: 'CONSTRAINT_VIOLATED',
      fields: [{ path: 'untilMs' }],
    });
    expect(await who('B')).toBe('clerk');
  });
});

describe('a workstation', () => {
  it('takes nobody but Super Users until its lock-out ends', async () => {
    await test.must('workstation.lockOut', { reason, untilMs: START_MS + HOUR_MS });
    expect([await who('A'), await who('B'), await who('C')]).toEqual(['dwhitfield', null, null]);
    const refused = await test.mustRefuse('session.create', { loginId: 'clerk', password: PASSWORD }, 'B');
    expect(refused).toEqual(await test.mustRefuse('session.create', { loginId: 'nobody', password: 'wrong' }, 'B'));
    expect(await test.must('workstation.read', {})).toEqual({
      workstation: 'FRONT-1',
      lockOut: { untilMs: START_MS + HOUR_MS, reason, by: 'Whitfield, Dana', atMs: START_MS },
    });
    expect(await newestEntry('workstation_locked_out')).toMatchObject({
      objectType: 'workstation',
      objectId: 'FRONT-1',
      why: reason,
    });
    test.advance(HOUR_MS);
    expect((await signIn('clerk', 'B')).ok).toBe(true);
  });

  it('takes no one-time code of others either, but lets a Super User in and out', async () => {
    const info = { ...(await read(clerk)).info, lastName: 'New', loginId: 'newcomer' };
    const { activationCode } = await test.must('user.add', { info, ...DESK, copiedFromUserId: null });
    await test.must('workstation.lockOut', { reason, untilMs: null });
    const activation = { loginId: 'newcomer', activationCode, newPassword: PASSWORD };
    expect(await test.mustRefuse('session.activate', activation, 'B')).toMatchObject({ code: 'UNAUTHENTICATED' });
    await test.must('session.delete', {});
    await test.must('session.create', { loginId: 'dwhitfield', password: PASSWORD });
    await test.must('workstation.unlock', { reason });
    expect((await test.must('workstation.read', {})).lockOut).toBeNull();
    expect(await test.mustRefuse('workstation.unlock', { reason })).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
    await test.must('session.activate', activation, 'B');
  });

  it('is locked out by Super Users alone, since others would lock themselves out', async () => {
    await addActiveUser(test, 'admin', { ...DESK, roleIds: ['owner-admin'] }, 'D');
    const refused = await test.mustRefuse('workstation.lockOut', { reason, untilMs: null }, 'D');
    expect(refused).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
    expect(await who('D')).toBe('admin');
  });

  it('lets no Super User give up the tick that lets them work there', async () => {
    expect((await tick(clerk, true)).ok).toBe(true);
    await test.must('workstation.lockOut', { reason, untilMs: null });
    expect(await tick(clerk, false, 'B')).toMatchObject({ ok: false, error: { code: 'CONSTRAINT_VIOLATED' } });
    expect(await who('B')).toBe('clerk');
  });
});
