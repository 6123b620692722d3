// The anchor: number and head of the last audit entry, outside the vault folder, so that an older database is noticed.

import type { TwoSlotFile } from './keys/twoSlotFile.ts';
import { openTwoSlotFile, slotCapacity } from './keys/twoSlotFile.ts';

/** What the anchor says. Both slots must be valid or an alarm is raised; `damaged` means neither opens. */
export interface AnchorReading {
  state: 'absent' | 'ok' | 'damaged';
  bothValid: boolean;
  number: number;
  /** 32 bytes; zeros when the state is not `ok`. */
  head: Buffer;
  wallMs: number;
  monotonicMs: number;
  bootId: string;
  /** What the seal keeps here: tree root, ratchet key; empty when none was given. */
  extra: Buffer;
}

/** When an anchor is written. */
export interface AnchorTime {
  wallMs: number;
  monotonicMs: number;
  bootId: string;
}

export interface Anchor {
  read(): AnchorReading;
  /** One 512-byte write to the other slot and fdatasync; at most 192 bytes of `extra`. Throws if the disk refuses. */
  write(number: number, head: Buffer, time: AnchorTime, extra?: Buffer): void;
  close(): void;
}

/** Most bytes of `extra`. */
export const ANCHOR_EXTRA_BYTES = 192;

const SLOT_BYTES = 512;
const HEAD_BYTES = 32;
const BOOT_ID_BYTES = 64;
const OFFSET = { number: 0, head: 8, wall: 40, monotonic: 48, bootLength: 56, boot: 57, extraLength: 121, extra: 122 };
const EMPTY = Buffer.alloc(0);

/** Open the anchor file, which need not exist yet; the descriptor stays open until close().
 *  Source: the design's layer L3; every slot is AES-256-GCM under `key`, bound to the installation and the slot. */
export function openAnchor(path: string, key: Buffer, installId: string): Anchor {
  const file: TwoSlotFile = openTwoSlotFile(path, key, `keyward/anchor/v1\0${installId}`, SLOT_BYTES);
  return {
    read: () => {
      const { state, bothValid, content } = file.read();
      return { state, bothValid, ...(content === null ? nothing() : decode(content)) };
    },
    write: (number, head, time, extra = EMPTY) => void file.write(encode(number, head, time, extra)),
    close: () => file.close(),
  };
}

function encode(number: number, head: Buffer, time: AnchorTime, extra: Buffer): Buffer {
  if (!Number.isSafeInteger(number) || number < 0) throw new RangeError('the anchor number is not a whole number');
  if (head.length !== HEAD_BYTES) throw new RangeError('the anchor head is not 32 bytes');
  if (extra.length > ANCHOR_EXTRA_BYTES) throw new RangeError('the anchor holds no more than 192 extra bytes');
  const boot = Buffer.from(time.bootId, 'utf8').subarray(0, BOOT_ID_BYTES);
  const content = Buffer.alloc(slotCapacity(SLOT_BYTES));
  content.writeBigUInt64BE(BigInt(number), OFFSET.number);
  head.copy(content, OFFSET.head);
  content.writeDoubleBE(time.wallMs, OFFSET.wall);
  content.writeDoubleBE(time.monotonicMs, OFFSET.monotonic);
  content.writeUInt8(boot.length, OFFSET.bootLength);
  boot.copy(content, OFFSET.boot);
  content.writeUInt8(extra.length, OFFSET.extraLength);
  extra.copy(content, OFFSET.extra);
  return content;
}

function decode(content: Buffer): Omit<AnchorReading, 'state' | 'bothValid'> {
  const bootEnd = OFFSET.boot + content.readUInt8(OFFSET.bootLength);
  const extraEnd = OFFSET.extra + content.readUInt8(OFFSET.extraLength);
  return {
    number: Number(content.readBigUInt64BE(OFFSET.number)),
    head: Buffer.from(content.subarray(OFFSET.head, OFFSET.head + HEAD_BYTES)),
    wallMs: content.readDoubleBE(OFFSET.wall),
    monotonicMs: content.readDoubleBE(OFFSET.monotonic),
    bootId: content.toString('utf8', OFFSET.boot, bootEnd),
    extra: Buffer.from(content.subarray(OFFSET.extra, extraEnd)),
  };
}

function nothing(): Omit<AnchorReading, 'state' | 'bothValid'> {
  return { number: 0, head: Buffer.alloc(HEAD_BYTES), wallMs: 0, monotonicMs: 0, bootId: '', extra: EMPTY };
}
