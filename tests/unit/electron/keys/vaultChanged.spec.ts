// A key file that somebody changed, or that another program wrote.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VaultDamagedError } from '../../../../electron/keys/vault.ts';
import type { TestClock, TestFolders } from './testVault.ts';
import { createdVault, drawn, enrol, flipBit, testClock, testFolders } from './testVault.ts';

const BOB = { userId: '0197a1c4-0000-7000-8000-000000000002', loginId: 'bob', password: 'seven green boats at anchor' };

let folders: TestFolders;
let clock: TestClock;
beforeEach(() => {
  folders = testFolders();
  clock = testClock();
});
afterEach(() => folders.remove());

const keyFile = () => join(folders.vaultDir, 'vault.json');

describe('a changed key file', () => {
  it('shows each of 1000 flipped bits without any key (R-08)', async () => {
    const { vault, anna } = await createdVault(folders, clock);
    await enrol(vault, anna, BOB);
    const bytes = readFileSync(keyFile());
    const missed: number[] = [];
    for (let index = 0; index < 1_000; index += 1) {
      const bit = drawn(index, bytes.length * 8);
      writeFileSync(keyFile(), flipBit(bytes, bit));
      if (vault.state() === 'ready') missed.push(bit);
    }
    expect(missed).toEqual([]);
  });

  it('of a newer program is told apart from a damaged one', async () => {
    const { vault } = await createdVault(folders, clock);
    writeFileSync(keyFile(), readFileSync(keyFile(), 'utf8').replace('"version":1', '"version":2'));
    expect(vault.state()).toBe('newer');
  });

  it('opens for nobody when it was composed of two good ones (A2)', async () => {
    const { vault, anna } = await createdVault(folders, clock);
    await enrol(vault, anna, BOB);
    const other = testFolders();
    const { vault: foreign, anna: eve } = await createdVault(other, clock);
    expect(foreign.installId).not.toBe(vault.installId);
    eve.keyring.wipe();
    writeFileSync(keyFile(), readFileSync(join(other.vaultDir, 'vault.json')));
    expect(vault.state()).toBe('deviceSecretMissing');
    expect(() => vault.removeSlot(BOB.userId)).toThrow(VaultDamagedError);
    other.remove();
  });
});
