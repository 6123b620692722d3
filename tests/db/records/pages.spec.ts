import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRecords, type RecordQuery } from '../../../db/records/findRecords.ts';
import { countPatients } from '../../../db/repositories/patient.ts';
import { providerChoices } from '../../../db/repositories/provider.ts';
import type { ReadTx } from '../../../db/transaction.ts';
import { EVERY_ROW, type RecordReach } from '../../../shared/authorization/scope.ts';
import { noFilter } from '../../../shared/catalogue/records/recordProcedures.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { RECORD_TYPES, recordTypeNamed } from '../../../shared/catalogue/records.ts';
import { createTestDatabase, type TestDatabase } from '../../support/createTestDatabase.ts';
import { queryPlans } from '../../support/queryPlans.ts';

const ALL = EVERY_ROW;
const LIMITED: RecordReach = { ...EVERY_ROW, providers: ['provider-1', 'provider-2'] };

let test: TestDatabase;
beforeAll(() => {
  test = createTestDatabase();
});
afterAll(() => test.close());

/** The plan of the one statement that makes a page. */
const pageOf = (plans: readonly string[]) => plans.find((plan) => plan.startsWith('CO-ROUTINE page'));

function typeNamed(name: string): RecordType {
  const type = recordTypeNamed(name);
  if (type === null) throw new Error(`no record type \`${name}\``);
  return type;
}
const patient = typeNamed('patient');

function page(tx: ReadTx, type: RecordType, reach: RecordReach, query: Partial<RecordQuery> = {}) {
  const { field: sort, isDescending } = type.defaultSort;
  return findRecords(tx, type, reach, {
    search: '',
    sort,
    isDescending,
    filter: noFilter(type),
    offset: 99_000,
    limit: 50,
    ...query,
  });
}

describe('a page of patients', () => {
  it.each([
    ['lastName', 'COVERING INDEX patient_by_name'],
    ['birthDate', 'COVERING INDEX patient_by_birth_date'],
    ['city', 'COVERING INDEX patient_by_city'],
  ] as const)('is sorted by %s along an index, and only its own rows are fetched', (sort, index) => {
    for (const isDescending of [false, true]) {
      const plan = pageOf(queryPlans(test.db, (tx) => page(tx, patient, ALL, { sort, isDescending })));
      expect(plan).toBe(
        `CO-ROUTINE page | SCAN patient USING ${index} | SCAN page | SEARCH patient USING INTEGER PRIMARY KEY (rowid=?) | USE TEMP B-TREE FOR ORDER BY`,
      );
    }
  });

  it('S5.14 of a limited user is found from their providers, never by reading all patients', () => {
    for (const plan of queryPlans(test.db, (tx) => page(tx, patient, LIMITED)))
      expect(plan).not.toMatch(/SCAN patient(?! USING COVERING INDEX)/);
    for (const plan of queryPlans(test.db, (tx) => countPatients(tx, LIMITED)))
      expect(plan).toContain('USING COVERING INDEX');
  });

  it('S3.11 without the confidential ones is made and counted from an index alone', () => {
    const reach: RecordReach = { ...ALL, hiddenLabels: ['confidential'] };
    for (const plan of queryPlans(test.db, (tx) => page(tx, patient, reach)))
      expect(plan).not.toMatch(/SCAN patient(?! USING COVERING INDEX)/);
  });

  it('of a record number is found by range', () => {
    const plan = pageOf(queryPlans(test.db, (tx) => page(tx, patient, ALL, { search: '4711' })));
    expect(plan).toContain('(record_number>? AND record_number<?)');
  });
});

describe('a page of any record type', () => {
  // What the program alone makes is only looked at beside the record it belongs to.
  const listed = RECORD_TYPES.filter(({ actions }) => actions.includes('create'));
  it.each(listed.map((type) => [type.many, type] as const))(
    'of %s comes along an index in its first order, which holds all that sorting needs',
    (_many, type) => {
      const plan = pageOf(queryPlans(test.db, (tx) => page(tx, type, ALL)));
      expect(plan).toContain('USING COVERING INDEX');
      expect(plan?.split(' | SCAN page')[0]).not.toContain('TEMP B-TREE');
    },
  );
});

describe('the choices of providers', () => {
  it('come along their index, with the count of patients by index', () => {
    const plans = queryPlans(test.db, (tx) => providerChoices(tx, EVERY_ROW)).join(' | ');
    expect(plans).toContain('SCAN provider USING INDEX provider_by_name');
    expect(plans).toContain('SEARCH patient_provider USING COVERING INDEX patient_provider_by_provider');
  });
});
