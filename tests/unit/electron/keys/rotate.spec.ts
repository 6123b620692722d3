// Root key rotation: who opens what afterwards, and after a stop at any step.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { opensWith } from '../../../../electron/keys/databaseProbe.ts';
import { ROTATION_STEPS } from '../../../../electron/keys/rotate.ts';
import { Vault } from '../../../../electron/keys/vault.ts';
import type { TestFolders } from './testVault.ts';
import { ANNA, createdVault, enrol, opened, PASSWORD, patientNames, rekeyCopy, testFolders } from './testVault.ts';

const BOB = { userId: '0197a1c4-0000-7000-8000-000000000002', loginId: 'bob', password: 'seven green boats at anchor' };
const EVE = { userId: '0197a1c4-0000-7000-8000-000000000003', loginId: 'eve', password: 'a drawer of brass buttons' };

let folders: TestFolders;
beforeEach(() => {
  folders = testFolders();
});
afterEach(() => folders.remove());

async function office() {
  const made = await createdVault(folders);
  for (const person of [BOB, EVE]) await enrol(made.vault, made.anna, person);
  return made;
}

describe('rotation', () => {
  it('gives new keys to those who remain, without their presence, and nothing to the one who left', async () => {
    const { vault, anna, recoveryCode } = await office();
    const oldPageKey = Buffer.from(anna.keyring.pageKey);
    const lasting = [anna.keyring.anchorKey, anna.keyring.entityKey, anna.keyring.receiptSecretKey].map((key) =>
      Buffer.from(key),
    );
    const keyring = vault.rotate(anna.keyring, [ANNA.userId, BOB.userId], rekeyCopy, folders.databasePath);
    expect(keyring.generation).toBe(2);
    expect(anna.keyring.pageKey.equals(Buffer.alloc(32))).toBe(true);
    expect(patientNames(folders.databasePath, keyring.pageKey)).toEqual(['kept']);
    expect(() => patientNames(folders.databasePath, oldPageKey)).toThrow();
    expect([keyring.anchorKey, keyring.entityKey, keyring.receiptSecretKey]).toEqual(lasting);
    const bob = opened(await vault.openWithPassword('bob', BOB.password));
    expect(bob.keyring.pageKey.equals(keyring.pageKey)).toBe(true);
    expect(await vault.openWithPassword('eve', EVE.password)).toBeNull();
    const recovered = opened(await vault.openWithRecoveryCode(recoveryCode));
    expect(recovered.pageKey.equals(keyring.pageKey)).toBe(true);
    expect(vault.resumeRotation(keyring, rekeyCopy, folders.databasePath)).toBe(keyring);
  });

  it('leaves the key file open to further changes and to a second rotation', async () => {
    const { vault, anna } = await office();
    const second = vault.rotate(anna.keyring, [ANNA.userId, BOB.userId], rekeyCopy, folders.databasePath);
    vault.removeSlot(BOB.userId);
    const third = vault.rotate(second, [ANNA.userId], rekeyCopy, folders.databasePath);
    expect(third.generation).toBe(3);
    expect(patientNames(folders.databasePath, third.pageKey)).toEqual(['kept']);
  });

  it('makes the old key file worthless for the new database (A5, N-07)', async () => {
    const { vault, anna } = await office();
    const taken = join(folders.vaultDir, '..', 'taken');
    mkdirSync(taken);
    copyFileSync(join(folders.vaultDir, 'vault.json'), join(taken, 'vault.json'));
    vault.rotate(anna.keyring, [ANNA.userId, BOB.userId], rekeyCopy, folders.databasePath);
    copyFileSync(join(taken, 'vault.json'), join(folders.vaultDir, 'vault.json'));
    const eve = opened(await vault.openWithPassword('eve', EVE.password));
    expect(eve.keyring.generation).toBe(1);
    expect(() => patientNames(folders.databasePath, eve.keyring.pageKey)).toThrow();
    expect(opensWith(folders.databasePath, eve.keyring.pageKey)).toBe(false);
  });

  it.each(['beforeCopy', ...ROTATION_STEPS])(
    'stopped at %s, leaves a vault that opens with exactly the right people',
    async (at) => {
      const { vault, anna, recoveryCode } = await office();
      const stop = (step: string) => {
        if (step === at) throw new Error('stopped');
      };
      const rekey: typeof rekeyCopy = (from, to, source, target) => {
        stop('beforeCopy');
        rekeyCopy(from, to, source, target);
      };
      expect(() => vault.rotate(anna.keyring, [ANNA.userId, BOB.userId], rekey, folders.databasePath, stop)).toThrow();
      expect(vault.state()).toBe('ready');
      expect(await vault.openWithPassword('eve', EVE.password)).toBeNull();
      const bob = opened(await vault.openWithPassword('bob', BOB.password));
      const keyring = vault.resumeRotation(bob.keyring, rekeyCopy, folders.databasePath);
      expect(keyring.generation).toBe(2);
      expect(patientNames(folders.databasePath, keyring.pageKey)).toEqual(['kept']);
      for (const open of [vault.openWithPassword('anna', PASSWORD), vault.openWithPassword('bob', BOB.password)]) {
        expect((await open)?.keyring.pageKey.equals(keyring.pageKey)).toBe(true);
      }
      expect((await vault.openWithRecoveryCode(recoveryCode))?.pageKey.equals(keyring.pageKey)).toBe(true);
      expect(await vault.openWithPassword('eve', EVE.password)).toBeNull();
      expect(readdirSync(folders.vaultDir).filter((name) => name.includes('next'))).toEqual([]);
    },
  );

  it('that failed for want of space is resumed in the same session', async () => {
    const { vault, anna } = await office();
    const full = () => {
      throw new Error('no space');
    };
    expect(() => vault.rotate(anna.keyring, [ANNA.userId], full, folders.databasePath)).toThrow('no space');
    expect(() => vault.removeSlot(BOB.userId)).toThrow('a key rotation is unfinished');
    expect(patientNames(folders.databasePath, anna.keyring.pageKey)).toEqual(['kept']);
    const keyring = vault.resumeRotation(anna.keyring, rekeyCopy, folders.databasePath);
    expect(patientNames(folders.databasePath, keyring.pageKey)).toEqual(['kept']);
  });

  it('never swaps in a copy that does not open with the new key', async () => {
    const { vault, anna } = await office();
    const lazy = (_from: Buffer, _to: Buffer, source: string, target: string) => copyFileSync(source, target);
    expect(() => vault.rotate(anna.keyring, [ANNA.userId], lazy, folders.databasePath)).toThrow('does not open');
    expect(patientNames(folders.databasePath, anna.keyring.pageKey)).toEqual(['kept']);
  });

  it('refuses a database that was not closed cleanly, before anything is changed', async () => {
    const { vault, anna } = await office();
    const before = readFileSync(join(folders.vaultDir, 'vault.json'));
    writeFileSync(`${folders.databasePath}-journal`, 'x');
    expect(() => vault.rotate(anna.keyring, [ANNA.userId], rekeyCopy, folders.databasePath)).toThrow('cleanly');
    expect(readFileSync(join(folders.vaultDir, 'vault.json')).equals(before)).toBe(true);
    expect(existsSync(`${folders.databasePath}.next`)).toBe(false);
  });

  it('keeps drafts readable to their owners', async () => {
    const { vault, anna } = await office();
    const sealed = vault.sealTo(BOB.userId, Buffer.from('a draft'));
    vault.rotate(anna.keyring, [ANNA.userId, BOB.userId], rekeyCopy, folders.databasePath);
    const bob = opened(await vault.openWithPassword('bob', BOB.password));
    expect(Vault.unseal(bob.userSecretKey, sealed)?.toString()).toBe('a draft');
  });
});
