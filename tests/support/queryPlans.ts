// The query plans of whatever statements a repository really prepares, so that a lost index is noticed.
import type { Database } from '../../db/database.ts';
import { type ReadTx, read } from '../../db/transaction.ts';

/** Runs `work` and explains each statement it prepared: one text per statement, its steps joined by ` | `. */
export function queryPlans(db: Database, work: (tx: ReadTx) => unknown): string[] {
  const prepared = new Set<string>();
  read(db, (tx) => {
    const noting = {
      prepare<R>(sql: string) {
        prepared.add(sql);
        return tx.prepare<R>(sql);
      },
    } as ReadTx;
    return work(noting);
  });
  return read(db, (tx) =>
    [...prepared].map((sql) => {
      const names = Array.from(sql.matchAll(/:([a-z]\w*)/gi), ([, name]) => [name ?? '', null] as const);
      const named = names.length === 0 ? [] : [Object.fromEntries(names)];
      const parameters = [...Array.from(sql.matchAll(/\?/g), () => null), ...named];
      const steps = tx.prepare<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters);
      return steps.map((step) => step.detail).join(' | ');
    }),
  );
}
