// Where a vault lives and how its file, its device secret and its keys are read; shared by every vault operation.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, SecretStore } from '../adapters.ts';
import type { KdfParameters } from './derive.ts';
import { deviceCheckOf, readDeviceSecret } from './deviceSecret.ts';
import type { Keyring } from './keyring.ts';
import { headerKeyOf, isLive, makeKeyring, openLasting, secretsOf } from './keyring.ts';
import { openRoot } from './slots.ts';
import { VaultDamagedError } from './vaultDamagedError.ts';
import type { SealedRoot, VaultReading, VaultRecord } from './vaultFile.ts';
import { isAuthentic, readVaultFile, replaceVaultFile } from './vaultFile.ts';

export interface VaultOptions {
  vaultDir: string;
  deviceDir: string;
  secretStore: SecretStore;
  clock: Clock;
  /** Cost of new slots; measured on this machine when not given. */
  kdf?: KdfParameters;
  /** Lifts the floor of the cost, so that tests are quick. Never set it in the product. */
  allowWeakKdfForTests?: boolean;
}

/** `deviceSecretMissing`: intact, but on this PC only the recovery code opens it. */
export type VaultState = 'absent' | 'ready' | 'deviceSecretMissing' | 'damaged' | 'newer';

/** The options and the keyrings that are unlocked now. */
export interface VaultContext {
  readonly options: VaultOptions;
  readonly live: Set<Keyring>;
}

type ReadyReading = Extract<VaultReading, { state: 'ready' }>;

export function vaultPath(options: VaultOptions): string {
  return join(options.vaultDir, 'vault.json');
}

export function stagingDirOf(options: VaultOptions): string {
  return join(options.vaultDir, 'staging');
}

export function readVault(options: VaultOptions): VaultReading {
  return readVaultFile(vaultPath(options), options.allowWeakKdfForTests === true);
}

/** The state without any secret of a person. A database without its key file is damage, not a new beginning. */
export function vaultStateOf(options: VaultOptions): VaultState {
  const reading = readVault(options);
  if (reading.state === 'absent') return hasOrphans(options) ? 'damaged' : 'absent';
  if (reading.state !== 'ready') return reading.state;
  const deviceSecret = deviceSecretFor(options, reading.record);
  deviceSecret?.fill(0);
  return deviceSecret === null ? 'deviceSecretMissing' : 'ready';
}

/** The intact key file. Throws when there is none. */
export function readReady(options: VaultOptions): ReadyReading {
  const reading = readVault(options);
  if (reading.state !== 'ready') throw new VaultDamagedError(`the key file is ${reading.state}`);
  return reading;
}

/** The device secret this vault was made with, or `null`. The caller wipes it. */
export function deviceSecretFor(options: VaultOptions, record: VaultRecord): Buffer | null {
  const secret = readDeviceSecret(options.deviceDir, options.secretStore);
  if (secret === null) return null;
  if (deviceCheckOf(secret, record.installId) === record.deviceCheck) return secret;
  secret.fill(0);
  return null;
}

/** Run with the device secret, then wipe it. Throws when it is missing. */
export async function withDeviceSecret<T>(
  options: VaultOptions,
  record: VaultRecord,
  run: (deviceSecret: Buffer) => T | Promise<T>,
): Promise<T> {
  const secret = deviceSecretFor(options, record);
  if (secret === null) throw new Error('the device secret is missing');
  try {
    return await run(secret);
  } finally {
    secret.fill(0);
  }
}

/** Build the keyring from an opened slot and prove that its key wrote this file.
 *  Throws VaultDamagedError when it did not. The keyring counts as unlocked until it is wiped. */
export function unsealKeyring(
  context: VaultContext,
  reading: ReadyReading,
  slotName: string,
  secretKey: Buffer,
  roots: SealedRoot[],
): Keyring {
  const { record, mac } = reading;
  const { installId, generation, nextGeneration } = record;
  const rootKey = openRoot(installId, slotName, secretKey, roots, generation);
  if (rootKey === null) throw new VaultDamagedError('a key slot does not open its root key');
  const headerKey = headerKeyOf(rootKey, installId, generation);
  const isOurs = isAuthentic(record, mac, headerKey);
  headerKey.fill(0);
  const sealedLasting = record.lasting.find((entry) => entry.generation === generation);
  const lasting =
    isOurs && sealedLasting !== undefined ? openLasting(rootKey, installId, generation, sealedLasting.sealed) : null;
  const nextRootKey = nextGeneration === null ? null : openRoot(installId, slotName, secretKey, roots, nextGeneration);
  if (lasting === null || (nextGeneration !== null && nextRootKey === null)) {
    for (const key of [rootKey, lasting, nextRootKey]) key?.fill(0);
    throw new VaultDamagedError('the key file was changed by something else');
  }
  const keyring = makeKeyring(installId, generation, rootKey, lasting, nextRootKey);
  context.live.add(keyring);
  return keyring;
}

/** Read, prove, change and replace the key file, with the keys of `keyring` or of any session unlocked now.
 *  Throws when all are locked, when the file is not ours, or while a key rotation is unfinished. */
export function changeVault(
  context: VaultContext,
  keyring: Keyring | null,
  change: (record: VaultRecord) => VaultRecord,
): void {
  const { record, mac } = readReady(context.options);
  const { headerKey } = secretsOf(keyring ?? liveKeyring(context, record.generation));
  if (!isAuthentic(record, mac, headerKey)) throw new VaultDamagedError('the key file was changed by something else');
  if (record.nextGeneration !== null) throw new Error('a key rotation is unfinished');
  replaceVaultFile(vaultPath(context.options), change(record), headerKey);
}

function liveKeyring(context: VaultContext, generation: number): Keyring {
  for (const keyring of context.live) {
    if (!isLive(keyring)) context.live.delete(keyring);
    else if (keyring.generation === generation) return keyring;
  }
  throw new Error('the vault is locked');
}

function hasOrphans(options: VaultOptions): boolean {
  const isFirstStartUnfinished = existsSync(join(stagingDirOf(options), 'vault.json'));
  return !isFirstStartUnfinished && existsSync(join(options.vaultDir, 'console.db'));
}
