// The computer's own clocks behind the Clock interface.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Clock } from '../adapters.ts';

/** Wall time in UTC milliseconds and a steady count of milliseconds. On Linux the steady clock runs since the computer
 *  started, so `bootId` is the system's; elsewhere its start is not known and every run counts as a boot of its own. */
export function systemClock(): Clock {
  return {
    bootId: bootIdOfLinux() ?? randomUUID(),
    nowMs: () => Date.now(),
    monotonicMs: () => Number(process.hrtime.bigint() / 1_000_000n),
  };
}

function bootIdOfLinux(): string | null {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null;
  }
}
