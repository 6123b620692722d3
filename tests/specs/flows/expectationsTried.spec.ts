// What a tick, a lock-out, the state of a login or a shared patient would do to what is expected of rights, told before it
// is so, by trying the very act (P6).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectationSentence } from '../../../shared/catalogue/expectationWords.ts';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import type { CallInput } from '../../../shared/catalogue/procedures.ts';
import { type AccessWorld, buildAccessWorld } from '../../support/accessWorld.ts';
import { PASSWORD } from '../../support/startTestCore.ts';

type Fields = CallInput<'expectation.create'>['fields'];
type Change = CallInput<'expectation.preview'>['change'];

const REASON = { reason: 'For the test.' };
const HOLDERS = ['billing', 'front-desk', 'medical-care-staff', 'privacy-officer'];
let world: AccessWorld;
beforeAll(async () => {
  world = await buildAccessWorld(HOLDERS);
  await expected(person('billing'), true, 'claim.find');
  await expected(person('billing'), false, 'note.find');
  await expected(person('billing'), false, 'user.find');
  await expected({ kind: 'role', id: 'front-desk' }, true, 'appointment.find');
  await expected(person('front-desk'), false, 'patient.read', { kind: 'record', id: world.patientId.other });
  await world.limit('front-desk', { kind: 'selected', providerIds: [world.providerId.own] });
}, 60_000);
afterAll(() => world.test.close());

const userIdOf = (holder: string) => world.userIds.get(holder) ?? '';
const person = (holder: string) => ({ kind: 'user' as const, id: userIdOf(holder) });
const expected = (who: Fields['who'], isMust: boolean, act: string, about: Fields['about'] = { kind: 'any' }) =>
  world.test.must('expectation.create', { fields: { who, isMust, act, about } });
async function at(holder: string) {
  const { userId, version } = await world.test.must('user.read', { userId: userIdOf(holder) });
  return { userId, version };
}
async function preview(change: Change, window = 'A') {
  const { breaks, mends } = await world.test.must('expectation.preview', { change }, window);
  return { breaks: breaks.map(expectationSentence).toSorted(), mends: mends.map(expectationSentence).toSorted() };
}
async function broken() {
  const { expectations } = await world.test.must('expectation.find', {});
  return expectations.flatMap((one) => (one.isBroken ? [expectationSentence(one)] : [])).toSorted();
}
async function entries(event: string) {
  const filter = { ...NO_AUDIT_FILTER, event };
  return (await world.test.must('audit.find', { filter, beforeNumber: null, limit: 100 })).entries;
}

/** Foresees a change, makes it, and holds what came of it against what was foreseen. */
async function foreseenAndMade(change: Change, make: () => Promise<unknown>) {
  const [foreseen, before] = [await preview(change), await broken()];
  await make();
  const after = await broken();
  const not = (these: readonly string[]) => (one: string) => !these.includes(one);
  expect(foreseen).toEqual({ breaks: after.filter(not(before)), mends: before.filter(not(after)) });
  return foreseen;
}
const NOTHING = { breaks: [], mends: [] };
const MUST_CLAIM = 'Last-billing, First must be able to look at the list of claims.';
const NOT_NOTE = 'Last-billing, First must not look at the list of clinical notes.';
const NOT_USERS = 'Last-billing, First must not look at the list of users.';

describe('ticks (P6)', () => {
  it('P6 the Super User and the Access Security tick say what they break before the password is typed', async () => {
    const { test } = world;
    const typed = { ...REASON, password: PASSWORD };
    for (const isSuperUser of [true, false]) {
      const input = { ...(await at('billing')), isSuperUser };
      const told = await foreseenAndMade({ procedure: 'user.setSuperUser', input }, () =>
        test.must('user.setSuperUser', { ...input, ...typed }),
      );
      expect(isSuperUser ? told.breaks : told.mends).toEqual([NOT_NOTE, NOT_USERS]);
    }
    for (const hasAccessSecurity of [true, false]) {
      const input = { ...(await at('billing')), hasAccessSecurity };
      const told = await foreseenAndMade({ procedure: 'user.setAccessSecurity', input }, () =>
        test.must('user.setAccessSecurity', { ...input, ...typed }),
      );
      expect(hasAccessSecurity ? told.breaks : told.mends).toEqual([NOT_USERS]);
    }
  });

  it('P6 ePHI Restricted says what it breaks, and lifting it what it mends', async () => {
    for (const isPhiRestricted of [true, false]) {
      const input = { ...(await at('billing')), isPhiRestricted };
      const told = await foreseenAndMade({ procedure: 'user.setPhiRestricted', input }, () =>
        world.test.must('user.setPhiRestricted', { ...input, ...REASON }),
      );
      expect(isPhiRestricted ? told.breaks : told.mends).toEqual([MUST_CLAIM]);
    }
  });
});

