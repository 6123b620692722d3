// From the id by which a file names another record to our own id.
import { findUnreached } from '../../db/records/findUnreached.ts';
import { findImported } from '../../db/records/importedRecords.ts';
import { tableOf } from '../../db/records/recordTable.ts';
import { readTitles } from '../../db/records/recordTitle.ts';
import type { ReadTx } from '../../db/transaction.ts';
import type { RecordReach } from '../../shared/authorization/scope.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { recordTypeNamed } from '../../shared/catalogue/records.ts';

/** The records of this very import by type and foreign id: a bundle may name what it brings itself. */
export type PlannedIds = Map<string, Map<string, { readonly row: number; readonly id: string }>>;

export interface NamedRecords {
  /** Our id of the record that `foreignId` names, or null when it is not here, not in use or out of reach. */
  find(tx: ReadTx, typeName: string, foreignId: string): string | null;
  /** The title of the record, or null when there is none of that id. */
  titleOf(tx: ReadTx, typeName: string, foreignId: string): string | null;
  /** Whether a fixed value may be named. */
  isReached(tx: ReadTx, typeName: string, id: string): boolean;
}

/** Looks names up once for each import: files name the same few records again and again. */
export function createNamedRecords(reach: RecordReach, planned: PlannedIds): NamedRecords {
  const found = new Map<string, string | null>();
  const titles = new Map<string, string | null>();
  const reached = new Map<string, boolean>();
  const named: NamedRecords = {
    find(tx, typeName, foreignId) {
      const ahead = planned.get(typeName)?.get(foreignId);
      if (ahead !== undefined) return ahead.id;
      return once(found, `${typeName} ${foreignId}`, () => {
        const known = lookUp(tx, typeName, foreignId);
        return known !== null && named.isReached(tx, typeName, known) ? known : null;
      });
    },
    titleOf: (tx, typeName, foreignId) =>
      once(titles, `${typeName} ${foreignId}`, () => {
        const known = lookUp(tx, typeName, foreignId);
        return known === null ? null : (readTitles(tx, typeName, [known]).get(known) ?? null);
      }),
    isReached: (tx, typeName, id) =>
      once(reached, `${typeName} ${id}`, () => findUnreached(tx, typeName, reach, [id], true).length === 0),
  };
  return named;
}

function lookUp(tx: ReadTx, typeName: string, foreignId: string): string | null {
  const type = recordTypeNamed(typeName);
  if (type === null) return null;
  return findImported(tx, type, foreignId)?.id ?? ('code' in type.fields ? findByCode(tx, type, foreignId) : null);
}

/** Codes are what files name a code by; one that stands for two records names neither. */
function findByCode(tx: ReadTx, type: RecordType, code: string): string | null {
  const found = tx.prepare<{ id: string }>(`SELECT id FROM ${tableOf(type)} WHERE code = ? LIMIT 2`).all(code);
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

function once<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const value = known.get(key);
  if (value !== undefined) return value;
  const made = make();
  known.set(key, made);
  return made;
}
