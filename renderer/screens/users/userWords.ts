// Words and states of a user as the lists and the editor show them.
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { statusLabel } from '../../../shared/people/userCells.ts';
import { lockOutEndWords } from '../../components/lockOutEnd.ts';
import { shortTime } from '../../components/shortTime.ts';
import { showTime } from '../../components/showTime.ts';

export type UserRow = Output<'user.find'>['rows'][number];
const DAY_MS = 86_400_000;

type StatusFacts = Pick<Output<'user.read'>, 'status' | 'lockOuts' | 'lockedUntilMs'>;

/** The badge with when the lock-out ends, as far as an end is set. */
export function statusWithEnd(
  user: Pick<UserRow, 'status' | 'isLockedOut' | 'lockedOutUntilMs'>,
  nowMs: number,
): string {
  const label = statusLabel(user);
  if (label !== 'Locked' || user.lockedOutUntilMs === null) return label;
  return `${label} until ${shortTime(user.lockedOutUntilMs, nowMs)}`;
}

/** The state in a sentence, with when each lock-out ends. */
export function statusWords(user: StatusFacts, nowMs: number): string {
  const parts = [
    user.status === 'invited'
      ? 'Invited: has an activation code and no password yet'
      : statusLabel({ ...user, isLockedOut: false }),
  ];
  for (const { kind, roleName, untilMs } of user.lockOuts)
    parts.push(`locked out ${kind === 'role' ? `with the role ${roleName} ` : ''}${lockOutEndWords(untilMs)}`);
  if (user.lockedUntilMs !== null && user.lockedUntilMs > nowMs)
    parts.push(`locked after wrong passwords until ${showTime(user.lockedUntilMs)}`);
  return parts.join(', ');
}

/** Whole days since `atMs`. */
export function daysSince(atMs: number, nowMs: number): number {
  return Math.floor((nowMs - atMs) / DAY_MS);
}
