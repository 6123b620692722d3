// The history of one record, told by the log: who did what to it, newest first (S5.15).
import { PROCEDURES } from '../../shared/catalogue/procedures.ts';
import { storedName } from '../../shared/catalogue/records/recordType.ts';
import type { ReadTx } from '../transaction.ts';
import type { AuditChange, StoredAuditEntry } from './entry.ts';
import { findEntries } from './find.ts';

export interface HistoryLine {
  readonly number: number;
  readonly atMs: number;
  readonly by: string;
  /** Completes the name: "changed a patient record". */
  readonly says: string;
  readonly outcome: string;
  readonly why: string | null;
  readonly changes: readonly { readonly field: string; readonly old: string | null; readonly new: string | null }[];
}

const IMPORTS = { events: ['records_imported'], outcomes: ['succeeded'] } as const;
const MOST_LINES = 200;
const ENTRIES_PER_ROUND = 500;
const MOST_ROUNDS = 100;

/** The newest lines about the record; looks at it and refused tries are left to the activity log. */
export function readHistory(tx: ReadTx, objectType: string, objectId: string): HistoryLine[] {
  const filter = { objectType, objectId, outcomes: ['succeeded'] as const };
  const lines: HistoryLine[] = [];
  // A record is looked at far more often than changed, so one page of entries may hold no change at all.
  for (let before: number | undefined, round = 0; round < MOST_ROUNDS && lines.length < MOST_LINES; round += 1) {
    const page = findEntries(tx, filter, { limit: ENTRIES_PER_ROUND, before });
    lines.push(...page.entries.filter(({ action }) => action !== 'R').map(lineOf));
    if (page.next === null) break;
    before = page.next;
  }
  lines.push(...importEntriesOf(tx, objectType, objectId).map(lineOf));
  return lines.sort((one, other) => other.number - one.number).slice(0, MOST_LINES);
}

/** One import is about many records, so its entry names the file; that it wrote this record is told by the row's hash. */
export function importEntriesOf(tx: ReadTx, objectType: string, objectId: string): StoredAuditEntry[] {
  return tx
    .prepare<{ number: number }>(
      `SELECT number FROM audit_entity WHERE table_name = ? AND row_id = ? ORDER BY number DESC LIMIT ${MOST_LINES}`,
    )
    .all(storedName(objectType), objectId)
    .flatMap(({ number }) => {
      const { entries } = findEntries(tx, IMPORTS, { limit: 1, before: number + 1 });
      return entries.filter((entry) => entry.number === number);
    });
}

function lineOf({ number, atMs, actor, procedure, outcome, why, changes, event }: StoredAuditEntry): HistoryLine {
  return {
    number,
    atMs,
    by: actor.name ?? 'The program',
    says: saysOf(procedure, event),
    outcome,
    why,
    changes: changes.map(textsOf),
  };
}

function saysOf(procedure: string, event: string): string {
  const known = Object.entries(PROCEDURES).find(([name]) => name === procedure)?.[1].audit;
  return known !== undefined && 'says' in known ? known.says : event.replaceAll('_', ' ');
}

function textsOf({ field, old, new: now }: AuditChange): HistoryLine['changes'][number] {
  const text = (value: AuditChange['old']) => (value === null ? null : String(value));
  return { field, old: text(old), new: text(now) };
}
