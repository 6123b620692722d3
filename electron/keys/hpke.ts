// HPKE in base mode: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, one message per sealing (RFC 9180).

import { x25519 } from '@noble/curves/ed25519.js';
import { decryptWithNonce, encryptWithNonce } from './aead.ts';
import { hkdfExpand, hkdfExtract } from './hkdf.ts';
import { randomSecret } from './secretBytes.ts';

/** Bytes of the encapsulated key in front of every sealed message. */
export const HPKE_ENCAPSULATED_BYTES = 32;

/** What the key schedule yields for one message. */
export interface HpkeContext {
  key: Buffer;
  baseNonce: Buffer;
}

const KEM_ID = 0x0020;
const KEM_SUITE = Buffer.concat([Buffer.from('KEM'), twoBytes(KEM_ID)]);
const HPKE_SUITE = Buffer.concat([Buffer.from('HPKE'), twoBytes(KEM_ID), twoBytes(0x0001), twoBytes(0x0002)]);
const MODE_BASE = Uint8Array.of(0);
const EMPTY = Buffer.alloc(0);

/** Make a key pair of raw 32-byte X25519 keys. */
export function hpkeKeyPair(): { secretKey: Buffer; publicKey: Buffer } {
  const secretKey = randomSecret(32);
  return { secretKey, publicKey: hpkePublicKey(secretKey) };
}

/** The public key of a raw X25519 secret key. */
export function hpkePublicKey(secretKey: Uint8Array): Buffer {
  return Buffer.from(x25519.getPublicKey(secretKey));
}

/** Seal `plain` to a public key: encapsulated key | ciphertext | tag. Throws on a public key of small order.
 *  Source: RFC 9180 section 6.1. */
export function hpkeSeal(publicKey: Uint8Array, info: string, associated: Uint8Array, plain: Uint8Array): Buffer {
  const ephemeral = hpkeKeyPair();
  try {
    return hpkeSealWith(ephemeral.secretKey, publicKey, Buffer.from(info, 'utf8'), associated, plain);
  } finally {
    ephemeral.secretKey.fill(0);
  }
}

/** As hpkeSeal with a given ephemeral key, so that published vectors can be checked. Never use a key twice. */
export function hpkeSealWith(
  ephemeralSecretKey: Uint8Array,
  publicKey: Uint8Array,
  info: Uint8Array,
  associated: Uint8Array,
  plain: Uint8Array,
): Buffer {
  const encapsulated = hpkePublicKey(ephemeralSecretKey);
  const shared = sharedSecret(ephemeralSecretKey, publicKey, encapsulated, publicKey);
  const context = hpkeKeySchedule(shared, info);
  try {
    return Buffer.concat([encapsulated, encryptWithNonce(context.key, context.baseNonce, plain, associated)]);
  } finally {
    shared.fill(0);
    context.key.fill(0);
  }
}

/** The plain text, or `null` when this key, info or associated data is not the one it was sealed with. */
export function hpkeOpen(
  secretKey: Uint8Array,
  info: string,
  associated: Uint8Array,
  sealed: Uint8Array,
): Buffer | null {
  if (sealed.length < HPKE_ENCAPSULATED_BYTES) return null;
  const encapsulated = sealed.subarray(0, HPKE_ENCAPSULATED_BYTES);
  let shared: Buffer;
  try {
    shared = sharedSecret(secretKey, encapsulated, encapsulated, hpkePublicKey(secretKey));
  } catch {
    return null;
  }
  const context = hpkeKeySchedule(shared, Buffer.from(info, 'utf8'));
  try {
    return decryptWithNonce(context.key, context.baseNonce, sealed.subarray(HPKE_ENCAPSULATED_BYTES), associated);
  } finally {
    shared.fill(0);
    context.key.fill(0);
  }
}

/** DHKEM's ExtractAndExpand. Throws when the agreement yields all zeros. Source: RFC 9180 section 4.1. */
export function sharedSecret(
  secretKey: Uint8Array,
  otherPublicKey: Uint8Array,
  encapsulated: Uint8Array,
  recipientPublicKey: Uint8Array,
): Buffer {
  const agreed = x25519.getSharedSecret(secretKey, otherPublicKey);
  const pseudoRandomKey = labeledExtract(KEM_SUITE, EMPTY, 'eae_prk', agreed);
  const kemContext = Buffer.concat([encapsulated, recipientPublicKey]);
  try {
    return labeledExpand(KEM_SUITE, pseudoRandomKey, 'shared_secret', kemContext, 32);
  } finally {
    agreed.fill(0);
    pseudoRandomKey.fill(0);
  }
}

/** KeySchedule in base mode: no pre-shared key. Source: RFC 9180 section 5.1. */
export function hpkeKeySchedule(shared: Uint8Array, info: Uint8Array): HpkeContext {
  const pskIdHash = labeledExtract(HPKE_SUITE, EMPTY, 'psk_id_hash', EMPTY);
  const infoHash = labeledExtract(HPKE_SUITE, EMPTY, 'info_hash', info);
  const scheduleContext = Buffer.concat([MODE_BASE, pskIdHash, infoHash]);
  const secret = labeledExtract(HPKE_SUITE, shared, 'secret', EMPTY);
  try {
    return {
      key: labeledExpand(HPKE_SUITE, secret, 'key', scheduleContext, 32),
      baseNonce: labeledExpand(HPKE_SUITE, secret, 'base_nonce', scheduleContext, 12),
    };
  } finally {
    secret.fill(0);
  }
}

function labeledExtract(suite: Buffer, salt: Uint8Array, label: string, secret: Uint8Array): Buffer {
  const labeled = Buffer.concat([Buffer.from('HPKE-v1'), suite, Buffer.from(label), secret]);
  try {
    return hkdfExtract(salt, labeled);
  } finally {
    labeled.fill(0);
  }
}

function labeledExpand(suite: Buffer, key: Uint8Array, label: string, info: Uint8Array, length: number): Buffer {
  const labeled = Buffer.concat([twoBytes(length), Buffer.from('HPKE-v1'), suite, Buffer.from(label), info]);
  return hkdfExpand(key, labeled, length);
}

function twoBytes(value: number): Buffer {
  return Buffer.from([value >>> 8, value & 0xff]);
}
