// Words and states of a user as the lists and the editor show them.
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { showTime } from '../../components/showTime.ts';

export type UserRow = Output<'user.find'>['rows'][number];
const DAY_MS = 86_400_000;

type StatusFacts = Pick<Output<'user.read'>, 'status' | 'isLockedOut' | 'lockedUntilMs'>;

/** The one state that matters most, for a badge. */
export function statusLabel({ status, isLockedOut }: Pick<UserRow, 'status' | 'isLockedOut'>): string {
  if (status === 'deleted') return 'Deleted';
  if (status === 'disabled') return 'Disabled';
  if (isLockedOut) return 'Locked';
  return status === 'invited' ? 'Invited' : 'Active';
}

/** The state in a sentence, with when a timed lock ends. */
export function statusWords(user: StatusFacts, nowMs: number): string {
  const parts = [
    user.status === 'invited'
      ? 'Invited: has an activation code and no password yet'
      : statusLabel({ ...user, isLockedOut: false }),
  ];
  if (user.isLockedOut) parts.push('locked out');
  if (user.lockedUntilMs !== null && user.lockedUntilMs > nowMs)
    parts.push(`locked until ${showTime(user.lockedUntilMs)}`);
  return parts.join(', ');
}

/** Whole days since `atMs`. */
export function daysSince(atMs: number, nowMs: number): number {
  return Math.floor((nowMs - atMs) / DAY_MS);
}

const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const dayOfYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const fullDay = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });

/** Short enough for a narrow column: `today 07:58`, `20 Aug 08:12` within this year, else the day alone. */
export function shortTime(atMs: number, nowMs: number): string {
  const [at, now] = [new Date(atMs), new Date(nowMs)];
  if (at.toDateString() === now.toDateString()) return `today ${clock.format(at)}`;
  return at.getFullYear() === now.getFullYear() ? `${dayOfYear.format(at)} ${clock.format(at)}` : fullDay.format(at);
}
