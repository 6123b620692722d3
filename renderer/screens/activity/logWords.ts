// The words of the activity log that are not the catalogue's own.
import { DATA_AREAS } from '../../../shared/catalogue/dataAreas.ts';
import { type LogEntry, OUTCOME_LABELS } from '../../../shared/catalogue/logSentence.ts';
import type { AUDIT_COLUMNS } from '../../../shared/catalogue/procedures/audit.ts';
import type { ASKED_OUTCOMES, PERIODS } from '../../../shared/catalogue/viewFilter.ts';

export type Outcome = LogEntry['outcome'];
export type AuditColumn = (typeof AUDIT_COLUMNS)[number];

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
  loneAct: 'Acts done alone',
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