describe('the state of a login (P6)', () => {
  it('P6 disabling says what it breaks, and enabling what it mends once the code is used', async () => {
    const { test } = world;
    const input = await at('billing');
    const disabled = await foreseenAndMade({ procedure: 'user.disable', input }, () =>
      test.must('user.disable', { ...input, ...REASON }),
    );
    expect(disabled).toEqual({ breaks: [MUST_CLAIM], mends: [] });
    const again = await at('billing');
    const enabled = await foreseenAndMade({ procedure: 'user.enable', input: again }, async () => {
      const { activationCode } = await test.must('user.enable', { ...again, ...REASON });
      expect(await broken()).toEqual([MUST_CLAIM]);
      const wanted = { loginId: 'billing', activationCode, newPassword: PASSWORD };
      await test.must('session.activate', wanted, 'billing');
    });
    expect(enabled).toEqual({ breaks: [], mends: [MUST_CLAIM] });
  });

  it('P6 deleting says what it breaks', async () => {
    await expected(person('medical-care-staff'), true, 'note.find');
    const input = await at('medical-care-staff');
    const told = await foreseenAndMade({ procedure: 'user.delete', input }, () =>
      world.test.must('user.delete', { ...input, ...REASON }),
    );
    expect(told.breaks).toHaveLength(1);
  });
});

describe('lock-outs (P6)', () => {
  it('P6 of a person, of a role and of this computer say what they break, and ending them what they mend', async () => {
    const { test } = world;
    const MUST_BOOK = 'Everybody with the role “Front desk” must be able to look at the list of appointments.';
    const until = { untilMs: null };
    const input = await at('billing');
    const locked = await foreseenAndMade({ procedure: 'user.lockOut', input: { ...input, ...until } }, () =>
      test.must('user.lockOut', { ...input, ...until, ...REASON }),
    );
    const now = await at('billing');
    const unlocked = await foreseenAndMade({ procedure: 'user.unlock', input: now }, () =>
      test.must('user.unlock', { ...now, ...REASON }),
    );
    expect([locked.breaks, unlocked.mends]).toEqual([[MUST_CLAIM], [MUST_CLAIM]]);

    const role = { roleId: 'front-desk' };
    const roleLocked = await foreseenAndMade({ procedure: 'role.lockOut', input: { ...role, ...until } }, () =>
      test.must('role.lockOut', { ...role, ...until, ...REASON }),
    );
    const roleUnlocked = await foreseenAndMade({ procedure: 'role.unlock', input: role }, () =>
      test.must('role.unlock', { ...role, ...REASON }),
    );
    expect([roleLocked.breaks, roleUnlocked.mends]).toEqual([[MUST_BOOK], [MUST_BOOK]]);

    const closed = await foreseenAndMade({ procedure: 'workstation.lockOut', input: until }, () =>
      test.must('workstation.lockOut', { ...until, ...REASON }),
    );
    const opened = await foreseenAndMade({ procedure: 'workstation.unlock', input: {} }, () =>
      test.must('workstation.unlock', REASON),
    );
    expect(closed.breaks).toEqual(expect.arrayContaining([MUST_CLAIM, MUST_BOOK]));
    expect(opened.mends).toEqual(closed.breaks);
    for (const holder of ['billing', 'front-desk', 'privacy-officer', 'access-security']) await world.signIn(holder);
  });
});

describe('care teams (P6)', () => {
  it('P6 a patient given to another provider, place or sensitivity says what it breaks and mends', async () => {
    const { test, providerId } = world;
    const { id, version, fields: stored } = await test.must('patient.read', { id: world.patientId.other });
    const { recordNumber: _recordNumber, ...typed } = stored;
    const { locationId, sensitivity } = typed;
    const ties = { providerIds: [providerId.own, providerId.other], locationId, sensitivity };
    const save = (more: Partial<typeof typed>, at: number) =>
      test.must('patient.update', { id, version: at, fields: { ...typed, ...more } });
    const NOT_NORA = 'Last-front-desk, First must not open a patient record (Quigley, Nora).';
    const opened = await foreseenAndMade({ procedure: 'patient.update', input: { id, version, fields: ties } }, () =>
      save(ties, version),
    );
    expect(opened).toEqual({ breaks: [NOT_NORA], mends: [] });
    const hidden = { ...ties, sensitivity: 'confidential' as const };
    const closed = await foreseenAndMade(
      { procedure: 'patient.update', input: { id, version: version + 1, fields: hidden } },
      () => save(hidden, version + 1),
    );
    expect(closed).toEqual({ breaks: [], mends: [NOT_NORA] });
    await save({ ...ties, providerIds: [providerId.other] }, version + 2);
  });
});

