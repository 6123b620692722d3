// Managing users through the real core: form, rename, conflicts, ticks, lock-out, leavers, and what the log says.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import type { CallInput } from '../../../shared/catalogue/procedures.ts';
import { addActiveUser, PASSWORD, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

let test: TestCore;
beforeEach(async () => {
  test = startTestCore();
  await setUpPractice(test);
});
afterEach(() => test.close());

const DESK = { roleIds: ['front-desk'], exceptions: [], scope: { kind: 'all' as const } };
const NOTHING = { roleIds: [], exceptions: [], scope: { kind: 'selected' as const, providerIds: [] } };
/** Patients of every birth date, label and location. */
const NO_FILTER = { birthDate: null, sensitivity: null, locationId: null };
const reason = 'Asked for by the owner.';
const read = (userId: string, window?: string) => test.must('user.read', { userId }, window);
const lastEntry = async (event: string) => {
  const filter = { ...NO_AUDIT_FILTER, event, outcome: 'succeeded' as const };
  const { entries } = await test.must('audit.find', { filter, beforeNumber: null, limit: 1 });
  return entries[0];
};
const about = async (userId: string) => ({ userId, version: (await read(userId)).version, reason });
async function changeOf(userId: string): Promise<CallInput<'user.update'>> {
  const { version, info, roleIds, exceptions, scope } = await read(userId);
  return { userId, version, info, roleIds, exceptions, scope, reason: '' };
}

describe('changing a user', () => {
  it('S2.07 S1.06 S2.54 writes old and new values in words a person reads, but no contact data', async () => {
    const userId = await addActiveUser(test, 'lortiz', DESK, 'B');
    const given = await changeOf(userId);
    await test.must('user.update', {
      ...given,
      info: { ...given.info, lastName: 'Ortiz', email: 'lena@example.org', note: 'left-handed' },
      roleIds: ['billing', 'front-desk'],
      exceptions: [{ permission: 'claim:export', effect: 'revoke' }],
      scope: { kind: 'selected', providerIds: [] },
      reason: 'Covers billing.',
    });
    const entry = await lastEntry('privilege_permissions_changed');
    expect(entry).toMatchObject({ objectId: userId, objectLabel: 'Last-lortiz, First', why: 'Covers billing.' });
    expect(entry?.changes).toEqual([
      { field: 'Last name', old: 'Last-lortiz', new: 'Ortiz' },
      { field: 'E-mail', old: null, new: '(not kept in the log)' },
      { field: 'Note', old: null, new: '(not kept in the log)' },
      { field: 'Roles', old: 'Front desk', new: 'Front desk, Billing' },
      { field: 'Claims: Export', old: null, new: 'taken from this user' },
      { field: 'Provider limit', old: 'All Providers', new: 'Selected Providers' },
    ]);
  });

  it('refuses a change made on an older state of the user', async () => {
    const userId = await addActiveUser(test, 'lortiz', DESK, 'B');
    const stale = await changeOf(userId);
    await test.must('user.update', { ...stale, roleIds: ['billing'] });
    expect(await test.mustRefuse('user.update', { ...stale, roleIds: ['manager'] })).toMatchObject({
      code: 'CONFLICT',
    });
    expect((await read(userId)).roleIds).toEqual(['billing']);
  });

  it('S5.16 renames a login: the new one signs in, the old one finds the person and is nobody else’s ever', async () => {
    const userId = await addActiveUser(test, 'lortiz', DESK, 'B');
    const given = await changeOf(userId);
    await test.must('user.update', { ...given, info: { ...given.info, loginId: 'lena.ortiz' } });
    await test.must('session.create', { loginId: 'lena.ortiz', password: PASSWORD }, 'C');
    await test.mustRefuse('session.create', { loginId: 'lortiz', password: PASSWORD }, 'D');
    const found = await test.must('user.find', {
      search: 'LORTIZ',
      status: 'all',
      roleId: null,
      permission: null,
      sort: 'name',
      isDescending: false,
      offset: 0,
      limit: 10,
    });
    expect(found.rows.map((row) => row.userId)).toEqual([userId]);
    const info = { ...given.info, loginId: 'LOrtiz' };
    expect(await test.mustRefuse('user.add', { info, ...DESK, copiedFromUserId: null })).toMatchObject({
      code: 'CONSTRAINT_VIOLATED',
      fields: [{ path: 'info.loginId' }],
    });
  });

  it('S2.07 previews what a change would open, and how many sessions feel it at once', async () => {
    const userId = await addActiveUser(test, 'lortiz', { ...DESK, scope: NOTHING.scope }, 'B');
    const { reason: _, ...given } = await changeOf(userId);
    const preview = await test.must('user.previewUpdate', { ...given, roleIds: ['inventory'], scope: { kind: 'all' } });
    expect(preview).toMatchObject({ openSessions: 1, isWidening: true, patientsBefore: 0, patientsAfter: 0 });
    expect(preview.added.map((right) => right.label)).toContain('Inventory: View');
    expect(preview.removed.map((right) => right.permission)).toContain('patient:read');
  });

  it('S1.18 gives no role that the practice does not use, and no role or provider that is not there', async () => {
    const given = await changeOf(await addActiveUser(test, 'lortiz', DESK, 'B'));
    const nowhere = '01900000-0000-7000-8000-00000000dead';
    const scope = { kind: 'selected' as const, providerIds: [nowhere] };
    const twice = [
      { permission: 'claim:read' as const, effect: 'grant' as const },
      { permission: 'claim:read' as const, effect: 'revoke' as const },
    ];
    for (const wrong of [{ roleIds: ['no-such-role'] }, { scope }, { exceptions: twice }])
      expect(await test.mustRefuse('user.update', { ...given, ...wrong })).toMatchObject({
        code: 'CONSTRAINT_VIOLATED',
      });
  });
});

describe('who may change whom', () => {
  it('S5.09 a holder of Access Security cannot hand it on, touch a Super User, or widen themselves', async () => {
    const holder = await addActiveUser(test, 'holder', NOTHING, 'B');
    const clerk = await addActiveUser(test, 'clerk', NOTHING, 'C');
    const { version } = await read(holder);
    const given = { userId: holder, version, reason, hasAccessSecurity: true };
    expect(await test.mustRefuse('user.setAccessSecurity', { ...given, password: 'wrong' })).toMatchObject({
      reason: 'stepUpRequired',
    });
    await test.must('user.setAccessSecurity', { ...given, password: PASSWORD });

    const security = [{ permission: 'user:read' as const, effect: 'grant' as const }];
    const ofClerk = await changeOf(clerk);
    expect(await test.mustRefuse('user.update', { ...ofClerk, exceptions: security }, 'B')).toMatchObject({
      reason: 'onlySuperUserGives',
    });
    expect(await test.mustRefuse('user.update', { ...ofClerk, roleIds: ['front-desk'] }, 'B')).toMatchObject({
      reason: 'givesWhatTheyLack',
    });
    const ofHolder = await changeOf(holder);
    expect(await test.mustRefuse('user.update', { ...ofHolder, scope: { kind: 'all' } }, 'B')).toMatchObject({
      reason: 'ownRights',
    });
    const owner = (await test.must('session.readState', {})).subject?.userId ?? '';
    const seen = await test.must('user.read', { userId: owner }, 'B');
    const { info, roleIds, scope } = seen;
    const changed = {
      userId: owner,
      version,
      info: { ...info, phone: '1' },
      roleIds,
      exceptions: [],
      scope,
      reason: '',
    };
    expect(await test.mustRefuse('user.update', changed, 'B')).toMatchObject({ reason: 'targetIsSuperUser' });
  });

  it('S5.08 takes effect on the next call of the person concerned', async () => {
    const userId = await addActiveUser(test, 'lortiz', DESK, 'B');
    const list = {
      search: '',
      sort: 'lastName' as const,
      isDescending: false,
      filter: NO_FILTER,
      offset: 0,
      limit: 10,
    };
    await test.must('patient.find', list, 'B');
    const given = await changeOf(userId);
    await test.must('user.update', { ...given, exceptions: [{ permission: 'patient:read', effect: 'revoke' }] });
    expect(await test.mustRefuse('patient.find', list, 'B')).toMatchObject({
      code: 'FORBIDDEN',
      permission: 'patient:read',
    });
  });
});

describe('S5.07 ticks sent past the window', () => {
  it('bring what they imply: preview, stored rights and the next call agree', async () => {
    const userId = await addActiveUser(test, 'lortiz', NOTHING, 'B');
    const edit = [{ permission: 'patient:update' as const, effect: 'grant' as const }];
    const { reason: _, ...given } = await changeOf(userId);
    const preview = await test.must('user.previewUpdate', { ...given, exceptions: edit });
    const added = preview.added.map(({ permission }) => permission);
    expect(added).toEqual(expect.arrayContaining(['patient:read', 'patient:update']));
    await test.must('user.update', { ...given, exceptions: edit, reason });
    expect((await read(userId)).effective.find(({ permission }) => permission === 'patient:read')).toEqual({
      permission: 'patient:read',
      isHeld: true,
      isTakenAway: false,
      sources: [{ kind: 'implied', by: 'patient:update' }],
    });
    const { subject } = await test.must('session.readState', {}, 'B');
    expect(subject?.permissions).toContain('patient:read');
  });
});

describe('stopping and letting in', () => {
  it('S5.10 S2.12 locks out at once, for a time, and unlocks again', async () => {
    const userId = await addActiveUser(test, 'lortiz', DESK, 'B');
    const { userId: _, ...rest } = await about(userId);
    const past = { userId, ...rest, untilMs: 1 };
    expect(await test.mustRefuse('user.lockOut', past)).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
    await test.must('user.lockOut', { ...(await about(userId)), untilMs: null });
    expect((await test.must('session.readState', {}, 'B')).subject).toBeNull();
    await test.mustRefuse('session.create', { loginId: 'lortiz', password: PASSWORD }, 'B');
    expect(await read(userId)).toMatchObject({ isLockedOut: true, lockOuts: [{ reason }] });
    await test.must('user.unlock', await about(userId));
    await test.must('session.create', { loginId: 'lortiz', password: PASSWORD }, 'B');
  });

  it('S2.12 unlocking also ends the lock after wrong passwords', async () => {
    const userId = await addActiveUser(test, 'lortiz', DESK, 'B');
    for (let count = 0; count < 5; count += 1)
      await test.mustRefuse('session.create', { loginId: 'lortiz', password: 'not the password' }, 'C');
    expect((await read(userId)).lockedUntilMs).not.toBeNull();
    await test.must('user.unlock', await about(userId));
    expect((await read(userId)).lockedUntilMs).toBeNull();
    await test.must('session.create', { loginId: 'lortiz', password: PASSWORD }, 'C');
  });

  it('S2.10 enables again with a new code; the old password is gone', async () => {
    const userId = await addActiveUser(test, 'lortiz', DESK, 'B');
    await test.must('user.disable', await about(userId));
    expect(await test.mustRefuse('user.disable', await about(userId))).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
    const { activationCode } = await test.must('user.enable', await about(userId));
    expect((await read(userId)).status).toBe('invited');
    await test.mustRefuse('session.create', { loginId: 'lortiz', password: PASSWORD }, 'B');
    const newPassword = 'another quite long sentence 8';
    await test.must('session.activate', { loginId: 'lortiz', activationCode, newPassword }, 'B');
    expect(await read(userId)).toMatchObject({ status: 'active', roleIds: ['front-desk'] });
  });

  it('S2.09 a new activation code ends the old sessions and the old password', async () => {
    const userId = await addActiveUser(test, 'lortiz', DESK, 'B');
    const { activationCode } = await test.must('user.issueActivationCode', await about(userId));
    expect((await test.must('session.readState', {}, 'B')).subject).toBeNull();
    expect(await read(userId)).toMatchObject({ status: 'invited' });
    await test.mustRefuse('session.create', { loginId: 'lortiz', password: PASSWORD }, 'B');
    const newPassword = 'another quite long sentence 8';
    await test.must('session.activate', { loginId: 'lortiz', activationCode, newPassword }, 'B');
    expect(await read(userId)).toMatchObject({ status: 'active' });
  });

  it('S5.08 a Super User with an unused code is none who can sign in: the last other one keeps the tick', async () => {
    const otherId = await addActiveUser(test, 'lortiz', DESK, 'B');
    const ownId = (await test.must('session.readState', {})).subject?.userId ?? '';
    const step = { password: PASSWORD };
    await test.must('user.setSuperUser', { ...(await about(otherId)), ...step, isSuperUser: true });
    await test.must('user.issueActivationCode', await about(otherId));
    const giveUp = { ...(await about(ownId)), ...step, isSuperUser: false };
    expect(await test.mustRefuse('user.setSuperUser', giveUp)).toMatchObject({
      code: 'CONSTRAINT_VIOLATED',
      reason: 'lastSuperUser',
    });
  });

  it('S2.11 C3 deletes a user for good and keeps the name for the log', async () => {
    const userId = await addActiveUser(test, 'lortiz', DESK, 'B');
    await test.must('user.delete', await about(userId));
    await test.mustRefuse('session.create', { loginId: 'lortiz', password: PASSWORD }, 'B');
    expect(await read(userId)).toMatchObject({ status: 'deleted', roleIds: [], info: { lastName: 'Last-lortiz' } });
    for (const name of ['user.enable', 'user.issueActivationCode', 'user.unlock'] as const)
      expect(await test.mustRefuse(name, await about(userId)), name).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
    const info = { ...(await read(userId)).info, lastName: 'Other' };
    expect(await test.mustRefuse('user.add', { info, ...DESK, copiedFromUserId: null })).toMatchObject({
      code: 'CONSTRAINT_VIOLATED',
    });
    expect(await lastEntry('user_deleted')).toMatchObject({ objectLabel: 'Last-lortiz, First', why: reason });
  });

  it('lets nobody cut the branch they sit on', async () => {
    await addActiveUser(test, 'second', NOTHING, 'B');
    const owner = (await test.must('session.readState', {})).subject?.userId ?? '';
    expect(await test.mustRefuse('user.issueActivationCode', await about(owner))).toMatchObject({
      code: 'CONSTRAINT_VIOLATED',
    });
  });
});
