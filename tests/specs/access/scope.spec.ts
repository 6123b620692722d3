// The SQL form of a reach and isReached() are the same predicate for every record type: lists, counts and look-ups never disagree.
import { fc, test } from '@fast-check/vitest';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { findRecords } from '../../../db/records/findRecords.ts';
import { tableOf } from '../../../db/records/recordTable.ts';
import { readRowTies } from '../../../db/records/rowTies.ts';
import { insertRecord, readRecord } from '../../../db/records/storedRecord.ts';
import { countPatients } from '../../../db/repositories/patient.ts';
import type { ReadTx, WriteTx } from '../../../db/transaction.ts';
import { CONDITION_OPERATORS, type RowCondition } from '../../../shared/authorization/rowCondition.ts';
import {
  EVERY_WAY,
  inScope,
  isReached,
  type RecordReach,
  type RowScope,
  SENSITIVITY_LABELS,
} from '../../../shared/authorization/scope.ts';
import { noFilter } from '../../../shared/catalogue/records/recordProcedures.ts';
import { locationTieOf, type RecordType, storedName } from '../../../shared/catalogue/records/recordType.ts';
import { RECORD_TYPES } from '../../../shared/catalogue/records.ts';
import { createTestDatabase, type TestDatabase } from '../../support/createTestDatabase.ts';
import { addLocation, addPatient, addProvider, addUser, change, look, NOW_MS, testId } from '../../support/people.ts';
import { storedExample, storeNamed } from '../../support/storedExample.ts';
import { locationAt, locationsOfPatient, PLACES, patientAt, providerAt, providersOfPatient, userAt } from './places.ts';

let database: TestDatabase;
/** The columns that may hold NULL, as `table.column`. */
let nullable: ReadonlySet<string>;
beforeAll(() => {
  database = createTestDatabase();
  nullable = new Set(look(database, (tx) => RECORD_TYPES.flatMap((type) => nullableColumns(tx, tableOf(type)))));
  change(database, (tx) => {
    for (const number of PLACES) {
      addProvider(tx, number);
      addUser(tx, 900_000 + number);
    }
    for (const number of PLACES) addPatient(tx, number + 1, { providerIds: providersOfPatient(number) });
    storeNamed(tx);
    for (const place of PLACES) addLocation(tx, locationAt(place));
    for (const place of PLACES.slice(0, 4))
      tx.prepare('UPDATE patient SET location_id = ? WHERE id = ?').run(locationAt(place), patientAt(place));
    tx.prepare("UPDATE patient SET sensitivity = 'confidential' WHERE id = ?").run(patientAt(1));
  });
});
afterAll(() => database.close());

/** What ties a random row to people: places of providers, of a patient, of an owner and of a label. */
interface Tied {
  readonly providers: readonly number[];
  readonly patient: number | null;
  readonly owner: number;
  readonly label: number;
}
const place = fc.constantFrom(...PLACES);
const rows: fc.Arbitrary<readonly Tied[]> = fc.array(
  fc.record({
    providers: fc.uniqueArray(place, { maxLength: 3 }),
    patient: fc.option(place),
    owner: place,
    label: fc.nat({ max: 4 }),
  }),
  { maxLength: 12 },
);
const allOr = (ids: readonly string[]) =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant('all' as const) },
    { weight: 3, arbitrary: fc.uniqueArray(fc.constantFrom(...ids, testId(999)), { maxLength: 4 }) },
  );
const scope: fc.Arbitrary<RowScope> = fc.record({
  providers: allOr(PLACES.map(providerAt)),
  locations: allOr(PLACES.map(locationAt)),
  patientIds: fc.uniqueArray(place.map(patientAt), { maxLength: 2 }),
});

/** Conditions on fields of the type, on fields it does not have, on values of another type and on other types. */
function conditionOn(type: RecordType): fc.Arbitrary<RowCondition> {
  const fields = Object.keys(type.fields);
  const example = Object.values(type.example).flatMap((value) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [value] : [],
  );
  return fc.record({
    type: fc.constantFrom(type.name, type.name, type.name, 'other'),
    field: fc.constantFrom(...fields, 'noSuchField'),
    operator: fc.constantFrom(...CONDITION_OPERATORS),
    value: fc.constantFrom<string | number | boolean>(
      ...example,
      0,
      1,
      50_000,
      true,
      false,
      '2026-01-01',
      providerAt(1),
    ),
  });
}

