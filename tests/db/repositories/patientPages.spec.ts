import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countPatients, findPatients } from '../../../db/repositories/patient.ts';
import { findProviders } from '../../../db/repositories/provider.ts';
import { createTestDatabase, type TestDatabase } from '../../support/createTestDatabase.ts';
import { queryPlans } from '../../support/queryPlans.ts';

const ALL = { providers: 'all' } as const;
const LIMITED = { providers: ['provider-1', 'provider-2'] };

let test: TestDatabase;
beforeAll(() => {
  test = createTestDatabase();
});
afterAll(() => test.close());

/** The plan of the one statement that makes a page. */
const pageOf = (plans: readonly string[]) => plans.find((plan) => plan.startsWith('CO-ROUTINE page'));

describe('a page of patients', () => {
  const query = { search: '', sort: 'name', isDescending: false, offset: 99_000, limit: 50 } as const;

  it.each([
    ['name', 'COVERING INDEX patient_by_name'],
    ['birthDate', 'COVERING INDEX patient_by_birth_date'],
    ['city', 'COVERING INDEX patient_by_city'],
    ['recordNumber', 'COVERING INDEX sqlite_autoindex_patient_2'],
  ] as const)('is sorted by %s along an index, and only its own rows are fetched', (sort, index) => {
    for (const isDescending of [false, true]) {
      const plan = pageOf(queryPlans(test.db, (tx) => findPatients(tx, ALL, { ...query, sort, isDescending })));
      expect(plan).toBe(
        `CO-ROUTINE page | SCAN patient USING ${index} | SCAN page | SEARCH patient USING INTEGER PRIMARY KEY (rowid=?) | USE TEMP B-TREE FOR ORDER BY`,
      );
    }
  });

  it('S5.14 of a limited user is found from their providers, never by reading all patients', () => {
    for (const plan of queryPlans(test.db, (tx) => findPatients(tx, LIMITED, query)))
      expect(plan).not.toMatch(/SCAN patient(?! USING COVERING INDEX)/);
    for (const plan of queryPlans(test.db, (tx) => countPatients(tx, LIMITED)))
      expect(plan).toContain('USING COVERING INDEX');
  });

  it('of a record number is found by range', () => {
    const plan = pageOf(queryPlans(test.db, (tx) => findPatients(tx, ALL, { ...query, search: '4711' })));
    expect(plan).toContain('(record_number>? AND record_number<?)');
  });
});

describe('a page of providers', () => {
  it('lists providers along their index, with the count of patients by index', () => {
    const query = { search: '', sort: 'name', isDescending: false, offset: 0, limit: 50 } as const;
    const [, page = ''] = queryPlans(test.db, (tx) => findProviders(tx, ALL, query));
    expect(page).toContain('SCAN provider USING INDEX provider_by_name');
    expect(page).toContain('SEARCH patient_provider USING COVERING INDEX patient_provider_by_provider');
  });
});
