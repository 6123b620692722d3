import { fc, test as property } from '@fast-check/vitest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendEntry } from '../../../db/audit/append.ts';
import { candidatesSql, countSql, driverOf } from '../../../db/audit/driver.ts';
import type { StoredAuditEntry } from '../../../db/audit/entry.ts';
import { type AuditFilter, matchesFilter } from '../../../db/audit/filter.ts';
import { countEntries, findEntries, listActors, listValues } from '../../../db/audit/find.ts';
import { read, write } from '../../../db/transaction.ts';
import { anAuditEntry } from '../../support/anAuditEntry.ts';
import { createTestDatabase, type TestDatabase } from '../../support/createTestDatabase.ts';

const ENTRIES = 600;
const PEOPLE = ['user-1', 'user-2', 'leaver', null] as const;
let test: TestDatabase;
let all: StoredAuditEntry[];

beforeAll(() => {
  test = createTestDatabase();
  write(test.db, (tx) => {
    for (let index = 0; index < ENTRIES; index += 1) appendEntry(tx, entry(index), test.keys);
  });
  all = read(test.db, (tx) =>
    tx.prepare<{ body: string }>('SELECT body FROM audit_entry ORDER BY number DESC').all(),
  ).map((row) => JSON.parse(row.body) as StoredAuditEntry);
});
afterAll(() => test.close());

function entry(index: number) {
  const id = PEOPLE[index % 4] ?? null;
  return anAuditEntry({
    // Several entries share a time, as they do in life.
    atMs: 1_000 * Math.floor(index / 3),
    actor: { id, loginId: id, name: id === null ? null : `Name of ${id}`, roles: [], isSuperUser: false },
    event: index % 5 === 0 ? 'authz_fail' : 'sensitive_read',
    outcome: index % 5 === 0 ? 'denied' : 'succeeded',
    object:
      index % 7 === 0
        ? null
        : { type: index % 2 === 0 ? 'patient' : 'user', id: `o${index}`, label: `Müller ${index}` },
    patientId: index % 2 === 0 ? `patient-${index % 10}` : null,
    workstation: index % 3 === 0 ? 'FRONT-1' : 'LAB-2',
  });
}

const filters: fc.Arbitrary<AuditFilter> = fc.record(
  {
    fromMs: fc.integer({ min: -10, max: 210_000 }),
    toMs: fc.integer({ min: -10, max: 210_000 }),
    actorId: fc.constantFrom(...PEOPLE, 'nobody'),
    events: fc.subarray(['authz_fail', 'sensitive_read', 'other']),
    outcomes: fc.subarray(['denied' as const, 'succeeded' as const, 'failed' as const]),
    workstation: fc.constantFrom('FRONT-1', 'LAB-2', 'HOME-9'),
    objectId: fc.constantFrom('o1', 'o2', 'o15', 'o999'),
    patientId: fc.constantFrom('patient-0', 'patient-4', 'patient-x'),
    objectType: fc.constantFrom('patient', 'user'),
    text: fc.constantFrom('müller 1', 'MÜLLER', 'nothing', ' '),
  },
  { requiredKeys: [] },
);

describe('S1.21 finding entries', () => {
  property.prop([filters, fc.integer({ min: 1, max: 90 })])(
    'gives every match once, newest first, whatever is asked',
    (filter, limit) => {
      const found: StoredAuditEntry[] = [];
      let before: number | undefined;
      for (;;) {
        const page = read(test.db, (tx) => findEntries(tx, filter, { limit, before }));
        expect(page.entries.length).toBeLessThanOrEqual(limit);
        found.push(...page.entries);
        if (page.next === null) break;
        before = page.next;
      }
      const expected = all.filter((one) => matchesFilter(one, filter));
      expect(found.map((one) => one.number)).toEqual(expected.map((one) => one.number));
      expect(read(test.db, (tx) => countEntries(tx, filter))).toEqual({ count: expected.length, isAtLeast: false });
    },
  );

  it('lists everybody who ever acted, leavers and "before sign-in" included', () => {
    const actors = read(test.db, listActors);
    expect(new Set(actors.map((actor) => actor.id))).toEqual(new Set(PEOPLE));
    expect(actors.find((actor) => actor.id === 'leaver')?.name).toBe('Name of leaver');
  });

  it('lists the events, areas and workstations that occur', () => {
    expect(read(test.db, (tx) => listValues(tx, 'event'))).toEqual(['authz_fail', 'sensitive_read']);
    expect(read(test.db, (tx) => listValues(tx, 'object_type'))).toEqual(['patient', 'user']);
    expect(read(test.db, (tx) => listValues(tx, 'workstation'))).toEqual(['FRONT-1', 'LAB-2']);
  });

  it.each<[string, AuditFilter]>([
    ['actor', { actorId: 'user-1' }],
    ['actor', { actorId: null }],
    ['event', { events: ['authz_fail'] }],
    ['event', { events: ['authz_fail', 'other', 'sensitive_read'] }],
    ['object', { objectType: 'user' }],
    ['object_id', { objectId: 'o15' }],
    ['object_id', { objectId: 'o15', objectType: 'user', events: ['authz_fail'], text: 'müller' }],
    ['patient', { patientId: 'patient-0' }],
    ['trouble', { outcomes: ['denied'] }],
    ['trouble', { outcomes: ['denied', 'refused', 'failed'] }],
    ['workstation', { workstation: 'LAB-2' }],
  ])('S2.37 reads a page by index %s and without sorting: %j', (index, filter) => {
    const driver = driverOf(filter);
    for (const { sql, parameters } of [candidatesSql(driver, 1, 500, 50), countSql(driver, 1, 500, 100)]) {
      const plan = read(test.db, (tx) =>
        tx.prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters),
      ).map((row) => row.detail);
      const searches = plan.filter((detail) => detail.startsWith('SEARCH'));
      expect(searches).toHaveLength(driver.branches.length);
      for (const detail of searches)
        expect(detail).toMatch(
          new RegExp(`^SEARCH audit_entry USING (COVERING )?INDEX audit_entry_by_${index} \\(.*number`),
        );
      expect(plan.filter((detail) => /^SCAN audit_entry|TEMP B-TREE/.test(detail))).toEqual([]);
    }
  });

  it('S2.37 stops counting where telling exactly would hold the program', () => {
    const long = createTestDatabase();
    write(long.db, (tx) => {
      for (let index = 0; index < 1_100; index += 1) appendEntry(tx, entry(index), long.keys);
    });
    const count = (filter: AuditFilter) => read(long.db, (tx) => countEntries(tx, filter));
    expect(count({ text: 'nothing' })).toEqual({ count: 0, isAtLeast: true });
    expect(count({ workstation: 'FRONT-1' })).toEqual({ count: 367, isAtLeast: false });
    expect(count({})).toEqual({ count: 1_100, isAtLeast: false });
    long.close();
  });

  it('is empty for an empty log', () => {
    const empty = createTestDatabase();
    expect(read(empty.db, (tx) => findEntries(tx, {}, { limit: 10 }))).toEqual({ entries: [], next: null });
    expect(read(empty.db, (tx) => countEntries(tx, { text: 'x' }))).toEqual({ count: 0, isAtLeast: false });
    expect(read(empty.db, listActors)).toEqual([]);
    empty.close();
  });
});
