// A vault in a temporary folder with a cheap key cost and a clock that tests move.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { fileSecretStore } from '../../../../electron/adapters/fileSecretStore.ts';
import type { Clock, SecretStore } from '../../../../electron/adapters.ts';
import type { Opened } from '../../../../electron/keys/vault.ts';
import { Vault } from '../../../../electron/keys/vault.ts';

export const PASSWORD = 'a quiet lamp on the stair';
export const ANNA = { userId: '0197a1c4-0000-7000-8000-000000000001', loginId: 'Anna', password: PASSWORD };
export const WEAK_KDF = { memoryKiB: 256, passes: 1, lanes: 1 };

/** A clock that stands still until it is moved. */
export interface TestClock extends Clock {
  wallMs: number;
  sinceBootMs: number;
  bootId: string;
}

export function testClock(): TestClock {
  return {
    wallMs: Date.UTC(2026, 0, 5, 8),
    sinceBootMs: 60_000,
    bootId: 'boot-1',
    nowMs() {
      return this.wallMs;
    },
    monotonicMs() {
      return this.sinceBootMs;
    },
  };
}

/** A key store that seals by turning every bit over, to see that the vault goes through it. */
export function fakeKeyStore(state: { isAvailable: boolean }): SecretStore {
  const turn = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0xff));
  return { kind: 'test-keychain', isAvailable: () => state.isAvailable, encrypt: turn, decrypt: turn };
}

export interface TestFolders {
  vaultDir: string;
  deviceDir: string;
  databasePath: string;
  remove(): void;
}

export function testFolders(): TestFolders {
  const root = mkdtempSync(join(tmpdir(), 'keyward-keys-'));
  const vaultDir = join(root, 'vault');
  return {
    vaultDir,
    deviceDir: join(root, 'device'),
    databasePath: join(vaultDir, 'console.db'),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

export function vaultIn(folders: TestFolders, clock: Clock = testClock(), secretStore = fileSecretStore()): Vault {
  const { vaultDir, deviceDir } = folders;
  return new Vault({ vaultDir, deviceDir, secretStore, clock, kdf: WEAK_KDF, allowWeakKdfForTests: true });
}

/** A committed vault whose first person is Anna, with a small database. */
export async function createdVault(
  folders: TestFolders,
  clock: Clock = testClock(),
): Promise<{ vault: Vault; recoveryCode: string; anna: Opened }> {
  const vault = vaultIn(folders, clock);
  const created = await vault.create(ANNA);
  const database = openKeyed(join(created.stagingDir, 'console.db'), created.keyring.pageKey);
  database.exec("CREATE TABLE patient (name TEXT) STRICT; INSERT INTO patient VALUES ('kept')");
  database.close();
  created.commit();
  created.keyring.wipe();
  created.userSecretKey.fill(0);
  const anna = opened(await vault.openWithPassword(ANNA.loginId, PASSWORD));
  return { vault, recoveryCode: created.recoveryCode, anna };
}

/** Enrol one more person with a password of their own. */
export async function enrol(vault: Vault, by: Opened, who: { userId: string; loginId: string; password: string }) {
  const activation = await vault.makeActivation(by.keyring, who);
  vault.putSlot(activation.slot);
  const first = opened(await vault.openWithActivationCode(who.loginId, activation.activationCode));
  const slot = await vault.makePassword(first, who.password);
  if (slot === null) throw new Error('no slot was made');
  vault.putSlot(slot);
  first.keyring.wipe();
}

/** The value, or an error that fails the test. */
export function opened<T>(value: T | null): T {
  if (value === null) throw new Error('the vault did not open');
  return value;
}

interface KeyedDatabase extends Database.Database {
  key(key: Buffer): number;
  rekey(key: Buffer): number;
}

export function openKeyed(path: string, pageKey: Buffer): KeyedDatabase {
  const database = new Database(path) as KeyedDatabase;
  database.pragma("cipher='sqlcipher'");
  database.pragma('legacy=4');
  const key = rawKey(pageKey);
  database.key(key);
  key.fill(0);
  return database;
}

export function rekeyCopy(from: Buffer, to: Buffer, sourcePath: string, targetPath: string): void {
  copyFileSync(sourcePath, targetPath);
  const database = openKeyed(targetPath, from);
  database.pragma('journal_mode=DELETE');
  const key = rawKey(to);
  database.rekey(key);
  key.fill(0);
  database.close();
}

/** The key in the driver's form for raw bytes. */
function rawKey(pageKey: Buffer): Buffer {
  return Buffer.concat([Buffer.from('raw:'), pageKey]);
}

/** What the database says under this key; throws when the key is not its own. */
export function patientNames(path: string, pageKey: Buffer): unknown[] {
  const database = openKeyed(path, pageKey);
  try {
    return database.prepare('SELECT name FROM patient').pluck().all();
  } finally {
    database.close();
  }
}

/** The same bytes with one bit turned over. */
export function flipBit(bytes: Buffer, bit: number): Buffer {
  const flipped = Buffer.from(bytes);
  flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
  return flipped;
}

/** The n-th of a fixed series of pseudo-random whole numbers below `limit`. */
export function drawn(n: number, limit: number): number {
  return Number(((BigInt(n + 1) * 0x9e3779b97f4a7c15n) % 0xffffffffffffn) % BigInt(limit));
}
