// Importing the same people again: left out or updated, never doubled; and what is remembered and warned of (S2.107).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../shared/catalogue/procedures/audit.ts';
import { PROCEDURES } from '../../shared/catalogue/procedures.ts';
import { checkOffered, endOfJob, importOffered, offerFile } from '../support/importFile.ts';
import { addActiveUser, setUpPractice, startTestCore, type TestCore } from '../support/startTestCore.ts';

const PROVIDERS = 'Id,NAME\np1,Ria Patel\np2,Ann Stone\n';
const HEADER = 'Id,FIRST,LAST,BIRTHDATE,SSN,CITY,PROVIDER';
const PATIENTS = `${HEADER}\n1,Maynard,Mosciski,2014-10-06,999-17-5017,Somerville,p1\n2,Zoe,Quigley,1990-01-02,,Medford,p2\n`;
const LIST = { ...PROCEDURES['patient.find'].example, limit: 200 };

let test: TestCore;
beforeEach(async () => {
  test = startTestCore();
  await setUpPractice(test);
  offerFile(test, PROVIDERS);
  await importOffered(test, 'provider');
  offerFile(test, PATIENTS);
  await importOffered(test, 'patient');
});
afterEach(() => test.close());

const findPatient = async (lastName: string) => {
  const { rows } = await test.must('patient.find', LIST);
  const row = rows.find(({ values }) => values.lastName === lastName);
  return test.must('patient.read', { id: row?.id ?? '' });
};
/** Checks and saves changed rows, as somebody who wants what is here updated. */
const update = async (rows: string, window = 'A') => {
  offerFile(test, `${HEADER}\n${rows}\n`);
  const { importId, job } = await checkOffered(test, 'patient', {}, 'update', window);
  return { job, apply: () => test.must('import.apply', { importId }, window) };
};
const limitedTo = async (name: string, loginId: string, exceptions: readonly string[], window: string) => {
  const { rows } = await test.must('provider.find', PROCEDURES['provider.find'].example);
  const providerIds = rows.filter(({ title }) => title.includes(name)).map(({ id }) => id);
  const granted = exceptions.map((permission) => ({ permission: permission as never, effect: 'grant' as const }));
  await addActiveUser(
    test,
    loginId,
    { roleIds: [], exceptions: granted, scope: { kind: 'selected', providerIds } },
    window,
  );
};
const IMPORTER = ['people:import', 'patient:create', 'patient:update', 'patient:read'];

describe('rows that are here already (S2.107)', () => {
  it('S2.107 are updated where the importer wants it, with their version counted up', async () => {
    const before = await findPatient('Quigley');
    const { job, apply } = await update('2,Zoe,Quigley-Ray,1990-01-02,,Boston,p2\n3,Bo,Ray,2000-01-01,,,p1');
    expect(job.counts).toEqual({ added: 1, changed: 1, changedFields: 2, leftOut: 0 });
    expect(await apply()).toEqual(job.counts);
    const after = await findPatient('Quigley-Ray');
    expect(after).toMatchObject({ id: before.id, version: before.version + 1, fields: { city: 'Boston' } });
    expect((await test.must('patient.find', LIST)).total).toBe(3);
  });

  it('S2.107 stay as they are where nothing differs, and their version too', async () => {
    const { job } = await update('1,Maynard,Mosciski,2014-10-06,999175017,Somerville,p1');
    expect(job.counts).toEqual({ added: 0, changed: 0, changedFields: 0, leftOut: 1 });
    expect((await findPatient('Mosciski')).version).toBe(1);
  });

  it('S2.107 keep what a file leaves empty, and gain providers without losing one', async () => {
    const { apply } = await update('1,Maynard,Mosciski,2014-10-06,,,p2');
    await apply();
    const { fields, labels } = await findPatient('Mosciski');
    expect(fields).toMatchObject({ city: 'Somerville', ssn: expect.stringContaining('5017') });
    expect(labels.providerIds).toEqual(expect.arrayContaining(['Patel, Ria', 'Stone, Ann']));
  });

  it('S2.60 a field the importer may not see is neither changed nor counted', async () => {
    await limitedTo('Patel', 'rpatel', IMPORTER, 'B');
    const { job } = await update('1,Maynard,Mosciski,2014-10-06,111223333,Somerville,p1', 'B');
    expect(job.counts).toEqual({ added: 0, changed: 0, changedFields: 0, leftOut: 1 });
    const { id, version, fields } = await findPatient('Mosciski');
    const { recordNumber: _, ...typed } = fields;
    await test.must('patient.update', { id, version, fields: { ...typed, ssn: null, phone: '617-555-0134' } });
    const changed = await update('1,Maynard,Mosciski,2014-10-06,,Boston,p1', 'B');
    expect(changed.job.counts.changed).toBe(1);
    expect(JSON.stringify(changed.job.previews)).not.toMatch(/617-555-01|999175017/);
  });

  it('S5.14 outside the importer’s limit are refused, and so are providers outside it', async () => {
    await limitedTo('Patel', 'rpatel', IMPORTER, 'B');
    const { job } = await update(
      '2,Zoe,Changed,1990-01-02,,,p1\n3,Bo,Ray,2000-01-01,,,p2\n4,Cy,Tan,2000-01-01,,,',
      'B',
    );
    expect(job.errors.map(({ row, column, message }) => `${row} ${column}: ${message}`)).toEqual([
      '2 Id: is here already and outside what you may change; leave this row out',
      '3 PROVIDER: is not the id of a provider here; import those first',
      '4 PROVIDER: must name a provider you work with',
    ]);
  });

  it('S2.107 changed by somebody between check and import stop the import', async () => {
    const { job } = await update('2,Zoe,Quigley,1990-01-02,,Boston,p2');
    expect(job.counts.changed).toBe(1);
    const { importId } = await (async () => {
      offerFile(test, `${HEADER}\n2,Zoe,Quigley,1990-01-02,,Boston,p2\n`);
      return checkOffered(test, 'patient', {}, 'update');
    })();
    const { id, version, fields } = await findPatient('Quigley');
    const { recordNumber: _, ...typed } = fields;
    await test.must('patient.update', { id, version, fields: { ...typed, ssn: null, phone: '617-555-0100' } });
    expect((await test.mustRefuse('import.apply', { importId })).code).toBe('CONFLICT');
    expect((await findPatient('Quigley')).fields.city).toBe('Medford');
  });

  it('S1.19 the log counts what was added, changed and left out', async () => {
    const { apply } = await update('2,Zoe,Quigley,1990-01-02,,Boston,p2\n3,Bo,Ray,2000-01-01,,,p1');
    await apply();
    const { entries } = await test.must('audit.find', { filter: NO_AUDIT_FILTER, beforeNumber: null, limit: 20 });
    const entry = entries.find(({ event }) => event === 'records_imported');
    const told = Object.fromEntries((entry?.changes ?? []).map(({ field, new: now }) => [field, now]));
    expect(told).toEqual({ kind: 'patient', added: '1', changed: '1', changedFields: '1', leftOut: '0' });
    const { lines } = await test.must('patient.readHistory', { id: (await findPatient('Quigley')).id });
    expect(lines.map(({ says }) => says)).toContain('imported records from a file');
  });
});

