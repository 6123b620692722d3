// Asks a question about rights on the state of a past moment: the same functions, on what stood then (N7).
import { tableOf } from '../../db/records/recordTable.ts';
import { readRowTies } from '../../db/records/rowTies.ts';
import { readPractice } from '../../db/repositories/practice.ts';
import { pastMoment, type WantedRecord, withPastRights } from '../../db/rightsHistory/pastDatabase.ts';
import type { ReadTx } from '../../db/transaction.ts';
import type { ProcedureEntry } from '../../shared/catalogue/entry.ts';
import { isProcedureName, PROCEDURES } from '../../shared/catalogue/procedures.ts';
import { recordTypeNamed } from '../../shared/catalogue/records.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';
import { localOf } from '../../shared/schedule/zonedTime.ts';

/** Runs `ask` on what stood at `atMs`; CONSTRAINT_VIOLATED for a moment that is not recorded or has not come.
 *  Rights, roles, flags, lock-outs, limits, the tree of locations and the ties of a patient are those of then; the other
 *  fields of a record are the present ones. */
export function askPast<T>(
  tx: ReadTx,
  asked: { readonly procedure: string; readonly targetId: string | null },
  atMs: number,
  nowMs: number,
  ask: (past: ReadTx) => T,
): T | Refusal {
  const moment = pastMoment(tx, atMs, nowMs);
  if (moment.kind === 'future')
    return refuse('CONSTRAINT_VIOLATED', 'This moment has not come yet. Ask about now or about the past.');
  if (moment.kind === 'tooEarly') return notRecorded(tx, moment.knownFromMs);
  return withPastRights(tx, moment.number, wantedRecord(tx, asked), ask);
}

/** What is answered about a moment before the first recorded one. */
export function notRecorded(tx: ReadTx, knownFromMs: number): Refusal {
  const { day, minute } = localOf(knownFromMs, readPractice(tx).timeZone);
  const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  return refuse(
    'CONSTRAINT_VIOLATED',
    `How rights stood is recorded since ${day}, ${clock}. Nothing is known of before; ask about a later moment.`,
  );
}

function wantedRecord(
  tx: ReadTx,
  { procedure, targetId }: { readonly procedure: string; readonly targetId: string | null },
): WantedRecord | null {
  if (!isProcedureName(procedure) || targetId === null) return null;
  const { target }: ProcedureEntry = PROCEDURES[procedure];
  const type = target?.kind === 'record' ? recordTypeNamed(target.type) : null;
  if (type === null) return null;
  const patientId = type.name === 'patient' ? targetId : (readRowTies(tx, type, targetId)?.patientId ?? null);
  return { table: tableOf(type), id: targetId, patientId };
}
