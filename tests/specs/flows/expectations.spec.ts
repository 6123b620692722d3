// What the practice expects of its rights, held against every change of them (P6).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectationSentence } from '../../../shared/catalogue/expectationWords.ts';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import type { CallInput } from '../../../shared/catalogue/procedures.ts';
import { type AccessWorld, buildAccessWorld } from '../../support/accessWorld.ts';

type Fields = CallInput<'expectation.create'>['fields'];
type Rights = Partial<Pick<CallInput<'user.update'>, 'roleIds' | 'exceptions' | 'scope' | 'locations'>>;

const NOWHERE = '01900000-0000-7000-8000-00000000ffff';
const EVERYTHING = { kind: 'all' as const };
let world: AccessWorld;
beforeAll(async () => {
  world = await buildAccessWorld(['billing', 'front-desk', 'medical-care-staff', 'security-officer']);
}, 60_000);
afterAll(() => world.test.close());

const userIdOf = (holder: string) => world.userIds.get(holder) ?? '';
const person = (holder: string) => ({ kind: 'user' as const, id: userIdOf(holder) });
const role = (id: string) => ({ kind: 'role' as const, id });
const ANYTHING: Fields['about'] = { kind: 'any' };
const write = (fields: Fields, window = 'A') => world.test.must('expectation.create', { fields }, window);
const list = async (window = 'A') => (await world.test.must('expectation.find', {}, window)).expectations;
const one = async (id: string, window = 'A') => {
  const found = (await list(window)).find((each) => each.expectationId === id);
  if (found === undefined) throw new Error('the expectation is not in the list');
  return found;
};

async function changed(holder: string, rights: Rights) {
  const { userId, version, info, roleIds, exceptions, scope } = await world.test.must('user.read', {
    userId: userIdOf(holder),
  });
  return { userId, version, info, roleIds, exceptions, scope, ...rights };
}
const preview = async (holder: string, rights: Rights) =>
  world.test.must('user.previewUpdate', await changed(holder, rights));
const save = async (holder: string, rights: Rights) =>
  world.test.must('user.update', { ...(await changed(holder, rights)), reason: 'For the test.' });
const about = async (holder: string) => {
  const { userId, version } = await world.test.must('user.read', { userId: userIdOf(holder) });
  return { userId, version, reason: 'For the test.' };
};

async function told(event: string, objectId: string) {
  const filter = { ...NO_AUDIT_FILTER, event };
  const { entries } = await world.test.must('audit.find', { filter, beforeNumber: null, limit: 100 });
  return entries.filter((entry) => entry.objectId === objectId);
}