const reachOver = (type: RecordType): fc.Arbitrary<RecordReach> =>
  fc
    .record({ limit: scope, hiddenLabels: fc.subarray([...SENSITIVITY_LABELS]), ways: waysOver(type) })
    .map(({ limit, hiddenLabels, ways }) => ({ ...limit, ways, hiddenLabels, hiddenMasks: [] }));
const waysOver = (type: RecordType) =>
  fc.oneof(
    fc.constant(EVERY_WAY),
    fc.array(
      fc.record({
        ownerId: fc.option(place.map(userAt)),
        conditions: fc.array(conditionOn(type), { maxLength: 2 }),
      }),
      { maxLength: 3 },
    ),
  );

/** Puts the rows into the type's table, which must be empty of what the test may count. */
function build(tx: WriteTx, type: RecordType, tied: readonly Tied[]): string[] {
  return tied.map((ties, index) => {
    const id = testId(700_000 + index);
    const values = { ...storedExample(type, index), ...fieldsOf(type, ties) };
    insertRecord(tx, type, id, values, { byUserId: 'test', nowMs: NOW_MS });
    return id;
  });
}

function fieldsOf(type: RecordType, { providers, patient, owner, label }: Tied) {
  const fields: Record<string, string | string[] | null> = {};
  const tie = type.scope.providers;
  const [first = null] = providers;
  if (tie.by === 'links') fields[tie.field] = providers.map(providerAt);
  // A column that must be filled names somebody; one that may be empty is empty at times.
  const mayBeEmpty = 'field' in tie && isNullable(type, tie.field);
  if (tie.by === 'field') fields[tie.field] = first === null && mayBeEmpty ? null : providerAt(first ?? 0);
  const isAboutNobody = patient === null && isNullable(type, type.patient ?? '');
  if (type.patient !== undefined) fields[type.patient] = isAboutNobody ? null : patientAt(patient ?? 0);
  if (type.scope.owner !== undefined) fields[type.scope.owner] = userAt(owner);
  if (type.scope.grantee !== undefined) fields[type.scope.grantee] = userAt(owner);
  const at = type.scope.location;
  if (at?.by === 'field') fields[at.field] = first === null ? null : locationAt(first);
  const words = type.fields[type.scope.label ?? '']?.options ?? [];
  // Now and then a row stands as it did before its type had labels.
  const unlabelled = isNullable(type, type.scope.label ?? '') ? null : (words[0]?.value ?? '');
  if (type.scope.label !== undefined) fields[type.scope.label] = words[label]?.value ?? unlabelled;
  return fields;
}

function nullableColumns(tx: ReadTx, table: string): string[] {
  return tx
    .prepare<{ name: string }>('SELECT name FROM pragma_table_info(?) WHERE "notnull" = 0')
    .all(table)
    .map(({ name }) => `${table}.${name}`);
}

function isNullable(type: RecordType, field: string): boolean {
  return nullable.has(`${tableOf(type)}.${storedName(field)}`);
}

class Undone extends Error {}

