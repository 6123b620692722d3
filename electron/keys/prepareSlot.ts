// Making slots: the slow work first, as a value that is put into the vault later in one synchronous step.

import { mapLoginId, passwordBytes } from './derive.ts';
import { lookupIdOf } from './deviceSecret.ts';
import { hpkeKeyPair } from './hpke.ts';
import type { Keyring } from './keyring.ts';
import { secretsOf } from './keyring.ts';
import { ACTIVATION_CODE_BYTES, formatCode, RECOVERY_CODE_BYTES, randomCodeBytes } from './recoveryCode.ts';
import { copySecret } from './secretBytes.ts';
import { makeLock, recoveryOwner, sealRoot, slotOwner } from './slots.ts';
import type { Opened } from './unlock.ts';
import { ACTIVATION_LIFE_MS } from './unlock.ts';
import type { VaultContext } from './vaultContext.ts';
import { changeVault, readReady, withDeviceSecret } from './vaultContext.ts';
import type { RecoveryRecord, SlotRecord, VaultRecord } from './vaultFile.ts';

/** A slot ready to be put. `userSecretKey` is the secret key it holds: sessions of that person use it from then on. */
export interface PreparedSlot {
  readonly userId: string;
  readonly userSecretKey: Buffer;
  readonly slot: SlotRecord;
  /** The slot it was made to replace; putting it over any other is refused. */
  readonly replaces: number | null;
}

/** A new key pair locked by a new one-time code of 120 bits, for a new person or a reset. */
export async function prepareActivation(
  context: VaultContext,
  keyring: Keyring,
  who: { userId: string; loginId: string },
): Promise<{ slot: PreparedSlot; activationCode: string; expiresAtMs: number }> {
  const { record } = readReady(context.options);
  const expiresAtMs = context.options.clock.nowMs() + ACTIVATION_LIFE_MS;
  const code = randomCodeBytes(ACTIVATION_CODE_BYTES);
  const lookupId = await lookupIdIn(context, record, who.loginId);
  const existing = record.slots.find((slot) => slot.userId === who.userId);
  const { secretKey } = hpkeKeyPair();
  const base = { userId: who.userId, lookupId, kind: 'activation' as const, expiresAtMs };
  const slot = await lockSlot(context, record, keyring, base, secretKey, code, (existing?.slotGeneration ?? 0) + 1);
  const activationCode = formatCode(code);
  code.fill(0);
  return {
    slot: { userId: who.userId, userSecretKey: secretKey, slot, replaces: existing?.slotGeneration ?? null },
    activationCode,
    expiresAtMs,
  };
}

/** The person's slot under a new password. After an activation code the key pair is new as well, because whoever
 *  saw the code could have opened the old one. */
export async function preparePassword(
  context: VaultContext,
  opened: Opened,
  newPassword: string,
): Promise<PreparedSlot> {
  const { record } = readReady(context.options);
  const existing = record.slots.find((slot) => slot.userId === opened.userId);
  if (existing === undefined) throw new Error('the person has no key slot');
  const secretKey = opened.kind === 'activation' ? hpkeKeyPair().secretKey : copySecret(opened.userSecretKey);
  const { userId, lookupId } = existing;
  const base = { userId, lookupId, kind: 'password' as const, expiresAtMs: null };
  const secret = passwordBytes(newPassword);
  const generation = existing.slotGeneration + 1;
  try {
    const slot = await lockSlot(context, record, opened.keyring, base, secretKey, secret, generation);
    return { userId, userSecretKey: secretKey, slot, replaces: existing.slotGeneration };
  } finally {
    secret.fill(0);
  }
}

/** A first slot, for a vault being made. */
export async function firstSlot(
  record: Pick<VaultRecord, 'installId' | 'generation' | 'kdf'>,
  rootKey: Buffer,
  deviceSecret: Buffer,
  secretKey: Buffer,
  first: { userId: string; loginId: string; password: string },
): Promise<SlotRecord> {
  const { installId, generation, kdf } = record;
  const lookupId = lookupIdOf(deviceSecret, installId, mapLoginId(first.loginId));
  const base = { userId: first.userId, lookupId, kind: 'password' as const, expiresAtMs: null };
  const secret = passwordBytes(first.password);
  try {
    const lock = await makeLock(slotOwner(installId, base), secretKey, secret, deviceSecret, kdf, 1);
    const root = sealRoot(installId, `slot/${first.userId}`, lock.publicKey, generation, rootKey);
    return { ...base, ...lock, roots: [root] };
  } finally {
    secret.fill(0);
  }
}

/** A recovery slot and the code on paper that opens it. */
export async function prepareRecovery(
  record: Pick<VaultRecord, 'installId' | 'generation' | 'kdf'>,
  rootKey: Buffer,
  slotGeneration: number,
): Promise<{ code: string; recovery: RecoveryRecord }> {
  const { installId, generation, kdf } = record;
  const bytes = randomCodeBytes(RECOVERY_CODE_BYTES);
  const { secretKey } = hpkeKeyPair();
  try {
    const lock = await makeLock(recoveryOwner(installId), secretKey, bytes, null, kdf, slotGeneration);
    const root = sealRoot(installId, 'recovery', lock.publicKey, generation, rootKey);
    return { code: formatCode(bytes), recovery: { ...lock, roots: [root] } };
  } finally {
    bytes.fill(0);
    secretKey.fill(0);
  }
}

/** Put a prepared slot. Throws when the person's slot was changed or removed, the login id taken or the key rotated
 *  since it was made. */
export function putPreparedSlot(context: VaultContext, prepared: PreparedSlot): void {
  changeVault(context, null, (record) => {
    const existing = record.slots.find((slot) => slot.userId === prepared.userId);
    if ((existing?.slotGeneration ?? null) !== prepared.replaces) throw new Error('the key slot changed meanwhile');
    if (prepared.slot.roots.every((root) => root.generation !== record.generation)) {
      throw new Error('the root key was rotated meanwhile');
    }
    requireFreeLookupId(record, prepared.slot.lookupId, prepared.userId);
    const others = record.slots.filter((slot) => slot.userId !== prepared.userId);
    return { ...record, slots: [...others, prepared.slot] };
  });
}

/** Throws when the login id belongs to somebody else. */
export function requireFreeLookupId(record: VaultRecord, lookupId: string, userId: string): void {
  if (record.slots.some((slot) => slot.lookupId === lookupId && slot.userId !== userId)) {
    throw new Error('the login id is in use');
  }
}

async function lockSlot(
  context: VaultContext,
  record: VaultRecord,
  keyring: Keyring,
  base: Pick<SlotRecord, 'userId' | 'lookupId' | 'kind' | 'expiresAtMs'>,
  secretKey: Buffer,
  secret: Uint8Array,
  slotGeneration: number,
): Promise<SlotRecord> {
  const { installId, kdf } = record;
  const lock = await withDeviceSecret(context.options, record, (deviceSecret) =>
    makeLock(slotOwner(installId, base), secretKey, secret, deviceSecret, kdf, slotGeneration),
  );
  const { rootKey } = secretsOf(keyring);
  const root = sealRoot(installId, `slot/${base.userId}`, lock.publicKey, keyring.generation, rootKey);
  return { ...base, ...lock, roots: [root] };
}

function lookupIdIn(context: VaultContext, record: VaultRecord, loginId: string): Promise<string> {
  return withDeviceSecret(context.options, record, (deviceSecret) =>
    lookupIdOf(deviceSecret, record.installId, mapLoginId(loginId)),
  );
}
