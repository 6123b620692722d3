// Moments as a person says them, by the clock of the practice.
import { MINUTE_MS } from '../schedule/zonedTime.ts';

const SIX_DAYS_MS = 6 * 86_400_000;

/** `Tuesday 09:14` within six days of `nowMs`, otherwise with the date, so that no weekday is meant that comes before it. */
export function momentAfter(atMs: number, nowMs: number, timeZone: string): string {
  if (Math.abs(atMs - nowMs) >= SIX_DAYS_MS) return dayAndTime(atMs, timeZone);
  return `${words(atMs, timeZone, { weekday: 'long' })} ${clock(atMs, timeZone)}`;
}

/** `Tuesday, December 1, 2026, 09:14`, in minutes that have passed. */
export function dayAndTime(atMs: number, timeZone: string): string {
  const day = words(atMs, timeZone, { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' });
  return `${day}, ${clock(Math.floor(atMs / MINUTE_MS) * MINUTE_MS, timeZone)}`;
}

function clock(atMs: number, timeZone: string): string {
  return words(atMs, timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

function words(atMs: number, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-US', { timeZone, ...options }).format(atMs);
}
