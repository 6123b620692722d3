// What cannot be done by hand cannot be done by a file either: taken numbers, records that are settled, hidden classes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PermissionId } from '../../shared/catalogue/permissions.ts';
import { type CallInput, PROCEDURES } from '../../shared/catalogue/procedures.ts';
import { checkOffered, importOffered, offerFile } from '../support/importFile.ts';
import { addActiveUser, setUpPractice, startTestCore, type TestCore } from '../support/startTestCore.ts';

type Kind = CallInput<'import.choose'>['kind'];

const NPI = '1234567893';
const CLAIM = 'Id,PATIENTID,PROVIDERID,PRIMARYPATIENTINSURANCEID,SERVICEDATE,STATUS1';
const VISIT = 'Id,START,STOP,PATIENT,PROVIDER';

let test: TestCore;
beforeAll(async () => {
  test = startTestCore();
  await setUpPractice(test);
  const files: readonly (readonly [Kind, string])[] = [
    ['payer', 'Id,NAME\ny1,Acme Health\n'],
    ['provider', `Id,NAME,NPI\np1,Ria Patel,${NPI}\np2,Ann Stone,\n`],
    ['patient', 'Id,FIRST,LAST,BIRTHDATE,PROVIDER\n1,Maynard,Mosciski,2014-10-06,p1\n'],
    ['diagnosisCode', 'Id,Code,Description\nd1,J06.9,Acute upper respiratory infection\n'],
    ['claim', `${CLAIM}\nk1,1,p1,0,2026-11-20,BILLED\n`],
    ['appointment', `${VISIT}\ne1,2026-11-20T15:00:00Z,2026-11-20T15:15:00Z,1,p1\n`],
  ];
  for (const [kind, csv] of files) {
    offerFile(test, csv);
    await importOffered(test, kind);
  }
});
afterAll(() => test.close());

const errorsOf = async (kind: Kind, csv: string, window = 'A') => {
  offerFile(test, csv);
  const { job } = await checkOffered(test, kind, {}, 'update', window);
  return job.errors.map(({ row, column, message }) => `${row} ${column}: ${message}`);
};

describe('what one record has alone (S2.107, S2.32)', () => {
  it('S2.32 an NPI that another provider has, here or in the file, is named by row and column', async () => {
    expect(
      await errorsOf('provider', `Id,NAME,NPI\np8,Bo Ray,${NPI}\np9,Cy Tan,1245319599\np10,Di Orr,1245319599`),
    ).toEqual(['2 NPI: is that of another provider here', '4 NPI: stands in row 3 already']);
    expect(await errorsOf('provider', `Id,NAME,NPI\np1,Ria Patel,${NPI}\n`)).toEqual([]);
    expect(await errorsOf('provider', `Id,NAME,NPI\np2,Ann Stone,${NPI}\n`)).toEqual([
      '2 NPI: is that of another provider here',
    ]);
  });

  it('S2.110 a code stands for one thing', async () => {
    expect(await errorsOf('diagnosisCode', 'Id,Code,Description\nd2,J06.9,Again\nd3,I10,One\nd4,I10,Two\n')).toEqual([
      '2 Code: is that of another diagnosis code here',
      '4 Code: stands in row 3 already',
    ]);
  });

  it('S2.32 an NPI that somebody gave away between check and import stops the import, and nothing fails inside', async () => {
    offerFile(test, 'Id,NAME,NPI\np7,Bo Ray,1679576722\n');
    const { importId, job } = await checkOffered(test, 'provider');
    expect(job.errors).toEqual([]);
    const { rows } = await test.must('provider.find', PROCEDURES['provider.find'].example);
    const stone = rows.find(({ title }) => title.includes('Stone'))?.id ?? '';
    const { version, fields } = await test.must('provider.read', { id: stone });
    await test.must('provider.update', { id: stone, version, fields: { ...fields, npi: '1679576722' } });
    expect((await test.mustRefuse('import.apply', { importId })).code).toBe('CONFLICT');
    expect(test.faults).toEqual([]);
  });
});

describe('records that are settled (S2.108, S2.110)', () => {
  it('S2.110 a claim that was sent keeps its provider and payer', async () => {
    const wrong = 'cannot be changed, because the claim is no longer a draft';
    expect(await errorsOf('claim', `${CLAIM}\nk1,1,p2,y1,2026-11-20,BILLED\n`)).toEqual([
      `2 PROVIDERID: ${wrong}`,
      `2 PRIMARYPATIENTINSURANCEID: ${wrong}`,
    ]);
  });

  it('S2.108 a visit that took place keeps its provider and its end', async () => {
    const wrong = 'cannot be moved, because the appointment is no longer booked';
    const moved = `${VISIT}\ne1,2026-11-20T15:00:00Z,2026-11-20T16:15:00Z,1,p2\n`;
    expect((await errorsOf('appointment', moved)).toSorted()).toEqual([`2 PROVIDER: ${wrong}`, `2 STOP: ${wrong}`]);
  });
});

describe('impossible dates', () => {
  it('S2.107 a birth that nobody could have lived from is named by row and column', async () => {
    const rows =
      'Id,FIRST,LAST,BIRTHDATE,DEATHDATE,PROVIDER\n5,Bo,Ray,1860-04-06,,p1\n6,Cy,Tan,1890-01-02,1970-03-04,p1\n';
    expect(await errorsOf('patient', rows)).toEqual(['2 BIRTHDATE: makes this life longer than 130 years']);
  });
});

describe('hidden classes', () => {
  it('S3.11 nobody makes a record confidential by a file who could not see it then, and the class is named as the reason', async () => {
    const held: readonly PermissionId[] = ['people:import', 'patient:create', 'patient:update', 'patient:read'];
    const exceptions = held.map((permission) => ({ permission, effect: 'grant' as const }));
    await addActiveUser(test, 'imp', { roleIds: [], exceptions, scope: { kind: 'all' } }, 'imp');
    const rows =
      'Id,FIRST,LAST,BIRTHDATE,SENSITIVITY\n1,Maynard,Mosciski,2014-10-06,confidential\n9,Zoe,Ray,1990-01-02,confidential\n';
    const wrong = 'SENSITIVITY: is a class of records that you may not see yourself';
    expect(await errorsOf('patient', rows, 'imp')).toEqual([`2 ${wrong}`, `3 ${wrong}`]);
  });
});
