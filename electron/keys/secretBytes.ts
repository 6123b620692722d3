// Buffers for keys that stay where they are: the engine moves small typed arrays about and leaves copies behind.

import { randomFillSync } from 'node:crypto';

/** Zeroed bytes outside the garbage-collected heap, so that filling them with zeros leaves no other copy.
 *  Typed arrays of up to 64 bytes made in any other way live on that heap and are copied when it is tidied. */
export function secretBytes(length: number): Buffer {
  return Buffer.from(new ArrayBuffer(length));
}

/** Random secret bytes. */
export function randomSecret(length: number): Buffer {
  return randomFillSync(secretBytes(length));
}

/** A copy of a secret; the caller wipes both. */
export function copySecret(bytes: Uint8Array): Buffer {
  const copy = secretBytes(bytes.length);
  copy.set(bytes);
  return copy;
}