describe('expectations (P6)', () => {
  it('P6 reads as a plain sentence, and holds from the start where it is so', async () => {
    const { expectationId: id, isBroken } = await write({
      who: person('billing'),
      isMust: false,
      act: 'note.read',
      about: { kind: 'patient', id: world.patientId.own },
    });
    expect(isBroken).toBe(false);
    const listed = await one(id);
    expect(listed).toMatchObject({ isBroken: false, askedCount: 1, brokenBy: [] });
    expect(expectationSentence(listed)).toBe('Last-billing, First must not open a clinical note of Mosciski, Maynard.');
    expect(await told('expectation_broken', id)).toEqual([]);
  });

  it('P6 a change that breaks it says so before it is saved, and the log says so once when it is', async () => {
    const { expectationId: id } = await write({
      who: person('front-desk'),
      isMust: false,
      act: 'note.read',
      about: ANYTHING,
    });
    const tick = { exceptions: [{ permission: 'note:read' as const, effect: 'grant' as const }] };
    const foreseen = await preview('front-desk', tick);
    expect(foreseen.breaks.map(expectationSentence)).toEqual(['Last-front-desk, First must not open a clinical note.']);
    expect(foreseen.mends).toEqual([]);
    expect(await world.test.must('expectation.countBroken', {})).toMatchObject({ brokenCount: 0 });

    await save('front-desk', tick);
    await save('front-desk', { ...tick, scope: EVERYTHING });
    expect(await one(id)).toMatchObject({ isBroken: true, brokenBy: ['Last-front-desk, First'] });
    expect(await world.test.must('expectation.countBroken', {})).toMatchObject({ brokenCount: 1 });
    const broken = await told('expectation_broken', id);
    expect(broken).toHaveLength(1);
    expect(broken[0]).toMatchObject({
      objectLabel: 'Last-front-desk, First must not open a clinical note.',
      changes: [
        { field: 'Expectation', old: 'holds', new: 'broken' },
        { field: 'Because of', old: null, new: 'Last-front-desk, First' },
      ],
    });

    expect((await preview('front-desk', { exceptions: [] })).mends).toHaveLength(1);
    await save('front-desk', { exceptions: [] });
    expect(await one(id)).toMatchObject({ isBroken: false, brokenSinceMs: null });
    expect(await told('expectation_held', id)).toHaveLength(1);
    expect(await told('expectation_broken', id)).toHaveLength(1);
  });

  it('P6 one that is broken when it is written down is marked at once', async () => {
    const { expectationId: id, isBroken } = await write({
      who: person('billing'),
      isMust: false,
      act: 'claim:read',
      about: ANYTHING,
    });
    expect(isBroken).toBe(true);
    expect(expectationSentence(await one(id))).toBe('Last-billing, First must not hold the right “Claims: View”.');
    expect(await told('expectation_broken', id)).toHaveLength(1);
    const { version } = await one(id);
    await world.test.must('expectation.delete', { expectationId: id, version, reason: 'Was only a test.' });
    expect((await list()).map((each) => each.expectationId)).not.toContain(id);
  });

  it('P6 limits, lock-outs, flags and disabling count, because the one judge is asked', async () => {
    await save('medical-care-staff', { scope: EVERYTHING });
    const { expectationId: id } = await write({
      who: person('medical-care-staff'),
      isMust: true,
      act: 'patient.read',
      about: { kind: 'record', id: world.patientId.own },
    });
    expect(await one(id)).toMatchObject({ isBroken: false });
    await save('medical-care-staff', { scope: { kind: 'selected', providerIds: [world.providerId.other] } });
    expect(await one(id)).toMatchObject({ isBroken: true });
    await save('medical-care-staff', { scope: EVERYTHING });
    await world.test.must('user.lockOut', { ...(await about('medical-care-staff')), untilMs: null });
    expect(await one(id)).toMatchObject({ isBroken: true });
    await world.test.must('user.unlock', await about('medical-care-staff'));
    await world.test.must('user.setPhiRestricted', { ...(await about('medical-care-staff')), isPhiRestricted: true });
    expect(await one(id)).toMatchObject({ isBroken: true });
    await world.test.must('user.setPhiRestricted', { ...(await about('medical-care-staff')), isPhiRestricted: false });
    expect(await one(id)).toMatchObject({ isBroken: false });
    expect(await told('expectation_broken', id)).toHaveLength(3);
    expect(await told('expectation_held', id)).toHaveLength(3);
  });

  it('P6 a narrower limit of providers or of locations is told before it is saved', async () => {
    await save('medical-care-staff', { scope: EVERYTHING });
    const { expectationId: id } = await write({
      who: person('medical-care-staff'),
      isMust: true,
      act: 'appointment.read',
      about: { kind: 'record', id: world.records.get('appointment')?.id ?? '' },
    });
    expect(await one(id)).toMatchObject({ isBroken: false });
    const narrower: readonly Rights[] = [
      { scope: { kind: 'selected', providerIds: [world.providerId.other] } },
      { locations: { kind: 'selected', locationIds: [] } },
    ];
    for (const rights of narrower) {
      const foreseen = (await preview('medical-care-staff', rights)).breaks.map(expectationSentence);
      expect(foreseen).toContain(expectationSentence(await one(id)));
      await save('medical-care-staff', rights);
      expect(await one(id)).toMatchObject({ isBroken: true });
      await save('medical-care-staff', { scope: EVERYTHING, locations: EVERYTHING });
    }
    await world.test.must('expectation.delete', { expectationId: id, version: 1, reason: 'Was only a test.' });
  });

  it('P6 about a role it is about everybody who holds it, and follows who does', async () => {
    const { expectationId: id } = await write({
      who: role('billing'),
      isMust: false,
      act: 'patient.delete',
      about: ANYTHING,
    });
    expect(expectationSentence(await one(id))).toBe(
      'Everybody with the role “Billing” must not delete a patient record.',
    );
    await save('front-desk', { exceptions: [{ permission: 'patient:delete', effect: 'grant' }] });
    expect(await one(id)).toMatchObject({ isBroken: false, askedCount: 1 });
    const joining = { roleIds: ['front-desk', 'billing'] };
    expect((await preview('front-desk', joining)).breaks).toHaveLength(1);
    await save('front-desk', joining);
    expect(await one(id)).toMatchObject({ isBroken: true, askedCount: 2, brokenBy: ['Last-front-desk, First'] });
    await save('front-desk', { roleIds: ['front-desk'], exceptions: [] });
    expect(await one(id)).toMatchObject({ isBroken: false, askedCount: 1 });
  });

  it('P6 a change of the care team is a change of rights too', async () => {
    await save('billing', { scope: { kind: 'selected', providerIds: [world.providerId.other] } });
    const { expectationId: id } = await write({
      who: person('billing'),
      isMust: false,
      act: 'patient.read',
      about: { kind: 'record', id: world.patientId.own },
    });
    const stored = await world.test.must('patient.read', { id: world.patientId.own });
    const { recordNumber: _recordNumber, ...fields } = stored.fields;
    const providerIds = [world.providerId.own, world.providerId.other];
    await world.test.must('patient.update', {
      id: stored.id,
      version: stored.version,
      fields: { ...fields, providerIds },
    });
    expect(await told('expectation_broken', id)).toHaveLength(1);
    expect(await one(id)).toMatchObject({ isBroken: true });
  });

  it('P6 a patient shared from a later day on counts today', async () => {
    const { expectationId: id, isBroken } = await write({
      who: person('front-desk'),
      isMust: false,
      act: 'patient.read',
      about: { kind: 'record', id: world.patientId.other },
    });
    expect(isBroken).toBe(true);
    await save('front-desk', { scope: { kind: 'selected', providerIds: [world.providerId.own] } });
    expect(await one(id)).toMatchObject({ isBroken: false });
    const days = { validFrom: '2026-12-01', validUntil: '2026-12-05' };
    await world.test.must('patientGrant.create', {
      fields: { patientId: world.patientId.other, userId: userIdOf('front-desk'), ...days, reason: 'Covers.' },
    });
    expect(await one(id)).toMatchObject({ isBroken: true });
  });

  it('P6 of a provider alone it is judged by a record that belongs to nobody else', async () => {
    await save('billing', { scope: { kind: 'selected', providerIds: [world.providerId.other] } });
    const { expectationId: id } = await write({
      who: person('billing'),
      isMust: false,
      act: 'claim.read',
      about: { kind: 'provider', id: world.providerId.own },
    });
    expect(await one(id)).toMatchObject({ isBroken: false });
    await save('billing', { scope: EVERYTHING });
    expect(await one(id)).toMatchObject({ isBroken: true });
  });
});

