// Keys from passwords: argon2id off the main thread, one at a time, with parameters that have floors and a ceiling.

import { hashRaw } from '@node-rs/argon2';
import type { Clock } from '../adapters.ts';
import { copySecret } from './secretBytes.ts';

/** argon2id cost: memory in KiB, passes over it, parallel lanes. */
export interface KdfParameters {
  memoryKiB: number;
  passes: number;
  lanes: number;
}

/** The least cost accepted. Source: RFC 9106 section 4, second recommended set. */
export const KDF_FLOOR: KdfParameters = { memoryKiB: 65_536, passes: 3, lanes: 4 };
/** Above this a planted file could exhaust the machine. */
export const KDF_MAX_MEMORY_KIB = 1_048_576;

const MAX_PASSES = 64;
const MAX_LANES = 64;
const ARGON2ID = 2;
const VERSION_0X13 = 1;
const KEY_BYTES = 32;
const CALIBRATION_LIMIT_MS = 700;
const CALIBRATION_RUNS = 3;

/** Whether these parameters may be used; `allowWeak` lifts the floor for tests, never the ceiling. */
export function isKdfAcceptable(kdf: KdfParameters, allowWeak: boolean): boolean {
  const floor = allowWeak ? { memoryKiB: 8, passes: 1, lanes: 1 } : KDF_FLOOR;
  return (
    within(kdf.memoryKiB, floor.memoryKiB, KDF_MAX_MEMORY_KIB) &&
    within(kdf.passes, floor.passes, MAX_PASSES) &&
    within(kdf.lanes, floor.lanes, MAX_LANES) &&
    kdf.memoryKiB >= 8 * kdf.lanes
  );
}

/** The bytes a password stands for. The caller wipes them. Source: RFC 8265 (NFKC here: compatibility forms agree). */
export function passwordBytes(password: string): Buffer {
  return Buffer.from(password.normalize('NFKC'), 'utf8');
}

/** The form of a login id that is compared: NFKC, lower case, no surrounding space. */
export function mapLoginId(loginId: string): string {
  return loginId.normalize('NFKC').trim().toLowerCase().normalize('NFKC');
}

let lastRun: Promise<unknown> = Promise.resolve();

/** 32 bytes of argon2id version 0x13. Runs wait for each other, so many sign-ins cannot take all memory.
 *  The secret is copied at once and the copy wiped. Source: RFC 9106. */
export function stretch(secret: Uint8Array, salt: Uint8Array, kdf: KdfParameters): Promise<Buffer> {
  const copy = copySecret(secret);
  const run = lastRun.then(async () => {
    try {
      return await hashRaw(copy, {
        algorithm: ARGON2ID,
        version: VERSION_0X13,
        memoryCost: kdf.memoryKiB,
        timeCost: kdf.passes,
        parallelism: kdf.lanes,
        outputLen: KEY_BYTES,
        salt,
      });
    } finally {
      copy.fill(0);
    }
  });
  lastRun = run.catch(() => undefined);
  return run;
}

/** The largest of 64, 128 and 256 MiB whose median time on this machine is at most 700 ms; at least the floor. */
export async function calibrate(clock: Clock): Promise<KdfParameters> {
  let chosen = KDF_FLOOR;
  for (const memoryKiB of [65_536, 131_072, 262_144]) {
    const candidate = { ...KDF_FLOOR, memoryKiB };
    if ((await medianMs(candidate, clock)) > CALIBRATION_LIMIT_MS) break;
    chosen = candidate;
  }
  return chosen;
}

async function medianMs(kdf: KdfParameters, clock: Clock): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < CALIBRATION_RUNS; run += 1) {
    const startedMs = clock.monotonicMs();
    const output = await stretch(Buffer.from('calibration'), Buffer.alloc(16), kdf);
    output.fill(0);
    times.push(clock.monotonicMs() - startedMs);
  }
  return times.sort((left, right) => left - right)[Math.floor(CALIBRATION_RUNS / 2)] ?? Number.POSITIVE_INFINITY;
}

function within(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
