// When a lock-out ends: the choices of the dialog as a moment, and the words for a moment.
import { showTime } from './showTime.ts';

export const LOCK_OUT_ENDS = ['none', 'hour', 'morning', 'chosen'] as const;
export type LockOutEndChoice = (typeof LOCK_OUT_ENDS)[number];

const HOUR_MS = 3_600_000;
const MORNING_HOUR = 8;

/** The moment a choice stands for, or what is wrong with it. `typed` is local day and minute such as `2026-11-23T08:00`.
 *  Units: UTC epoch milliseconds; null: no end. */
export function lockOutEndAt(
  choice: LockOutEndChoice,
  typed: string,
  nowMs: number,
): { readonly untilMs: number | null } | { readonly problem: string } {
  switch (choice) {
    case 'none':
      return { untilMs: null };
    case 'hour':
      return { untilMs: nowMs + HOUR_MS };
    case 'morning':
      return { untilMs: tomorrowMorningMs(nowMs) };
    case 'chosen': {
      const untilMs = new Date(typed).getTime();
      if (Number.isNaN(untilMs)) return { problem: 'Choose a day and a time.' };
      return untilMs <= nowMs ? { problem: 'Choose a time that is still to come.' } : { untilMs };
    }
  }
}

/** Completes “Locked out …”. */
export function lockOutEndWords(untilMs: number | null): string {
  return untilMs === null ? 'until somebody unlocks' : `until ${showTime(untilMs)}`;
}

/** The label of a choice, with the moment it stands for now. */
export function lockOutEndLabel(choice: LockOutEndChoice, nowMs: number): string {
  switch (choice) {
    case 'none':
      return 'No end: until somebody unlocks';
    case 'hour':
      return `For 1 hour, until ${showTime(nowMs + HOUR_MS)}`;
    case 'morning':
      return `Until tomorrow morning, ${showTime(tomorrowMorningMs(nowMs))}`;
    case 'chosen':
      return 'Until a day and time you choose';
  }
}

function tomorrowMorningMs(nowMs: number): number {
  const morning = new Date(nowMs);
  morning.setDate(morning.getDate() + 1);
  return morning.setHours(MORNING_HOUR, 0, 0, 0);
}
