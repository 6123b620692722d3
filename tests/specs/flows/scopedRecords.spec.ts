// Patients and providers through the real core: what a limited user sees, changes, and what the log may say (S5.14, S2.107).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import { importOffered, offerFile } from '../../support/importFile.ts';
import { addActiveUser, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

const PROVIDERS = 'Id,NAME,SPECIALITY\np1,Ria Patel,GENERAL PRACTICE\np2,Ann Stone,PEDIATRICS\n';
const PATIENTS =
  'Id,FIRST,LAST,BIRTHDATE,SSN,PROVIDER\n1,Maynard,Mosciski,2014-10-06,999-17-5017,p1\n2,Zoe,Quigley,1990-01-02,,p2\n';
const LIST = { search: '', sort: 'name' as const, isDescending: false, offset: 0, limit: 50 };
const reason = 'Entered twice.';

let test: TestCore;
let patel: string;
let stone: string;
let mosciski: string;
let quigley: string;
beforeEach(async () => {
  test = startTestCore();
  await setUpPractice(test);
  offerFile(test, PROVIDERS);
  await importOffered(test, 'providers');
  offerFile(test, PATIENTS);
  await importOffered(test, 'patients');
  [patel = '', stone = ''] = (await test.must('provider.find', LIST)).rows.map((row) => row.providerId);
  [mosciski = '', quigley = ''] = (await test.must('patient.find', LIST)).rows.map((row) => row.patientId);
  const rights = { roleIds: ['office-administrator'], exceptions: [] };
  await addActiveUser(test, 'rpatel', { ...rights, scope: { kind: 'selected', providerIds: [patel] } }, 'B');
});
afterEach(() => test.close());

const log = async (filter: Partial<typeof NO_AUDIT_FILTER>) =>
  (await test.must('audit.find', { filter: { ...NO_AUDIT_FILTER, ...filter }, beforeNumber: null, limit: 200 }))
    .entries;
const open = (patientId: string, window?: string) => test.must('patient.read', { patientId }, window);

describe('a user limited to one provider', () => {
  it('S5.14 lists, counts, searches and opens the patients and providers in the limit alone', async () => {
    expect(await test.must('patient.find', LIST, 'B')).toMatchObject({ total: 1, rows: [{ lastName: 'Mosciski' }] });
    expect(await test.must('patient.find', { ...LIST, search: 'quig' }, 'B')).toEqual({ total: 0, rows: [] });
    expect(await test.must('provider.find', LIST, 'B')).toMatchObject({
      total: 1,
      rows: [{ providerId: patel, patientCount: 1 }],
    });
    const { providers } = await test.must('patient.findProviderChoices', {}, 'B');
    expect(providers.map((provider) => provider.providerId)).toEqual([patel]);
    expect((await open(mosciski, 'B')).ssnLastFour).toBe('5017');
  });

  it('S5.14 answers a patient outside the limit like one that is not there, and the log knows why', async () => {
    const outside = await test.mustRefuse('patient.read', { patientId: quigley }, 'B');
    const missing = await test.mustRefuse(
      'patient.read',
      { patientId: quigley.replace(/.$/, (end) => (end === '0' ? '1' : '0')) },
      'B',
    );
    expect({ code: outside.code, message: outside.message }).toEqual({ code: missing.code, message: missing.message });
    expect((await log({ patientId: quigley, outcome: 'denied' })).map((entry) => entry.reason)).toEqual(['outOfScope']);
    expect(await test.mustRefuse('provider.read', { providerId: stone }, 'B')).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('S5.14 gives and takes their own providers alone, and never loses sight of the patient by mistake', async () => {
    const { version, fields } = await open(mosciski, 'B');
    const given = { patientId: mosciski, version, fields };
    for (const providerIds of [[patel, stone], []])
      expect(await test.mustRefuse('patient.update', { ...given, providerIds }, 'B')).toMatchObject({
        code: 'CONSTRAINT_VIOLATED',
      });
    expect(await test.must('patient.update', { ...given, providerIds: [patel] }, 'B')).toEqual({ version: 2 });
  });
});

describe('patients', () => {
  it('S1.21 change leaves field names and provider names in the log, never what names the patient', async () => {
    const { version, fields } = await open(mosciski);
    const changed = { ...fields, lastName: 'Renamed', city: 'Springfield', phone: '555-0100' };
    await test.must('patient.update', { patientId: mosciski, version, fields: changed, providerIds: [patel, stone] });
    const [entry] = await log({ event: 'patient_changed' });
    expect(entry).toMatchObject({ patientId: mosciski, objectLabel: `record ${(await open(mosciski)).recordNumber}` });
    expect(entry?.changes).toContainEqual({ field: 'Provider', old: null, new: 'Stone, Ann' });
    expect(entry?.changes.map((change) => change.field)).toEqual(['Last name', 'Phone', 'City', 'Provider']);
    const everything = JSON.stringify(await log({}));
    for (const secret of ['Mosciski', 'Renamed', 'Springfield', '555-0100', '5017'])
      expect(everything).not.toContain(secret);
  });

  it('refuse a change made on an older state', async () => {
    const { version, fields } = await open(quigley);
    const given = { patientId: quigley, version, fields, providerIds: [stone] };
    await test.must('patient.update', given);
    expect(await test.mustRefuse('patient.update', given)).toMatchObject({ code: 'CONFLICT' });
    expect(await test.mustRefuse('patient.delete', { patientId: quigley, version, reason })).toMatchObject({
      code: 'CONFLICT',
    });
  });

  it('are deleted with a reason that stays in the log', async () => {
    await test.must('patient.delete', { patientId: quigley, version: 1, reason });
    expect(await test.mustRefuse('patient.read', { patientId: quigley })).toMatchObject({ code: 'NOT_FOUND' });
    expect((await log({ event: 'patient_deleted' }))[0]).toMatchObject({ patientId: quigley, why: reason });
  });
});

describe('providers', () => {
  it('are not deleted while patients or limited users need them, and the refusal says how many', async () => {
    const refusal = await test.mustRefuse('provider.delete', { providerId: patel, version: 1, reason });
    expect(refusal).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
    expect(refusal.message).toContain('patients 1, users limited to it 1');
    await test.must('patient.delete', { patientId: quigley, version: 1, reason });
    await test.must('provider.delete', { providerId: stone, version: 1, reason });
    expect((await test.must('provider.find', LIST)).total).toBe(1);
  });

  it('change with old and new values in the log', async () => {
    const { version, fields } = await test.must('provider.read', { providerId: stone });
    await test.must('provider.update', { providerId: stone, version, fields: { ...fields, isActive: false } });
    expect((await log({ event: 'provider_changed' }))[0]?.changes).toEqual([
      { field: 'Active', old: 'yes', new: 'no' },
    ]);
    const { providers } = await test.must('user.findProviderChoices', {});
    expect(providers.map((provider) => provider.providerId)).toEqual([patel]);
  });
});
