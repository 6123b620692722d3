// Limits of location, shared patients and the role Patient through the real core (S2.28, S2.59, S2.75, S2.106, S1.23).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import { type CallInput, PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import { addExample, addExamples, type MadeRecord } from '../../support/exampleRecord.ts';
import { addActiveUser, PASSWORD, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

type Rights = Omit<CallInput<'user.add'>, 'info' | 'copiedFromUserId'>;

const DAY_MS = 86_400_000;
const LIST = PROCEDURES['patient.find'].example;
const TODAY = '2026-11-22';

let test: TestCore;
let records: Map<string, MadeRecord>;
let region: string;
let office: string;
let elsewhere: string;
let here: string;
let there: string;
beforeEach(async () => {
  test = startTestCore();
  await setUpPractice(test);
  records = await addExamples(test);
  const place = async (name: string, parentId: string | null = null) =>
    (await addExample(test, 'location', records, { name, parentId })).id;
  const patient = async (lastName: string, locationId: string) =>
    (await addExample(test, 'patient', records, { lastName, locationId })).id;
  region = await place('Region');
  office = await place('Office', region);
  elsewhere = await place('Elsewhere');
  here = await patient('Here', office);
  there = await patient('There', elsewhere);
});
afterEach(() => test.close());

const add = (loginId: string, rights: Partial<Rights>) =>
  addActiveUser(
    test,
    loginId,
    { roleIds: ['office-administrator'], exceptions: [], scope: { kind: 'all' }, ...rights },
    loginId,
  );
const total = async (who: string, more: object = {}) =>
  (await test.must('patient.find', { ...LIST, ...more }, who)).total;
const opens = async (who: string, id: string) => (await test.call('patient.read', { id }, who)).ok;
const newest = async (event: string) =>
  (await test.must('audit.find', { filter: { ...NO_AUDIT_FILTER, event }, beforeNumber: null, limit: 1 })).entries[0];

describe('a limit of location', () => {
  beforeEach(() => add('limited', { locations: { kind: 'selected', locationIds: [region] } }));

  it('S2.28 S2.59 narrows lists, counts, search, look-ups by id and files alike', async () => {
    expect(await total('limited')).toBe(1);
    expect([await total('limited', { search: 'There' }), await total('limited', { search: 'Here' })]).toEqual([0, 1]);
    expect([await opens('limited', here), await opens('limited', there)]).toEqual([true, false]);
    test.dialogAnswers.push(`${test.folder}/patients.csv`);
    await test.must('patient.export', PROCEDURES['patient.export'].example, 'limited');
    expect(await newest('patient_exported')).toMatchObject({ count: 1 });
  });

  it('S2.59 narrows what is about a patient with the patient', async () => {
    const claim = async (patientId: string) => (await addExample(test, 'claim', records, { patientId })).id;
    const [ours, theirs] = [await claim(here), await claim(there)];
    const reads = async (id: string) => (await test.call('claim.read', { id }, 'limited')).ok;
    expect([await reads(ours), await reads(theirs)]).toEqual([true, false]);
    expect((await test.must('claim.find', PROCEDURES['claim.find'].example, 'limited')).total).toBe(1);
  });

  it('S2.75 takes in what is put below the region later, and lets go what leaves it', async () => {
    const move = async (parentId: string | null) => {
      const { version, fields } = await test.must('location.read', { id: elsewhere });
      await test.must('location.update', { id: elsewhere, version, fields: { ...fields, parentId } });
    };
    await move(region);
    expect(await total('limited')).toBe(2);
    await move(null);
    expect(await opens('limited', there)).toBe(false);
  });

  it('P5 nobody gives more locations than they have themselves', async () => {
    const userId = await add('colleague', { roleIds: [], locations: { kind: 'selected', locationIds: [office] } });
    const boss = await test.must('user.read', {
      userId: await add('boss', { locations: { kind: 'selected', locationIds: [region] } }),
    });
    const why = { reason: 'Chosen by the owner.', password: PASSWORD };
    await test.must('user.setAccessSecurity', {
      userId: boss.userId,
      version: boss.version,
      hasAccessSecurity: true,
      ...why,
    });
    const give = async (locations: Rights['locations'] & object) => {
      const { version, info, roleIds, exceptions, scope } = await test.must('user.read', { userId });
      const input = { userId, version, info, roleIds, exceptions, scope, locations, reason: 'Asked.' };
      const reply = await test.call('user.update', input, 'boss');
      return reply.ok ? 'ok' : reply.error.reason;
    };
    // Another office of the colleague opens something new; all of the new limit must be the giver's.
    expect(await give({ kind: 'selected', locationIds: [elsewhere] })).toBe('widensScope');
    expect(await give({ kind: 'all' })).toBe('widensScope');
    expect(await give({ kind: 'selected', locationIds: [] })).toBe('ok');
  });
});

describe('a shared patient', () => {
  const share = (userId: string, more: Partial<CallInput<'patientGrant.create'>['fields']> = {}, who = 'A') =>
    test.call(
      'patientGrant.create',
      { fields: { patientId: there, userId, validFrom: TODAY, validUntil: '2026-11-23', reason: 'Covers.', ...more } },
      who,
    );
  let userId: string;
  beforeEach(async () => {
    userId = await add('covering', { scope: { kind: 'selected', providerIds: [] } });
  });

  it('S2.106 opens exactly that patient and what is about them, until the last day', async () => {
    const claim = (await addExample(test, 'claim', records, { patientId: there })).id;
    expect([await total('covering'), await opens('covering', there)]).toEqual([0, false]);
    expect((await share(userId)).ok).toBe(true);
    expect([await total('covering'), await opens('covering', there), await opens('covering', here)]).toEqual([
      1,
      true,
      false,
    ]);
    expect((await test.call('claim.read', { id: claim }, 'covering')).ok).toBe(true);
    const signIn = () => test.must('session.create', { loginId: 'covering', password: PASSWORD }, 'covering');
    test.advance(DAY_MS);
    await signIn();
    expect(await opens('covering', there)).toBe(true);
    test.advance(DAY_MS);
    await signIn();
    expect([await total('covering'), await opens('covering', there)]).toEqual([0, false]);
  });

  it('S2.106 opens no rights: who cannot read notes reads none of a shared patient either', async () => {
    await share(userId);
    const note = {
      patientId: there,
      noteDate: '2026-03-02',
      title: 'Talk',
      body: 'Long.',
      noteClass: 'general' as const,
    };
    await add('writer', { roleIds: ['primary-care-provider'] });
    const { id } = await test.must('note.create', { fields: note }, 'writer');
    expect(await test.mustRefuse('note.read', { id }, 'covering')).toMatchObject({ reason: 'noRight' });
  });

  it('S2.106 P5 nobody shares with themselves, nor lengthens what was shared with them', async () => {
    const sharer = await add('sharer', {});
    expect(await share(sharer, {}, 'sharer')).toMatchObject({ ok: false, error: { reason: 'ownRights' } });
    await share(userId);
    const [grant] = (await test.must('patientGrant.find', PROCEDURES['patientGrant.find'].example)).rows;
    const { id, version, fields } = await test.must('patientGrant.read', { id: grant?.id ?? '' });
    const longer = { id, version, fields: { ...fields, validUntil: '2026-12-31' } };
    expect(await test.mustRefuse('patientGrant.update', longer, 'covering')).toMatchObject({ reason: 'ownRights' });
  });

  it('S2.106 P5 whoever reaches a patient by a share alone does not share it on', async () => {
    await share(userId);
    const friend = await add('friend', { scope: { kind: 'selected', providerIds: [] } });
    expect(await share(friend, { validUntil: '2026-12-31' }, 'covering')).toMatchObject({
      ok: false,
      error: { reason: 'givesWhatTheyLack' },
    });
    expect(await opens('friend', there)).toBe(false);
  });
});

describe('the role Patient', () => {
  it('S1.23 reaches the one record it is linked to, whatever else is stored, and changes nothing', async () => {
    const userId = await add('kiosk', { roleIds: ['patient'], linkedPatientId: there });
    expect([await total('kiosk'), await opens('kiosk', there), await opens('kiosk', here)]).toEqual([1, true, false]);
    await test.must('patientGrant.create', {
      fields: { patientId: here, userId, validFrom: TODAY, validUntil: TODAY, reason: 'By mistake.' },
    });
    expect(await opens('kiosk', here)).toBe(false);
    expect(
      await test.mustRefuse(
        'patient.update',
        { id: there, version: 1, fields: PROCEDURES['patient.update'].example.fields },
        'kiosk',
      ),
    ).toMatchObject({ reason: 'noRight' });
  });

  it('S1.23 is refused without a record, beside another role, and twice for one record', async () => {
    await expect(add('none', { roleIds: ['patient'] })).rejects.toThrow('CONSTRAINT_VIOLATED');
    await expect(add('both', { roleIds: ['patient', 'billing'], linkedPatientId: there })).rejects.toThrow(
      'stands alone',
    );
    await expect(add('link', { roleIds: ['billing'], linkedPatientId: there })).rejects.toThrow('CONSTRAINT_VIOLATED');
    await add('first', { roleIds: ['patient'], linkedPatientId: there });
    await expect(add('second', { roleIds: ['patient'], linkedPatientId: there })).rejects.toThrow(
      'linked to this patient already',
    );
  });
});
