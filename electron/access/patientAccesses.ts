// Who opened one patient's record in a period, from the activity log: grouped by person, kind of act and day (S1.23).

import { countDone, entriesOfPatient } from '../../db/audit/entriesOfPatient.ts';
import type { StoredAuditEntry } from '../../db/audit/entry.ts';
import { createLocalTime } from '../../db/audit/localTime.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { ACCESS_KIND_IDS, type AccessKind, accessKindOf } from '../../shared/catalogue/accessKinds.ts';
import { saysOf } from '../../shared/catalogue/ownEvents.ts';
import { exportEvent } from '../../shared/catalogue/records/recordProcedures.ts';
import { RECORD_TYPES } from '../../shared/catalogue/records.ts';
import { addDays } from '../../shared/schedule/days.ts';
import { startOfDay } from '../../shared/schedule/zonedTime.ts';

export interface AccessLine {
  readonly day: string;
  readonly firstTime: string;
  readonly lastTime: string;
  readonly name: string;
  readonly roles: string[];
  readonly kind: AccessKind;
  readonly says: string;
  readonly count: number;
}

export interface PatientAccesses {
  /** Newest first. */
  readonly lines: readonly AccessLine[];
  readonly actCount: number;
  readonly personCount: number;
  readonly counts: { kind: AccessKind; count: number }[];
  readonly refusedCount: number;
  readonly listCount: number;
  readonly isCut: boolean;
}

/** More acts on one record than this are not read at once. */
const MOST_ENTRIES = 10_000;

/** Acts that take a list of many patients out of the program without naming one of them in the log. */
const LIST_EVENTS = [
  'fhir_exported',
  'schedule_printed',
  'billing_report_exported',
  ...RECORD_TYPES.filter(
    ({ name, patient, actions }) => actions.includes('export') && (name === 'patient' || patient !== undefined),
  ).map(exportEvent),
];

/** The days are calendar days of the practice, both included. Names and roles are those of the moment; other people's
 *  records, reasons and changed values stay out of it.
 *  Source: 45 CFR 164.528(a)(1), (b)(2): who received what when; 164.312(b): the log it is read from. */
export function readPatientAccesses(
  tx: ReadTx,
  asked: { readonly id: string; readonly fromDay: string; readonly toDay: string },
  timeZone: string,
): PatientAccesses {
  const { id, fromDay, toDay } = asked;
  const span = { fromMs: startOfDay(fromDay, timeZone), toMs: startOfDay(addDays(toDay, 1), timeZone) - 1 };
  const { entries, isCut } = entriesOfPatient(tx, id, span, MOST_ENTRIES);
  const done = entries.filter(({ outcome }) => outcome === 'succeeded');
  const kinds = done.map(accessKindOf);
  return {
    lines: linesOf(done, createLocalTime(timeZone)),
    actCount: done.length,
    personCount: new Set(done.flatMap(({ actor }) => actor.id ?? [])).size,
    counts: ACCESS_KIND_IDS.map((kind) => ({ kind, count: kinds.filter((one) => one === kind).length })),
    refusedCount: entries.length - done.length,
    listCount: countDone(tx, LIST_EVENTS, span),
    isCut,
  };
}

/** `entries` newest first: a line stands where its newest act stood. */
function linesOf(entries: readonly StoredAuditEntry[], localTime: (atMs: number) => string): AccessLine[] {
  const lines = new Map<string, AccessLine>();
  for (const entry of entries) {
    const { actor, event, procedure } = entry;
    const local = localTime(entry.atMs);
    const [day, time] = [local.slice(0, 10), local.slice(11, 16)];
    const roles = [...(actor.isSuperUser ? ['Super User'] : []), ...actor.roles];
    const key = JSON.stringify([day, actor.id, actor.name, roles, event]);
    const line = lines.get(key);
    if (line === undefined)
      lines.set(key, {
        day,
        firstTime: time,
        lastTime: time,
        name: actor.name ?? 'The program',
        roles,
        kind: accessKindOf(entry),
        says: saysOf(procedure, event),
        count: 1,
      });
    else lines.set(key, { ...line, firstTime: time, count: line.count + 1 });
  }
  return [...lines.values()];
}
