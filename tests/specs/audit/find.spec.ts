import { fc, test as property } from '@fast-check/vitest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendEntry } from '../../../db/audit/append.ts';
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
  });
}

const filters: fc.Arbitrary<AuditFilter> = fc.record(
  {
    fromMs: fc.integer({ min: -10, max: 210_000 }),
    toMs: fc.integer({ min: -10, max: 210_000 }),
    actorId: fc.constantFrom(...PEOPLE, 'nobody'),
    event: fc.constantFrom('authz_fail', 'sensitive_read', 'other'),
    outcome: fc.constantFrom('denied' as const, 'succeeded' as const, 'failed' as const),
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
      expect(read(test.db, (tx) => countEntries(tx, filter))).toBe(expected.length);
    },
  );

  it('lists everybody who ever acted, leavers and "before sign-in" included', () => {
    const actors = read(test.db, listActors);
    expect(new Set(actors.map((actor) => actor.id))).toEqual(new Set(PEOPLE));
    expect(actors.find((actor) => actor.id === 'leaver')?.name).toBe('Name of leaver');
  });

  it('lists the events and areas that occur', () => {
    expect(read(test.db, (tx) => listValues(tx, 'event'))).toEqual(['authz_fail', 'sensitive_read']);
    expect(read(test.db, (tx) => listValues(tx, 'object_type'))).toEqual(['patient', 'user']);
  });

  it.each([
    ['actor', "actor_id IS 'user-1'"],
    ['event', "event = 'authz_fail'"],
    ['object', "object_type = 'user'"],
    ['patient', "patient_id = 'patient-0'"],
    ['trouble', "outcome = 'denied' AND outcome <> 'succeeded'"],
  ])('reads a page by index and without sorting (%s)', (index, where) => {
    const sql = `EXPLAIN QUERY PLAN SELECT number, body FROM audit_entry INDEXED BY audit_entry_by_${index}
      WHERE ${where} AND number >= 1 AND number < 500 ORDER BY number DESC LIMIT 50`;
    const plan = read(test.db, (tx) => tx.prepare<{ detail: string }>(sql).all()).map((row) => row.detail);
    expect(plan).toHaveLength(1);
    expect(plan[0]).toMatch(new RegExp(`^SEARCH audit_entry USING INDEX audit_entry_by_${index} .*number`));
  });

  it('is empty for an empty log', () => {
    const empty = createTestDatabase();
    expect(read(empty.db, (tx) => findEntries(tx, {}, { limit: 10 }))).toEqual({ entries: [], next: null });
    expect(read(empty.db, (tx) => countEntries(tx, { text: 'x' }))).toBe(0);
    expect(read(empty.db, listActors)).toEqual([]);
    empty.close();
  });
});
