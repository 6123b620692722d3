// The filters in force as chips: what each says and what it takes away.
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { showDate } from '../../components/showTime.ts';
import type { LogFilter } from './logFilter.ts';
import { areaLabel, OUTCOME_LABELS } from './logWords.ts';
import type { LogFilterChange } from './useLogFilter.ts';

export type LogChoices = Output<'audit.findChoices'>;

export interface Chip {
  readonly says: string;
  /** The change of the filter that takes the chip away. */
  readonly without: LogFilterChange;
}

/** One chip for each filter in force. */
export function chipsOf(filter: LogFilter, choices: LogChoices | undefined): readonly Chip[] {
  const chips: Chip[] = [];
  const add = (says: string, without: LogFilterChange) => chips.push({ says, without });
  const { from, to, who, what, outcome, area, patient, record, text } = filter;
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
  if (outcome !== undefined) add(`Outcome = ${OUTCOME_LABELS[outcome]}`, { outcome: null });
  if (area !== undefined) add(`Area = ${areaLabel(area)}`, { area: null });
  if (patient !== undefined)
    add(record === undefined ? 'Patient = one record' : `Patient = record ${record}`, { patient: null, record: null });
  if (text !== undefined) add(`Text = “${text}”`, { text: null });
  return chips;
}
