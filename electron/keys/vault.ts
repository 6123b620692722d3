// The vault: who gets at the keys. Every operation of the design's key slots, over vault.json and the device secret.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CreatedVault } from './createVault.ts';
import { createVault } from './createVault.ts';
import { isKdfAcceptable, mapLoginId } from './derive.ts';
import { deviceCheckOf, deviceSecretKind, lookupIdOf, replaceDeviceSecret } from './deviceSecret.ts';
import type { Gate } from './gate.ts';
import { createGateFile, openGate } from './gate.ts';
import { hpkeOpen, hpkeSeal } from './hpke.ts';
import type { Keyring } from './keyring.ts';
import { secretsOf } from './keyring.ts';
import type { PreparedSlot } from './prepareSlot.ts';
import {
  prepareActivation,
  preparePassword,
  prepareRecovery,
  putPreparedSlot,
  requireFreeLookupId,
} from './prepareSlot.ts';
import type { RekeyDatabase, RotationStep } from './rotate.ts';
import { resumeRootKeyRotation, rotateRootKey } from './rotate.ts';
import { sealRoot } from './slots.ts';
import type { Opened } from './unlock.ts';
import { isPasswordOf, unlockWithActivationCode, unlockWithPassword, unlockWithRecoveryCode } from './unlock.ts';
import type { VaultContext, VaultOptions, VaultState } from './vaultContext.ts';
import { changeVault, deviceSecretFor, readReady, readVault, vaultStateOf } from './vaultContext.ts';
import { VaultDamagedError } from './vaultDamagedError.ts';
import type { RecoveryRecord } from './vaultFile.ts';

export type { KdfParameters } from './derive.ts';
export type { RecoveryRecord } from './vaultFile.ts';
export type { CreatedVault, Keyring, Opened, PreparedSlot, RekeyDatabase, RotationStep, VaultOptions, VaultState };

const DRAFT_INFO = 'keyward/draft/v1';
const NOTHING = Buffer.alloc(0);

/** All methods read the files anew, so two processes never disagree; all writes are one atomic file replacement. */
export class Vault {
  readonly #context: VaultContext;

  /** Throws RangeError for a key cost below the floor or above the ceiling. */
  constructor(options: VaultOptions) {
    const { kdf, allowWeakKdfForTests = false } = options;
    if (kdf !== undefined && !isKdfAcceptable(kdf, allowWeakKdfForTests)) {
      throw new RangeError('the key cost is outside its limits');
    }
    this.#context = { options, live: new Set() };
  }

