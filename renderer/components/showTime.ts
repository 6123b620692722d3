// Times and dates as people read them: local, and with the offset where an auditor needs it.

const dayAndMinute = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const withOffset = new Intl.DateTimeFormat('en-US', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'longOffset',
});

/** Local day and minute of a UTC epoch time in milliseconds. */
export function showTime(atMs: number): string {
  return dayAndMinute.format(atMs);
}

/** Local date and time to the second with the offset from UTC, such as `2026-11-22 08:14:03 −05:00`. */
export function showTimeWithOffset(atMs: number): string {
  const parts = new Map(withOffset.formatToParts(atMs).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  const offset = part('timeZoneName').replace('GMT', '').replace('-', '−') || '+00:00';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')} ${offset}`;
}

/** A stored calendar date (`2014-10-06`) in the reader's own order; what is no date is shown as it is. */
export function showDate(isoDate: string): string {
  const atMs = Date.parse(`${isoDate}T00:00:00Z`);
  return Number.isNaN(atMs) ? isoDate : day.format(atMs);
}

/** A count with the reader's thousands mark. */
export function showCount(count: number): string {
  return count.toLocaleString();
}
