// FHIR bundles through the real core: out of one practice and into another, with the same values (S2.107).
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../shared/catalogue/procedures/audit.ts';
import { type CallInput, PROCEDURES } from '../../shared/catalogue/procedures.ts';
import { checkOffered, importOffered, offerFile } from '../support/importFile.ts';
import { addActiveUser, setUpPractice, startTestCore, type TestCore } from '../support/startTestCore.ts';

const FILES = [
  ['location', 'Id,NAME,CITY\nl1,Main Street,Somerville\n'],
  ['payer', 'Id,NAME\np1,Blue Harbor Health\n'],
] as const;
const RECORDS = [
  [
    'provider',
    'Id,NAME,GENDER,SPECIALITY,ORGANIZATION,NPI\nd1,Ria Patel,F,PEDIATRICS,l1,1234567893\nd2,Ann Stone,,,,\n',
  ],
  [
    'patient',
    'Id,FIRST,MIDDLE,LAST,BIRTHDATE,DEATHDATE,GENDER,SSN,PHONE,EMAIL,ADDRESS,CITY,STATE,COUNTY,ZIP,MEMBERID,PROVIDER,PAYER,LOCATION\n' +
      'm1,Maynard,J.,Mosciski,2014-10-06,,M,999-17-5017,617-555-0100,m@example.org,"12 Elm, Unit 4",Somerville,MA,Middlesex,02155,X-1,d1,p1,l1\n' +
      'm2,Zoë,,Quigley,1990-01-02,2020-05-06,X,,,,,,,,,,d1;d2,,\n',
  ],
  [
    'appointment',
    'Id,START,STOP,PATIENT,PROVIDER,ORGANIZATION,REASON\na1,2023-01-27T16:17:47Z,2023-01-27T16:32:47Z,m1,d1,l1,Check-up\n' +
      'a2,2027-01-27T16:00:00Z,2027-01-27T16:30:00Z,m2,d2,,\n',
  ],
  [
    'claim',
    'Id,PATIENTID,PROVIDERID,PAYER,SERVICEDATE,STATUS1\nc1,m1,d1,p1,2023-01-27,CLOSED\nc2,m2,d2,0,2023-02-01,BILLED\n',
  ],
] as const;
const KINDS = ['provider', 'patient', 'appointment', 'claim'] as const;
const purpose = 'Moving to another program.';

let test: TestCore;
beforeEach(async () => {
  test = startTestCore();
  await setUpPractice(test);
});
afterEach(() => test.close());

async function importAll(into: TestCore, files: readonly (readonly [string, string])[]): Promise<void> {
  for (const [kind, content] of files) {
    offerFile(into, content);
    await importOffered(into, kind);
  }
}

async function save(kinds: CallInput<'fhir.export'>['kinds'] = [...KINDS], window = 'A') {
  const path = join(test.folder, 'bundle.json');
  test.dialogAnswers.push(path);
  return { path, saved: await test.must('fhir.export', { kinds, purpose }, window) };
}

