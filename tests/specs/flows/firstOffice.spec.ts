// The first day of an office through the real core: set up, add people, sign in, be refused, be locked.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import { PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import { twoGroups } from '../../support/recoveryGroups.ts';
import {
  addActiveUser,
  OWNER,
  PASSWORD,
  setUpPractice,
  startTestCore,
  type TestCore,
} from '../../support/startTestCore.ts';

let test: TestCore;
beforeEach(() => {
  test = startTestCore();
});
afterEach(() => test.close());

const BILLING = { roleIds: ['billing'], exceptions: [], scope: { kind: 'all' as const } };
const state = async (window = 'A') => test.must('session.readState', {}, window);
const countOf = async (event: string) =>
  (await test.must('audit.find', { filter: { ...NO_AUDIT_FILTER, event }, beforeNumber: null, limit: 1 })).total;

describe('first run (S5.02, S5.03)', () => {
  it('S5.02 ships no account: an empty computer offers the first run only', async () => {
    expect((await state()).stage).toBe('firstRun');
    expect(await test.mustRefuse('session.create', { loginId: 'admin', password: 'admin' })).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it('S5.03 makes the first user a Super User and finishes only after every step', async () => {
    await setUpPractice(test);
    expect(await state()).toMatchObject({ stage: 'open', subject: { isSuperUser: true, name: 'Whitfield, Dana' } });
  });

  it('S5.02 lets no patient in before the set-up is finished', async () => {
    await test.must('setup.create', {
      practice: { name: 'Maple Street', timeZone: 'America/New_York', address: '' },
      person: { ...OWNER, password: PASSWORD },
    });
    const refusal = await test.mustRefuse('import.choose', { kind: 'patient' });
    expect(refusal).toMatchObject({ code: 'FORBIDDEN', reason: 'setupUnfinished' });
  });

  it('S5.03 resumes at the step where it was killed', async () => {
    await test.must('setup.create', {
      practice: { name: 'Maple Street', timeZone: 'America/New_York', address: '' },
      person: { ...OWNER, password: PASSWORD },
    });
    test.restart();
    expect((await state()).stage).toBe('signIn');
    await test.must('session.create', { loginId: 'DWhitfield', password: PASSWORD });
    expect(await state()).toMatchObject({ stage: 'setupUnfinished', setupStep: 'recovery' });
    const { recoveryCode } = await test.must('setup.renewRecovery', { password: PASSWORD });
    expect(recoveryCode.split('-').length).toBeGreaterThan(3);
  });
});

describe('signing in (S1.07, S2.99, S5.06)', () => {
  beforeEach(() => setUpPractice(test));

  it('S5.06 lets a new user in with a one-time code and a password nobody else knows', async () => {
    await addActiveUser(test, 'lortiz', BILLING, 'B');
    expect(await state('B')).toMatchObject({ stage: 'open', subject: { loginId: 'lortiz', isSuperUser: false } });
  });

  it('S5.06 takes an activation code once', async () => {
    const info = {
      lastName: 'Ortiz',
      firstName: 'Lena',
      middleInitial: '',
      loginId: 'lortiz',
      email: null,
      phone: null,
      note: null,
    };
    const { activationCode } = await test.must('user.add', { info, ...BILLING, copiedFromUserId: null });
    const use = { loginId: 'lortiz', activationCode, newPassword: PASSWORD };
    await test.must('session.activate', use, 'B');
    expect(await test.mustRefuse('session.activate', use, 'C')).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('S2.99 locks a login after five wrong passwords and opens it again after fifteen minutes', async () => {
    await addActiveUser(test, 'lortiz', BILLING, 'B');
    await test.must('session.delete', {}, 'B');
    const refusals = [];
    for (let attempt = 0; attempt < 5; attempt++)
      refusals.push(await test.mustRefuse('session.create', { loginId: 'lortiz', password: 'wrong' }, 'B'));
    const whileLocked = await test.mustRefuse('session.create', { loginId: 'lortiz', password: PASSWORD }, 'B');
    const unknown = await test.mustRefuse('session.create', { loginId: 'nobody', password: PASSWORD }, 'B');
    expect(new Set([...refusals, whileLocked, unknown].map((refusal) => refusal.message)).size).toBe(1);
    for (let minute = 0; minute < 15; minute++) {
      test.advance(60_000);
      await test.must('session.touch', {});
    }
    await test.must('session.create', { loginId: 'lortiz', password: PASSWORD }, 'B');
  });

  it('S2.99 keeps the count over a restart, and the log names who was tried', async () => {
    for (let attempt = 0; attempt < 5; attempt++)
      await test.mustRefuse('session.create', { loginId: 'dwhitfield', password: 'wrong' }, 'B');
    test.restart();
    await test.mustRefuse('session.create', { loginId: 'dwhitfield', password: PASSWORD });
    test.advance(16 * 60_000);
    await test.must('session.create', { loginId: 'dwhitfield', password: PASSWORD });
    const { entries } = await test.must('audit.find', {
      filter: { ...NO_AUDIT_FILTER, event: 'authn_login_fail' },
      beforeNumber: null,
      limit: 50,
    });
    expect(entries.length).toBeGreaterThanOrEqual(4);
    expect(entries.every((entry) => entry.objectLabel === 'dwhitfield')).toBe(true);
  });

  it('S1.07 writes each sign-in under the name of the person who signed in', async () => {
    const userId = await addActiveUser(test, 'lortiz', BILLING, 'B');
    await test.must('session.delete', {}, 'B');
    await test.must('session.create', { loginId: 'lortiz', password: PASSWORD }, 'B');
    const filter = { ...NO_AUDIT_FILTER, actorId: userId };
    const { entries } = await test.must('audit.find', { filter, beforeNumber: null, limit: 10 });
    expect(entries.map((entry) => entry.event)).toEqual(['authn_login_success', 'authn_logout', 'authn_activated']);
  });

  it('S5.06 lets everybody change their own password and nobody use the old one', async () => {
    const next = 'seven copper kettles by the pond';
    await test.must('session.changePassword', { currentPassword: PASSWORD, newPassword: next });
    await test.must('session.delete', {});
    await test.mustRefuse('session.create', { loginId: 'dwhitfield', password: PASSWORD });
    await test.must('session.create', { loginId: 'dwhitfield', password: next });
  });

  it('S2.100 opens with the recovery code, gives a Super User a new activation code, and voids the paper once the new one is proved', async () => {
    const fresh = startTestCore();
    const { recoveryCode } = await setUpPractice(fresh);
    await fresh.must('session.delete', {});
    const { newRecoveryCode } = await fresh.must('session.recover', { recoveryCode });
    expect(newRecoveryCode).not.toBe(recoveryCode);
    await fresh.must('setup.confirmRecovery', { groups: twoGroups(newRecoveryCode) });
    expect(await fresh.mustRefuse('patient.find', PROCEDURES['patient.find'].example)).toMatchObject({
      reason: 'recoverySession',
    });
    const { rows } = await fresh.must('user.find', {
      search: '',
      status: 'all',
      roleId: null,
      permission: null,
      sort: 'name',
      isDescending: false,
      offset: 0,
      limit: 10,
    });
    const owner = rows[0];
    const full = await fresh.must('user.read', { userId: owner?.userId ?? '' });
    const { activationCode } = await fresh.must('user.issueActivationCode', {
      userId: full.userId,
      version: full.version,
      reason: 'forgot',
    });
    await fresh.must('session.delete', {});
    await fresh.must('session.activate', {
      loginId: 'dwhitfield',
      activationCode,
      newPassword: 'seven copper kettles by the pond',
    });
    expect((await fresh.must('session.readState', {})).notices).toHaveLength(1);
    await fresh.must('session.delete', {});
    await fresh.mustRefuse('session.recover', { recoveryCode });
    fresh.close();
  });
});

describe('lock and idle (S2.41)', () => {
  beforeEach(() => setUpPractice(test));

  it('S2.41 locks after fifteen minutes without input and gives the draft to its owner only', async () => {
    await addActiveUser(test, 'lortiz', BILLING, 'B');
    await test.must('session.keepDraft', { draft: { screen: '/users', content: 'half a sentence' } });
    test.advance(15 * 60_000 + 2_000);
    expect(test.locked).toEqual(expect.arrayContaining(['A', 'B']));
    expect((await state()).stage).toBe('signIn');
    await test.must('session.create', { loginId: 'lortiz', password: PASSWORD });
    expect(await test.must('session.takeDraft', {})).toEqual({ draft: null });
    await test.must('session.delete', {});
    await test.must('session.create', { loginId: 'dwhitfield', password: PASSWORD });
    expect(await test.must('session.takeDraft', {})).toEqual({
      draft: { screen: '/users', content: 'half a sentence' },
    });
  });

  it('S2.41 stays open while somebody types', async () => {
    for (let minute = 0; minute < 30; minute++) {
      test.advance(60_000);
      await test.must('session.touch', {});
    }
    expect((await state()).stage).toBe('open');
  });

  it('S2.41 a session that has lasted too long ends although somebody types, under a word of its own', async () => {
    const { sessionHours } = (await test.must('setting.read', {})).values;
    for (let minute = 0; minute < sessionHours * 60 - 1; minute += 10) {
      await test.must('session.touch', {});
      test.advance(10 * 60_000);
    }
    expect((await state()).stage).toBe('signIn');
    await test.must('session.create', { loginId: 'dwhitfield', password: PASSWORD });
    expect(await countOf('session_expired')).toBe(1);
    expect(await countOf('session_idle_locked')).toBe(0);
    test.advance(16 * 60_000);
    await test.must('session.create', { loginId: 'dwhitfield', password: PASSWORD });
    expect(await countOf('session_idle_locked')).toBe(1);
  });
});

describe('people who leave (S2.10, S2.11, S3.08)', () => {
  beforeEach(() => setUpPractice(test));

  it('S2.10 ends a disabled user’s session at once and rotates the root key', async () => {
    const userId = await addActiveUser(test, 'lortiz', BILLING, 'B');
    const before = await test.must('practice.readStatus', {});
    const { version } = await test.must('user.read', { userId });
    await test.must('user.disable', { userId, version, reason: 'Left the practice.' });
    expect(await test.mustRefuse('practice.readStatus', {}, 'B')).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect((await test.must('practice.readStatus', {})).keyGeneration).toBe(before.keyGeneration + 1);
    await test.mustRefuse('session.create', { loginId: 'lortiz', password: PASSWORD }, 'B');
    test.restart();
    await test.must('session.create', { loginId: 'dwhitfield', password: PASSWORD });
    expect((await state()).integrityAlarm).toBeNull();
  });

  it('S5.03 keeps the last Super User', async () => {
    const me = (await state()).subject;
    const { version } = await test.must('user.read', { userId: me?.userId ?? '' });
    const refusal = await test.mustRefuse('user.disable', { userId: me?.userId ?? '', version, reason: 'x' });
    expect(refusal).toMatchObject({ code: 'CONSTRAINT_VIOLATED', reason: 'lastSuperUser' });
  });
});
