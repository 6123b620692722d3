// The gate before sign-in: counted first, on the disk, and deaf to clocks and lost files.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Gate } from '../../../../electron/keys/gate.ts';
import { createGateFile, GATE_LEAST_LOCK_MS, openGate } from '../../../../electron/keys/gate.ts';
import { GATE_EVENTS, GATE_ROWS } from '../../../../electron/keys/gateTable.ts';
import type { TestClock, TestFolders } from './testVault.ts';
import { createdVault, drawn, flipBit, opened, testClock, testFolders, vaultIn } from './testVault.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

let folders: TestFolders;
let clock: TestClock;
let path: string;
let gates: Gate[];
beforeEach(async () => {
  folders = testFolders();
  clock = testClock();
  gates = [];
  path = join(folders.vaultDir, 'gate.bin');
  const { anna } = await createdVault(folders, clock);
  anna.keyring.wipe();
});
afterEach(() => {
  for (const gate of gates) gate.close();
  folders.remove();
});

function open(): Gate {
  const gate = opened(vaultIn(folders, clock).openGate());
  gates.push(gate);
  return gate;
}

function pass(ms: number): void {
  clock.wallMs += ms;
  clock.sinceBootMs += ms;
}

function tryOften(gate: Gate, loginId: string, times: number): number {
  let allowed = 0;
  for (let count = 0; count < times; count += 1) if (gate.beginAttempt(loginId, clock.wallMs).mayTry) allowed += 1;
  return allowed;
}

