// The gate before sign-in: every try is counted and on the disk before the password is looked at (gate.bin).

import { join } from 'node:path';
import type { Clock } from '../adapters.ts';
import { mapLoginId } from './derive.ts';
import { lookupIdWith, lookupKeyOf } from './deviceSecret.ts';
import type { GateEvent, GateRow, GateTable } from './gateTable.ts';
import { decodeGateTable, encodeGateTable, GATE_EVENTS, GATE_ROWS } from './gateTable.ts';
import { hkdf, sha256 } from './hkdf.ts';
import { openTwoSlotFile } from './twoSlotFile.ts';

export interface GateOptions {
  vaultDir: string;
  installId: string;
  /** Copied as derived keys; the caller wipes its buffer. */
  deviceSecret: Buffer;
  clock: Clock;
  /** Whether a lookup id belongs to a person: such rows never give way to invented login ids. */
  isKnown: (lookupId: string) => boolean;
}

/** The answer to a try, after it was counted and synced. */
export interface GateAnswer {
  mayTry: boolean;
  /** Tries since the last success, this one included. */
  failures: number;
  /** When the lock ends; given with `mayTry` true, it says that this was the last try should it fail. */
  lockedUntilMs: number | null;
}

export interface Gate {
  /** What was found at opening. `missing` and `damaged` are alarms: all tries are held for five minutes.
   *  `torn` means one of two slots was unreadable, as after a power cut or a change from outside. */
  readonly condition: 'ok' | 'torn' | 'missing' | 'damaged';
  /** Grows with every write; the database keeps the last one seen, so an older file is noticed. */
  readonly sequence: number;
  /** Events that gave way to newer ones since the last drain. */
  readonly lostEvents: number;
  readonly limits: { maxFailures: number; lockMs: number };
  lookupId(loginId: string): string;
  beginAttempt(loginId: string, nowMs: number): GateAnswer;
  succeed(loginId: string): void;
  unlock(loginId: string): void;
  isLocked(loginId: string, nowMs: number): boolean;
  lockedUntilMs(loginId: string, nowMs: number): number | null;
  /** Whether anything at all is locked now, so that a long list need not ask for each login. */
  hasLocks(): boolean;
  /** Throws RangeError outside 3 to 10 tries or below five minutes. */
  configure(limits: { maxFailures: number; lockMs: number }): void;
  queueEvent(event: GateEvent): void;
  /** The waiting events, left in place until drained: write them into the log, commit, then drain. */
  pendingEvents(): GateEvent[];
  /** Remove the waiting events and return them. */
  drainEvents(): GateEvent[];
  close(): void;
}

export const GATE_DEFAULTS = { maxFailures: 5, lockMs: 900_000 };
/** The shortest lock, and how long tries are held after the table was lost. */
export const GATE_LEAST_LOCK_MS = 300_000;

const SLOT_BYTES = 24_576;

