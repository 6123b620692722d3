// HMAC, HKDF and SHA-256 over node:crypto, limited to what every OpenSSL and BoringSSL build offers.

import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { secretBytes } from './secretBytes.ts';

const HASH_BYTES = 32;

/** SHA-256 of the parts, one after the other. */
export function sha256(...parts: Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** HMAC-SHA-256 of the parts, one after the other. */
export function hmacSha256(key: Uint8Array, ...parts: Uint8Array[]): Buffer {
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
}

/** HKDF-Extract. Source: RFC 5869 section 2.2. */
export function hkdfExtract(salt: Uint8Array, secret: Uint8Array): Buffer {
  return hmacSha256(salt, secret);
}

/** HKDF-Expand to `length` bytes; throws above 255 blocks. Source: RFC 5869 section 2.3. */
export function hkdfExpand(pseudoRandomKey: Uint8Array, info: Uint8Array, length: number): Buffer {
  const blocks = Math.ceil(length / HASH_BYTES);
  if (blocks > 255) throw new RangeError('too many bytes asked of hkdf');
  const output = secretBytes(blocks * HASH_BYTES);
  let previous: Buffer = Buffer.alloc(0);
  for (let index = 1; index <= blocks; index += 1) {
    const block = hmacSha256(pseudoRandomKey, previous, info, Uint8Array.of(index));
    block.copy(output, (index - 1) * HASH_BYTES);
    previous.fill(0);
    previous = block;
  }
  previous.fill(0);
  return output.subarray(0, length);
}

/** Extract, then expand. The text parameters are taken as UTF-8. */
export function hkdf(secret: Uint8Array, salt: string, info: string, length = HASH_BYTES): Buffer {
  const pseudoRandomKey = hkdfExtract(Buffer.from(salt, 'utf8'), secret);
  try {
    return hkdfExpand(pseudoRandomKey, Buffer.from(info, 'utf8'), length);
  } finally {
    pseudoRandomKey.fill(0);
  }
}

/** Equality that takes the same time wherever the first difference lies; unequal lengths are unequal. */
export function equalBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}
