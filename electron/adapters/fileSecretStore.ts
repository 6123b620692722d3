// The secret store of plain Node: there is none, so the device secret falls back to a file only its owner may read.

import type { SecretStore } from '../adapters.ts';

/** A store that says it is not available; sealing through it is a programming error and throws. */
export function fileSecretStore(): SecretStore {
  return {
    kind: 'none',
    isAvailable: () => false,
    encrypt: refuse,
    decrypt: refuse,
  };
}

function refuse(): Buffer {
  throw new Error('no operating system key store is available');
}
