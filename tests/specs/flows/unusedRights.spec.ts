// Rights held and not used, through the real core and from the real log (P2).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import { PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import { addActiveUser, PASSWORD, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

const DAY_MS = 86_400_000;
const DESK = { roleIds: ['front-desk'], exceptions: [], scope: { kind: 'all' as const } };
const FIND_PATIENTS = PROCEDURES['patient.find'].example;
const FIND_USERS = PROCEDURES['user.find'].example;

let test: TestCore;
let lena: string;
beforeEach(async () => {
  test = startTestCore();
  await setUpPractice(test);
  lena = await addActiveUser(test, 'lena', DESK, 'B');
});
afterEach(() => test.close());

const signIn = (loginId: string, window: string) =>
  test.must('session.create', { loginId, password: PASSWORD }, window);
/** Moves the clock, which ends every session, and lets the people in again. */
async function later(days: number) {
  test.advance(days * DAY_MS);
  await signIn('dwhitfield', 'A');
  await signIn('lena', 'B');
}
const read = (days: 30 | 60 | 90 | 180 = 90, userId = lena) => test.must('access.readUnused', { userId, days });
const list = async (days: 30 | 60 | 90 | 180 = 90) => test.must('access.findUnused', { days });
const useOf = async (permission: string, days: 30 | 60 | 90 | 180 = 90) =>
  (await read(days)).rights.find((right) => right.permission === permission)?.use ?? 'used';

async function give(exceptions: { permission: 'claim:delete' | 'patient:read'; effect: 'grant' | 'revoke' }[]) {
  const { userId, version, info, roleIds, scope } = await test.must('user.read', { userId: lena });
  await test.must('user.update', { userId, version, info, roleIds, scope, exceptions, reason: 'For the audit.' });
}

describe('unused rights (P2)', () => {
  it('P2 calls nothing unused while the log is younger than the days asked about', async () => {
    const { isLogTooYoung, people } = await list(30);
    expect(isLogTooYoung).toBe(true);
    expect(people.map(({ unusedCount }) => unusedCount)).toEqual([0, 0]);
    const { rights } = await read(30);
    expect(new Set(rights.map(({ use }) => use))).toEqual(new Set(['tooYoung', 'cannotTell']));
  });

  it('P2 tells a right that was used within the days from one that was used before and from one that never was', async () => {
    await test.must('patient.find', FIND_PATIENTS, 'B');
    await later(100);
    expect(await useOf('patient:read')).toBe('unused');
    await test.must('patient.find', FIND_PATIENTS, 'B');
    expect(await useOf('patient:read')).toBe('used');
    expect(await useOf('schedule:update')).toBe('unused');
    await later(40);
    expect(await useOf('patient:read', 30)).toBe('unused');
    expect(await useOf('patient:read', 60)).toBe('used');
  });

  it('P2 counts a permitted call that a rule refused as use, and a denied one not', async () => {
    await later(100);
    expect(await useOf('schedule:create')).toBe('unused');
    await test.mustRefuse('appointment.cancel', PROCEDURES['appointment.cancel'].example, 'B');
    expect(await useOf('schedule:update')).toBe('unused');
    const refused = await test.mustRefuse('appointment.book', PROCEDURES['appointment.book'].example, 'B');
    expect(refused.code).toBe('CONSTRAINT_VIOLATED');
    expect(await useOf('schedule:create')).toBe('used');
    const { entries } = await test.must('audit.find', {
      filter: { ...NO_AUDIT_FILTER, actorId: lena },
      beforeNumber: null,
      limit: 2,
    });
    expect(entries.map(({ outcome }) => outcome)).toEqual(['refused', 'denied']);
  });

  it('P2 does not call a tick, a role or a right given back within the days unused', async () => {
    await later(100);
    expect(await useOf('patient:read')).toBe('unused');
    await give([
      { permission: 'claim:delete', effect: 'grant' },
      { permission: 'patient:read', effect: 'revoke' },
    ]);
    expect(await useOf('claim:delete')).toBe('tooYoung');
    await give([{ permission: 'claim:delete', effect: 'grant' }]);
    expect(await useOf('patient:read')).toBe('tooYoung');
    await later(100);
    expect(await useOf('claim:delete')).toBe('unused');
    expect(await useOf('patient:read')).toBe('unused');
  });

  it('P2 says what no entry can show: rights to see more of a record are never proposed for a trim', async () => {
    await later(100);
    expect(await useOf('patient:readPhone')).toBe('cannotTell');
  });

  it('P2 lists what reaches PHI first, with the role that gives it and how many of its holders are as idle', async () => {
    await addActiveUser(test, 'second', DESK, 'C');
    await later(100);
    await signIn('second', 'C');
    await test.must('patient.find', FIND_PATIENTS, 'C');
    const { rights } = await read();
    const unused = rights.filter(({ use }) => use === 'unused');
    expect(rights.slice(0, unused.length)).toEqual(unused);
    const reading = unused.find(({ permission }) => permission === 'patient:read');
    expect(reading?.roles).toEqual([{ roleId: 'front-desk', roleName: 'Front desk', holderCount: 2, idleCount: 1 }]);
  });

  it('P2 lists everybody who can sign in, the most unused PHI first, and asking stands in the log', async () => {
    await later(100);
    await test.must('user.find', FIND_USERS);
    const { people } = await list();
    expect(people.map(({ loginId }) => loginId)).toEqual(['dwhitfield', 'lena']);
    expect(people[0]).toMatchObject({ isSuperUser: true });
    expect(people[0]?.score).toBeLessThan(people[1]?.score ?? 0);
    await read();
    const { entries } = await test.must('audit.find', {
      filter: { ...NO_AUDIT_FILTER, event: 'unused_rights_viewed' },
      beforeNumber: null,
      limit: 1,
    });
    expect(entries[0]).toMatchObject({ objectId: lena, changes: [{ field: 'Days asked about', new: '90' }] });
  });

  it('P2 the proposed trim, saved the ordinary way, takes exactly the unused rights', async () => {
    await later(100);
    await test.must('patient.find', FIND_PATIENTS, 'B');
    const before = await read();
    const unused = before.rights.filter(({ use }) => use === 'unused').map(({ permission }) => permission);
    const { userId, version, info, roleIds, scope } = await test.must('user.read', { userId: lena });
    const exceptions = unused.map((permission) => ({ permission, effect: 'revoke' as const }));
    await test.must('user.update', { userId, version, info, roleIds, scope, exceptions, reason: '' });
    const after = await read();
    expect(after.rights.filter(({ use }) => use === 'unused')).toEqual([]);
    expect(after.usedCount).toBe(before.usedCount);
    await test.must('patient.find', FIND_PATIENTS, 'B');
  });
});
