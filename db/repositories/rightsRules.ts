// The rules about rights as stored over the usual choices; a word this version does not know does not count.
import { RIGHTS_RULES, TOXIC_PAIRS_RULES, type ToxicPairsRule } from '../../shared/catalogue/rightsRules.ts';
import type { ReadTx, WriteTx } from '../transaction.ts';
import { nameOfActor } from './storedUser.ts';

export interface StoredRule<Value> {
  readonly value: Value;
  readonly changedBy: string | null;
  readonly changedAtMs: number | null;
}

const TOXIC_PAIRS = 'rights.toxicPairs';

/** What happens where rights meet that should not. */
export function readToxicPairsRule(tx: ReadTx): StoredRule<ToxicPairsRule> {
  return readRule(tx, TOXIC_PAIRS, TOXIC_PAIRS_RULES, RIGHTS_RULES.toxicPairs.usual);
}

/** Stores what happens from now on. */
export function writeToxicPairsRule(tx: WriteTx, value: ToxicPairsRule, byUserId: string, atMs: number): void {
  writeRule(tx, TOXIC_PAIRS, value, byUserId, atMs);
}

function readRule<Value extends string>(
  tx: ReadTx,
  key: string,
  known: readonly Value[],
  usual: Value,
): StoredRule<Value> {
  const row = tx
    .prepare<{ value: string; by: string; atMs: number }>(
      'SELECT value, changed_by AS by, changed_at_ms AS atMs FROM setting WHERE key = ?',
    )
    .get(key);
  const value = known.find((one) => one === row?.value);
  if (row === undefined || value === undefined) return { value: usual, changedBy: null, changedAtMs: null };
  return { value, changedBy: nameOfActor(tx, row.by), changedAtMs: row.atMs };
}

function writeRule(tx: WriteTx, key: string, value: string, byUserId: string, atMs: number): void {
  tx.prepare(
    `INSERT INTO setting (key, value, changed_by, changed_at_ms) VALUES (?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_by = excluded.changed_by,
       changed_at_ms = excluded.changed_at_ms, version = version + 1`,
  ).run(key, value, byUserId, atMs);
}
