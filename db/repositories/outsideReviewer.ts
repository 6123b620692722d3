// The person outside the practice who looks at acts done alone, such as its accountant (N8).
import { foldLoginId } from '../../shared/people/foldLoginId.ts';
import type { ReadTx, WriteTx } from '../transaction.ts';
import type { OutsideReviewer } from './loneAct.ts';

/** Who is named, or null while nobody is. */
export function readOutsideReviewer(tx: ReadTx): OutsideReviewer | null {
  const [name, role] = [readText(tx, NAME_KEY), readText(tx, ROLE_KEY)];
  return name === '' || role === '' ? null : { name, role };
}

/** Names the reviewer, or nobody with two empty texts. */
export function writeOutsideReviewer(tx: WriteTx, reviewer: OutsideReviewer, byUserId: string, atMs: number): void {
  writeText(tx, NAME_KEY, reviewer.name, byUserId, atMs);
  writeText(tx, ROLE_KEY, reviewer.role, byUserId, atMs);
}

/** Whether the name is that of somebody who has or had a login here, in either order of its parts. */
export function isNameOfUser(tx: ReadTx, name: string): boolean {
  const wanted = folded(name);
  return tx
    .prepare<{ first: string; last: string }>('SELECT first_name AS first, last_name AS last FROM user')
    .all()
    .some(({ first, last }) => folded(`${first} ${last}`) === wanted || folded(`${last} ${first}`) === wanted);
}

// Kept among the settings, so that the choice has its author, its time and its binding to the log.
const NAME_KEY = 'outsideReviewer.name';
const ROLE_KEY = 'outsideReviewer.role';

function folded(name: string): string {
  return foldLoginId(name.replaceAll(',', ' ').trim().replaceAll(/\s+/g, ' '));
}

function readText(tx: ReadTx, key: string): string {
  return tx.prepare<{ value: string }>('SELECT value FROM setting WHERE key = ?').get(key)?.value ?? '';
}

function writeText(tx: WriteTx, key: string, value: string, byUserId: string, atMs: number): void {
  tx.prepare(
    `INSERT INTO setting (key, value, changed_by, changed_at_ms) VALUES (?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_by = excluded.changed_by,
       changed_at_ms = excluded.changed_at_ms, version = version + 1`,
  ).run(key, value, byUserId, atMs);
}
