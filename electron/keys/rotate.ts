// Root key rotation: the step that makes a removed person's old key file worthless. Any step may be the last before a crash.

import { existsSync, rmSync } from 'node:fs';
import { opensWith } from './databaseProbe.ts';
import { renameSynced, syncFile } from './durableFile.ts';
import type { Keyring } from './keyring.ts';
import { beginRotation, headerKeyOf, makeKeyring, pageKeyOf, sealLasting, secretsOf } from './keyring.ts';
import { copySecret, randomSecret } from './secretBytes.ts';
import { sealRoot } from './slots.ts';
import type { VaultContext } from './vaultContext.ts';
import { changeVault, readReady, vaultPath } from './vaultContext.ts';
import { VaultDamagedError } from './vaultDamagedError.ts';
import type { RecoveryRecord, SealedRoot, SlotRecord, VaultRecord } from './vaultFile.ts';
import { isAuthentic, replaceVaultFile } from './vaultFile.ts';

/** Makes at `targetPath` a copy of the closed database at `sourcePath`, keyed `to` instead of `from`, and verifies it.
 *  Leaves the source alone; throws when anything fails. */
export type RekeyDatabase = (from: Buffer, to: Buffer, sourcePath: string, targetPath: string) => void;

/** The steps in order; each is reported when it is done. */
export const ROTATION_STEPS = [
  'bothKeysStored',
  'copyRekeyed',
  'copySynced',
  'databaseSwapped',
  'oldKeyForgotten',
] as const;
export type RotationStep = (typeof ROTATION_STEPS)[number];

export interface RotationOptions {
  rekeyDatabase: RekeyDatabase;
  databasePath: string;
  /** Told after each step; an exception stops the rotation there, to be resumed at the next opening. */
  onStep?: (step: RotationStep) => void;
}

/** Give the vault a new root key, sealed only to the people who remain; returns the new keyring, wipes the old one.
 *  The database must be closed, without a journal. Slots of all others are destroyed in the first step.
 *  When it throws after the first step, the rotation is unfinished: resume it with the same keyring, or after the next
 *  opening; until then the key file takes no other change. */
export function rotateRootKey(
  context: VaultContext,
  keyring: Keyring,
  remainingUserIds: readonly string[],
  options: RotationOptions,
): Keyring {
  requireClosed(options.databasePath);
  const { lastingSecret } = secretsOf(keyring);
  const { installId, generation } = keyring;
  const nextGeneration = generation + 1;
  const nextRootKey = randomSecret(32);
  const kept = new Set(remainingUserIds);
  changeVault(context, keyring, (record) => {
    const seal = (name: string, slot: SlotRecord | RecoveryRecord): SealedRoot =>
      sealRoot(installId, name, slot.publicKey, nextGeneration, nextRootKey);
    const slots = record.slots
      .filter((slot) => kept.has(slot.userId) && slot.kind !== 'dead')
      .map((slot) => ({ ...slot, roots: [...slot.roots, seal(`slot/${slot.userId}`, slot)] }));
    const recoveries = record.recoveries.map((slot) => ({ ...slot, roots: [...slot.roots, seal('recovery', slot)] }));
    const sealed = sealLasting(nextRootKey, installId, nextGeneration, lastingSecret);
    return {
      ...record,
      nextGeneration,
      slots,
      recoveries,
      lasting: [...record.lasting, { generation: nextGeneration, sealed }],
    };
  });
  beginRotation(keyring, nextRootKey);
  options.onStep?.('bothKeysStored');
  return finish(context, keyring, options);
}

/** Finish a rotation that a crash or a full disk cut short; the same keyring when there is none.
 *  Call after every opening and before the database is opened. */
export function resumeRootKeyRotation(context: VaultContext, keyring: Keyring, options: RotationOptions): Keyring {
  return secretsOf(keyring).nextRootKey === null ? keyring : finish(context, keyring, options);
}

function finish(context: VaultContext, keyring: Keyring, options: RotationOptions): Keyring {
  const { installId, generation } = keyring;
  const { rootKey, headerKey, lastingSecret, nextRootKey } = secretsOf(keyring);
  const { record, mac } = readReady(context.options);
  if (!isAuthentic(record, mac, headerKey)) throw new VaultDamagedError('the key file was changed by something else');
  if (nextRootKey === null || record.nextGeneration !== generation + 1)
    throw new Error('there is no rotation to finish');
  const from = pageKeyOf(rootKey, installId, generation);
  const to = pageKeyOf(nextRootKey, installId, generation + 1);
  try {
    if (!opensWith(options.databasePath, to)) swapDatabase(from, to, options);
    rmSync(copyPath(options.databasePath), { force: true });
  } finally {
    from.fill(0);
    to.fill(0);
  }
  const nextHeaderKey = headerKeyOf(nextRootKey, installId, generation + 1);
  replaceVaultFile(vaultPath(context.options), onlyGeneration(record, generation + 1), nextHeaderKey);
  nextHeaderKey.fill(0);
  options.onStep?.('oldKeyForgotten');
  const next = makeKeyring(installId, generation + 1, copySecret(nextRootKey), copySecret(lastingSecret), null);
  context.live.add(next);
  context.live.delete(keyring);
  keyring.wipe();
  return next;
}

function swapDatabase(from: Buffer, to: Buffer, options: RotationOptions): void {
  const { databasePath, onStep } = options;
  requireClosed(databasePath);
  if (!opensWith(databasePath, from)) throw new VaultDamagedError('no key of this vault opens the database');
  const copy = copyPath(databasePath);
  for (const suffix of ['', '-journal', '-open']) rmSync(copy + suffix, { force: true });
  options.rekeyDatabase(from, to, databasePath, copy);
  onStep?.('copyRekeyed');
  syncFile(copy);
  if (!opensWith(copy, to)) throw new Error('the copy does not open with the new key');
  onStep?.('copySynced');
  renameSynced(copy, databasePath);
  onStep?.('databaseSwapped');
}

function onlyGeneration(record: VaultRecord, generation: number): VaultRecord {
  const keep = <T extends { generation: number }>(entries: T[]) => entries.filter((e) => e.generation === generation);
  return {
    ...record,
    generation,
    nextGeneration: null,
    lasting: keep(record.lasting),
    recoveries: record.recoveries.map((slot) => ({ ...slot, roots: keep(slot.roots) })),
    slots: record.slots.map((slot) => ({ ...slot, roots: keep(slot.roots) })),
  };
}

function requireClosed(databasePath: string): void {
  if (existsSync(`${databasePath}-journal`)) throw new Error('the database was not closed cleanly');
}

function copyPath(databasePath: string): string {
  return `${databasePath}.next`;
}
