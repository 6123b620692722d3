// Opening the vault: by password, by activation code, by recovery code. Opening the slot is the check itself.

import { mapLoginId, passwordBytes } from './derive.ts';
import { lookupIdOf } from './deviceSecret.ts';
import type { Keyring } from './keyring.ts';
import { ACTIVATION_CODE_BYTES, parseCode, RECOVERY_CODE_BYTES } from './recoveryCode.ts';
import { copySecret } from './secretBytes.ts';
import { decoySlot, openLock, recoveryOwner, slotOwner } from './slots.ts';
import type { VaultContext } from './vaultContext.ts';
import { readReady, unsealKeyring, withDeviceSecret } from './vaultContext.ts';
import type { RecoveryRecord, SlotRecord } from './vaultFile.ts';

/** How long an activation code may be used. */
export const ACTIVATION_LIFE_MS = 86_400_000;

/** A vault opened by a person. The caller wipes the keyring and the secret key at lock. */
export interface Opened {
  userId: string;
  keyring: Keyring;
  kind: 'password' | 'activation';
  /** The person's X25519 secret key, which unseals their drafts. */
  userSecretKey: Buffer;
}

/** The opened vault, or `null` for an unknown login id and a wrong password alike, after the same work. */
export async function unlockWithPassword(
  context: VaultContext,
  loginId: string,
  password: string,
): Promise<Opened | null> {
  const secret = passwordBytes(password);
  try {
    return await unlock(context, loginId, 'password', secret);
  } finally {
    secret.fill(0);
  }
}

/** As unlockWithPassword; also `null` for a code that is mistyped, used or older than 24 hours. */
export async function unlockWithActivationCode(
  context: VaultContext,
  loginId: string,
  code: string,
): Promise<Opened | null> {
  const secret = parseCode(code, ACTIVATION_CODE_BYTES);
  if (secret === null) return null;
  try {
    return await unlock(context, loginId, 'activation', secret);
  } finally {
    secret.fill(0);
  }
}

/** The keyring, or `null` for a wrong code. Needs no device secret, so it works on a new PC. */
export async function unlockWithRecoveryCode(context: VaultContext, code: string): Promise<Keyring | null> {
  const secret = parseCode(code, RECOVERY_CODE_BYTES);
  if (secret === null) return null;
  const { record } = readReady(context.options);
  try {
    for (const recovery of record.recoveries) {
      const secretKey = await openLock(recoveryOwner(record.installId), recovery, secret, null);
      if (secretKey !== null) return recoveredNow(context, recovery, secretKey);
    }
    return null;
  } finally {
    secret.fill(0);
  }
}

/** Whether this is the person's password now; for step-up. A person without a password slot has none. */
export async function isPasswordOf(context: VaultContext, userId: string, password: string): Promise<boolean> {
  const { record } = readReady(context.options);
  const secret = passwordBytes(password);
  try {
    const secretKey = await withDeviceSecret(context.options, record, (deviceSecret) => {
      const found = record.slots.find((slot) => slot.userId === userId && slot.kind === 'password');
      const slot = found ?? decoySlot(deviceSecret, record.installId, '0'.repeat(32), record.kdf);
      return openLock(slotOwner(record.installId, slot), slot, secret, deviceSecret);
    });
    secretKey?.fill(0);
    return secretKey !== null;
  } finally {
    secret.fill(0);
  }
}

async function unlock(
  context: VaultContext,
  loginId: string,
  kind: Opened['kind'],
  secret: Uint8Array,
): Promise<Opened | null> {
  const { record } = readReady(context.options);
  const { installId } = record;
  return withDeviceSecret(context.options, record, async (deviceSecret) => {
    const lookupId = lookupIdOf(deviceSecret, installId, mapLoginId(loginId));
    const found = record.slots.find((slot) => slot.lookupId === lookupId && slot.kind === kind);
    const slot = found ?? decoySlot(deviceSecret, installId, lookupId, record.kdf);
    const secretKey = await openLock(slotOwner(installId, slot), slot, secret, deviceSecret);
    if (secretKey === null) return null;
    try {
      return openedNow(context, slot, kind, secretKey);
    } finally {
      secretKey.fill(0);
    }
  });
}

/** The file is read again: while the password was stretched, the person may have been removed or the key rotated. */
function openedNow(context: VaultContext, slot: SlotRecord, kind: Opened['kind'], secretKey: Buffer): Opened | null {
  const fresh = readReady(context.options);
  const current = fresh.record.slots.find((candidate) => candidate.wrappedSecret === slot.wrappedSecret);
  if (current === undefined || current.kind !== kind) return null;
  if (isExpired(current, context.options.clock.nowMs())) return null;
  const keyring = unsealKeyring(context, fresh, `slot/${current.userId}`, secretKey, current.roots);
  return { userId: current.userId, keyring, kind, userSecretKey: copySecret(secretKey) };
}

/** As openedNow: the code may have been replaced while it was stretched. Wipes `secretKey`. */
function recoveredNow(context: VaultContext, opened: RecoveryRecord, secretKey: Buffer): Keyring | null {
  try {
    const fresh = readReady(context.options);
    const current = fresh.record.recoveries.find(({ publicKey }) => publicKey === opened.publicKey);
    return current === undefined ? null : unsealKeyring(context, fresh, 'recovery', secretKey, current.roots);
  } finally {
    secretKey.fill(0);
  }
}

/** A clock set back before the code was made does not make the code younger: it is refused. */
function isExpired(slot: SlotRecord, nowMs: number): boolean {
  if (slot.expiresAtMs === null) return false;
  return nowMs >= slot.expiresAtMs || nowMs < slot.expiresAtMs - ACTIVATION_LIFE_MS;
}
