// Known answers asked of every primitive at start: a build whose cryptography differs must not open a vault.

import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { decryptWithNonce, encryptWithNonce } from './aead.ts';
import { stretch } from './derive.ts';
import { equalBytes, hkdfExpand, hkdfExtract, hmacSha256, sha256 } from './hkdf.ts';
import { hpkeSealWith } from './hpke.ts';

interface KnownAnswer {
  name: string;
  /** Hex of the right answer. */
  answer: string;
  compute: () => Uint8Array | null | Promise<Uint8Array>;
}

const ZERO_KEY = Buffer.alloc(32);
const ZERO_NONCE = Buffer.alloc(12);
const GCM_ANSWER = 'cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919';

const KNOWN_ANSWERS: readonly KnownAnswer[] = [
  {
    name: 'sha-256 (FIPS 180-4)',
    answer: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    compute: () => sha256(Buffer.from('abc')),
  },
  {
    name: 'hmac-sha-256 (RFC 4231 case 2)',
    answer: '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    compute: () => hmacSha256(Buffer.from('Jefe'), Buffer.from('what do ya want for nothing?')),
  },
  {
    name: 'hkdf-sha-256 (RFC 5869 case 1)',
    answer: '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    compute: () => {
      const key = hkdfExtract(hex('000102030405060708090a0b0c'), Buffer.alloc(22, 0x0b));
      return hkdfExpand(key, hex('f0f1f2f3f4f5f6f7f8f9'), 42);
    },
  },
  {
    name: 'aes-256-gcm seal (GCM specification case 14)',
    answer: GCM_ANSWER,
    compute: () => encryptWithNonce(ZERO_KEY, ZERO_NONCE, Buffer.alloc(16), Buffer.alloc(0)),
  },
  {
    name: 'aes-256-gcm open (GCM specification case 14)',
    answer: '00'.repeat(16),
    compute: () => decryptWithNonce(ZERO_KEY, ZERO_NONCE, hex(GCM_ANSWER), Buffer.alloc(0)),
  },
  {
    name: 'x25519 (RFC 7748 section 5.2)',
    answer: 'c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552',
    compute: () =>
      x25519.scalarMult(
        hex('a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4'),
        hex('e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c'),
      ),
  },
  {
    name: 'ed25519 (RFC 8032 test 1)',
    answer:
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155' +
      '5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    compute: () =>
      ed25519.sign(new Uint8Array(), hex('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60')),
  },
  {
    name: 'hpke x25519, hkdf-sha-256, aes-256-gcm (RFC 9180 vectors, base mode)',
    answer:
      '6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256' +
      'e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a',
    compute: () =>
      hpkeSealWith(
        hex('179d4b53b6365c45b600c4163b61d95cbc2f4d9e36f1695558dce265ab8bab11'),
        hex('430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c'),
        Buffer.from('Ode on a Grecian Urn'),
        Buffer.from('Count-0'),
        Buffer.from('Beauty is truth, truth beauty'),
      ),
  },
  {
    name: 'argon2id (reference implementation, 256 KiB, two passes)',
    answer: '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe',
    compute: () => stretch(Buffer.from('password'), Buffer.from('somesalt'), { memoryKiB: 256, passes: 2, lanes: 1 }),
  },
];

/** Check every primitive. Throws naming the first that gave a wrong answer; takes a few milliseconds. */
export async function assertCryptography(): Promise<void> {
  for (const { name, answer, compute } of KNOWN_ANSWERS) {
    const given = await compute();
    if (given === null || !equalBytes(given, hex(answer))) throw new Error(`known-answer test failed: ${name}`);
  }
}

function hex(text: string): Buffer {
  return Buffer.from(text, 'hex');
}
