// Dates and times as files of other programs write them.
import { instantsOf, localOf } from '../../shared/schedule/zonedTime.ts';

/** What a cell was read as, or the plain words why it cannot be. */
export type CellReading<Value> = { readonly value: Value } | { readonly trouble: string };

/** The earliest year a date can have; nobody alive was born before it. */
const FIRST_YEAR = 1850;
const NO_DATE = 'is not a date; write it as 2014-10-06 or 10/6/2014';
const NO_TIME = 'is not a time; write it as 2014-10-06T09:30:00Z or 10/6/2014 9:30 AM';

/** `2014-10-06`, the American `10/6/2014`, or the office's day of a point in time, as `2014-10-06`. */
export function readDay(text: string, zone: string): CellReading<string> {
  if (!/[T:]/.test(text)) return readPlainDay(text);
  const instant = readInstant(text, zone);
  return 'trouble' in instant ? { trouble: NO_DATE } : { value: localOf(instant.value, zone).day };
}

/** A point in time in UTC epoch milliseconds: with `Z` or an offset as written, else on the clock of the office. */
export function readInstant(text: string, zone: string): CellReading<number> {
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) {
    const day = readPlainDay(text.slice(0, 10));
    if ('trouble' in day) return day;
    const atMs = Date.parse(text);
    return Number.isNaN(atMs) ? { trouble: NO_TIME } : { value: atMs };
  }
  const parts = /^(\S+?)[T ](\d{1,2}):(\d{2})(?::\d{2})?\s?([AP]M)?$/i.exec(text);
  if (parts === null) return { trouble: NO_TIME };
  const [, dayText = '', hourText, minuteText, half = ''] = parts;
  const day = readPlainDay(dayText);
  if ('trouble' in day) return day;
  const hour = hourOf(Number(hourText), half.toUpperCase());
  const minute = Number(minuteText);
  if (hour === null || minute > 59) return { trouble: NO_TIME };
  const [atMs] = instantsOf({ day: day.value, minute: hour * 60 + minute }, zone);
  return atMs === undefined ? { trouble: 'lies in the hour that the clocks skip that day' } : { value: atMs };
}

function readPlainDay(text: string): CellReading<string> {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (iso === null && american === null) return { trouble: NO_DATE };
  const parts = iso === null ? [american?.[3], american?.[1], american?.[2]] : iso.slice(1);
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  const at = new Date(Date.UTC(year, month - 1, day));
  const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  if (!exists) return { trouble: 'is a day that does not exist' };
  if (year < FIRST_YEAR) return { trouble: `lies before ${FIRST_YEAR}` };
  return { value: at.toISOString().slice(0, 10) };
}

function hourOf(hour: number, half: string): number | null {
  if (half === '') return hour < 24 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'PM' ? 12 : 0);
}
