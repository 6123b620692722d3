// A moment in few letters, for narrow columns and badges.
const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const dayOfYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const fullDay = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });

/** Short enough for a narrow column: `today 07:58`, `20 Aug 08:12` within this year, else the day alone. */
export function shortTime(atMs: number, nowMs: number): string {
  const [at, now] = [new Date(atMs), new Date(nowMs)];
  if (at.toDateString() === now.toDateString()) return `today ${clock.format(at)}`;
  return at.getFullYear() === now.getFullYear() ? `${dayOfYear.format(at)} ${clock.format(at)}` : fullDay.format(at);
}
