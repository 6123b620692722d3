// AES-256-GCM with a fresh random nonce carried in front: nonce (12) | ciphertext | tag (16).

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export const AEAD_NONCE_BYTES = 12;
export const AEAD_TAG_BYTES = 16;
/** How many bytes a sealed text is longer than the plain one. */
export const AEAD_OVERHEAD_BYTES = AEAD_NONCE_BYTES + AEAD_TAG_BYTES;

/** Seal `plain`; `associated` is authenticated, not stored. */
export function sealBytes(key: Uint8Array, plain: Uint8Array, associated: Uint8Array): Buffer {
  const nonce = randomBytes(AEAD_NONCE_BYTES);
  return Buffer.concat([nonce, encryptWithNonce(key, nonce, plain, associated)]);
}

/** The plain text, or `null` when key, bytes or associated data are not the ones sealed. */
export function openBytes(key: Uint8Array, sealed: Uint8Array, associated: Uint8Array): Buffer | null {
  if (sealed.length < AEAD_OVERHEAD_BYTES) return null;
  return decryptWithNonce(key, sealed.subarray(0, AEAD_NONCE_BYTES), sealed.subarray(AEAD_NONCE_BYTES), associated);
}

/** Ciphertext | tag under a nonce the caller must never use twice with this key. */
export function encryptWithNonce(
  key: Uint8Array,
  nonce: Uint8Array,
  plain: Uint8Array,
  associated: Uint8Array,
): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: AEAD_TAG_BYTES });
  cipher.setAAD(associated);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** The plain text of ciphertext | tag, or `null` when it does not authenticate. */
export function decryptWithNonce(
  key: Uint8Array,
  nonce: Uint8Array,
  sealed: Uint8Array,
  associated: Uint8Array,
): Buffer | null {
  if (sealed.length < AEAD_TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: AEAD_TAG_BYTES });
  decipher.setAAD(associated);
  decipher.setAuthTag(sealed.subarray(sealed.length - AEAD_TAG_BYTES));
  const head = decipher.update(sealed.subarray(0, sealed.length - AEAD_TAG_BYTES));
  try {
    return Buffer.concat([head, decipher.final()]);
  } catch {
    return null;
  } finally {
    head.fill(0);
  }
}
