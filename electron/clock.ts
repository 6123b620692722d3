// The only source of nowMs above the operating system: never behind the highest time ever recorded (N6).
import type { Clock } from './adapters.ts';

export interface GuardedClock extends Clock {
  /** Tells the newest recorded time; true when the computer's clock stands more than two minutes before it. */
  learn(recordedAtMs: number): boolean;
}

const TOLERANCE_MS = 120_000;

/** Wraps a clock so that moving the computer's clock back cannot revive or prolong anything. */
export function guardClock(clock: Clock): GuardedClock {
  let floorMs = 0;
  return {
    bootId: clock.bootId,
    monotonicMs: () => clock.monotonicMs(),
    nowMs: () => Math.max(clock.nowMs(), floorMs),
    learn: (recordedAtMs) => {
      floorMs = Math.max(floorMs, recordedAtMs);
      return clock.nowMs() < recordedAtMs - TOLERANCE_MS;
    },
  };
}
