// Importing providers and patients from CSV: every row or none (S2.107).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../shared/catalogue/procedures/audit.ts';
import { PROCEDURES } from '../../shared/catalogue/procedures.ts';
import { checkOffered, endOfJob, importOffered, offerFile } from '../support/importFile.ts';
import { setUpPractice, startTestCore, type TestCore } from '../support/startTestCore.ts';
import { syntheaFolder } from '../support/synthea.ts';

let test: TestCore;
beforeEach(async () => {
  test = startTestCore();
  await setUpPractice(test);
});
afterEach(() => test.close());

const PROVIDERS = 'Id,NAME,SPECIALITY\np1,Ria Patel,GENERAL PRACTICE\np2,"Stone, Ann Mary",PEDIATRICS\n';
const PATIENTS = 'Id,FIRST,LAST,BIRTHDATE,SSN,PROVIDER\n1,Maynard,Mosciski,2014-10-06,999-17-5017,p1\n';
const findPatients = () => test.must('patient.find', { ...PROCEDURES['patient.find'].example, limit: 200 });
const findProviders = () => test.must('provider.find', { ...PROCEDURES['provider.find'].example, limit: 200 });
const patientErrors = async (rows: string, header = 'Id,FIRST,LAST,BIRTHDATE') => {
  offerFile(test, `${header}\n${rows}\n`);
  return (await checkOffered(test, 'patient')).job.errors;
};
const folder = syntheaFolder();

describe.skipIf(folder === null)('the Synthea files (S2.107)', () => {
  const file = (name: string) => readFileSync(join(folder ?? '', name));

  it('S2.107 imports providers.csv and patients.csv with the suggested columns', async () => {
    offerFile(test, file('providers.csv'), 'providers.csv');
    expect(await importOffered(test, 'provider')).toBe(166);
    const provider = (await findProviders()).rows[0];
    offerFile(test, file('patients.csv'), 'patients.csv');
    const mapping = { providerIdsOtherwise: { from: 'value' as const, value: provider?.id ?? '' } };
    expect(await importOffered(test, 'patient', mapping)).toBe(27);
    expect((await findProviders()).total).toBe(166);
    const patients = await findPatients();
    expect(patients.total).toBe(27);
    expect(patients.rows.find(({ values }) => values.lastName === 'Mosciski958')).toMatchObject({
      values: { firstName: 'Maynard46', birthDate: '2014-10-06', city: 'Somerville' },
    });
  });

  it('S2.107 keeps accented names exactly', async () => {
    offerFile(test, file('providers.csv'), 'providers.csv');
    await importOffered(test, 'provider');
    expect((await findProviders()).rows.some(({ values }) => values.firstName === 'Víctor493')).toBe(true);
  });
});

