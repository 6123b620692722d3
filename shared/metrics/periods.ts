// The periods a report offers, as calendar days.
import { addDays } from '../schedule/days.ts';

export const PERIODS = {
  thisMonth: 'This month',
  lastMonth: 'Last month',
  thisQuarter: 'This quarter',
  lastQuarter: 'Last quarter',
  thisYear: 'This year',
  lastYear: 'Last year',
} as const;
export type PeriodName = keyof typeof PERIODS;

export interface Period {
  /** `YYYY-MM-DD`, both included. */
  readonly fromDay: string;
  readonly toDay: string;
}

/** The whole period that holds `today` (`YYYY-MM-DD`), or the one before it. */
export function periodOf(name: PeriodName, today: string): Period {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7)) - 1;
  const quarter = month - (month % 3);
  switch (name) {
    case 'thisMonth':
      return monthsFrom(year, month, 1);
    case 'lastMonth':
      return monthsFrom(year, month - 1, 1);
    case 'thisQuarter':
      return monthsFrom(year, quarter, 3);
    case 'lastQuarter':
      return monthsFrom(year, quarter - 3, 3);
    case 'thisYear':
      return monthsFrom(year, 0, 12);
    case 'lastYear':
      return monthsFrom(year - 1, 0, 12);
  }
}

/** `month` counts from 0 and may lie outside the year. */
function monthsFrom(year: number, month: number, count: number): Period {
  const firstOf = (at: number) => new Date(Date.UTC(year, at, 1)).toISOString().slice(0, 10);
  return { fromDay: firstOf(month), toDay: addDays(firstOf(month + count), -1) };
}