  state(): VaultState {
    return vaultStateOf(this.#context.options);
  }

  /** The random name of this installation, or `null` before there is an intact vault. */
  get installId(): string | null {
    const reading = readVault(this.#context.options);
    return reading.state === 'ready' ? reading.record.installId : null;
  }

  /** How the device secret is kept: the key store's kind, `file` (a gap to be shown), or `null`. */
  get deviceSecretKind(): string | null {
    return deviceSecretKind(this.#context.options.deviceDir);
  }

  create(first: { userId: string; loginId: string; password: string }): Promise<CreatedVault> {
    return createVault(this.#context, first);
  }

  /** `null` for an unknown login id and a wrong password alike, after the same work.
   *  Throws VaultDamagedError when the password is right and the file is not ours. */
  openWithPassword(loginId: string, password: string): Promise<Opened | null> {
    return unlockWithPassword(this.#context, loginId, password);
  }

  openWithActivationCode(loginId: string, code: string): Promise<Opened | null> {
    return unlockWithActivationCode(this.#context, loginId, code);
  }

  openWithRecoveryCode(code: string): Promise<Keyring | null> {
    return unlockWithRecoveryCode(this.#context, code);
  }

  verifyPassword(userId: string, password: string): Promise<boolean> {
    return isPasswordOf(this.#context, userId, password);
  }

  makeActivation(
    keyring: Keyring,
    who: { userId: string; loginId: string },
  ): Promise<{ slot: PreparedSlot; activationCode: string; expiresAtMs: number }> {
    return prepareActivation(this.#context, keyring, who);
  }

  /** `null` when the current password is wrong. */
  async makePassword(
    who: Opened | { userId: string; loginId: string; currentPassword: string },
    newPassword: string,
  ): Promise<PreparedSlot | null> {
    if ('keyring' in who) return preparePassword(this.#context, who, newPassword);
    const opened = await this.openWithPassword(who.loginId, who.currentPassword);
    if (opened === null) return null;
    try {
      return opened.userId === who.userId ? await preparePassword(this.#context, opened, newPassword) : null;
    } finally {
      opened.keyring.wipe();
      opened.userSecretKey.fill(0);
    }
  }

  /** Needs a session with unlocked keys, as do all changes below. */
  putSlot(slot: PreparedSlot): void {
    putPreparedSlot(this.#context, slot);
  }

  /** Not enough alone for somebody who leaves: an older key file would re-admit them. Rotate as well. */
  removeSlot(userId: string): void {
    changeVault(this.#context, null, (record) => ({
      ...record,
      slots: record.slots.filter((slot) => slot.userId !== userId),
    }));
  }

  /** What a person signs in with: `dead` after the device secret was replaced, `null` without a slot. */
  slotKind(userId: string): 'password' | 'activation' | 'dead' | null {
    const { record } = readReady(this.#context.options);
    return record.slots.find((slot) => slot.userId === userId)?.kind ?? null;
  }

  /** Throws when the login id belongs to somebody else. */
  renameLogin(keyring: Keyring, userId: string, newLoginId: string): void {
    changeVault(this.#context, keyring, (record) => {
      const deviceSecret = deviceSecretFor(this.#context.options, record);
      if (deviceSecret === null) throw new Error('the device secret is missing');
      const lookupId = lookupIdOf(deviceSecret, record.installId, mapLoginId(newLoginId));
      deviceSecret.fill(0);
      requireFreeLookupId(record, lookupId, userId);
      const slots = record.slots.map((slot) => (slot.userId === userId ? { ...slot, lookupId } : slot));
      return { ...record, slots };
    });
  }

  /** A new recovery code and the slot it will open; only the codes before it work until addRecovery(). */
  async makeRecovery(keyring: Keyring): Promise<{ code: string; recovery: RecoveryRecord }> {
    const { record } = readReady(this.#context.options);
    const generation = Math.max(...record.recoveries.map((slot) => slot.slotGeneration)) + 1;
    return prepareRecovery(record, secretsOf(keyring).rootKey, generation);
  }

  /** The new code works beside the one before it. May be repeated; sealed afresh, as the root key may have been rotated
   *  since it was made. */
  addRecovery(keyring: Keyring, recovery: RecoveryRecord): void {
    const { rootKey } = secretsOf(keyring);
    changeVault(this.#context, keyring, (record) => {
      const { installId, generation } = record;
      const roots = [sealRoot(installId, 'recovery', recovery.publicKey, generation, rootKey)];
      const before = record.recoveries.filter(({ publicKey }) => publicKey !== recovery.publicKey).slice(-1);
      return { ...record, recoveries: [...before, { ...recovery, roots }] };
    });
  }

  /** From now on only this code works. Throws when it was not added. */
  keepOnlyRecovery(keyring: Keyring, { publicKey }: RecoveryRecord): void {
    changeVault(this.#context, keyring, (record) => {
      const recoveries = record.recoveries.filter((slot) => slot.publicKey === publicKey);
      if (recoveries.length === 0) throw new Error('the new recovery code was not added');
      return { ...record, recoveries };
    });
  }

  /** After the device secret was lost: a new one, new lookup ids, a new gate. All slots are dead until each person has
   *  a new activation code; people not listed lose theirs. Safe to repeat after a crash. */
  reenrol(keyring: Keyring, logins: readonly { userId: string; loginId: string }[]): void {
    const { vaultDir, deviceDir, secretStore, clock } = this.#context.options;
    const loginIds = new Map(logins.map((login) => [login.userId, login.loginId]));
    changeVault(this.#context, keyring, (record) => {
      const { installId } = record;
      const deviceSecret = replaceDeviceSecret(deviceDir, secretStore);
      const slots = record.slots.flatMap((slot) => {
        const loginId = loginIds.get(slot.userId);
        if (loginId === undefined) return [];
        const lookupId = lookupIdOf(deviceSecret, installId, mapLoginId(loginId));
        return [{ ...slot, kind: 'dead' as const, expiresAtMs: null, lookupId }];
      });
      rmSync(join(vaultDir, 'gate.bin'), { force: true });
      createGateFile({ vaultDir, installId, deviceSecret, clock });
      const deviceCheck = deviceCheckOf(deviceSecret, installId);
      deviceSecret.fill(0);
      return { ...record, deviceCheck, slots };
    });
  }

  /** Seal something only this person can read again. Throws when the person has no living slot. */
  sealTo(userId: string, plain: Buffer): Buffer {
    const { record } = readReady(this.#context.options);
    const slot = record.slots.find((candidate) => candidate.userId === userId && candidate.kind !== 'dead');
    if (slot === undefined) throw new Error('the person has no key slot');
    return hpkeSeal(Buffer.from(slot.publicKey, 'hex'), DRAFT_INFO, NOTHING, plain);
  }

  /** What was sealed to the person of this secret key, or `null`. */
  static unseal(userSecretKey: Buffer, sealed: Buffer): Buffer | null {
    return hpkeOpen(userSecretKey, DRAFT_INFO, NOTHING, sealed);
  }

  /** A new root key for those who remain; see rotateRootKey. The database must be closed. */
  rotate(
    keyring: Keyring,
    remainingUserIds: readonly string[],
    rekeyDatabase: RekeyDatabase,
    databasePath: string,
    onStep: (step: RotationStep) => void = () => undefined,
  ): Keyring {
    return rotateRootKey(this.#context, keyring, remainingUserIds, { rekeyDatabase, databasePath, onStep });
  }

  /** Finish an unfinished rotation; call after every opening, before the database is opened. Returns the keyring to use. */
  resumeRotation(keyring: Keyring, rekeyDatabase: RekeyDatabase, databasePath: string): Keyring {
    return resumeRootKeyRotation(this.#context, keyring, { rekeyDatabase, databasePath });
  }

  /** The gate before sign-in, or `null` while the device secret is missing. */
  openGate(): Gate | null {
    const { options } = this.#context;
    const { record } = readReady(options);
    const deviceSecret = deviceSecretFor(options, record);
    if (deviceSecret === null) return null;
    const isKnown = (lookupId: string) => {
      const reading = readVault(options);
      return reading.state === 'ready' && reading.record.slots.some((slot) => slot.lookupId === lookupId);
    };
    try {
      const { installId } = record;
      return openGate({ vaultDir: options.vaultDir, installId, deviceSecret, clock: options.clock, isKnown });
    } finally {
      deviceSecret.fill(0);
    }
  }
}

export { VaultDamagedError };
