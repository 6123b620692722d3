// The SQL form of a scope and inScope() are the same predicate: lists, counts and look-ups never disagree (S5.14, S2.59).
import { fc, test } from '@fast-check/vitest';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { countPatients, findPatients, readPatient } from '../../../db/repositories/patient.ts';
import { findProviders, readProvider } from '../../../db/repositories/provider.ts';
import { inScope, isWithin, type RowScope } from '../../../shared/authorization/scope.ts';
import { createTestDatabase, type TestDatabase } from '../../support/createTestDatabase.ts';
import { addPatient, addProvider, change, look, testId } from '../../support/people.ts';

let database: TestDatabase;
beforeAll(() => {
  database = createTestDatabase();
});
afterAll(() => database.close());

const PROVIDERS = [0, 1, 2, 3, 4];
const PROVIDER_IDS = PROVIDERS.map((number) => testId(100_000 + number));
const PAGE = { isDescending: false, offset: 0, limit: 200 };

/** For each patient the places of their providers. */
const world = fc.array(fc.uniqueArray(fc.constantFrom(...PROVIDERS), { maxLength: 3 }), { maxLength: 12 });
const scope: fc.Arbitrary<RowScope> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<RowScope>({ providers: 'all' }) },
  {
    weight: 5,
    arbitrary: fc
      .uniqueArray(fc.constantFrom(...PROVIDER_IDS, testId(999)), { maxLength: 4 })
      .map((providers): RowScope => ({ providers })),
  },
);

function build(patients: readonly (readonly number[])[]): Map<string, string[]> {
  return change(database, (tx) => {
    tx.prepare('DELETE FROM patient_provider').run();
    tx.prepare('DELETE FROM patient').run();
    tx.prepare('DELETE FROM provider').run();
    for (const number of PROVIDERS) addProvider(tx, number);
    return new Map(
      patients.map((places, index) => {
        const providerIds = places.map((place) => testId(100_000 + place));
        return [addPatient(tx, index + 1, { providerIds }), providerIds];
      }),
    );
  });
}

describe('the scope of rows', () => {
  test.prop([world, scope], { numRuns: 60 })(
    'S5.14 list, count and look-up reach exactly the patients inScope() allows',
    (patients, reach) => {
      const providersOf = build(patients);
      const expected = [...providersOf].filter(([, ids]) => inScope(ids, reach)).map(([id]) => id);
      look(database, (tx) => {
        const list = findPatients(tx, reach, { search: '', sort: 'recordNumber', ...PAGE });
        expect(list.rows.map((row) => row.patientId)).toEqual(expected);
        expect(list.total).toBe(expected.length);
        expect(countPatients(tx, reach)).toBe(expected.length);
        for (const id of providersOf.keys()) expect(readPatient(tx, reach, id) !== null).toBe(expected.includes(id));
      });
    },
  );

  test.prop([world, scope], { numRuns: 30 })(
    'S5.14 a search never finds a patient outside the scope',
    (patients, reach) => {
      const providersOf = build(patients);
      look(database, (tx) => {
        for (const search of ['pat', '1', 'Patient1, P']) {
          const list = findPatients(tx, reach, { search, sort: 'name', ...PAGE });
          for (const { patientId } of list.rows) expect(inScope(providersOf.get(patientId) ?? [], reach)).toBe(true);
          expect(list.total).toBe(list.rows.length);
        }
      });
    },
  );

  test.prop([scope], { numRuns: 30 })('S5.14 a limited user finds and opens their own providers alone', (reach) => {
    build([]);
    look(database, (tx) => {
      const list = findProviders(tx, reach, { search: '', sort: 'name', ...PAGE });
      const expected = PROVIDER_IDS.filter((id) => inScope([id], reach));
      expect(list.rows.map((row) => row.providerId)).toEqual(expected);
      expect(list.total).toBe(expected.length);
      for (const id of PROVIDER_IDS) expect(readProvider(tx, reach, id) !== null).toBe(inScope([id], reach));
    });
  });

  test.prop([world, scope, scope], { numRuns: 40 })(
    'a scope within another never reaches a row the other does not',
    (patients, inner, outer) => {
      if (!isWithin(inner, outer)) return;
      for (const ids of build(patients).values()) if (inScope(ids, inner)) expect(inScope(ids, outer)).toBe(true);
    },
  );
});
