// What the log holds about one patient in a span of time, and how often lists were taken that may hold anybody.
import type { ReadTx } from '../transaction.ts';
import type { StoredAuditEntry } from './entry.ts';
import { countEntries, findEntries } from './find.ts';
import { importEntriesOf } from './history.ts';

/** UTC epoch ms, both ends included. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface PatientEntries {
  /** Newest first, whatever became of them. */
  readonly entries: readonly StoredAuditEntry[];
  /** There are more than are read at once: the oldest are left out. */
  readonly isCut: boolean;
}

const PAGE = 500;

/** The entries that name the patient, and the imports that wrote the record. `most` is how many are read. */
export function entriesOfPatient(tx: ReadTx, patientId: string, span: Span, most: number): PatientEntries {
  const entries: StoredAuditEntry[] = [];
  let before: number | undefined;
  let isCut = true;
  while (entries.length < most) {
    const page = findEntries(tx, { patientId, ...span }, { limit: Math.min(PAGE, most - entries.length), before });
    entries.push(...page.entries);
    if (page.next === null) {
      isCut = false;
      break;
    }
    before = page.next;
  }
  const imports = importEntriesOf(tx, 'patient', patientId).filter(
    ({ atMs }) => atMs >= span.fromMs && atMs <= span.toMs,
  );
  return { entries: [...entries, ...imports].sort((one, other) => other.number - one.number), isCut };
}

/** How often one of `events` was done in the span. */
export function countDone(tx: ReadTx, events: readonly string[], span: Span): number {
  return countEntries(tx, { events, ...span }).count;
}
