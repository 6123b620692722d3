// What the log says about use is read by index (P2).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entriesAbout, hasActedBefore, logBeganAtMs, proceduresPermitted } from '../../db/audit/useInLog.ts';
import { wereRightsChanged } from '../../db/rightsTables.ts';
import { type ReadTx, read, write } from '../../db/transaction.ts';
import { createTestDatabase, type TestDatabase } from '../support/createTestDatabase.ts';
import { queryPlans } from '../support/queryPlans.ts';

let test: TestDatabase;
beforeAll(() => {
  test = createTestDatabase();
});
afterAll(() => test.close());

describe('use in the log (P2)', () => {
  it('P2 an empty log began at no time', () => {
    expect(read(test.db, logBeganAtMs)).toBeNull();
  });

  it('P2 which acts a person was permitted is found by index, and read from its own columns', () => {
    const [plan] = queryPlans(test.db, (tx) => proceduresPermitted(tx, 'user-1', 1));
    expect(plan).toContain('SEARCH audit_entry USING INDEX audit_entry_by_actor (actor_id=? AND number>?)');
  });

  it('P2 takes far less time than opening the entries would', () => {
    fillLog(20_000);
    const quick = msOf((tx) => proceduresPermitted(tx, 'user-1', 1));
    const slow = msOf((tx) => tx.prepare('SELECT count(body) FROM audit_entry WHERE actor_id = ?').get('user-1'));
    expect(quick).toBeLessThan(slow);
  });

  it('P2 what was done about a person, and whether they acted before, is found by index', () => {
    const [about] = queryPlans(test.db, (tx) => entriesAbout(tx, 'user-1', 1, []));
    expect(about).toContain('USING INDEX audit_entry_by_object_id (object_id=? AND number>?)');
    const [before] = queryPlans(test.db, (tx) => hasActedBefore(tx, 'user-1', 1));
    expect(before).toContain('USING INDEX audit_entry_by_actor (actor_id=? AND number<?)');
  });

  it('P6 whether rights changed looks only at the rows of the newest entries', () => {
    const [plan] = queryPlans(test.db, (tx) => wereRightsChanged(tx, 1));
    expect(plan).toContain('USING COVERING INDEX audit_entity_by_number (number>?)');
  });
});

function fillLog(count: number): void {
  write(test.db, (tx) => {
    const insert = tx.prepare('INSERT INTO audit_entry (number, body, hash) VALUES (?, ?, ?)');
    const hash = Buffer.alloc(32);
    for (let number = 1; number <= count; number += 1) {
      const said = { atMs: number, actor: { id: `user-${number % 5}` }, event: 'e', workstation: 'FRONT-1' };
      insert.run(
        number,
        JSON.stringify({ ...said, procedure: 'patient.read', outcome: 'succeeded', why: 'x'.repeat(600) }),
        hash,
      );
    }
  });
}

function msOf(work: (tx: ReadTx) => unknown): number {
  const started = performance.now();
  read(test.db, work);
  return performance.now() - started;
}
