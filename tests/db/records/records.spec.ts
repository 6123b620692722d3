// Lists, look-ups and changes of records as stored, on patients, who have everything a record type can have.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRecords, type RecordQuery } from '../../../db/records/findRecords.ts';
import { findReferrers } from '../../../db/records/referrers.ts';
import { deleteRecord, insertRecord, readRecord, updateRecord } from '../../../db/records/storedRecord.ts';
import { EVERY_ROW, type RecordReach } from '../../../shared/authorization/scope.ts';
import { noFilter } from '../../../shared/catalogue/records/recordProcedures.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { recordTypeNamed } from '../../../shared/catalogue/records.ts';
import { createTestDatabase, type TestDatabase } from '../../support/createTestDatabase.ts';
import { addPatient, addProvider, addUser, change, look, NOW_MS, testId } from '../../support/people.ts';

let database: TestDatabase;
const [patient, provider, location] = [typeNamed('patient'), typeNamed('provider'), typeNamed('location')];
const doctor = testId(100_001);
const idOf = (number: number) => testId(200_000 + number);
const STAMP = { byUserId: 'somebody', nowMs: NOW_MS + 1 };
beforeAll(() => {
  database = createTestDatabase();
  change(database, (tx) => {
    addProvider(tx, 1, { lastName: 'Patel' });
    addProvider(tx, 2, { isActive: false });
    addPatient(tx, 1, { lastName: 'Mosciski', firstName: 'Maynard', providerIds: [doctor], ssn: '999123456' });
    addPatient(tx, 12, { lastName: 'Mosley', firstName: 'Ann' });
    addPatient(tx, 120, { lastName: 'Kahn', firstName: 'Mos', providerIds: [doctor] });
    addPatient(tx, 21, { lastName: 'Zed', firstName: 'Zoe' });
  });
});
afterAll(() => database.close());

function typeNamed(name: string): RecordType {
  const type = recordTypeNamed(name);
  if (type === null) throw new Error(`no record type \`${name}\``);
  return type;
}

function find(query: Partial<RecordQuery>, type = patient, reach: RecordReach = EVERY_ROW) {
  const whole = { search: '', sort: 'lastName', isDescending: false, filter: noFilter(type), offset: 0, limit: 50 };
  return look(database, (tx) => findRecords(tx, type, reach, { ...whole, ...query }));
}
const numbers = (query: Partial<RecordQuery>) => find(query).rows.map(({ values }) => values.recordNumber);
const read = (number: number, reach: RecordReach = EVERY_ROW) =>
  look(database, (tx) => readRecord(tx, patient, reach, idOf(number)));

describe('lists of records', () => {
  it.each([
    ['mos', [120, 1, 12]],
    ['mosciski, may', [1]],
    ['12', [120, 12]],
    ['1', [120, 1, 12]],
    ['0', []],
    ['999999999', []],
    ['3456', []],
  ])('S2.107 find patients by `%s`, never by their SSN', (search, expected) => {
    expect(numbers({ search })).toEqual(expected);
    expect(find({ search }).total).toBe(expected.length);
  });

  it('are sorted and paged both ways', () => {
    expect(numbers({ sort: 'recordNumber' })).toEqual([1, 12, 21, 120]);
    expect(numbers({ sort: 'recordNumber', isDescending: true, offset: 1, limit: 2 })).toEqual([21, 12]);
    expect(numbers({ sort: 'city' })).toEqual(numbers({}));
  });

  it('show titles instead of the ids they name', () => {
    expect(find({}).rows[0]).toMatchObject({ title: 'Kahn, Mos', labels: { providerIds: ['Patel, Ria'] } });
  });

  it('are narrowed by one value or by a range', () => {
    const filter = noFilter(patient);
    expect(numbers({ filter: { ...filter, birthDate: { from: '2014-10-06', to: null } } })).toHaveLength(4);
    expect(numbers({ filter: { ...filter, birthDate: { from: null, to: '2014-10-05' } } })).toEqual([]);
    expect(find({ filter: { isActive: true } }, provider).rows.map(({ title }) => title)).toEqual(['Patel, Ria']);
    expect(find({ filter: { isActive: false } }, provider).total).toBe(1);
  });

  it('S3.11 take a patient of before the labels for a normal one', () => {
    expect(find({ filter: { ...noFilter(patient), sensitivity: 'normal' } }).total).toBe(4);
    expect(find({ filter: { ...noFilter(patient), sensitivity: 'confidential' } }).total).toBe(0);
    expect(find({}, patient, { ...EVERY_ROW, hiddenLabels: ['confidential'] }).total).toBe(4);
    expect(read(1)?.values.sensitivity).toBe('normal');
  });

  it('are sorted by name from an index that holds all that sorting needs', () => {
    const plan = look(database, (tx) =>
      tx
        .prepare<{ detail: string }>(
          'EXPLAIN QUERY PLAN SELECT id FROM patient ORDER BY last_name, first_name, id LIMIT 50 OFFSET 99000',
        )
        .all(),
    );
    expect(plan.map((step) => step.detail)).toEqual(['SCAN patient USING COVERING INDEX patient_by_name']);
  });
});

