// The content of gate.bin: 256 rows of tries and the queue of events that wait for the next unlock, as fixed bytes.

/** How many login ids are counted at once. */
export const GATE_ROWS = 256;
/** How many events wait; the oldest gives way to the newest and is counted as lost. */
export const GATE_EVENTS = 256;
export const GATE_CONTENT_BYTES = 128 + GATE_ROWS * 48 + GATE_EVENTS * 32;

/** Event codes in the order of their stored numbers: append only. */
export const GATE_EVENT_CODES = [
  'failed',
  'locked',
  'unknown',
  'succeeded',
  'unlocked',
  'expired',
  'recoveryFailed',
  'recoveryUsed',
  'gateMissing',
  'gateDamaged',
  'clockMoved',
  'refused',
] as const;
export type GateEventCode = (typeof GATE_EVENT_CODES)[number];

/** Something that happened while the audit log could not be opened. */
export interface GateEvent {
  atMs: number;
  code: GateEventCode;
  /** Hex of the lookup id; never the login id itself. */
  lookupId: string;
}

/** The tries of one login id. Times are on the monotonic clock of this boot. */
export interface GateRow {
  lookupId: string;
  failures: number;
  lockedUntilMonotonicMs: number | null;
  lastTryMs: number;
}

export interface GateTable {
  maxFailures: number;
  lockMs: number;
  /** No try is taken before: set when the table was lost, so that deleting it gains nothing. */
  heldUntilMonotonicMs: number | null;
  lostEvents: number;
  rows: GateRow[];
  events: GateEvent[];
}

/** Both clocks at one moment. */
export interface GateMoment {
  nowMs: number;
  monotonicMs: number;
  /** 16 bytes that differ from boot to boot. */
  boot: Buffer;
}

const VERSION = 1;
const ROWS_AT = 128;
const EVENTS_AT = ROWS_AT + GATE_ROWS * 48;
const NONE = -1;

/** The bytes of a table; deadlines are stored on both clocks, for this boot and for the next. */
export function encodeGateTable(table: GateTable, moment: GateMoment): Buffer {
  const bytes = Buffer.alloc(GATE_CONTENT_BYTES);
  bytes.writeUInt32BE(VERSION, 0);
  bytes.writeUInt32BE(table.maxFailures, 4);
  bytes.writeDoubleBE(table.lockMs, 8);
  bytes.writeUInt32BE(table.lostEvents, 16);
  bytes.writeUInt32BE(table.rows.length, 20);
  bytes.writeUInt32BE(table.events.length, 24);
  moment.boot.copy(bytes, 32, 0, 16);
  writeDeadline(bytes, 48, table.heldUntilMonotonicMs, moment);
  table.rows.forEach((row, index) => {
    const at = ROWS_AT + index * 48;
    bytes.write(row.lookupId, at, 'hex');
    bytes.writeUInt16BE(Math.min(row.failures, 0xffff), at + 16);
    writeDeadline(bytes, at + 24, row.lockedUntilMonotonicMs, moment);
    bytes.writeDoubleBE(row.lastTryMs, at + 40);
  });
  table.events.forEach((event, index) => {
    const at = EVENTS_AT + index * 32;
    bytes.writeDoubleBE(event.atMs, at);
    bytes.writeUInt8(GATE_EVENT_CODES.indexOf(event.code), at + 8);
    bytes.write(event.lookupId, at + 16, 'hex');
  });
  return bytes;
}

/** The table of authenticated bytes, or `null` for a version this program does not know. Deadlines of another boot
 *  are carried over by the wall clock, and no deadline lies further ahead than one lock from now. */
export function decodeGateTable(bytes: Buffer, moment: GateMoment): GateTable | null {
  if (bytes.readUInt32BE(0) !== VERSION) return null;
  const lockMs = bytes.readDoubleBE(8);
  const isSameBoot = bytes.subarray(32, 48).equals(moment.boot);
  const deadline = (at: number) => readDeadline(bytes, at, moment, isSameBoot, lockMs);
  const rows = Array.from({ length: bytes.readUInt32BE(20) }, (_, index): GateRow => {
    const at = ROWS_AT + index * 48;
    return {
      lookupId: bytes.toString('hex', at, at + 16),
      failures: bytes.readUInt16BE(at + 16),
      lockedUntilMonotonicMs: deadline(at + 24),
      lastTryMs: bytes.readDoubleBE(at + 40),
    };
  });
  const events = Array.from({ length: bytes.readUInt32BE(24) }, (_, index): GateEvent => {
    const at = EVENTS_AT + index * 32;
    const code = GATE_EVENT_CODES[bytes.readUInt8(at + 8)] ?? 'refused';
    return { atMs: bytes.readDoubleBE(at), code, lookupId: bytes.toString('hex', at + 16, at + 32) };
  });
  const maxFailures = bytes.readUInt32BE(4);
  return { maxFailures, lockMs, heldUntilMonotonicMs: deadline(48), lostEvents: bytes.readUInt32BE(16), rows, events };
}

function writeDeadline(bytes: Buffer, at: number, untilMonotonicMs: number | null, moment: GateMoment): void {
  const wall = untilMonotonicMs === null ? NONE : moment.nowMs + (untilMonotonicMs - moment.monotonicMs);
  bytes.writeDoubleBE(wall, at);
  bytes.writeDoubleBE(untilMonotonicMs ?? NONE, at + 8);
}

function readDeadline(
  bytes: Buffer,
  at: number,
  moment: GateMoment,
  isSameBoot: boolean,
  mostMs: number,
): number | null {
  const wall = bytes.readDoubleBE(at);
  const monotonic = bytes.readDoubleBE(at + 8);
  if (wall === NONE && monotonic === NONE) return null;
  const remaining = isSameBoot ? monotonic - moment.monotonicMs : wall - moment.nowMs;
  return moment.monotonicMs + Math.min(Math.max(remaining, 0), mostMs);
}
