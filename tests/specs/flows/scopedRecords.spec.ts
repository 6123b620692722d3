// Patients and providers through the real core: what a limited user sees, changes, and what the log may say (S5.14, S2.107).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import { type CallInput, PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import { importOffered, offerFile } from '../../support/importFile.ts';
import { addActiveUser, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

const PROVIDERS = 'Id,NAME,SPECIALITY\np1,Ria Patel,GENERAL PRACTICE\np2,Ann Stone,PEDIATRICS\n';
const PATIENTS =
  'Id,FIRST,LAST,BIRTHDATE,SSN,PROVIDER\n1,Maynard,Mosciski,2014-10-06,999-17-5017,p1\n2,Zoe,Quigley,1990-01-02,,p2\n';
const PATIENT_LIST = PROCEDURES['patient.find'].example;
const PROVIDER_LIST = PROCEDURES['provider.find'].example;
const reason = 'Entered twice.';
/** Edits patients and sees neither hidden fields nor hidden records. */
const DESK = { roleIds: [], exceptions: [{ permission: 'patient:update' as const, effect: 'grant' as const }] };

let test: TestCore;
let patel: string;
let stone: string;
let mosciski: string;
let quigley: string;
beforeEach(async () => {
  test = startTestCore();
  await setUpPractice(test);
  offerFile(test, PROVIDERS);
  await importOffered(test, 'provider');
  offerFile(test, PATIENTS);
  await importOffered(test, 'patient');
  [patel = '', stone = ''] = (await test.must('provider.find', PROVIDER_LIST)).rows.map((row) => row.id);
  [mosciski = '', quigley = ''] = (await test.must('patient.find', PATIENT_LIST)).rows.map((row) => row.id);
  const rights = { roleIds: ['office-administrator'], exceptions: [] };
  await addActiveUser(test, 'rpatel', { ...rights, scope: { kind: 'selected', providerIds: [patel] } }, 'B');
});
afterEach(() => test.close());

const log = async (filter: Partial<typeof NO_AUDIT_FILTER>) =>
  (await test.must('audit.find', { filter: { ...NO_AUDIT_FILTER, ...filter }, beforeNumber: null, limit: 200 }))
    .entries;
const open = (id: string, window?: string) => test.must('patient.read', { id }, window);
type Typed = CallInput<'patient.update'>['fields'];
/** The update of a patient that changes what is given of the stored state and leaves what is masked, as the form does. */
async function changed(id: string, given: Partial<Typed> = {}, window?: string): Promise<CallInput<'patient.update'>> {
  const { version, fields, masked } = await open(id, window);
  const { recordNumber: _, ...typed } = fields;
  const kept = Object.fromEntries(masked.map((name) => [name, null]));
  return { id, version, fields: { ...typed, ...kept, ...given } };
}

describe('a user limited to one provider', () => {
  it('S5.14 lists, counts, searches and opens the patients and providers in the limit alone', async () => {
    expect(await test.must('patient.find', PATIENT_LIST, 'B')).toMatchObject({
      total: 1,
      rows: [{ title: 'Mosciski, Maynard' }],
    });
    expect(await test.must('patient.find', { ...PATIENT_LIST, search: 'quig' }, 'B')).toEqual({ total: 0, rows: [] });
    expect(await test.must('provider.find', PROVIDER_LIST, 'B')).toMatchObject({ total: 1, rows: [{ id: patel }] });
    expect((await open(mosciski, 'B')).labels.providerIds).toEqual(['Patel, Ria']);
  });

  it('S5.14 answers a patient outside the limit like one that is not there, and the log knows why', async () => {
    const outside = await test.mustRefuse('patient.read', { id: quigley }, 'B');
    const missing = await test.mustRefuse(
      'patient.read',
      { id: quigley.replace(/.$/, (end) => (end === '0' ? '1' : '0')) },
      'B',
    );
    expect({ code: outside.code, message: outside.message }).toEqual({ code: missing.code, message: missing.message });
    expect((await log({ patientId: quigley, outcome: 'denied' })).map((entry) => entry.reason)).toEqual(['outOfScope']);
    expect(await test.mustRefuse('provider.read', { id: stone }, 'B')).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('S5.14 gives and takes their own providers alone, and never loses sight of the patient by mistake', async () => {
    for (const [providerIds, reason] of [
      [[patel, stone], 'CONSTRAINT_VIOLATED'],
      [[stone], 'leavesScope'],
      [[], 'leavesScope'],
    ] as const) {
      const input = await changed(mosciski, { providerIds: [...providerIds] }, 'B');
      expect(await test.mustRefuse('patient.update', input, 'B')).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
      expect((await log({ event: 'patient_changed' }))[0]).toMatchObject({ reason });
    }
    expect(await test.must('patient.update', await changed(mosciski, {}, 'B'), 'B')).toEqual({
      id: mosciski,
      version: 2,
    });
  });

  it('S5.14 leaves providers that they do not see as they are', async () => {
    await test.must('patient.update', await changed(mosciski, { providerIds: [patel, stone] }));
    expect((await open(mosciski, 'B')).fields.providerIds).toHaveLength(2);
    const taking = await changed(mosciski, { providerIds: [patel] }, 'B');
    expect(await test.mustRefuse('patient.update', taking, 'B')).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
    await test.must('patient.update', await changed(mosciski, { city: 'Salem' }, 'B'), 'B');
    expect((await open(mosciski)).fields).toMatchObject({
      city: 'Salem',
      providerIds: expect.arrayContaining([stone]),
    });
  });

  it('S5.14 adds patients of their own providers alone', async () => {
    const { fields } = PROCEDURES['patient.create'].example;
    const add = (...providerIds: string[]) =>
      test.call('patient.create', { fields: { ...fields, lastName: 'New', providerIds } }, 'B');
    expect(await add(stone)).toMatchObject({
      ok: false,
      error: { code: 'CONSTRAINT_VIOLATED', reason: 'leavesScope' },
    });
    expect(await add()).toMatchObject({ ok: false, error: { code: 'CONSTRAINT_VIOLATED', reason: 'leavesScope' } });
    expect(await add(patel)).toMatchObject({ ok: true, value: { version: 1 } });
    expect((await test.must('patient.find', PATIENT_LIST, 'B')).total).toBe(2);
  });
});

describe('patients', () => {
  it('S1.21 change leaves field names and provider names in the log, never what names the patient', async () => {
    const given = { lastName: 'Renamed', city: 'Springfield', phone: '555-0100', providerIds: [patel, stone] };
    await test.must('patient.update', await changed(mosciski, given));
    const [entry] = await log({ event: 'patient_changed' });
    const { recordNumber } = (await open(mosciski)).fields;
    expect(entry).toMatchObject({ patientId: mosciski, objectLabel: `patient record ${recordNumber}` });
    expect(entry?.changes).toContainEqual({ field: 'Assigned providers', old: null, new: 'Stone, Ann' });
    expect(entry?.changes.map((change) => change.field)).toEqual(['Last name', 'Phone', 'City', 'Assigned providers']);
    // Ids are left out: any four digits may stand in one by chance.
    const said = (await log({})).map(({ says, objectLabel, why, changes }) => ({ says, objectLabel, why, changes }));
    const everything = JSON.stringify(said);
    for (const secret of ['Mosciski', 'Renamed', 'Springfield', '555-0100', '5017'])
      expect(everything).not.toContain(secret);
  });

  it('get the next record number, and dates that are possible', async () => {
    const { fields } = PROCEDURES['patient.create'].example;
    const typed = { ...fields, providerIds: [] };
    const { id } = await test.must('patient.create', { fields: typed });
    expect((await open(id)).fields).toMatchObject({ recordNumber: 3, lastName: fields.lastName });
    for (const [given, path] of [
      [{ birthDate: '2026-11-24' }, 'birthDate'],
      [{ birthDate: '0201-04-06' }, 'birthDate'],
      [{ deathDate: '2026-11-24' }, 'deathDate'],
      [{ deathDate: '2014-10-05' }, 'deathDate'],
    ] as const) {
      const impossible = { ...typed, ...given };
      const refusal = { code: 'INVALID_INPUT', fields: [{ path }] };
      expect(await test.mustRefuse('patient.create', { fields: impossible })).toMatchObject(refusal);
      expect(await test.mustRefuse('patient.update', { id, version: 1, fields: impossible })).toMatchObject(refusal);
    }
  });

  it('are deleted with a reason that stays in the log', async () => {
    await test.must('patient.delete', { id: quigley, version: 1, reason });
    expect(await test.mustRefuse('patient.read', { id: quigley })).toMatchObject({ code: 'NOT_FOUND' });
    expect((await log({ event: 'patient_deleted' }))[0]).toMatchObject({ patientId: quigley, why: reason });
  });
});

describe('S3.11 confidential patients', () => {
  it('are not there for whoever lacks the right, in lists, by id and as an outcome', async () => {
    await addActiveUser(test, 'desk', { ...DESK, scope: { kind: 'all' } }, 'C');
    await test.must('patient.update', await changed(quigley, { sensitivity: 'confidential' }));
    expect((await test.must('patient.find', PATIENT_LIST)).total).toBe(2);
    expect((await test.must('patient.find', PATIENT_LIST, 'C')).rows.map((row) => row.id)).toEqual([mosciski]);
    expect(await test.mustRefuse('patient.read', { id: quigley }, 'C')).toMatchObject({ code: 'NOT_FOUND' });
    const hiding = await changed(mosciski, { sensitivity: 'confidential' }, 'C');
    expect(await test.mustRefuse('patient.update', hiding, 'C')).toMatchObject({ reason: 'leavesScope' });
  });
});

describe('S2.60 masked fields', () => {
  const phone = '617-555-0147';
  beforeEach(async () => {
    await test.must('patient.update', await changed(mosciski, { phone, memberNumber: 'M-4711' }));
    await addActiveUser(test, 'desk', { ...DESK, scope: { kind: 'all' } }, 'C');
  });

  it('show at most their last digits to whoever lacks the right, and say which they are', async () => {
    const whole = await open(mosciski);
    expect(whole).toMatchObject({ masked: [], fields: { ssn: '999175017', phone, memberNumber: 'M-4711' } });
    const seen = await open(mosciski, 'C');
    expect(seen.masked).toEqual(['ssn', 'phone', 'memberNumber']);
    expect(seen.fields).toMatchObject({ ssn: '•••-••-5017', phone: '•••-••47', memberNumber: '••••••' });
    expect((await open(quigley, 'C')).fields).toMatchObject({ ssn: '', phone: '', memberNumber: '' });
  });

  it('stay as stored when sent back as null, and take a new value that is typed', async () => {
    await test.must('patient.update', await changed(mosciski, { city: 'Salem' }, 'C'), 'C');
    expect((await open(mosciski)).fields).toMatchObject({
      ssn: '999175017',
      phone,
      memberNumber: 'M-4711',
      city: 'Salem',
    });
    await test.must('patient.update', await changed(mosciski, { phone: '617-555-0100' }, 'C'), 'C');
    expect((await open(mosciski)).fields).toMatchObject({ ssn: '999175017', phone: '617-555-0100' });
  });
});

describe('providers', () => {
  it('are not deleted while patients or limited users need them, and the refusal says how many', async () => {
    const refusal = await test.mustRefuse('provider.delete', { id: patel, version: 1, reason });
    expect(refusal).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
    expect(refusal.message).toContain('patients 1, users 1');
    await test.must('patient.delete', { id: quigley, version: 1, reason });
    await test.must('provider.delete', { id: stone, version: 1, reason });
    expect((await test.must('provider.find', PROVIDER_LIST)).total).toBe(1);
  });

  it('change with old and new values in the log', async () => {
    const { version, fields } = await test.must('provider.read', { id: stone });
    await test.must('provider.update', { id: stone, version, fields: { ...fields, isActive: false } });
    expect((await log({ event: 'provider_changed' }))[0]?.changes).toEqual([
      { field: 'Active', old: 'yes', new: 'no' },
    ]);
    const { providers } = await test.must('user.findProviderChoices', {});
    expect(providers.map((provider) => provider.providerId)).toEqual([patel]);
  });

  it('that are no longer active are given to no further patient, and stay where they are', async () => {
    const { version, fields } = await test.must('provider.read', { id: stone });
    await test.must('provider.update', { id: stone, version, fields: { ...fields, isActive: false } });
    const giving = await changed(mosciski, { providerIds: [patel, stone] });
    expect(await test.mustRefuse('patient.update', giving)).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
    await test.must('patient.update', await changed(quigley, { city: 'Salem' }));
    expect((await open(quigley)).fields.providerIds).toEqual([stone]);
  });
});
