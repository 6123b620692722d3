import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rolledBack } from '../../db/rolledBack.ts';
import { read, type WriteTx, write } from '../../db/transaction.ts';
import { createTestDatabase, type TestDatabase } from '../support/createTestDatabase.ts';

let test: TestDatabase;
beforeEach(() => {
  test = createTestDatabase();
});
afterEach(() => test.close());

const insert = (tx: WriteTx, key: string) =>
  tx.prepare("INSERT INTO setting (key, value, changed_by, changed_at_ms) VALUES (?, 'v', 'c', 1)").run(key);
const keys = (tx: WriteTx) => tx.prepare<{ key: string }>('SELECT key FROM setting').all().length;

describe('rolledBack', () => {
  it('answers with what was found meanwhile, and leaves no row that would need an entry', () => {
    const found = write(test.db, (tx) => {
      const during = rolledBack(tx, 'outer', () => {
        insert(tx, 'a');
        const inner = rolledBack(tx, 'inner', () => {
          insert(tx, 'b');
          return keys(tx);
        });
        return [inner, keys(tx)];
      });
      return [...during, keys(tx)];
    });
    expect(found).toEqual([2, 1, 0]);
  });

  it('takes back what was written before a fault, and throws it on', () => {
    const fail = () =>
      write(test.db, (tx) => {
        try {
          rolledBack(tx, 'trial', () => {
            insert(tx, 'a');
            throw new Error('stopped');
          });
        } finally {
          expect(keys(tx)).toBe(0);
        }
      });
    expect(fail).toThrow('stopped');
    expect(read(test.db, (tx) => tx.prepare('SELECT 1 FROM setting').get())).toBeUndefined();
  });
});
