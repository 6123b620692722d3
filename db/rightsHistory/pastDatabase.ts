// A database in memory that holds what rights were made of at a past moment, to be asked like the practice file (N7).
import { lastEntryAtMs } from '../audit/append.ts';
import { spanOf } from '../audit/find.ts';
import type { Database, SqlValue } from '../database.ts';
import { openInMemory } from '../open.ts';
import { PROTECTED_TABLES } from '../protectedTables.ts';
import { type ReadTx, read } from '../transaction.ts';
import { HISTORY_TABLES } from './historyTables.ts';
import { type OnlyRows, type PastRow, rowsAsOf } from './rowsAsOf.ts';

/** A record whose rows are wanted too: the table, its id, and the patient it is about. */
export interface WantedRecord {
  readonly table: string;
  readonly id: string;
  readonly patientId: string | null;
}

/** The entry after which the state of a moment stood, or why there is none. */
export type PastMoment =
  | { readonly kind: 'known'; readonly number: number }
  | { readonly kind: 'tooEarly'; readonly knownFromMs: number }
  | { readonly kind: 'future' };

/** Where the state of a moment (UTC epoch ms) stands in the log. Nothing is known before the first entry, nor, in a file
 *  older than the history, before the entry with which the history began. */
export function pastMoment(tx: ReadTx, atMs: number, nowMs: number): PastMoment {
  if (atMs > Math.max(nowMs, lastEntryAtMs(tx))) return { kind: 'future' };
  const start = tx.prepare<{ number: number }>('SELECT number FROM rights_history_start').get()?.number ?? 1;
  const { last } = spanOf(tx, { toMs: atMs });
  if (last >= start) return { kind: 'known', number: last };
  const first = tx.prepare<{ at_ms: number }>('SELECT at_ms FROM audit_entry WHERE number = ?').get(start);
  return { kind: 'tooEarly', knownFromMs: first?.at_ms ?? nowMs };
}

/** Runs `work` on what openPastRights() gives and closes it. */
export function withPastRights<T>(
  tx: ReadTx,
  number: number,
  wanted: WantedRecord | null,
  work: (past: ReadTx) => T,
): T {
  const past = openPastRights(tx, number, wanted);
  try {
    return read(past, work);
  } finally {
    past.close();
  }
}

/** What rights were made of right after entry `number`, as a database of its own in memory, to be closed by the caller:
 *  the tables of the history as they stood then, the practice, and the wanted record. Of a record only what the history
 *  holds is of then; its other fields are the present ones. Every other table is there and empty. Nothing is written to
 *  the file, and what is written to the copy is seen by nobody else: a change can be tried on it.
 *  Units: about 30 ms with 100 people, 80 ms with 1,000; it never grows with patients. */
export function openPastRights(tx: ReadTx, number: number, wanted: WantedRecord | null): Database {
  const past = openInMemory();
  past.execute('BEGIN');
  past.execute('CREATE TABLE pending_entity (table_name, row_id)');
  for (const { name } of PROTECTED_TABLES) makeTable(tx, past, name);
  for (const table of HISTORY_TABLES) {
    const only = onlyFor(table.name, wanted);
    if (only !== 'none') fill(past, table.name, rowsAsOf(tx, table, number, only));
  }
  fill(past, 'practice', tx.prepare<PastRow>('SELECT * FROM practice').all());
  if (wanted !== null && !HISTORY_TABLES.some(({ name }) => name === wanted.table))
    fill(past, wanted.table, tx.prepare<PastRow>(`SELECT * FROM ${wanted.table} WHERE id = ?`).all(wanted.id));
  past.execute('COMMIT');
  return past;
}

/** Patients are many, so only the wanted one is taken over. */
function onlyFor(table: string, wanted: WantedRecord | null): OnlyRows | null | 'none' {
  if (table !== 'patient' && table !== 'patient_provider') return null;
  if (wanted === null || wanted.patientId === null) return 'none';
  return { column: table === 'patient' ? 'id' : 'patient_id', value: wanted.patientId };
}

/** Columns without types or rules, since rows that were valid then need not be so now; the keys keep their index. */
function makeTable(tx: ReadTx, past: Database, name: string): void {
  const columns = tx.prepare<{ name: string }>('SELECT name FROM pragma_table_info(?)').all(name);
  past.execute(`CREATE TABLE ${name} (${columns.map((column) => column.name).join(', ')})`);
  const keys = PROTECTED_TABLES.find((table) => table.name === name)?.keyColumns ?? [];
  past.execute(`CREATE UNIQUE INDEX ${name}_by_key ON ${name} (${keys.join(', ')})`);
}

function fill(past: Database, table: string, rows: readonly PastRow[]): void {
  for (const row of rows) {
    const columns = Object.keys(row);
    const marks = columns.map(() => '?').join(', ');
    const values = columns.map((column): SqlValue => row[column] ?? null);
    past.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`).run(...values);
  }
}
