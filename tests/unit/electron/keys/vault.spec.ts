// Every operation of the vault: who gets in, who does not, and what is left behind.
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileSecretStore } from '../../../../electron/adapters/fileSecretStore.ts';
import { Vault } from '../../../../electron/keys/vault.ts';
import type { TestClock, TestFolders } from './testVault.ts';
import {
  ANNA,
  createdVault,
  enrol,
  fakeKeyStore,
  opened,
  PASSWORD,
  patientNames,
  testClock,
  testFolders,
  vaultIn,
} from './testVault.ts';

const BOB = { userId: '0197a1c4-0000-7000-8000-000000000002', loginId: 'bob', password: 'seven green boats at anchor' };
const DAY_MS = 86_400_000;

let folders: TestFolders;
let clock: TestClock;
beforeEach(() => {
  folders = testFolders();
  clock = testClock();
});
afterEach(() => folders.remove());

const keyFile = () => join(folders.vaultDir, 'vault.json');

describe('a first start', () => {
  it('is nothing until it is committed, and starts clean after a kill', async () => {
    const vault = vaultIn(folders, clock);
    expect(vault.state()).toBe('absent');
    await vault.create(ANNA);
    expect(vault.state()).toBe('absent');
    expect(vaultIn(folders, clock).state()).toBe('absent');
    const { vault: second } = await createdVault(folders, clock);
    expect(second.state()).toBe('ready');
    expect(existsSync(join(folders.vaultDir, 'staging'))).toBe(false);
  });

  it('opens for the first person and for nobody else', async () => {
    const { vault, anna } = await createdVault(folders, clock);
    expect(anna).toMatchObject({ userId: ANNA.userId, kind: 'password' });
    expect(patientNames(folders.databasePath, anna.keyring.pageKey)).toEqual(['kept']);
    expect(await vault.openWithPassword('anna', `${PASSWORD} `)).toBeNull();
    expect(await vault.openWithPassword('bob', PASSWORD)).toBeNull();
    expect(await vault.openWithActivationCode('anna', PASSWORD)).toBeNull();
  });

  it('never makes a second vault over one, nor over a database whose key file is gone', async () => {
    const { vault } = await createdVault(folders, clock);
    await expect(vault.create(ANNA)).rejects.toThrow('there is a vault already');
    rmSync(keyFile());
    expect(vault.state()).toBe('damaged');
    await expect(vault.create(ANNA)).rejects.toThrow('there is a vault already');
    expect(existsSync(folders.databasePath)).toBe(true);
  });

  it('takes a login id in any case and width', async () => {
    const { vault } = await createdVault(folders, clock);
    expect((await vault.openWithPassword(' ＡNNA', PASSWORD))?.userId).toBe(ANNA.userId);
  });

  it('writes neither names, login ids nor passwords, and keeps files to their owner', async () => {
    await createdVault(folders, clock);
    const text = readFileSync(keyFile(), 'utf8');
    expect(text.toLowerCase()).not.toContain(ANNA.loginId.toLowerCase());
    expect(text).not.toContain(PASSWORD);
    if (process.platform !== 'win32') {
      expect(statSync(keyFile()).mode & 0o777).toBe(0o600);
      expect(statSync(join(folders.deviceDir, 'device.key')).mode & 0o777).toBe(0o600);
    }
  });

  it('refuses key costs below the floor outside tests', () => {
    const { vaultDir, deviceDir } = folders;
    const base = { vaultDir, deviceDir, secretStore: fileSecretStore(), clock };
    expect(() => new Vault({ ...base, kdf: { memoryKiB: 65_535, passes: 3, lanes: 4 } })).toThrow(RangeError);
    expect(() => new Vault({ ...base, kdf: { memoryKiB: 1_048_577, passes: 3, lanes: 4 } })).toThrow(RangeError);
  });

  it('reads a key file whose costs were lowered as damaged', async () => {
    await createdVault(folders, clock);
    const { vaultDir, deviceDir } = folders;
    expect(new Vault({ vaultDir, deviceDir, secretStore: fileSecretStore(), clock }).state()).toBe('damaged');
  });
});

