// What a proof run calls a procedure with: its example, aimed at a real row and filled from one (N2).
import { readRecord } from '../../db/records/storedRecord.ts';
import { readUser } from '../../db/repositories/storedUser.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { EVERY_ROW } from '../../shared/authorization/scope.ts';
import type { ProcedureEntry } from '../../shared/catalogue/entry.ts';
import { recordTypeNamed } from '../../shared/catalogue/records.ts';

/** A valid input for `entry` that aims at `targetId`; `likeId` names a record whose values a new one takes over. */
export function proofInput(tx: ReadTx, entry: ProcedureEntry, targetId: string | null, likeId: string | null): unknown {
  const example = entry.example as Readonly<Record<string, unknown>>;
  const { target } = entry;
  const aimed = target === undefined || targetId === null ? example : { ...example, [target.idField]: targetId };
  const stored = storedValues(tx, entry, targetId, likeId);
  const filled = {
    ...aimed,
    ...(stored === null || !('version' in aimed) || targetId === null ? {} : { version: stored.version }),
    ...(stored === null || !('fields' in aimed) ? {} : { fields: likeStored(aimed.fields, stored.values) }),
  };
  const parsed = entry.input.safeParse(filled);
  return parsed.success ? parsed.data : entry.input.parse(aimed);
}

function storedValues(tx: ReadTx, entry: ProcedureEntry, targetId: string | null, likeId: string | null) {
  const { target, rowAfter } = entry;
  if (target?.kind === 'user' && targetId !== null) {
    const user = readUser(tx, targetId);
    return user === null ? null : { version: user.version, values: {} };
  }
  const type = recordTypeNamed(target?.kind === 'record' ? target.type : (rowAfter?.type ?? ''));
  const id = targetId ?? likeId;
  return type === null || id === null ? null : readRecord(tx, type, EVERY_ROW, id);
}

function likeStored(fields: unknown, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields as Record<string, unknown>).map(([name, value]) => [name, values[name] ?? value]),
  );
}
