import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deletePatient, findPatients, readPatient, updatePatient } from '../../../db/repositories/patient.ts';
import type { Input } from '../../../shared/catalogue/procedures.ts';
import { createTestDatabase, type TestDatabase } from '../../support/createTestDatabase.ts';
import { addPatient, addProvider, change, look, NOW_MS, testId } from '../../support/people.ts';

let database: TestDatabase;
const ALL = { providers: 'all' } as const;
const doctor = testId(100_001);
beforeAll(() => {
  database = createTestDatabase();
  change(database, (tx) => {
    addProvider(tx, 1, { lastName: 'Patel' });
    addProvider(tx, 2);
    addPatient(tx, 1, { lastName: 'Mosciski', firstName: 'Maynard', providerIds: [doctor], ssn: '999-12-3456' });
    addPatient(tx, 12, { lastName: 'Mosley', firstName: 'Ann' });
    addPatient(tx, 120, { lastName: 'Kahn', firstName: 'Mos', providerIds: [doctor] });
    addPatient(tx, 21, { lastName: 'Zed', firstName: 'Zoe' });
  });
});
afterAll(() => database.close());

const find = (query: Partial<Input<'patient.find'>>, scope: Parameters<typeof findPatients>[1] = ALL) =>
  look(database, (tx) =>
    findPatients(tx, scope, { search: '', sort: 'name', isDescending: false, offset: 0, limit: 50, ...query }),
  );
const numbers = (query: Partial<Input<'patient.find'>>) => find(query).rows.map((row) => row.recordNumber);

describe('patients', () => {
  it.each([
    ['mos', [120, 1, 12]],
    ['mosciski, may', [1]],
    ['12', [120, 12]],
    ['1', [120, 1, 12]],
    ['0', []],
    ['999999999', []],
    ['3456', []],
  ])('S2.107 are found by `%s`, never by their SSN', (search, expected) => {
    expect(numbers({ search })).toEqual(expected);
    expect(find({ search }).total).toBe(expected.length);
  });

  it('are sorted and paged both ways', () => {
    expect(numbers({ sort: 'recordNumber' })).toEqual([1, 12, 21, 120]);
    expect(numbers({ sort: 'recordNumber', isDescending: true, offset: 1, limit: 2 })).toEqual([21, 12]);
    expect(numbers({ sort: 'city' })).toEqual(numbers({ sort: 'name' }));
    expect(find({}).rows[0]).toMatchObject({ lastName: 'Kahn', providerNames: ['Patel, Ria'] });
  });

  it('S2.60 show the last four digits of the SSN alone', () => {
    const patient = look(database, (tx) => readPatient(tx, ALL, testId(200_001)));
    expect(patient?.ssnLastFour).toBe('3456');
    expect(JSON.stringify(patient)).not.toContain('999-12');
  });

  it('S5.14 outside the scope are as if they were not there', () => {
    look(database, (tx) => {
      expect(readPatient(tx, { providers: [testId(100_002)] }, testId(200_001))).toBeNull();
      expect(readPatient(tx, { providers: [] }, testId(200_001))).toBeNull();
    });
  });

  it('are changed with their providers, and the version counts up', () => {
    change(database, (tx) => {
      const before = readPatient(tx, ALL, testId(200_021));
      if (before === null) throw new Error('the patient is missing');
      updatePatient(
        tx,
        testId(200_021),
        { ...before.fields, city: 'Salem', phone: null },
        [doctor],
        'somebody',
        NOW_MS + 1,
      );
    });
    look(database, (tx) =>
      expect(readPatient(tx, ALL, testId(200_021))).toMatchObject({
        version: 2,
        fields: { city: 'Salem', phone: null },
        providers: [{ providerId: doctor, name: 'Patel, Ria' }],
        changedBy: 'somebody',
      }),
    );
  });

  it('are deleted with their links', () => {
    change(database, (tx) => deletePatient(tx, addPatient(tx, 300, { providerIds: [doctor] })));
    look(database, (tx) => {
      expect(readPatient(tx, ALL, testId(200_300))).toBeNull();
      expect(tx.prepare('SELECT * FROM patient_provider WHERE patient_id = ?').all(testId(200_300))).toEqual([]);
    });
  });
});
