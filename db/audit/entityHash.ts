// The keyed hash that binds one stored row to the log.
import { createHash, createHmac, type Hash } from 'node:crypto';
import { canonicalJson, type JsonValue } from '../../shared/canonicalJson.ts';

/** A row of a protected table as SQLite returns it. */
export type EntityRow = Readonly<Record<string, unknown>>;

/** HMAC-SHA-256(entityKey, canonical [table, id, row]); `row` undefined means that the row is gone.
 *  Columns that are NULL are left out, so a later nullable column does not change old hashes.
 *  Throws TypeError for a BLOB: protected tables hold text and numbers only. Source: 45 CFR 164.312(c)(2). */
export function entityHash(entityKey: Buffer, table: string, rowId: string, row: EntityRow | undefined): Buffer {
  const value: JsonValue = row === undefined ? 'deleted' : rowValue(row);
  return createHmac('sha256', entityKey)
    .update(canonicalJson([table, rowId, value]))
    .digest();
}

/** The running digest over the rows of one entry, in the order of table and row id. */
export function startEntityDigest(): Hash {
  return createHash('sha256');
}

/** Adds one row's hash to the running digest. */
export function addToEntityDigest(digest: Hash, table: string, rowId: string, hash: Uint8Array): void {
  digest.update(canonicalJson([table, rowId]));
  digest.update(hash);
}

function rowValue(row: EntityRow): JsonValue {
  const value: Record<string, JsonValue> = {};
  for (const [column, cell] of Object.entries(row)) {
    if (cell === null) continue;
    if (typeof cell !== 'string' && typeof cell !== 'number')
      throw new TypeError(`column \`${column}\` is not text or number`);
    value[column] = cell;
  }
  return value;
}