describe('writing expectations down (P6)', () => {
  it('P6 says what is wrong: nobody of that name, an act no right decides about, a narrowing that does not fit', async () => {
    const refuse = async (fields: Fields) => (await world.test.mustRefuse('expectation.create', { fields })).code;
    const fine: Fields = { who: person('billing'), isMust: true, act: 'patient.find', about: ANYTHING };
    expect(await refuse({ ...fine, who: { kind: 'user', id: NOWHERE } })).toBe('CONSTRAINT_VIOLATED');
    expect(await refuse({ ...fine, who: role('no-such-role') })).toBe('CONSTRAINT_VIOLATED');
    expect(await refuse({ ...fine, act: 'patient.juggle' })).toBe('CONSTRAINT_VIOLATED');
    expect(await refuse({ ...fine, act: 'session.lock' })).toBe('CONSTRAINT_VIOLATED');
    expect(await refuse({ ...fine, about: { kind: 'patient', id: world.patientId.own } })).toBe('CONSTRAINT_VIOLATED');
    expect(await refuse({ ...fine, act: 'note.read', about: { kind: 'patient', id: NOWHERE } })).toBe(
      'CONSTRAINT_VIOLATED',
    );
    await write(fine);
    expect(await refuse(fine)).toBe('CONFLICT');
  });

  it('P6 the log and whoever may not open the patient read no name of a patient', async () => {
    const fields: Fields = {
      who: person('billing'),
      isMust: false,
      act: 'note.delete',
      about: { kind: 'patient', id: world.patientId.other },
    };
    const { expectationId: id } = await write(fields);
    expect(expectationSentence(await one(id))).toContain('Quigley, Nora');
    const asSeen = expectationSentence(await one(id, 'access-security'));
    expect(asSeen).toBe('Last-billing, First must not delete a clinical note of a certain patient.');
    const [entry] = await told('expectation_created', id);
    expect(JSON.stringify(entry)).not.toContain('Quigley');
    expect(entry?.objectLabel).toBe(asSeen);
    const unseen = await world.test.mustRefuse(
      'expectation.create',
      { fields: { ...fields, act: 'note.update' } },
      'access-security',
    );
    expect(unseen.code).toBe('CONSTRAINT_VIOLATED');
  });
});