/** Runs `work` on a practice with the rows and takes them back afterwards. */
function withRows(type: RecordType, tied: readonly Tied[], work: (tx: WriteTx, ids: readonly string[]) => void): void {
  try {
    change(database, (tx) => {
      work(tx, build(tx, type, tied));
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
}

const queryOf = (type: RecordType, search = '') => ({
  search,
  sort: type.defaultSort.field,
  isDescending: false,
  filter: noFilter(type),
  offset: 0,
  limit: 200,
});

describe.each(RECORD_TYPES.map((type) => [type.many, type] as const))('the reach over %s', (_many, type) => {
  test.prop([rows, reachOver(type)], { numRuns: 60 })(
    `S5.14 list, count and look-up of ${type.many} reach exactly what isReached() allows`,
    (tied, allowed) => {
      withRows(type, tied, (tx) => {
        const all = tx
          .prepare<{ id: string }>(`SELECT id FROM ${tableOf(type)}`)
          .all()
          .map(({ id }) => id);
        const expected = all.filter((id) => {
          const ties = readRowTies(tx, type, id);
          return ties !== null && isReached(ties, allowed);
        });
        const list = findRecords(tx, type, allowed, queryOf(type));
        expect(list.rows.map(({ id }) => id).sort()).toEqual(expected.sort());
        expect(list.total).toBe(expected.length);
        for (const id of all) expect(readRecord(tx, type, allowed, id) !== null).toBe(expected.includes(id));
      });
    },
  );

  test.prop([rows, reachOver(type)], { numRuns: 20 })(
    `S5.14 a search never finds ${type.many} outside the reach`,
    (tied, allowed) => {
      withRows(type, tied, (tx) => {
        for (const search of ['a', 'pat', '1', 'Patient1, P']) {
          const list = findRecords(tx, type, allowed, queryOf(type, search));
          for (const { id } of list.rows) {
            const ties = readRowTies(tx, type, id);
            expect(ties !== null && isReached(ties, allowed)).toBe(true);
          }
          expect(list.total).toBe(list.rows.length);
        }
      });
    },
  );

  test.prop([rows], { numRuns: 20 })(`the ties of ${type.many} are those their fields say`, (tied) => {
    withRows(type, tied, (tx, ids) => {
      ids.forEach((id, index) => {
        const one = tied[index];
        if (one !== undefined) expect(readRowTies(tx, type, id)).toEqual(expectedTies(type, id, one));
      });
    });
  });
});

/** What readRowTies() must answer, from the random row rather than from the database. */
function expectedTies(type: RecordType, id: string, tied: Tied) {
  const { owner, grantee, label, providers: tie } = type.scope;
  const stored = fieldsOf(type, tied);
  // A row from before its type had labels counts as the first of them.
  const first = type.fields[label ?? '']?.options?.[0]?.value ?? null;
  const fields = label === undefined ? stored : { ...stored, [label]: stored[label] ?? first };
  return {
    type: type.name,
    values: expect.objectContaining(withoutLists(type, fields)),
    ownerId: owner === undefined ? null : fields[owner],
    grantedTo: grantee === undefined ? null : fields[grantee],
    patientId: type.name === 'patient' ? id : type.patient === undefined ? null : fields[type.patient],
    locationIds: locationsSaid(type, fields, tied),
    labels: [label === undefined ? null : fields[label], patientLabel(type, fields)].filter((word) => word !== null),
    providerIds:
      tie.by === 'none' ? 'any' : tie.by === 'self' ? [id] : providersSaid(tie, fields[tie.field] ?? null, tied),
  };
}

/** A list of ids lies in a table of its own, not among the values. */
function withoutLists(type: RecordType, fields: ReturnType<typeof fieldsOf>) {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => type.fields[name]?.kind !== 'references'));
}

function locationsSaid(type: RecordType, fields: ReturnType<typeof fieldsOf>, { patient }: Tied) {
  const tie = locationTieOf(type);
  if (tie === null) return 'any';
  const value = fields[tie.field] ?? null;
  if (tie.by === 'field') return value === null ? [] : [value];
  if (value === null) return tie.isOpenWithout ? 'any' : [];
  return locationsOfPatient(patient ?? 0);
}

/** The patient at place 1 is confidential, and so is what is about them. */
function patientLabel(type: RecordType, fields: ReturnType<typeof fieldsOf>): string | null {
  return type.patient !== undefined && fields[type.patient] === patientAt(1) ? 'confidential' : null;
}

function providersSaid(
  tie: Exclude<RecordType['scope']['providers'], { by: 'none' | 'self' }>,
  value: string | string[] | null,
  { patient }: Tied,
) {
  if (tie.by === 'links') return expect.toSatisfy((ids) => sameSet(ids, value));
  if (tie.by === 'field') return value === null ? [] : [value];
  if (value === null) return tie.isOpenWithout ? 'any' : [];
  return expect.toSatisfy((ids) => sameSet(ids, providersOfPatient(patient ?? 0)));
}

function sameSet(one: unknown, other: unknown): boolean {
  return Array.isArray(one) && Array.isArray(other) && [...one].sort().join() === [...other].sort().join();
}

describe('the scope of rows', () => {
  test.prop([scope], { numRuns: 30 })('S5.14 patients are counted as they are listed', (limit) => {
    look(database, (tx) => {
      const expected = PLACES.filter((each) =>
        inScope(
          {
            providerIds: providersOfPatient(each),
            locationIds: locationsOfPatient(each),
            patientId: patientAt(each),
          },
          limit,
        ),
      );
      const named = limit.providers === 'all' && limit.locations === 'all' ? 1 : 0;
      expect(countPatients(tx, limit)).toBe(expected.length + named);
    });
  });
});