describe('choosing a file', () => {
  it('says so when the person cancels the file chooser', async () => {
    test.dialogAnswers.push(null);
    expect(await test.must('import.choose', { kind: 'patient' })).toEqual({ isChosen: false });
  });

  it('shows the name of the file and never its folder', async () => {
    offerFile(test, PATIENTS, 'my people.csv');
    const chosen = await test.must('import.choose', { kind: 'patient' });
    expect(chosen).toMatchObject({ fileName: 'my people.csv', rowCount: 1 });
    expect(JSON.stringify(chosen)).not.toContain(test.folder);
  });

  it.each([
    [
      'Windows-1252 text',
      Buffer.from('Id,LAST,FIRST,BIRTHDATE\n1,Mu\xf1oz,Ana,2000-01-01\n', 'latin1'),
      /not in UTF-8/,
    ],
    ['an empty file', '', /empty/],
    ['a blank file', ' \r\n\r\n', /empty/],
    ['binary data', Buffer.from('Id,LAST\0\n1,2\n'), /binary/],
    ['a cut UTF-16 file', Buffer.from([0xff, 0xfe, 0x41]), /not in UTF-8/],
    ['rows without a header', '3edac2e3-d223,2014-10-06,999-17-5017,Mosciski\n', /column names/],
    ['a header without rows', 'Id,LAST,FIRST,BIRTHDATE\n', /no rows/],
    ['a quotation mark that is never closed', 'Id,LAST\n1,"Mosciski\n', /Row 2.*quotation/],
    ['too many columns', `${'LAST,'.repeat(501)}x\n1\n`, /500 columns/],
  ])('refuses %s with a plain sentence', async (_what, content, sentence) => {
    offerFile(test, content);
    const refusal = await test.mustRefuse('import.choose', { kind: 'patient' });
    expect(refusal.code).toBe('INVALID_INPUT');
    expect(refusal.message).toMatch(sentence);
    expect(refusal.message).not.toContain(test.folder);
  });

  it('refuses a file that is gone without telling its path', async () => {
    test.dialogAnswers.push(join(test.folder, 'gone.csv'));
    const refusal = await test.mustRefuse('import.choose', { kind: 'patient' });
    expect(refusal.message).toMatch(/could not be read/);
    expect(refusal.message).not.toContain('gone.csv');
  });

  it.each([
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${PATIENTS}`)],
    ['UTF-16 of either byte order', Buffer.from(`\uFEFF${PATIENTS}`, 'utf16le')],
    ['UTF-16 of either byte order', Buffer.from(`\uFEFF${PATIENTS}`, 'utf16le').swap16()],
    ['semicolons and CRLF', PATIENTS.replaceAll(',', ';').replaceAll('\n', '\r\n')],
    ['tabs', PATIENTS.replaceAll(',', '\t')],
  ])('reads %s', async (_what, content) => {
    offerFile(test, content);
    const chosen = await test.must('import.choose', { kind: 'patient' });
    expect(chosen).toMatchObject({ headers: ['Id', 'FIRST', 'LAST', 'BIRTHDATE', 'SSN', 'PROVIDER'], rowCount: 1 });
  });
});

describe('checking rows (S2.107)', () => {
  it('S2.107 names row and column of every error', async () => {
    const errors = await patientErrors('1,,Mosciski,2014-10-06\n2,Ann,Stone,2014-02-30\n3,Bo,Ray,soon');
    expect(errors).toEqual([
      { row: 2, column: 'FIRST', message: 'must be filled in' },
      { row: 3, column: 'BIRTHDATE', message: 'is a day that does not exist' },
      { row: 4, column: 'BIRTHDATE', message: 'is not a date; write it as 2014-10-06 or 10/6/2014' },
    ]);
  });

  it('S2.107 names both rows that have the same id', async () => {
    expect(await patientErrors('7,Ann,Stone,2000-01-01\n8,Bo,Ray,2000-01-01\n7,Cy,Tan,2000-01-01')).toEqual([
      { row: 4, column: 'Id', message: 'row 2 and row 4 have the same id' },
    ]);
  });

  it('S2.107 refuses births in the future, deaths before the birth, and rows of another length', async () => {
    const errors = await patientErrors(
      '1,Ann,Stone,12/31/2099,\n2,Bo,Ray,2000-01-02,2000-01-01\n3,Cy',
      'Id,FIRST,LAST,BIRTHDATE,DEATHDATE',
    );
    expect(errors.map(({ row, message }) => `${row} ${message}`)).toEqual([
      '2 lies in the future',
      '3 lies before the birth',
      '4 the row has 2 cells, the header has 5',
    ]);
  });

  it('S2.107 refuses control characters and direction overrides', async () => {
    const errors = await patientErrors('1,A\u0007nn,Stone,2000-01-01\n2,Bo,R\u202eay,2000-01-01');
    expect(errors.map(({ row, column }) => `${row} ${column}`)).toEqual(['2 FIRST', '3 LAST']);
  });

  it('S2.107 refuses a Social Security number that is not nine digits', async () => {
    const errors = await patientErrors(
      '1,Ann,Stone,2000-01-01,123\n2,Bo,Ray,2000-01-01,123456789',
      'Id,FIRST,LAST,BIRTHDATE,SSN',
    );
    expect(errors).toEqual([{ row: 2, column: 'SSN', message: 'must be nine digits, with or without dashes' }]);
  });

  it('S2.107 refuses a provider that is not here', async () => {
    offerFile(test, PATIENTS);
    const { job } = await checkOffered(test, 'patient');
    expect(job.errors).toMatchObject([{ row: 2, column: 'PROVIDER' }]);
  });

  it('S2.107 counts the rows before a broken quotation mark and names the broken one', async () => {
    const rows = Array.from({ length: 20 }, (_, at) => `${at},Ann,Stone,2000-01-01`).join('\n');
    const errors = await patientErrors(`${rows}\n99,"An"n,Stone,2000-01-01`);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ row: 22, column: '' });
  });

  it('stores text that looks like a formula as it is', async () => {
    offerFile(test, 'Id,FIRST,LAST,BIRTHDATE\n1,"=cmd|\' /C calc\'!A0",@Stone,2000-01-01\n');
    await importOffered(test, 'patient');
    expect((await findPatients()).rows[0]).toMatchObject({
      values: { firstName: "=cmd|' /C calc'!A0", lastName: '@Stone' },
    });
  });

  it.each([
    ['an unknown field', { shoeSize: { from: 'column' as const, column: 0 } }],
    ['a column the file does not have', { gender: { from: 'column' as const, column: 60 } }],
    ['a fixed value where a column is needed', { lastName: { from: 'value' as const, value: 'Stone' } }],
    ['a column where one value is needed', { providerIdsOtherwise: { from: 'column' as const, column: 0 } }],
  ])('refuses a mapping with %s', async (_what, mapping) => {
    offerFile(test, PATIENTS);
    const chosen = await test.must('import.choose', { kind: 'patient' });
    if (!chosen.isChosen) return expect.unreachable();
    const wanted = { ...chosen.suggestedMapping, ...mapping };
    const refusal = await test.mustRefuse('import.check', {
      importId: chosen.importId,
      mapping: wanted,
      knownRows: 'leaveOut',
    });
    expect(refusal.fields?.map(({ path }) => path)).toEqual([`mapping.${Object.keys(mapping)[0]}`]);
  });

  it('names every required field that has no column', async () => {
    offerFile(test, 'Id,FIRST\n1,Ann\n');
    const chosen = await test.must('import.choose', { kind: 'patient' });
    if (!chosen.isChosen) return expect.unreachable();
    const { importId, suggestedMapping: mapping } = chosen;
    const refusal = await test.mustRefuse('import.check', { importId, mapping, knownRows: 'leaveOut' });
    expect(refusal.fields?.map(({ path }) => path)).toEqual(['mapping.lastName', 'mapping.birthDate']);
  });
});

describe('importing (S2.107)', () => {
  it('S2.107 splits whole names either way and links patients to their providers', async () => {
    offerFile(test, PROVIDERS);
    expect(await importOffered(test, 'provider')).toBe(2);
    offerFile(test, PATIENTS);
    expect(await importOffered(test, 'patient')).toBe(1);
    expect((await findProviders()).rows.map(({ title }) => title)).toEqual(['Patel, Ria', 'Stone, Ann Mary']);
    expect((await findPatients()).rows.map(({ labels }) => labels.providerIds)).toEqual([['Patel, Ria']]);
  });

  it('S2.107 saves nothing while one row has an error', async () => {
    offerFile(test, 'Id,FIRST,LAST,BIRTHDATE\n1,Ann,Stone,2000-01-01\n2,Bo,,2000-01-01\n');
    const { importId, job } = await checkOffered(test, 'patient');
    expect(job).toMatchObject({ state: 'done', errorCount: 1, goodCount: 1 });
    expect((await test.mustRefuse('import.apply', { importId })).code).toBe('CONFLICT');
    expect((await findPatients()).total).toBe(0);
  });

  it('S2.107 saves nothing that was not checked', async () => {
    offerFile(test, PATIENTS);
    const chosen = await test.must('import.choose', { kind: 'patient' });
    if (!chosen.isChosen) return expect.unreachable();
    expect((await test.mustRefuse('import.apply', { importId: chosen.importId })).code).toBe('CONFLICT');
  });

  it('S2.107 can be repeated: what is already here is left out and counted, and nothing is doubled', async () => {
    offerFile(test, PROVIDERS);
    await importOffered(test, 'provider');
    offerFile(test, `${PROVIDERS}p3,Owen Marsh,CARDIOLOGY\n`);
    const { importId, job } = await checkOffered(test, 'provider');
    expect(job.counts).toEqual({ added: 1, changed: 0, changedFields: 0, leftOut: 2 });
    expect(await test.must('import.apply', { importId })).toEqual(job.counts);
    expect((await findProviders()).total).toBe(3);
  });

  it('S2.107 refuses when somebody imported the same people after the check', async () => {
    offerFile(test, PROVIDERS);
    const { importId } = await checkOffered(test, 'provider');
    await test.must('session.create', { loginId: 'dwhitfield', password: 'quiet harbour lantern 47 walnut' }, 'B');
    offerFile(test, PROVIDERS);
    const other = await test.must('import.choose', { kind: 'provider' }, 'B');
    if (!other.isChosen) return expect.unreachable();
    const { jobId } = await test.must(
      'import.check',
      { importId: other.importId, mapping: other.suggestedMapping, knownRows: 'leaveOut' },
      'B',
    );
    await endOfJob(test, jobId, 'B');
    await test.must('import.apply', { importId: other.importId }, 'B');
    expect((await test.mustRefuse('import.apply', { importId })).message).toMatch(/changed since/);
    expect((await findProviders()).total).toBe(2);
  });

  it('shows an import and its job to its own session only', async () => {
    offerFile(test, PROVIDERS);
    const { importId } = await checkOffered(test, 'provider');
    await test.must('session.create', { loginId: 'dwhitfield', password: 'quiet harbour lantern 47 walnut' }, 'B');
    expect((await test.mustRefuse('import.apply', { importId }, 'B')).code).toBe('NOT_FOUND');
  });

  it('forgets a file that was given up', async () => {
    offerFile(test, PROVIDERS);
    const { importId } = await checkOffered(test, 'provider');
    await test.must('import.discard', { importId });
    expect((await test.mustRefuse('import.apply', { importId })).code).toBe('NOT_FOUND');
  });

  it('never gives a record number twice, even after the newest patient was deleted', async () => {
    offerFile(test, 'Id,FIRST,LAST,BIRTHDATE\n1,Ann,Stone,2000-01-01\n2,Bo,Ray,2000-01-01\n');
    await importOffered(test, 'patient');
    const newest = (await findPatients()).rows.find(({ values }) => values.recordNumber === 2);
    await test.must('patient.delete', { id: newest?.id ?? '', version: 1, reason: 'Entered twice.' });
    offerFile(test, 'Id,FIRST,LAST,BIRTHDATE\n3,Cy,Tan,2000-01-01\n');
    await importOffered(test, 'patient');
    const numbers = (await findPatients()).rows
      .map(({ values }) => Number(values.recordNumber))
      .toSorted((a, b) => a - b);
    expect(numbers).toEqual([1, 3]);
  });

  it('S1.19 leaves the file name and the count in the log, and no name of a patient', async () => {
    offerFile(test, 'Id,FIRST,LAST,BIRTHDATE\n1,Zebulon,Quackenbush,2000-01-01\n', 'march.csv');
    await importOffered(test, 'patient');
    const { entries } = await test.must('audit.find', { filter: NO_AUDIT_FILTER, beforeNumber: null, limit: 200 });
    const entry = entries.find(({ event }) => event === 'records_imported');
    expect(entry).toMatchObject({ objectType: 'import', objectLabel: 'march.csv', count: 1, outcome: 'succeeded' });
    expect(JSON.stringify(entries)).not.toMatch(/Zebulon|Quackenbush/);
  });
});
