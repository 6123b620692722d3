// The activity log on paper: what matches the filters, newest first, with a count that hides nothing (screens 6.6).
import { createLocalTime } from '../../db/audit/localTime.ts';
import { EVENT_GROUPS } from '../../shared/catalogue/eventGroups.ts';
import { type LogEntry, OUTCOME_LABELS, sentenceOf } from '../../shared/catalogue/logSentence.ts';
import { saysOfEvent } from '../../shared/catalogue/ownEvents.ts';
import type { Input } from '../../shared/catalogue/procedures.ts';
import { listSheetHtml } from '../listSheet.ts';

export interface PrintedLog {
  readonly practiceName: string;
  readonly timeZone: string;
  readonly filter: Input<'audit.print'>['filter'];
  /** The person asked for, by name; null: anybody. */
  readonly actorName: string | null;
  readonly entries: readonly LogEntry[];
  /** How many match, and whether there may be more than that. */
  readonly total: number;
  readonly isAtLeast: boolean;
  readonly printedBy: string;
  readonly nowMs: number;
}

/** A page says how many of how many it shows, and the hash of its newest entry, to be found again in an export. */
export function printedLogHtml(log: PrintedLog, newestHash: string): string {
  const { practiceName, timeZone, entries, total, isAtLeast, printedBy, nowMs } = log;
  const localTime = createLocalTime(timeZone);
  const count = (number: number) => number.toLocaleString('en-US');
  const newest = entries[0];
  return listSheetHtml({
    title: 'Activity log',
    practiceName,
    facts: [
      ...filterFacts(log, localTime),
      ...(newest === undefined ? [] : [['Newest entry', `${newest.number}, hash ${newestHash}`] as const]),
    ],
    heads: ['Entry', 'When', 'What happened', 'Outcome', 'Why', 'From'],
    rows: entries.map((entry) => [
      String(entry.number),
      localTime(entry.atMs).replace('T', ' '),
      sentenceOf(entry),
      OUTCOME_LABELS[entry.outcome],
      [entry.reason, entry.why].filter((words) => words !== null && words !== '').join('; '),
      entry.workstation,
    ]),
    counted: `${count(entries.length)} of ${isAtLeast ? 'at least ' : ''}${count(total)} entries that match, newest first`,
    printedBy,
    printedAt: localTime(nowMs).replace('T', ' '),
  });
}

function filterFacts(
  { filter, actorName }: PrintedLog,
  localTime: (atMs: number) => string,
): (readonly [term: string, words: string])[] {
  const { fromMs, toMs, event, group, outcome, objectType, objectId, patientId, workstation, search } = filter;
  const facts: readonly (readonly [term: string, words: string | null])[] = [
    ['From', fromMs === null ? null : localTime(fromMs).replace('T', ' ')],
    ['To', toMs === null ? null : localTime(toMs).replace('T', ' ')],
    ['Who', actorName],
    ['What', event === null ? null : saysOfEvent(event)],
    ['Kind of act', group === null ? null : EVENT_GROUPS[group].label],
    ['Outcome', outcome === null ? null : outcome === 'notDone' ? 'Not done' : OUTCOME_LABELS[outcome]],
    ['Area', objectType],
    ['About', objectId === null ? null : 'one record'],
    ['Patient', patientId === null ? null : 'one patient record'],
    ['Computer', workstation],
    ['Words', search === '' ? null : search],
  ];
  const narrowed = facts.flatMap(([term, words]) => (words === null ? [] : [[term, words] as const]));
  return narrowed.length === 0 ? [['Filters', 'none: the whole log']] : narrowed;
}