describe('the device secret', () => {
  it('goes through the key store where there is one, and says so where there is none', async () => {
    const vault = vaultIn(folders, clock, fakeKeyStore({ isAvailable: true }));
    (await vault.create(ANNA)).commit();
    expect(vault.deviceSecretKind).toBe('test-keychain');
    expect(await vault.openWithPassword('anna', PASSWORD)).not.toBeNull();
    expect(vaultIn(folders, clock, fakeKeyStore({ isAvailable: false })).state()).toBe('deviceSecretMissing');
    const other = testFolders();
    const { vault: plain } = await createdVault(other, clock);
    expect(plain.deviceSecretKind).toBe('file');
    other.remove();
  });

  it('is needed with the password: another one opens nothing', async () => {
    const { vault } = await createdVault(folders, clock);
    const other = testFolders();
    await createdVault(other, clock);
    writeFileSync(join(folders.deviceDir, 'device.key'), readFileSync(join(other.deviceDir, 'device.key')));
    expect(vault.state()).toBe('deviceSecretMissing');
    await expect(vault.openWithPassword('anna', PASSWORD)).rejects.toThrow('the device secret is missing');
    expect(vault.openGate()).toBeNull();
    other.remove();
  });

  it('when lost, the recovery code re-enrols this computer and each person needs a new code', async () => {
    const { vault, anna, recoveryCode } = await createdVault(folders, clock);
    await enrol(vault, anna, BOB);
    rmSync(join(folders.deviceDir, 'device.key'));
    expect(vault.state()).toBe('deviceSecretMissing');
    const keyring = opened(await vault.openWithRecoveryCode(recoveryCode));
    expect(patientNames(folders.databasePath, keyring.pageKey)).toEqual(['kept']);
    vault.reenrol(keyring, [ANNA, BOB]);
    expect(vault.state()).toBe('ready');
    expect(vault.openGate()?.condition).toBe('ok');
    expect(vault.slotKind(ANNA.userId)).toBe('dead');
    expect(await vault.openWithPassword('anna', PASSWORD)).toBeNull();
    expect(() => vault.sealTo(ANNA.userId, Buffer.from('draft'))).toThrow('the person has no key slot');
    await enrol(vault, { userId: '', kind: 'password', keyring, userSecretKey: Buffer.alloc(0) }, ANNA);
    expect((await vault.openWithPassword('anna', PASSWORD))?.userId).toBe(ANNA.userId);
  });
});

describe('activation', () => {
  it('opens once with the code and then with the chosen password only', async () => {
    const { vault, anna } = await createdVault(folders, clock);
    const { slot, activationCode, expiresAtMs } = await vault.makeActivation(anna.keyring, BOB);
    expect(expiresAtMs).toBe(clock.wallMs + DAY_MS);
    vault.putSlot(slot);
    expect(await vault.openWithPassword('bob', activationCode)).toBeNull();
    const bob = opened(await vault.openWithActivationCode('Bob', activationCode.toLowerCase()));
    expect(bob).toMatchObject({ userId: BOB.userId, kind: 'activation' });
    const password = opened(await vault.makePassword(bob, BOB.password));
    vault.putSlot(password);
    expect(await vault.openWithActivationCode('bob', activationCode)).toBeNull();
    const again = opened(await vault.openWithPassword('bob', BOB.password));
    expect(again.kind).toBe('password');
    expect(again.userSecretKey.equals(password.userSecretKey)).toBe(true);
    expect(again.userSecretKey.equals(bob.userSecretKey)).toBe(false);
  });

  it('refuses a code after 24 hours, and one from before the clock was set back', async () => {
    const { vault, anna } = await createdVault(folders, clock);
    const { slot, activationCode } = await vault.makeActivation(anna.keyring, BOB);
    vault.putSlot(slot);
    clock.wallMs += DAY_MS - 1;
    expect(await vault.openWithActivationCode('bob', activationCode)).not.toBeNull();
    clock.wallMs += 1;
    expect(await vault.openWithActivationCode('bob', activationCode)).toBeNull();
    clock.wallMs -= DAY_MS + 1;
    expect(await vault.openWithActivationCode('bob', activationCode)).toBeNull();
  });

  it('as a reset ends the old password at once', async () => {
    const { vault, anna } = await createdVault(folders, clock);
    await enrol(vault, anna, BOB);
    vault.putSlot((await vault.makeActivation(anna.keyring, BOB)).slot);
    expect(await vault.openWithPassword('bob', BOB.password)).toBeNull();
    expect(vault.slotKind(BOB.userId)).toBe('activation');
  });

  it('never takes a login id that is in use', async () => {
    const { vault, anna } = await createdVault(folders, clock);
    const { slot } = await vault.makeActivation(anna.keyring, { userId: 'user-x', loginId: 'ANNA' });
    expect(() => vault.putSlot(slot)).toThrow('in use');
  });
});

