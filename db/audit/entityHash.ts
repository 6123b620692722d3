// The keyed hash that binds one stored row to the log.
import { createHash, type Hash, hash } from 'node:crypto';
import { canonicalJson, type JsonValue } from '../../shared/canonicalJson.ts';

/** A row of a protected table as SQLite returns it. */
export type EntityRow = Readonly<Record<string, unknown>>;

/** Hashes one row under a fixed key; `row` undefined means that the row is gone. */
export type EntityHasher = (table: string, rowId: string, row: EntityRow | undefined) => Buffer;

const BLOCK_BYTES = 64;
const HASH_BYTES = 32;

/** HMAC-SHA-256(entityKey, canonical [table, id, row or "deleted"]) with the key's two blocks made once.
 *  Written out over the one-shot hash because an HMAC object per row costs four times as much.
 *  Columns that are NULL are left out, so a later nullable column does not change old hashes.
 *  The hasher throws TypeError for a BLOB: protected tables hold text and numbers only.
 *  Source: RFC 2104; 45 CFR 164.312(c)(2). */
export function createEntityHasher(entityKey: Uint8Array): EntityHasher {
  if (entityKey.length !== HASH_BYTES) throw new RangeError(`the entity key must have ${HASH_BYTES} bytes`);
  const inner = keyBlock(entityKey, 0x36);
  const outer = Buffer.concat([keyBlock(entityKey, 0x5c), Buffer.alloc(HASH_BYTES)]);
  return (table, rowId, row) => {
    const text = canonicalJson([table, rowId, row === undefined ? 'deleted' : rowValue(row)]);
    const message = Buffer.allocUnsafe(BLOCK_BYTES + Buffer.byteLength(text));
    message.set(inner);
    message.write(text, BLOCK_BYTES);
    outer.set(hash('sha256', message, 'buffer'), BLOCK_BYTES);
    return hash('sha256', outer, 'buffer');
  };
}

/** The running digest over the rows of one entry, to be fed in the order of table and row id. */
export function startEntityDigest(): Hash {
  return createHash('sha256');
}

/** Adds one row's hash to the running digest. */
export function addToEntityDigest(digest: Hash, table: string, rowId: string, hash: Uint8Array): void {
  digest.update(canonicalJson([table, rowId]));
  digest.update(hash);
}

function keyBlock(key: Uint8Array, pad: number): Buffer {
  const block = Buffer.alloc(BLOCK_BYTES, pad);
  for (const [index, byte] of key.entries()) block[index] = byte ^ pad;
  return block;
}

function rowValue(row: EntityRow): JsonValue {
  const value: Record<string, JsonValue> = {};
  for (const column in row) {
    const cell = row[column];
    if (cell === null) continue;
    if (typeof cell !== 'string' && typeof cell !== 'number')
      throw new TypeError(`column \`${column}\` is not text or number`);
    value[column] = cell;
  }
  return value;
}