/** Every record of the kinds as its reader sees it, without what each practice gives anew; named ones by their title. */
async function everyRecord(of: TestCore): Promise<unknown[]> {
  const all: unknown[] = [];
  for (const kind of KINDS) {
    const example = PROCEDURES[`${kind}.find`].example;
    const { rows } = await of.must(`${kind}.find` as 'patient.find', { ...example, limit: 200 } as never);
    for (const { id } of rows) {
      const { externalId, fields, labels } = await of.must(`${kind}.read` as 'patient.read', { id });
      const plain = Object.entries(fields).filter(([name]) => !(name in labels) && !/Number$|Id$|Ids$/.test(name));
      const named = Object.entries(labels).map(([name, title]) => [
        name,
        Array.isArray(title) ? title.toSorted() : title,
      ]);
      all.push({ kind, externalId, fields: Object.fromEntries(plain), labels: Object.fromEntries(named) });
    }
  }
  return all.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

describe('a bundle saved and brought in elsewhere (S2.107)', () => {
  it('S2.107 gives the same providers, patients, appointments and claims', async () => {
    await importAll(test, [...FILES, ...RECORDS]);
    const { path, saved } = await save();
    expect(saved).toEqual({
      isSaved: true,
      fileName: 'bundle.json',
      counts: KINDS.map((kind) => ({ kind, count: 2 })),
    });
    const other = startTestCore();
    try {
      await setUpPractice(other);
      await importAll(other, FILES);
      offerFile(other, readFileSync(path), 'bundle.json');
      expect(await importOffered(other, 'fhir')).toBe(8);
      expect(await everyRecord(other)).toEqual(await everyRecord(test));
    } finally {
      other.close();
    }
  });

  it('S2.107 doubles nothing when it comes home', async () => {
    await importAll(test, [...FILES, ...RECORDS]);
    const before = await everyRecord(test);
    const { path } = await save();
    offerFile(test, readFileSync(path), 'bundle.json');
    const { job } = await checkOffered(test, 'fhir', {}, 'update');
    expect(job).toMatchObject({ errors: [], counts: { added: 0, changed: 0, changedFields: 0, leftOut: 8 } });
    expect(await everyRecord(test)).toEqual(before);
  });

  it('S2.60 leaves hidden fields and records outside the limit out', async () => {
    await importAll(test, [...FILES, ...RECORDS]);
    const { rows } = await test.must('provider.find', PROCEDURES['provider.find'].example);
    const providerIds = rows.filter(({ title }) => title === 'Stone, Ann').map(({ id }) => id);
    const granted = ['patient:export', 'list:export'] as const;
    const exceptions = granted.map((permission) => ({ permission, effect: 'grant' as const }));
    await addActiveUser(test, 'astone', { roleIds: [], exceptions, scope: { kind: 'selected', providerIds } }, 'B');
    const { path, saved } = await save(['provider', 'patient'], 'B');
    expect(saved).toMatchObject({ counts: [{ count: 1 }, { count: 1 }] });
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('Quigley');
    expect(text).not.toMatch(/Mosciski|999175017|617-555-0100/);
    const refusal = await test.mustRefuse('fhir.export', { kinds: ['claim'], purpose }, 'B');
    expect(refusal).toMatchObject({ code: 'FORBIDDEN', permission: 'claim:export' });
  });

  it('S1.19 stands in the log with its counts and its purpose; who closes the dialog saves nothing', async () => {
    await importAll(test, [...FILES, ...RECORDS]);
    await save();
    test.dialogAnswers.push(null);
    expect(await test.must('fhir.export', { kinds: ['patient'], purpose })).toEqual({ isSaved: false });
    const { entries } = await test.must('audit.find', { filter: NO_AUDIT_FILTER, beforeNumber: null, limit: 20 });
    const entry = entries.filter(({ event }) => event === 'fhir_exported').at(-1);
    expect(entry).toMatchObject({ why: purpose, count: 8, objectLabel: 'bundle.json' });
    expect(entry?.changes.map(({ field, new: now }) => `${field} ${now}`)).toEqual(KINDS.map((kind) => `${kind} 2`));
  });

  it('leaves no half file where it cannot be written', async () => {
    test.dialogAnswers.push(join(test.folder, 'nowhere', 'bundle.json'));
    const refusal = await test.mustRefuse('fhir.export', { kinds: ['patient'], purpose });
    expect(refusal.code).toBe('CONSTRAINT_VIOLATED');
    expect(existsSync(join(test.folder, 'nowhere'))).toBe(false);
  });
});

describe('a bundle of another program (S2.107)', () => {
  const bundle = (...resources: object[]) =>
    JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) });
  const practitioner = { resourceType: 'Practitioner', id: 'd1', name: [{ family: 'Patel', given: ['Ria'] }] };
  const patient = (more: object = {}) => ({
    resourceType: 'Patient',
    id: 'm1',
    name: [{ family: 'Mosciski', given: ['Maynard'] }],
    birthDate: '2014-10-06',
    ...more,
  });

  it('S2.107 counts and names what no import knows', async () => {
    offerFile(test, bundle(practitioner, { resourceType: 'Observation' }, { resourceType: 'Observation' }), 'b.json');
    expect(await test.must('import.choose', { kind: 'fhir' })).toMatchObject({
      contents: [{ kind: 'provider', count: 1 }],
      leftOver: [{ kind: 'Observation', count: 2 }],
    });
  });

  it('S2.107 may name its own practitioners, but none that is nowhere', async () => {
    const named = (id: string) => patient({ generalPractitioner: [{ reference: `Practitioner/${id}` }] });
    offerFile(test, bundle(named('d9'), practitioner), 'b.json');
    const { job } = await checkOffered(test, 'fhir');
    expect(job.errors).toEqual([
      {
        row: 1,
        column: 'Patient/m1 generalPractitioner',
        message: 'is not the id of a provider here; import those first',
      },
    ]);
    offerFile(test, bundle(named('d1'), practitioner), 'b.json');
    expect(await importOffered(test, 'fhir')).toBe(2);
    const { rows } = await test.must('patient.find', PROCEDURES['patient.find'].example);
    expect(rows[0]?.labels.providerIds).toEqual(['Patel, Ria']);
  });

  it('S2.107 is refused whole for one wrong element, named by resource and path', async () => {
    offerFile(
      test,
      bundle(practitioner, patient({ birthDate: '2014-02-30', generalPractitioner: [{ reference: 'Group/g1' }] })),
      'b.json',
    );
    const { importId, job } = await checkOffered(test, 'fhir');
    expect(job.errors.map(({ column, message }) => `${column}: ${message}`)).toEqual([
      'Patient/m1 generalPractitioner[0]: is no reference to a Practitioner resource',
    ]);
    expect((await test.mustRefuse('import.apply', { importId })).code).toBe('CONFLICT');
    expect((await test.must('provider.find', PROCEDURES['provider.find'].example)).total).toBe(0);
  });

  it.each([
    ['text', 'hello'],
    ['a lone resource', JSON.stringify(patient())],
    ['a bundle of other things', bundle({ resourceType: 'Observation' })],
    ['a cut file', bundle(practitioner).slice(0, -5)],
  ])('S2.107 %s is answered with a sentence', async (_what, content) => {
    offerFile(test, content, 'b.json');
    const refusal = await test.mustRefuse('import.choose', { kind: 'fhir' });
    expect(refusal.code).toBe('INVALID_INPUT');
    expect(refusal.message).toMatch(/bundle/);
  });

  it('S1.03 needs the right to add each kind it holds', async () => {
    const exceptions = (['people:import', 'patient:create'] as const).map((permission) => ({
      permission,
      effect: 'grant' as const,
    }));
    await addActiveUser(test, 'desk', { roleIds: [], exceptions, scope: { kind: 'all' } }, 'B');
    offerFile(test, bundle(practitioner, patient()), 'b.json');
    const refusal = await test.mustRefuse('import.choose', { kind: 'fhir' }, 'B');
    expect(refusal).toMatchObject({ code: 'FORBIDDEN', permission: 'list:create' });
  });
});