describe('the rights of an import (S1.03)', () => {
  it.each([
    ['people:import', 'patient:create', ['people:import', 'patient:read']],
    ['people:import and patient:create', 'list:create', ['people:import', 'patient:create']],
  ])('S1.03 with %s alone it needs %s as well', async (_held, needed, exceptions) => {
    await limitedTo('Patel', 'rpatel', exceptions, 'B');
    offerFile(test, PATIENTS);
    const kind = needed === 'list:create' ? 'payer' : 'patient';
    const refusal = await test.mustRefuse('import.choose', { kind }, 'B');
    expect(refusal).toMatchObject({ code: 'FORBIDDEN', reason: 'noRight', permission: needed });
  });

  it('S1.03 updating needs the right to change besides', async () => {
    await limitedTo('Patel', 'rpatel', ['people:import', 'patient:create'], 'B');
    offerFile(test, PATIENTS);
    const chosen = await test.must('import.choose', { kind: 'patient' }, 'B');
    if (!chosen.isChosen) return expect.unreachable();
    const { importId, suggestedMapping: mapping } = chosen;
    const refusal = await test.mustRefuse('import.check', { importId, mapping, knownRows: 'update' }, 'B');
    expect(refusal).toMatchObject({ code: 'FORBIDDEN', permission: 'patient:update' });
    const { jobId } = await test.must('import.check', { importId, mapping, knownRows: 'leaveOut' }, 'B');
    expect((await endOfJob(test, jobId, 'B')).state).toBe('done');
  });
});

describe('the mapping used last (S2.107)', () => {
  it('S2.107 is offered again for the same columns, whatever their order, and after a restart of the window', async () => {
    offerFile(test, 'NUMBER,GIVEN,FAMILY,BORN\n7,Cy,Tan,2000-01-01\n');
    const column = (at: number) => ({ from: 'column' as const, column: at });
    const wanted = { externalId: column(0), firstName: column(1), lastName: column(2), birthDate: column(3) };
    await importOffered(test, 'patient', wanted);
    offerFile(test, 'BORN,FAMILY,GIVEN,NUMBER\n2000-01-01,Tan,Di,8\n');
    const again = await test.must('import.choose', { kind: 'patient' });
    expect(again).toMatchObject({
      isRemembered: true,
      suggestedMapping: {
        externalId: column(3),
        firstName: column(2),
        lastName: column(1),
        birthDate: column(0),
      },
    });
    offerFile(test, 'BORN,FAMILY,GIVEN\n2000-01-01,Tan,Di\n');
    expect(await test.must('import.choose', { kind: 'patient' })).toMatchObject({ isRemembered: false });
  });
});

describe('likely duplicates (S2.107)', () => {
  it('S2.107 are warned of when a person of the same names and birth date is here or stands above', async () => {
    offerFile(test, `${HEADER}\n9,ZOE,quigley,1990-01-02,,,p1\n10,Cy,Tan,2000-01-01,,,\n11,Cy,Tan,2000-01-01,,,\n`);
    const { importId, job } = await checkOffered(test, 'patient');
    expect(job.errors).toEqual([]);
    expect(job.warnings).toEqual([
      { row: 2, message: 'may be the same person as record 2: same names and date of birth' },
      { row: 4, message: 'may be the same person as row 3: same names and date of birth' },
    ]);
    expect((await test.must('import.apply', { importId })).added).toBe(3);
  });

  it('S2.107 are told to whoever adds a patient by hand, within their limit', async () => {
    const who = { lastName: 'Quigley', firstName: 'zoe', birthDate: '1990-01-02' };
    const { similar } = await test.must('patient.findSimilar', who);
    expect(similar).toMatchObject([{ recordNumber: 2, lastName: 'Quigley', city: 'Medford' }]);
    await limitedTo('Patel', 'rpatel', IMPORTER, 'B');
    expect(await test.must('patient.findSimilar', who, 'B')).toEqual({ similar: [] });
  });
});
