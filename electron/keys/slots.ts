// Key slots: a person's key pair locked by their password, and the root key sealed to its public half.

import { randomBytes } from 'node:crypto';
import { canonicalJson } from '../../shared/canonicalJson.ts';
import { openBytes, sealBytes } from './aead.ts';
import type { KdfParameters } from './derive.ts';
import { stretch } from './derive.ts';
import { equalBytes, hkdf, hkdfExpand } from './hkdf.ts';
import { hpkeOpen, hpkePublicKey, hpkeSeal } from './hpke.ts';
import type { RecoveryRecord, SealedRoot, SlotRecord } from './vaultFile.ts';

const ROOT_INFO = 'keyward/root/v1';
const NO_DEVICE_SECRET = Buffer.alloc(0);

/** The parts of a slot that lock the secret key. */
export type Lock = Pick<SlotRecord, 'slotGeneration' | 'kdf' | 'salt' | 'publicKey' | 'wrappedSecret'>;

/** The part of a slot's header that is bound to the wrapped key but is not in the lock itself. */
export interface LockOwner {
  installId: string;
  /** `slot/<userId>` or `recovery`. */
  name: string;
  kind: SlotRecord['kind'] | 'recovery';
  expiresAtMs: number | null;
}

/** Lock a person's secret key with a secret and, for people, the device secret. Wipes neither argument. */
export async function makeLock(
  owner: LockOwner,
  secretKey: Buffer,
  secret: Uint8Array,
  deviceSecret: Buffer | null,
  kdf: KdfParameters,
  slotGeneration: number,
): Promise<Lock> {
  const open = { slotGeneration, kdf, salt: randomBytes(16).toString('hex') };
  const header = { ...open, publicKey: hpkePublicKey(secretKey).toString('hex') };
  const key = await lockKey(owner, header, secret, deviceSecret);
  try {
    return { ...header, wrappedSecret: sealBytes(key, secretKey, lockContext(owner, header)).toString('hex') };
  } finally {
    key.fill(0);
  }
}

/** The secret key, or `null` when the secret (or the device secret) is not the one it was locked with. */
export async function openLock(
  owner: LockOwner,
  lock: Lock,
  secret: Uint8Array,
  deviceSecret: Buffer | null,
): Promise<Buffer | null> {
  const key = await lockKey(owner, lock, secret, deviceSecret);
  try {
    const secretKey = openBytes(key, Buffer.from(lock.wrappedSecret, 'hex'), lockContext(owner, lock));
    if (secretKey === null) return null;
    if (equalBytes(hpkePublicKey(secretKey), Buffer.from(lock.publicKey, 'hex'))) return secretKey;
    secretKey.fill(0);
    return null;
  } finally {
    key.fill(0);
  }
}

/** Who a stored slot's lock belongs to. */
export function slotOwner(installId: string, slot: Pick<SlotRecord, 'userId' | 'kind' | 'expiresAtMs'>): LockOwner {
  return { installId, name: `slot/${slot.userId}`, kind: slot.kind, expiresAtMs: slot.expiresAtMs };
}

/** The owner of the recovery slot. */
export function recoveryOwner(installId: string): LockOwner {
  return { installId, name: 'recovery', kind: 'recovery', expiresAtMs: null };
}

/** A slot that opens for nobody, the same at every call, so an unknown login id costs what a known one does. */
export function decoySlot(deviceSecret: Buffer, installId: string, lookupId: string, kdf: KdfParameters): SlotRecord {
  const seed = hkdf(deviceSecret, installId, `decoy/${lookupId}`);
  const hexOf = (label: string, length: number) => hkdfExpand(seed, Buffer.from(label), length).toString('hex');
  return {
    userId: hexOf('user', 16),
    lookupId,
    kind: 'dead',
    slotGeneration: 1,
    kdf,
    salt: hexOf('salt', 16),
    publicKey: hexOf('public', 32),
    wrappedSecret: hexOf('wrapped', 60),
    expiresAtMs: null,
    roots: [],
  };
}

/** Seal a root key to a person's (or the recovery slot's) public key. */
export function sealRoot(
  installId: string,
  name: string,
  publicKey: string,
  generation: number,
  rootKey: Buffer,
): SealedRoot {
  const associated = rootContext(installId, name, generation);
  return {
    generation,
    sealed: hpkeSeal(Buffer.from(publicKey, 'hex'), ROOT_INFO, associated, rootKey).toString('hex'),
  };
}

/** The root key of one generation, or `null` when none was sealed for it or it does not open. */
export function openRoot(
  installId: string,
  name: string,
  secretKey: Buffer,
  roots: RecoveryRecord['roots'],
  generation: number,
): Buffer | null {
  const root = roots.find((candidate) => candidate.generation === generation);
  if (root === undefined) return null;
  return hpkeOpen(secretKey, ROOT_INFO, rootContext(installId, name, generation), Buffer.from(root.sealed, 'hex'));
}

async function lockKey(
  owner: LockOwner,
  lock: Pick<Lock, 'slotGeneration' | 'kdf' | 'salt'>,
  secret: Uint8Array,
  deviceSecret: Buffer | null,
): Promise<Buffer> {
  const stretched = await stretch(secret, Buffer.from(lock.salt, 'hex'), lock.kdf);
  const joined = Buffer.concat([stretched, deviceSecret ?? NO_DEVICE_SECRET]);
  try {
    return hkdf(joined, owner.installId, `${owner.name}/${lock.slotGeneration}`);
  } finally {
    stretched.fill(0);
    joined.fill(0);
  }
}

function lockContext(owner: LockOwner, lock: Omit<Lock, 'wrappedSecret'>): Buffer {
  const { slotGeneration, kdf, salt, publicKey } = lock;
  return Buffer.from(canonicalJson({ owner: { ...owner }, slotGeneration, kdf: { ...kdf }, salt, publicKey }));
}

function rootContext(installId: string, name: string, generation: number): Buffer {
  return Buffer.from(canonicalJson({ installId, name, generation }));
}
