// The words of the activity log that are not the catalogue's own.
import { DATA_AREAS } from '../../../shared/catalogue/dataAreas.ts';
import { OWN_EVENTS } from '../../../shared/catalogue/ownEvents.ts';
import type { AUDIT_COLUMNS } from '../../../shared/catalogue/procedures/audit.ts';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import type { ASKED_OUTCOMES, OUTCOMES, PERIODS } from '../../../shared/catalogue/viewFilter.ts';

export type LogEntry = Output<'audit.find'>['entries'][number];
export type Outcome = (typeof OUTCOMES)[number];
export type AuditColumn = (typeof AUDIT_COLUMNS)[number];

export const OUTCOME_LABELS: Record<Outcome, string> = {
  succeeded: 'Done',
  denied: 'Denied',
  refused: 'Refused',
  failed: 'Failed',
};

type AskedOutcome = (typeof ASKED_OUTCOMES)[number];

export const ASKED_OUTCOME_LABELS: Record<AskedOutcome, string> = { ...OUTCOME_LABELS, notDone: 'Not done' };

/** What the outcome means, for the filter. */
export const OUTCOME_MEANINGS: Record<AskedOutcome, string> = {
  succeeded: 'Done',
  denied: 'Denied: no right to it',
  refused: 'Refused: allowed, but not possible',
  failed: 'Failed: a fault of the program',
  notDone: 'Not done: denied, refused or failed',
};

export const PERIOD_LABELS: Record<(typeof PERIODS)[number], string> = {
  today: 'Today',
  week: 'Last 7 days',
  month: 'Last 30 days',
};

const AREA_LABELS: Readonly<Record<string, string>> = {
  user: 'Users',
  role: 'Roles',
  setting: 'Settings',
  practice: 'Practice',
  import: 'Imports',
  export: 'Exports of the log',
  job: 'Long jobs',
  notice: 'Notices',
  view: 'Saved views of the log',
  patient: DATA_AREAS.patient.label,
  provider: `${DATA_AREAS.list.label}: providers`,
  procedure: 'Calls of the program',
};

/** The areas an entry can be about, as options. */
export const AREA_CHOICES = Object.entries(AREA_LABELS).map(([value, label]) => ({ value, label }));

/** The area in words; an unknown one keeps its own word. */
export function areaLabel(objectType: string): string {
  return AREA_LABELS[objectType] ?? objectType;
}

export const COLUMN_LABELS: Record<AuditColumn, string> = {
  number: 'Entry number',
  when: 'When',
  who: 'Who',
  did: 'Did',
  about: 'About',
  patient: 'Patient record (reaches PHI)',
  outcome: 'Outcome',
  reason: 'Why it was refused',
  changes: 'Before and after',
  workstation: 'Workstation',
  procedure: 'Procedure',
  session: 'Session',
};

const NOT_DONE: Record<Exclude<Outcome, 'succeeded'>, string> = {
  denied: 'was not allowed this',
  refused: 'could not do this',
  failed: 'met a fault of the program at this',
};

/** `Whitfield, Dana changed a user or their rights: Ortiz, Lena`. What was not done never reads as if it was. */
export function sentenceOf(entry: LogEntry): string {
  const { actorName, says, outcome, objectLabel, count } = entry;
  const about = objectLabel === null || objectLabel === '' || objectLabel === actorName ? '' : `: ${objectLabel}`;
  const many = count === null ? '' : ` (${count.toLocaleString()})`;
  const words = `${says}${about}${many}`;
  const isDone = outcome === 'succeeded' || Object.hasOwn(OWN_EVENTS, entry.event);
  if (isDone) return actorName === '' ? `${words.charAt(0).toUpperCase()}${words.slice(1)}` : `${actorName} ${words}`;
  return `${actorName === '' ? 'Nobody signed in' : actorName} ${NOT_DONE[outcome]}: “${words}”`;
}