describe('shared patients (P6)', () => {
  it('P6 sharing a patient says what it breaks', async () => {
    const days = { validFrom: '2026-12-01', validUntil: '2026-12-05' };
    const fields = { patientId: world.patientId.other, userId: userIdOf('front-desk'), ...days };
    const told = await foreseenAndMade({ procedure: 'patientGrant.create', input: { fields } }, () =>
      world.test.must('patientGrant.create', { fields: { ...fields, reason: 'Covers.' } }),
    );
    expect(told).toEqual({
      breaks: ['Last-front-desk, First must not open a patient record (Quigley, Nora).'],
      mends: [],
    });
  });
});

describe('a change that is only tried (P6)', () => {
  it('P6 leaves nothing behind but its own entry: no right, session, password or verdict differs', async () => {
    const { test } = world;
    const input = await at('billing');
    const everything = async () => [
      await test.must('user.read', { userId: userIdOf('billing') }),
      await test.must('role.find', {}),
      await test.must('expectation.find', {}),
    ];
    const [stood, brokenBefore] = [await everything(), (await entries('expectation_broken')).length];
    const previewedBefore = (await entries('rights_change_previewed')).length;
    await preview({ procedure: 'user.disable', input });
    await preview({ procedure: 'user.delete', input });
    await preview({ procedure: 'role.lockOut', input: { roleId: 'billing', untilMs: null } });
    expect(await everything()).toEqual(stood);
    expect(await entries('expectation_broken')).toHaveLength(brokenBefore);
    expect(await entries('user_disabled')).toHaveLength(1);
    const told = await entries('rights_change_previewed');
    expect(told).toHaveLength(previewedBefore + 3);
    expect(told[2]).toMatchObject({
      action: 'R',
      outcome: 'succeeded',
      objectId: userIdOf('billing'),
      objectLabel: 'Last-billing, First',
      changes: [{ field: 'Tried', old: null, new: 'user.disable' }],
    });
    expect((await test.must('session.readState', {}, 'billing')).subject).not.toBeNull();
    await world.signIn('billing');
  });

  it('P6 tells nothing to whoever may not make the change, or of an older state', async () => {
    const input = await at('billing');
    expect(await preview({ procedure: 'user.disable', input })).toEqual({ breaks: [MUST_CLAIM], mends: [] });
    expect(await preview({ procedure: 'user.disable', input }, 'privacy-officer')).toEqual(NOTHING);
    expect(await preview({ procedure: 'user.disable', input: { ...input, version: 99 } })).toEqual(NOTHING);
    const tick = { procedure: 'user.setSuperUser' as const, input: { ...input, isSuperUser: true } };
    expect(await preview(tick, 'access-security')).toEqual(NOTHING);
    const refused = await world.test.mustRefuse('expectation.preview', { change: tick }, 'front-desk');
    expect(refused.code).toBe('FORBIDDEN');
  });

  it('P6 names a patient only to whoever may open them', async () => {
    await world.limit('billing', { kind: 'all' });
    await expected(person('billing'), true, 'claim.read', { kind: 'patient', id: world.patientId.own });
    const change = { procedure: 'user.disable' as const, input: await at('billing') };
    const named = (patient: string) => `Last-billing, First must be able to open a claim of ${patient}.`;
    expect((await preview(change)).breaks).toContain(named('Mosciski, Maynard'));
    expect((await preview(change, 'access-security')).breaks).toContain(named('a certain patient'));
  });

  it('P6 is told as well where the practice asks for a reason first', async () => {
    const { test } = world;
    const was = (await test.must('reasonRules.read', {})).rules;
    const rules = { ...was, permissions: ['user:disable' as const] };
    await test.must('reasonRules.update', { was, rules, reason: 'Advised by the privacy officer.' });
    const input = await at('billing');
    expect((await preview({ procedure: 'user.disable', input })).breaks).toContain(MUST_CLAIM);
    const asked = await world.test.mustRefuse('user.disable', { ...input, ...REASON });
    expect(asked.reason).toBe('reasonRequired');
  });
});
