// The filter of the activity log as it stands in the address, so that Back and links keep it.
import type { CallInput } from '../../../shared/catalogue/procedures.ts';
import { type PERIODS, readViewFilter, type ViewFilter } from '../../../shared/catalogue/viewFilter.ts';

export type AuditFilter = CallInput<'audit.find'>['filter'];
/** Members left out do not narrow. */
export type LogFilter = ViewFilter;

/** Reads the filter from the search part of an address; what is not understood is left out. */
export function parseLogFilter(search: unknown): LogFilter {
  if (typeof search !== 'object' || search === null) return {};
  // An address typed by hand has no types: digits arrive as a number even where words are meant.
  const typed = Object.entries(search).map(([part, value]) => {
    if (part === 'record') return [part, Number(value)];
    return [part, typeof value === 'number' && WORDS.includes(part) ? String(value) : value];
  });
  return readViewFilter(Object.fromEntries(typed));
}

const WORDS = ['text', 'workstation'];

/** The filter as the main process wants it. Days begin and end by the clock of this computer. */
export function auditFilterOf(filter: LogFilter, now = new Date()): AuditFilter {
  const { period, from, to } = filter;
  const fromDayMs = from === undefined ? null : Date.parse(`${from}T00:00:00`);
  return {
    fromMs: period === undefined ? fromDayMs : firstDayMs(period, now),
    toMs: to === undefined ? null : Date.parse(`${to}T23:59:59.999`),
    actorId: filter.who ?? null,
    event: filter.what ?? null,
    group: filter.kind ?? null,
    outcome: filter.outcome ?? null,
    objectType: filter.area ?? null,
    objectId: filter.object ?? null,
    patientId: filter.patient ?? null,
    workstation: filter.workstation ?? null,
    search: filter.text ?? '',
  };
}

/** Whether anything is narrowed. */
export function isNarrowed(filter: LogFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined);
}

const DAYS_BEFORE_TODAY: Record<(typeof PERIODS)[number], number> = { today: 0, week: 6, month: 29 };

function firstDayMs(period: (typeof PERIODS)[number], now: Date): number {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - DAYS_BEFORE_TODAY[period]).getTime();
}