describe('gate', () => {
  it('is there and whole from the first start', () => {
    expect(open().condition).toBe('ok');
    expect(open().limits).toEqual({ maxFailures: 5, lockMs: 15 * MINUTE_MS });
  });

  it('lets five tries through and locks the sixth for fifteen minutes (S1.19)', () => {
    const gate = open();
    expect(tryOften(gate, 'anna', 50)).toBe(5);
    const answer = gate.beginAttempt('ANNA', clock.wallMs);
    expect(answer).toEqual({ mayTry: false, failures: 5, lockedUntilMs: clock.wallMs + 15 * MINUTE_MS });
    pass(15 * MINUTE_MS - 1);
    expect(gate.isLocked('anna', clock.wallMs)).toBe(true);
    pass(1);
    expect(gate.isLocked('anna', clock.wallMs)).toBe(false);
    expect(gate.beginAttempt('anna', clock.wallMs)).toEqual({ mayTry: true, failures: 1, lockedUntilMs: null });
  });

  it('says with the last try that it was the last', () => {
    const gate = open();
    tryOften(gate, 'anna', 4);
    expect(gate.beginAttempt('anna', clock.wallMs)).toEqual({
      mayTry: true,
      failures: 5,
      lockedUntilMs: clock.wallMs + 15 * MINUTE_MS,
    });
  });

  it('has every try on the disk before it answers, so ending the program forgets none', () => {
    let allowed = 0;
    for (let restart = 0; restart < 12; restart += 1) allowed += tryOften(open(), 'anna', 1);
    expect(allowed).toBe(5);
  });

  it('forgets failures after a success and after an unlock by a Super User', () => {
    const gate = open();
    tryOften(gate, 'anna', 4);
    gate.succeed('anna');
    expect(tryOften(gate, 'anna', 9)).toBe(5);
    gate.unlock('anna');
    expect(gate.isLocked('anna', clock.wallMs)).toBe(false);
  });

  it('counts known and unknown login ids alike and each on its own', () => {
    const gate = open();
    expect(tryOften(gate, 'nobody', 9)).toBe(5);
    expect(tryOften(gate, 'anna', 9)).toBe(5);
  });

  it('keeps a person locked when thousands of invented login ids are tried', () => {
    const gate = open();
    tryOften(gate, 'anna', 5);
    for (let index = 0; index < GATE_ROWS + 50; index += 1)
      gate.beginAttempt(`invented-${index}`, clock.wallMs + index);
    expect(gate.isLocked('anna', clock.wallMs)).toBe(true);
  });

  it('is not shortened by setting the clock forward, nor stretched by setting it back, in the same boot (N-08)', () => {
    const gate = open();
    tryOften(gate, 'anna', 5);
    for (const jumpMs of [DAY_MS, -DAY_MS, -clock.wallMs, 250_000 * DAY_MS]) {
      const nowMs = clock.wallMs + jumpMs;
      expect(gate.lockedUntilMs('anna', nowMs)).toBe(nowMs + 15 * MINUTE_MS);
    }
    clock.wallMs += DAY_MS;
    expect(open().isLocked('anna', clock.wallMs)).toBe(true);
    clock.sinceBootMs += 15 * MINUTE_MS;
    expect(open().isLocked('anna', clock.wallMs)).toBe(false);
  });

  it('carries a lock over a reboot by the wall clock, never further than one lock from now', () => {
    const gate = open();
    tryOften(gate, 'anna', 5);
    clock.bootId = 'boot-2';
    clock.sinceBootMs = 5;
    clock.wallMs += 10 * MINUTE_MS;
    expect(open().lockedUntilMs('anna', clock.wallMs)).toBe(clock.wallMs + 5 * MINUTE_MS);
    clock.wallMs = 0;
    expect(open().lockedUntilMs('anna', 0)).toBe(15 * MINUTE_MS);
  });

  it('holds all tries for five minutes when the file is deleted, so deleting it is no free reset', () => {
    tryOften(open(), 'anna', 5);
    rmSync(path);
    const gate = open();
    expect(gate.condition).toBe('missing');
    expect(gate.beginAttempt('anna', clock.wallMs).mayTry).toBe(false);
    pass(GATE_LEAST_LOCK_MS);
    expect(gate.beginAttempt('anna', clock.wallMs).mayTry).toBe(true);
  });

  it('shows each of 1000 flipped bits (R-08)', () => {
    tryOften(open(), 'anna', 3);
    const bytes = readFileSync(path);
    const missed: number[] = [];
    for (let index = 0; index < 1_000; index += 1) {
      const bit = drawn(index, bytes.length * 8);
      writeFileSync(path, flipBit(bytes, bit));
      const gate = opened(vaultIn(folders, clock).openGate());
      if (gate.condition === 'ok') missed.push(bit);
      gate.close();
    }
    expect(missed).toEqual([]);
  });

  it('survives a torn write with the state before it', () => {
    tryOften(open(), 'anna', 5);
    const bytes = readFileSync(path);
    for (const slot of [0, 1]) {
      const torn = Buffer.from(bytes);
      torn.fill(0, (slot * bytes.length) / 2 + 100, ((slot + 1) * bytes.length) / 2);
      writeFileSync(path, torn);
      const gate = open();
      expect(gate.condition).toBe('torn');
      expect(gate.beginAttempt('anna', clock.wallMs).failures).toBeGreaterThanOrEqual(5);
    }
  });

  it('opens under no other device secret: damaged, and held', () => {
    const gate = openGate({
      vaultDir: folders.vaultDir,
      installId: 'another',
      deviceSecret: Buffer.alloc(32),
      clock,
      isKnown: () => false,
    });
    gates.push(gate);
    expect(gate.condition).toBe('damaged');
    expect(gate.isLocked('anna', clock.wallMs)).toBe(true);
  });

  it('keeps events until drained, in order, and counts those it had to drop', () => {
    const gate = open();
    const lookupId = gate.lookupId('anna');
    gate.queueEvent({ atMs: 1, code: 'failed', lookupId });
    gate.queueEvent({ atMs: 2, code: 'locked', lookupId });
    const again = open();
    expect(again.pendingEvents()).toEqual([
      { atMs: 1, code: 'failed', lookupId },
      { atMs: 2, code: 'locked', lookupId },
    ]);
    for (let index = 0; index < GATE_EVENTS; index += 1) again.queueEvent({ atMs: index, code: 'unknown', lookupId });
    expect(again.lostEvents).toBe(2);
    expect(again.drainEvents()).toHaveLength(GATE_EVENTS);
    expect(open().drainEvents()).toEqual([]);
    expect(open().lostEvents).toBe(0);
  });

  it('grows its sequence with every write, so that an older file shows', () => {
    const gate = open();
    const before = gate.sequence;
    const old = readFileSync(path);
    gate.beginAttempt('anna', clock.wallMs);
    expect(gate.sequence).toBe(before + 1);
    writeFileSync(path, old);
    expect(open().sequence).toBe(before);
  });

  it('refuses limits beyond its floors and remembers those it took', () => {
    const gate = open();
    for (const maxFailures of [2, 11, 4.5]) {
      expect(() => gate.configure({ maxFailures, lockMs: 15 * MINUTE_MS })).toThrow(RangeError);
    }
    expect(() => gate.configure({ maxFailures: 5, lockMs: 5 * MINUTE_MS - 1 })).toThrow(RangeError);
    gate.configure({ maxFailures: 3, lockMs: 5 * MINUTE_MS });
    expect(tryOften(open(), 'anna', 9)).toBe(3);
  });

  it('holds no login id in the clear', () => {
    open().beginAttempt('anna', clock.wallMs);
    expect(readFileSync(path).includes('anna')).toBe(false);
  });

  it('can be made anew for a new device secret', () => {
    rmSync(path);
    const options = { vaultDir: folders.vaultDir, installId: 'new', deviceSecret: Buffer.alloc(32, 1), clock };
    createGateFile(options);
    const gate = openGate({ ...options, isKnown: () => false });
    gates.push(gate);
    expect(gate.condition).toBe('ok');
  });
});
