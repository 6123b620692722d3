// The filters in force as chips: what each says and what it takes away.
import { EVENT_GROUPS } from '../../../shared/catalogue/eventGroups.ts';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import type { Chip } from '../../components/FilterChips.tsx';
import { showDate } from '../../components/showTime.ts';
import type { LogFilter } from './logFilter.ts';
import { ASKED_OUTCOME_LABELS, areaLabel, PERIOD_LABELS } from './logWords.ts';
import type { LogFilterChange } from './useLogFilter.ts';

export type LogChoices = Output<'audit.findChoices'>;

/** One chip for each filter in force. */
export function chipsOf(filter: LogFilter, choices: LogChoices | undefined): readonly Chip<LogFilterChange>[] {
  const chips: Chip<LogFilterChange>[] = [];
  const add = (says: string, without: LogFilterChange) => chips.push({ says, without });
  const { period, from, to, who, what, kind, outcome, area, object, workstation, patient, record, text } = filter;
  if (period !== undefined) add(PERIOD_LABELS[period], { period: null });
  if (from !== undefined) add(`From ${showDate(from)}`, { from: null });
  if (to !== undefined) add(`To ${showDate(to)}`, { to: null });
  if (who !== undefined) {
    const name = choices?.actors.find(({ actorId }) => actorId === who)?.name ?? 'one person';
    add(`Who = ${name}`, { who: null });
  }
  if (what !== undefined) {
    const says = choices?.events.find(({ event }) => event === what)?.says ?? what;
    add(`What = ${says}`, { what: null });
  }
  if (kind !== undefined) add(`What = ${EVENT_GROUPS[kind].label}`, { kind: null });
  if (outcome !== undefined) add(`Outcome = ${ASKED_OUTCOME_LABELS[outcome]}`, { outcome: null });
  if (area !== undefined) add(`Area = ${areaLabel(area)}`, { area: null });
  if (object !== undefined) add('About = one record', { object: null });
  if (workstation !== undefined) add(`Workstation = ${workstation}`, { workstation: null });
  if (patient !== undefined)
    add(record === undefined ? 'Patient = one record' : `Patient = record ${record}`, { patient: null, record: null });
  if (text !== undefined) add(`Text = “${text}”`, { text: null });
  return chips;
}