describe('records', () => {
  it('S5.14 outside the reach are as if they were not there', () => {
    expect(read(1, { ...EVERY_ROW, providers: [testId(100_002)] })).toBeNull();
    expect(read(1, { ...EVERY_ROW, providers: [] })).toBeNull();
    expect(read(1, { ...EVERY_ROW, providers: [doctor] })).not.toBeNull();
    expect(read(1, { ...EVERY_ROW, ways: [{ ownerId: testId(1), conditions: [] }] })).toBeNull();
  });

  it('S5.15 are changed with their links, the version counts up, and fields not given stay', () => {
    change(database, (tx) =>
      updateRecord(tx, patient, idOf(21), { city: 'Salem', phone: '', providerIds: [doctor] }, STAMP),
    );
    expect(read(21)).toMatchObject({
      version: 2,
      values: { lastName: 'Zed', city: 'Salem', phone: '', providerIds: [doctor] },
      changedAtMs: STAMP.nowMs,
      changedBy: 'somebody',
    });
  });

  it('are deleted with their links', () => {
    change(database, (tx) => deleteRecord(tx, patient, addPatient(tx, 300, { providerIds: [doctor] })));
    expect(read(300)).toBeNull();
    const links = look(database, (tx) =>
      tx.prepare('SELECT * FROM patient_provider WHERE patient_id = ?').all(idOf(300)),
    );
    expect(links).toEqual([]);
  });

  it('keep the id of the old program where they can be imported', () => {
    const id = testId(300_001);
    change(database, (tx) => insertRecord(tx, location, id, { ...location.example }, STAMP, 'l-1'));
    expect(look(database, (tx) => readRecord(tx, location, EVERY_ROW, id))).toMatchObject({
      externalId: 'l-1',
      values: location.example,
    });
  });

  it('that others name are told with how many of each', () => {
    change(database, (tx) => {
      addUser(tx, 3, { scope: { kind: 'selected', providerIds: [testId(100_002)] } });
      addPatient(tx, 400, { providerIds: [testId(100_002)] });
    });
    const everything = { reachOf: () => EVERY_ROW, seesUsers: true };
    const nothing = { reachOf: () => null, seesUsers: false };
    expect(look(database, (tx) => findReferrers(tx, 'provider', testId(100_002), everything))).toEqual({
      seen: [
        { many: 'patients', count: 1 },
        { many: 'users', count: 1 },
      ],
      hasHidden: false,
    });
    expect(look(database, (tx) => findReferrers(tx, 'provider', testId(100_002), nothing))).toEqual({
      seen: [],
      hasHidden: true,
    });
    expect(look(database, (tx) => findReferrers(tx, 'patient', idOf(400), nothing))).toEqual({
      seen: [],
      hasHidden: false,
    });
    change(database, (tx) => deleteRecord(tx, patient, idOf(400)));
  });
});