/** Open gate.bin, or make it anew when it is missing or damaged. */
export function openGate(options: GateOptions): Gate {
  const { clock, installId } = options;
  const key = hkdf(options.deviceSecret, installId, 'gate');
  const lookupKey = lookupKeyOf(options.deviceSecret, installId);
  const boot = sha256(Buffer.from(clock.bootId)).subarray(0, 16);
  const moment = () => ({ nowMs: clock.nowMs(), monotonicMs: clock.monotonicMs(), boot });
  const file = openTwoSlotFile(join(options.vaultDir, 'gate.bin'), key, `keyward/gate/v1\0${installId}`, SLOT_BYTES);
  const reading = file.read();
  const stored = reading.content === null ? null : decodeGateTable(reading.content, moment());
  const table = stored ?? lostTable(clock.monotonicMs());
  let sequence = reading.sequence;

  function save(): void {
    sequence = file.write(encodeGateTable(table, moment()));
  }

  function lookupId(loginId: string): string {
    return lookupIdWith(lookupKey, mapLoginId(loginId));
  }

  function rowOf(loginId: string): GateRow | undefined {
    const wanted = lookupId(loginId);
    return table.rows.find((row) => row.lookupId === wanted);
  }

  function remainingMs(deadline: number | null | undefined): number {
    return deadline === null || deadline === undefined ? 0 : Math.max(0, deadline - clock.monotonicMs());
  }

  function lockedUntilMs(loginId: string, nowMs: number): number | null {
    const remaining = Math.max(
      remainingMs(rowOf(loginId)?.lockedUntilMonotonicMs),
      remainingMs(table.heldUntilMonotonicMs),
    );
    return remaining > 0 ? nowMs + remaining : null;
  }

  function beginAttempt(loginId: string, nowMs: number): GateAnswer {
    const lockedUntil = lockedUntilMs(loginId, nowMs);
    if (lockedUntil !== null) {
      return { mayTry: false, failures: rowOf(loginId)?.failures ?? 0, lockedUntilMs: lockedUntil };
    }
    const row = rowOf(loginId) ?? addRow(table, lookupId(loginId), options.isKnown);
    if (row.lockedUntilMonotonicMs !== null) row.failures = 0;
    row.failures += 1;
    row.lastTryMs = nowMs;
    const isLast = row.failures >= table.maxFailures;
    row.lockedUntilMonotonicMs = isLast ? clock.monotonicMs() + table.lockMs : null;
    save();
    return { mayTry: true, failures: row.failures, lockedUntilMs: isLast ? nowMs + table.lockMs : null };
  }

  function forget(loginId: string): void {
    const wanted = lookupId(loginId);
    table.rows = table.rows.filter((row) => row.lookupId !== wanted);
    save();
  }

  function configure(limits: { maxFailures: number; lockMs: number }): void {
    const areTriesAllowed = Number.isInteger(limits.maxFailures) && limits.maxFailures >= 3 && limits.maxFailures <= 10;
    if (!areTriesAllowed) throw new RangeError('tries before a lock must be 3 to 10');
    if (!(Number.isFinite(limits.lockMs) && limits.lockMs >= GATE_LEAST_LOCK_MS)) {
      throw new RangeError('a lock must last five minutes or more');
    }
    if (limits.maxFailures === table.maxFailures && limits.lockMs === table.lockMs) return;
    table.maxFailures = limits.maxFailures;
    table.lockMs = limits.lockMs;
    save();
  }

  function queueEvent(event: GateEvent): void {
    table.events.push(event);
    while (table.events.length > GATE_EVENTS) {
      table.events.shift();
      table.lostEvents += 1;
    }
    save();
  }

  function drainEvents(): GateEvent[] {
    const drained = table.events;
    if (drained.length === 0 && table.lostEvents === 0) return [];
    table.events = [];
    table.lostEvents = 0;
    save();
    return drained;
  }

  function close(): void {
    file.close();
    key.fill(0);
    lookupKey.fill(0);
  }

  const condition = conditionOf(reading.state, stored !== null, reading.bothValid);
  if (condition !== 'ok') save();
  return {
    condition,
    get sequence() {
      return sequence;
    },
    get lostEvents() {
      return table.lostEvents;
    },
    get limits() {
      return { maxFailures: table.maxFailures, lockMs: table.lockMs };
    },
    lookupId,
    beginAttempt,
    succeed: forget,
    unlock: forget,
    isLocked: (loginId, nowMs) => lockedUntilMs(loginId, nowMs) !== null,
    lockedUntilMs,
    hasLocks: () =>
      remainingMs(table.heldUntilMonotonicMs) > 0 ||
      table.rows.some((row) => remainingMs(row.lockedUntilMonotonicMs) > 0),
    configure,
    queueEvent,
    pendingEvents: () => table.events.map((event) => ({ ...event })),
    drainEvents,
    close,
  };
}

/** Write the first gate.bin of a vault being made, or of one whose device secret is new. */
export function createGateFile(options: Pick<GateOptions, 'vaultDir' | 'installId' | 'deviceSecret' | 'clock'>): void {
  const { clock, installId } = options;
  const key = hkdf(options.deviceSecret, installId, 'gate');
  const file = openTwoSlotFile(join(options.vaultDir, 'gate.bin'), key, `keyward/gate/v1\0${installId}`, SLOT_BYTES);
  const boot = sha256(Buffer.from(clock.bootId)).subarray(0, 16);
  file.write(encodeGateTable(emptyTable(), { nowMs: clock.nowMs(), monotonicMs: clock.monotonicMs(), boot }));
  file.close();
  key.fill(0);
}

function conditionOf(state: 'absent' | 'ok' | 'damaged', isDecoded: boolean, bothValid: boolean): Gate['condition'] {
  if (state === 'absent') return 'missing';
  if (!isDecoded) return 'damaged';
  return bothValid ? 'ok' : 'torn';
}

function emptyTable(): GateTable {
  return { ...GATE_DEFAULTS, heldUntilMonotonicMs: null, lostEvents: 0, rows: [], events: [] };
}

function lostTable(monotonicMs: number): GateTable {
  return { ...emptyTable(), heldUntilMonotonicMs: monotonicMs + GATE_LEAST_LOCK_MS };
}

/** When all rows are taken the oldest row of an invented login id gives way, and only then one of a person. */
function addRow(table: GateTable, lookupId: string, isKnown: (lookupId: string) => boolean): GateRow {
  if (table.rows.length >= GATE_ROWS) {
    const invented = table.rows.filter((row) => !isKnown(row.lookupId));
    const candidates = invented.length > 0 ? invented : table.rows;
    const oldest = candidates.reduce((left, right) => (right.lastTryMs < left.lastTryMs ? right : left));
    table.rows = table.rows.filter((row) => row !== oldest);
  }
  const row: GateRow = { lookupId, failures: 0, lockedUntilMonotonicMs: null, lastTryMs: 0 };
  table.rows.push(row);
  return row;
}