describe('passwords', () => {
  it('change by the old one, keep the key pair, and end the old one', async () => {
    const { vault, anna } = await createdVault(folders, clock);
    const sealed = vault.sealTo(ANNA.userId, Buffer.from('a draft'));
    const who = { userId: ANNA.userId, loginId: 'anna' };
    expect(await vault.makePassword({ ...who, currentPassword: 'wrong' }, 'the new long password')).toBeNull();
    vault.putSlot(opened(await vault.makePassword({ ...who, currentPassword: PASSWORD }, 'the new long password')));
    expect(await vault.openWithPassword('anna', PASSWORD)).toBeNull();
    const again = opened(await vault.openWithPassword('anna', 'the new long password'));
    expect(Vault.unseal(again.userSecretKey, sealed)?.toString()).toBe('a draft');
    expect(Vault.unseal(Buffer.alloc(32, 1), sealed)).toBeNull();
    expect(anna.keyring.generation).toBe(1);
  });

  it('are checked for step-up without opening anything', async () => {
    const { vault } = await createdVault(folders, clock);
    expect(await vault.verifyPassword(ANNA.userId, PASSWORD)).toBe(true);
    expect(await vault.verifyPassword(ANNA.userId, 'wrong')).toBe(false);
    expect(await vault.verifyPassword('user-nobody', PASSWORD)).toBe(false);
  });

  it('are the same typed in composed and decomposed letters', async () => {
    const vault = vaultIn(folders, clock);
    (await vault.create({ ...ANNA, password: 'cafe\u0301 au lait pour deux' })).commit();
    expect(await vault.openWithPassword('anna', 'caf\u00e9 au lait pour deux')).not.toBeNull();
  });
});

describe('slots', () => {
  it('cannot bring back somebody removed while their new password was being prepared', async () => {
    const { vault, anna } = await createdVault(folders, clock);
    await enrol(vault, anna, BOB);
    const bob = opened(await vault.openWithPassword('bob', BOB.password));
    const prepared = opened(await vault.makePassword(bob, 'another long password'));
    vault.removeSlot(BOB.userId);
    expect(() => vault.putSlot(prepared)).toThrow('the key slot changed meanwhile');
    expect(await vault.openWithPassword('bob', BOB.password)).toBeNull();
    expect(vault.slotKind(BOB.userId)).toBeNull();
  });

  it('move to a new login id without their owner', async () => {
    const { vault, anna } = await createdVault(folders, clock);
    await enrol(vault, anna, BOB);
    vault.renameLogin(anna.keyring, BOB.userId, 'Robert');
    expect(await vault.openWithPassword('bob', BOB.password)).toBeNull();
    expect((await vault.openWithPassword('robert', BOB.password))?.userId).toBe(BOB.userId);
    expect(() => vault.renameLogin(anna.keyring, BOB.userId, 'Anna')).toThrow('in use');
  });

  it('change only while somebody is signed in', async () => {
    const { vault, anna } = await createdVault(folders, clock);
    anna.keyring.wipe();
    expect(() => vault.removeSlot(ANNA.userId)).toThrow('the vault is locked');
    expect(() => vault.renameLogin(anna.keyring, ANNA.userId, 'x')).toThrow('the keys are wiped');
  });
});

describe('recovery', () => {
  it('works by the code in force and by no other', async () => {
    const { vault, anna, recoveryCode } = await createdVault(folders, clock);
    const { code, recovery } = await vault.makeRecovery(anna.keyring);
    expect(await vault.openWithRecoveryCode(code)).toBeNull();
    expect(() => vault.keepOnlyRecovery(anna.keyring, recovery)).toThrow('was not added');
    vault.addRecovery(anna.keyring, recovery);
    expect(await vault.openWithRecoveryCode(recoveryCode)).not.toBeNull();
    expect(await vault.openWithRecoveryCode(code)).not.toBeNull();
    vault.keepOnlyRecovery(anna.keyring, recovery);
    expect(await vault.openWithRecoveryCode(recoveryCode)).toBeNull();
    expect((await vault.openWithRecoveryCode(code))?.pageKey.equals(anna.keyring.pageKey)).toBe(true);
    expect(await vault.openWithRecoveryCode('nonsense')).toBeNull();
  });

  it('works by both codes after a kill between adding the new one and voiding the old one, until the next is kept', async () => {
    const { vault, anna, recoveryCode } = await createdVault(folders, clock);
    const first = await vault.makeRecovery(anna.keyring);
    vault.addRecovery(anna.keyring, first.recovery);
    vault.addRecovery(anna.keyring, first.recovery);
    expect(await vault.openWithRecoveryCode(recoveryCode)).not.toBeNull();
    const second = await vault.makeRecovery(anna.keyring);
    vault.addRecovery(anna.keyring, second.recovery);
    expect(await vault.openWithRecoveryCode(first.code)).not.toBeNull();
    vault.keepOnlyRecovery(anna.keyring, second.recovery);
    for (const old of [recoveryCode, first.code]) expect(await vault.openWithRecoveryCode(old)).toBeNull();
    expect(await vault.openWithRecoveryCode(second.code)).not.toBeNull();
  });
});

describe('lock', () => {
  it('turns every key to zero (N-06)', async () => {
    const { anna } = await createdVault(folders, clock);
    const { pageKey, anchorKey, entityKey, receiptSecretKey } = anna.keyring;
    for (const key of [pageKey, anchorKey, entityKey, receiptSecretKey])
      expect(key.equals(Buffer.alloc(32))).toBe(false);
    anna.keyring.wipe();
    for (const key of [pageKey, anchorKey, entityKey, receiptSecretKey])
      expect(key.equals(Buffer.alloc(32))).toBe(true);
  });
});
