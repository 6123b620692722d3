// Work inside an open transaction that leaves nothing behind: a trial.
import type { WriteTx } from './transaction.ts';

/** Runs `work` and takes back everything it wrote, whether it answers or throws. Trials of different names nest. */
export function rolledBack<T>(tx: WriteTx, name: string, work: () => T): T {
  tx.prepare(`SAVEPOINT ${name}`).run();
  try {
    return work();
  } finally {
    tx.prepare(`ROLLBACK TO ${name}`).run();
    tx.prepare(`RELEASE ${name}`).run();
  }
}
