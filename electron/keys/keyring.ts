// The keys of an unlocked vault: derived from the root key, held in buffers that wipe() turns to zero.

import { ed25519 } from '@noble/curves/ed25519.js';
import { openBytes, sealBytes } from './aead.ts';
import { hkdf } from './hkdf.ts';

/** Keys for the layers above. `pageKey` opens the database of this generation; the others last over rotations,
 *  because entries, anchors and receipts written before a rotation must still verify after it. */
export interface Keyring {
  readonly installId: string;
  readonly generation: number;
  readonly pageKey: Buffer;
  readonly anchorKey: Buffer;
  readonly entityKey: Buffer;
  /** Ed25519 secret key, 32 bytes. */
  readonly receiptSecretKey: Buffer;
  readonly receiptPublicKey: Buffer;
  /** Overwrite every key with zeros; the keyring is useless afterwards. */
  wipe(): void;
}

/** What only the vault itself uses. */
export interface KeyringSecrets {
  readonly rootKey: Buffer;
  readonly headerKey: Buffer;
  readonly lastingSecret: Buffer;
  /** Root key of the generation being rotated to, while a rotation is unfinished. */
  readonly nextRootKey: Buffer | null;
}

const SECRETS = new WeakMap<Keyring, KeyringSecrets>();

/** Build the keyring and take ownership of the buffers given: they are wiped with it. */
export function makeKeyring(
  installId: string,
  generation: number,
  rootKey: Buffer,
  lastingSecret: Buffer,
  nextRootKey: Buffer | null,
): Keyring {
  const headerKey = headerKeyOf(rootKey, installId, generation);
  const receiptSecretKey = hkdf(lastingSecret, installId, 'receipt/v1');
  const keyring: Keyring = {
    installId,
    generation,
    pageKey: hkdf(rootKey, installId, `db/v1/${generation}`),
    anchorKey: hkdf(lastingSecret, installId, 'anc/v1'),
    entityKey: hkdf(lastingSecret, installId, 'ent/v1'),
    receiptSecretKey,
    receiptPublicKey: Buffer.from(ed25519.getPublicKey(receiptSecretKey)),
    wipe: () => {
      const keys = [keyring.pageKey, keyring.anchorKey, keyring.entityKey, receiptSecretKey];
      const pending = SECRETS.get(keyring)?.nextRootKey;
      for (const key of [...keys, rootKey, headerKey, lastingSecret, pending]) key?.fill(0);
      SECRETS.delete(keyring);
    },
  };
  SECRETS.set(keyring, { rootKey, headerKey, lastingSecret, nextRootKey });
  return keyring;
}

/** The vault's own secrets of a live keyring. Throws once it has been wiped. */
export function secretsOf(keyring: Keyring): KeyringSecrets {
  const secrets = SECRETS.get(keyring);
  if (secrets === undefined) throw new Error('the keys are wiped');
  return secrets;
}

/** Note that a rotation to this root key has begun; the keyring owns and wipes it. */
export function beginRotation(keyring: Keyring, nextRootKey: Buffer): void {
  SECRETS.set(keyring, { ...secretsOf(keyring), nextRootKey });
}

/** Whether wipe() has not been called yet. */
export function isLive(keyring: Keyring): boolean {
  return SECRETS.has(keyring);
}

/** The key that authenticates vault.json in one generation. */
export function headerKeyOf(rootKey: Buffer, installId: string, generation: number): Buffer {
  return hkdf(rootKey, installId, `hdr/v1/${generation}`);
}

/** The database key of one generation. */
export function pageKeyOf(rootKey: Buffer, installId: string, generation: number): Buffer {
  return hkdf(rootKey, installId, `db/v1/${generation}`);
}

/** Wrap the secret that outlives rotations under one generation's root key. */
export function sealLasting(rootKey: Buffer, installId: string, generation: number, lastingSecret: Buffer): string {
  const key = hkdf(rootKey, installId, `sig/v1/${generation}`);
  try {
    return sealBytes(key, lastingSecret, lastingContext(installId, generation)).toString('hex');
  } finally {
    key.fill(0);
  }
}

/** The lasting secret, or `null` when it was not wrapped under this root key. */
export function openLasting(rootKey: Buffer, installId: string, generation: number, sealed: string): Buffer | null {
  const key = hkdf(rootKey, installId, `sig/v1/${generation}`);
  try {
    return openBytes(key, Buffer.from(sealed, 'hex'), lastingContext(installId, generation));
  } finally {
    key.fill(0);
  }
}

function lastingContext(installId: string, generation: number): Buffer {
  return Buffer.from(`keyward/lasting/v1\0${installId}\0${generation}`);
}
