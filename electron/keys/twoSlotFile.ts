// A small sealed record kept in two slots written in turn, so that a torn write leaves the one before.

import { closeSync, existsSync, fdatasyncSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { AEAD_OVERHEAD_BYTES, openBytes, sealBytes } from './aead.ts';
import { replaceFile } from './durableFile.ts';

/** What the two slots hold. `content` is the newer valid one, padded with zeros to the slot's capacity. */
export interface TwoSlotReading {
  state: 'absent' | 'ok' | 'damaged';
  /** False after a torn write, any change from outside, or an older slot put back. */
  bothValid: boolean;
  /** Counts every write; 0 when nothing is readable. */
  sequence: number;
  content: Buffer | null;
}

export interface TwoSlotFile {
  read(): TwoSlotReading;
  /** One write of one slot and fdatasync; a file that is absent or damaged as a whole is made anew.
   *  Returns the new sequence. Throws when the disk refuses. */
  write(content: Buffer): number;
  close(): void;
}

const SEQUENCE_BYTES = 8;

/** How many bytes of content fit a slot. */
export function slotCapacity(slotBytes: number): number {
  return slotBytes - AEAD_OVERHEAD_BYTES - SEQUENCE_BYTES;
}

/** Open the file at `path`, which need not exist. `context` is bound to every slot together with the slot's place. */
export function openTwoSlotFile(path: string, key: Buffer, context: string, slotBytes: number): TwoSlotFile {
  let file: number | null = existsSync(path) ? openSync(path, 'r+') : null;
  let latest: { slot: number; sequence: number } | null = null;

  function read(): TwoSlotReading {
    if (file === null) return { state: 'absent', bothValid: false, sequence: 0, content: null };
    const size = fstatSync(file).size;
    const slots = [readSlot(file, 0), readSlot(file, 1)];
    const [first, second] = slots;
    const newest = (second?.sequence ?? -1) > (first?.sequence ?? -1) ? second : first;
    if (!newest) {
      latest = null;
      return { state: 'damaged', bothValid: false, sequence: 0, content: null };
    }
    latest = { slot: newest.slot, sequence: newest.sequence };
    const areAdjacent = !!first && !!second && Math.abs(first.sequence - second.sequence) === 1;
    const bothValid = areAdjacent && size === 2 * slotBytes;
    return { state: 'ok', bothValid, sequence: newest.sequence, content: newest.content };
  }

  function readSlot(from: number, slot: number): { slot: number; sequence: number; content: Buffer } | null {
    const sealed = Buffer.alloc(slotBytes);
    if (readSync(from, sealed, 0, slotBytes, slot * slotBytes) !== slotBytes) return null;
    const plain = openBytes(key, sealed, slotContext(slot));
    if (plain === null) return null;
    return { slot, sequence: Number(plain.readBigUInt64BE(0)), content: plain.subarray(SEQUENCE_BYTES) };
  }

  function write(content: Buffer): number {
    if (latest === null) read();
    if (file === null || latest === null || fstatSync(file).size !== 2 * slotBytes) {
      return makeAnew(content);
    }
    const slot = 1 - latest.slot;
    const sequence = latest.sequence + 1;
    const sealed = seal(slot, sequence, content);
    if (writeSync(file, sealed, 0, slotBytes, slot * slotBytes) !== slotBytes) throw new Error('a slot was cut short');
    fdatasyncSync(file);
    latest = { slot, sequence };
    return sequence;
  }

  function makeAnew(content: Buffer): number {
    const sequence = latest?.sequence ?? 0;
    close();
    replaceFile(path, Buffer.concat([seal(0, sequence + 1, content), seal(1, sequence + 2, content)]));
    file = openSync(path, 'r+');
    latest = { slot: 1, sequence: sequence + 2 };
    return latest.sequence;
  }

  function seal(slot: number, sequence: number, content: Buffer): Buffer {
    if (content.length > slotCapacity(slotBytes)) throw new RangeError('the content does not fit a slot');
    const plain = Buffer.alloc(slotCapacity(slotBytes) + SEQUENCE_BYTES);
    plain.writeBigUInt64BE(BigInt(sequence), 0);
    content.copy(plain, SEQUENCE_BYTES);
    return sealBytes(key, plain, slotContext(slot));
  }

  function slotContext(slot: number): Buffer {
    return Buffer.from(`${context}\0${slot}`);
  }

  function close(): void {
    if (file !== null) closeSync(file);
    file = null;
  }

  return { read, write, close };
}
