// The anchor outside the vault folder: two slots, one synced write, every change noticed.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openAnchor } from '../../../electron/anchor.ts';
import { drawn, flipBit } from './keys/testVault.ts';

const KEY = Buffer.alloc(32, 5);
const TIME = { wallMs: 1_800_000_000_000, monotonicMs: 12_345.5, bootId: '2f1c7e5a-0000-4000-8000-000000000000' };
const headOf = (number: number) => Buffer.alloc(32, number);

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyward-anchor-'));
  path = join(folder, 'anchor.bin');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function written(count: number): void {
  const anchor = openAnchor(path, KEY, 'install');
  for (let number = 1; number <= count; number += 1) anchor.write(number, headOf(number), TIME, Buffer.from([number]));
  anchor.close();
}

function readBack(key = KEY, installId = 'install') {
  const anchor = openAnchor(path, key, installId);
  const reading = anchor.read();
  anchor.close();
  return reading;
}

describe('anchor', () => {
  it('says absent before the first write', () => {
    expect(readBack().state).toBe('absent');
  });

  it('gives back the newest number, head and times from two slots of 512 bytes', () => {
    written(3);
    expect(statSync(path).size).toBe(1024);
    const reading = readBack();
    expect(reading).toMatchObject({ state: 'ok', bothValid: true, number: 3, ...TIME });
    expect(reading.head.equals(headOf(3))).toBe(true);
    expect(reading.extra.equals(Buffer.from([3]))).toBe(true);
  });

  it('is whole from the first write on and through rewriting the same number', () => {
    written(1);
    expect(readBack()).toMatchObject({ state: 'ok', bothValid: true, number: 1 });
    const anchor = openAnchor(path, KEY, 'install');
    anchor.write(1, headOf(9), TIME);
    expect(anchor.read()).toMatchObject({ bothValid: true, number: 1 });
    expect(anchor.read().head.equals(headOf(9))).toBe(true);
    anchor.close();
  });

  it('falls back to the slot before when the newest write was torn, and says so', () => {
    written(4);
    const bytes = readFileSync(path);
    for (const slot of [0, 1]) {
      const torn = Buffer.from(bytes);
      torn.fill(0, slot * 512 + 256, slot * 512 + 512);
      writeFileSync(path, torn);
      const reading = readBack();
      expect(reading).toMatchObject({ state: 'ok', bothValid: false });
      expect([3, 4]).toContain(reading.number);
    }
  });

  it('shows an older slot put back over the newer one (A10)', () => {
    written(3);
    const old = readFileSync(path);
    written(4);
    const now = readFileSync(path);
    const isFirstSlotOlder = Buffer.concat([old.subarray(0, 512), now.subarray(512)]);
    const isSecondSlotOlder = Buffer.concat([now.subarray(0, 512), old.subarray(512)]);
    for (const mixed of [isFirstSlotOlder, isSecondSlotOlder]) {
      writeFileSync(path, mixed);
      expect(readBack().bothValid).toBe(false);
    }
  });

  it('opens with no other key and for no other installation', () => {
    written(1);
    expect(readBack(Buffer.alloc(32, 6)).state).toBe('damaged');
    expect(readBack(KEY, 'another').state).toBe('damaged');
  });

  it('shows slots exchanged', () => {
    written(2);
    const bytes = readFileSync(path);
    writeFileSync(path, Buffer.concat([bytes.subarray(512), bytes.subarray(0, 512)]));
    expect(readBack().state).toBe('damaged');
  });

  it('shows each of 1000 flipped bits, a cut end and a longer one (R-08)', () => {
    written(5);
    const bytes = readFileSync(path);
    const missed: number[] = [];
    for (let index = 0; index < 1_000; index += 1) {
      const bit = drawn(index, bytes.length * 8);
      writeFileSync(path, flipBit(bytes, bit));
      if (readBack().bothValid) missed.push(bit);
    }
    expect(missed).toEqual([]);
    writeFileSync(path, bytes.subarray(0, 700));
    expect(readBack()).toMatchObject({ state: 'ok', bothValid: false });
    writeFileSync(path, Buffer.concat([bytes, Buffer.alloc(1)]));
    expect(readBack().bothValid).toBe(false);
  });

  it('refuses a head of the wrong length and a number that is none', () => {
    const anchor = openAnchor(path, KEY, 'install');
    expect(() => anchor.write(1, Buffer.alloc(31), TIME)).toThrow(RangeError);
    expect(() => anchor.write(-1, headOf(1), TIME)).toThrow(RangeError);
    expect(() => anchor.write(1, headOf(1), TIME, Buffer.alloc(193))).toThrow(RangeError);
    anchor.close();
  });
});
