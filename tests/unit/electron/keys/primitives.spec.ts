// Published vectors for every primitive the keys stand on.
import { createHmac, hkdfSync } from 'node:crypto';
import { fc, test } from '@fast-check/vitest';
import { argon2id } from '@noble/hashes/argon2.js';
import { hashRaw } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';
import { decryptWithNonce, encryptWithNonce, openBytes, sealBytes } from '../../../../electron/keys/aead.ts';
import { calibrate, isKdfAcceptable, KDF_FLOOR, mapLoginId, stretch } from '../../../../electron/keys/derive.ts';
import { hkdf, hkdfExpand, hkdfExtract, hmacSha256 } from '../../../../electron/keys/hkdf.ts';
import {
  hpkeKeyPair,
  hpkeKeySchedule,
  hpkeOpen,
  hpkePublicKey,
  hpkeSeal,
  hpkeSealWith,
  sharedSecret,
} from '../../../../electron/keys/hpke.ts';
import { assertCryptography } from '../../../../electron/keys/selfTest.ts';
import { flipBit } from './testVault.ts';

const hex = (text: string) => Buffer.from(text, 'hex');

describe('HKDF', () => {
  it.each([
    {
      name: 'case 1',
      secret: Buffer.alloc(22, 0x0b),
      salt: hex('000102030405060708090a0b0c'),
      info: hex('f0f1f2f3f4f5f6f7f8f9'),
      key: '077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5',
      output: '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
    },
    {
      name: 'case 2',
      secret: Buffer.from(Array.from({ length: 80 }, (_, i) => i)),
      salt: Buffer.from(Array.from({ length: 80 }, (_, i) => 0x60 + i)),
      info: Buffer.from(Array.from({ length: 80 }, (_, i) => 0xb0 + i)),
      key: '06a6b88c5853361a06104c9ceb35b45cef760014904671014a193f40c15fc244',
      output:
        'b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09' +
        'da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87',
    },
    {
      name: 'case 3',
      secret: Buffer.alloc(22, 0x0b),
      salt: Buffer.alloc(0),
      info: Buffer.alloc(0),
      key: '19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04',
      output: '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8',
    },
  ])('gives the answers of RFC 5869 $name', ({ secret, salt, info, key, output }) => {
    const pseudoRandomKey = hkdfExtract(salt, secret);
    expect(pseudoRandomKey.toString('hex')).toBe(key);
    expect(hkdfExpand(pseudoRandomKey, info, output.length / 2).toString('hex')).toBe(output);
  });

  test.prop([
    fc.uint8Array({ maxLength: 80 }),
    fc.string(),
    fc.string({ maxLength: 100 }),
    fc.integer({ min: 1, max: 200 }),
  ])('agrees with the one of the platform', (secret, salt, info, length) => {
    const other = Buffer.from(hkdfSync('sha256', secret, Buffer.from(salt), Buffer.from(info), length));
    expect(hkdf(secret, salt, info, length).equals(other)).toBe(true);
  });

  it('makes HMACs over parts as over the whole', () => {
    const whole = createHmac('sha256', 'k').update('ab').digest();
    expect(hmacSha256(Buffer.from('k'), Buffer.from('a'), Buffer.from('b')).equals(whole)).toBe(true);
  });
});

describe('AES-256-GCM', () => {
  it('gives the answer of the specification, case 16, with associated data', () => {
    const key = hex('feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308');
    const plain = hex(
      'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
    );
    const associated = hex('feedfacedeadbeeffeedfacedeadbeefabaddad2');
    const sealed = encryptWithNonce(key, hex('cafebabefacedbaddecaf888'), plain, associated);
    expect(sealed.toString('hex')).toBe(
      '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662' +
        '76fc6ece0f4e1768cddf8853bb2d551b',
    );
    expect(decryptWithNonce(key, hex('cafebabefacedbaddecaf888'), sealed, associated)?.equals(plain)).toBe(true);
  });

  test.prop([fc.uint8Array({ maxLength: 100 }), fc.uint8Array({ maxLength: 20 }), fc.nat()])(
    'opens what was sealed and nothing with one bit changed',
    (plain, associated, position) => {
      const key = Buffer.alloc(32, 7);
      const sealed = sealBytes(key, plain, associated);
      expect(openBytes(key, sealed, associated)?.equals(plain)).toBe(true);
      expect(openBytes(key, flipBit(sealed, position % (sealed.length * 8)), associated)).toBeNull();
      expect(openBytes(key, sealed.subarray(0, position % sealed.length), associated)).toBeNull();
    },
  );
});

describe('HPKE', () => {
  // The entry mode 0, kem 0x0020, kdf 0x0001, aead 0x0002 of the vectors published with RFC 9180.
  const vector = {
    info: hex('4f6465206f6e2061204772656369616e2055726e'),
    recipientSecret: hex('497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d'),
    recipientPublic: hex('430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c'),
    ephemeralSecret: hex('179d4b53b6365c45b600c4163b61d95cbc2f4d9e36f1695558dce265ab8bab11'),
    encapsulated: hex('6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256'),
    shared: '3101c54c3a4f87439eaac080699ed9bbcc726ffe44e860c0424ccb7e3e2ead7b',
    key: 'f50b0609186798729ed0564b36ef2ef8044f1f9d05636874d1f46c819c7a669f',
    baseNonce: '151d9929e2449747889bc923',
    plain: hex('4265617574792069732074727574682c20747275746820626561757479'),
    sealed: 'e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a',
  };

  it('gives the shared secret, key and nonce of the RFC 9180 vectors on both sides', () => {
    const { encapsulated, recipientPublic, recipientSecret, ephemeralSecret } = vector;
    expect(hpkePublicKey(recipientSecret).equals(recipientPublic)).toBe(true);
    const sender = sharedSecret(ephemeralSecret, recipientPublic, encapsulated, recipientPublic);
    const recipient = sharedSecret(recipientSecret, encapsulated, encapsulated, recipientPublic);
    expect(sender.toString('hex')).toBe(vector.shared);
    expect(recipient.toString('hex')).toBe(vector.shared);
    const context = hpkeKeySchedule(sender, vector.info);
    expect(context.key.toString('hex')).toBe(vector.key);
    expect(context.baseNonce.toString('hex')).toBe(vector.baseNonce);
  });

  it('seals and opens the message of the RFC 9180 vectors', () => {
    const { ephemeralSecret, recipientPublic, info, plain } = vector;
    const sealed = hpkeSealWith(ephemeralSecret, recipientPublic, info, Buffer.from('Count-0'), plain);
    expect(sealed.toString('hex')).toBe(vector.encapsulated.toString('hex') + vector.sealed);
    const text = hpkeOpen(vector.recipientSecret, 'Ode on a Grecian Urn', Buffer.from('Count-0'), sealed);
    expect(text?.toString()).toBe('Beauty is truth, truth beauty');
  });

  test.prop([fc.uint8Array({ maxLength: 64 }), fc.nat()], { numRuns: 40 })(
    'opens for the recipient alone, whole and with the same context',
    (plain, position) => {
      const { secretKey, publicKey } = hpkeKeyPair();
      const sealed = hpkeSeal(publicKey, 'info', Buffer.from('aad'), plain);
      expect(hpkeOpen(secretKey, 'info', Buffer.from('aad'), sealed)?.equals(plain)).toBe(true);
      expect(hpkeOpen(hpkeKeyPair().secretKey, 'info', Buffer.from('aad'), sealed)).toBeNull();
      expect(hpkeOpen(secretKey, 'other', Buffer.from('aad'), sealed)).toBeNull();
      expect(hpkeOpen(secretKey, 'info', Buffer.from('bad'), sealed)).toBeNull();
      expect(
        hpkeOpen(secretKey, 'info', Buffer.from('aad'), flipBit(sealed, position % (sealed.length * 8))),
      ).toBeNull();
    },
  );

  it('refuses a public key of small order', () => {
    expect(() => hpkeSeal(Buffer.alloc(32), 'info', Buffer.alloc(0), Buffer.alloc(1))).toThrow();
    expect(hpkeOpen(hpkeKeyPair().secretKey, 'info', Buffer.alloc(0), Buffer.alloc(64))).toBeNull();
  });
});

describe('argon2id', () => {
  it('is, in its second implementation, the function of RFC 9106', () => {
    const tag = argon2id(Buffer.alloc(32, 1), Buffer.alloc(16, 2), {
      t: 3,
      m: 32,
      p: 4,
      dkLen: 32,
      key: Buffer.alloc(8, 3),
      personalization: Buffer.alloc(12, 4),
    });
    expect(Buffer.from(tag).toString('hex')).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
  });

  it.each([
    { memoryKiB: 32, passes: 3, lanes: 4 },
    { memoryKiB: 64, passes: 1, lanes: 1 },
    { memoryKiB: 1024, passes: 2, lanes: 2 },
  ])('agrees with that second implementation at $memoryKiB KiB', async (kdf) => {
    const salt = Buffer.alloc(16, 9);
    const other = argon2id(Buffer.from('password'), salt, { t: kdf.passes, m: kdf.memoryKiB, p: kdf.lanes, dkLen: 32 });
    expect((await stretch(Buffer.from('password'), salt, kdf)).equals(other)).toBe(true);
  });

  it('agrees with that second implementation when a secret is given, as in RFC 9106', async () => {
    const options = { algorithm: 2, version: 1, memoryCost: 32, timeCost: 3, parallelism: 4, outputLen: 32 };
    const salt = Buffer.alloc(16, 2);
    const ours = await hashRaw(Buffer.alloc(32, 1), { ...options, salt, secret: Buffer.alloc(8, 3) });
    const other = argon2id(Buffer.alloc(32, 1), salt, { t: 3, m: 32, p: 4, dkLen: 32, key: Buffer.alloc(8, 3) });
    expect(ours.equals(other)).toBe(true);
  });

  it('accepts nothing below RFC 9106 second set and nothing above one gibibyte', () => {
    expect(isKdfAcceptable(KDF_FLOOR, false)).toBe(true);
    expect(isKdfAcceptable({ ...KDF_FLOOR, memoryKiB: 65_535 }, false)).toBe(false);
    expect(isKdfAcceptable({ ...KDF_FLOOR, passes: 2 }, false)).toBe(false);
    expect(isKdfAcceptable({ ...KDF_FLOOR, lanes: 3 }, false)).toBe(false);
    expect(isKdfAcceptable({ ...KDF_FLOOR, memoryKiB: 1_048_577 }, true)).toBe(false);
    expect(isKdfAcceptable({ ...KDF_FLOOR, memoryKiB: 65_536.5 }, false)).toBe(false);
  });

  it('keeps the floor when even 64 MiB is too slow', async () => {
    let nowMs = 0;
    const slow = { nowMs: () => 0, monotonicMs: () => (nowMs += 1_000), bootId: 'boot' };
    expect(await calibrate(slow)).toEqual(KDF_FLOOR);
  });
});

describe('small rules', () => {
  it('maps login ids by compatibility form and case', () => {
    expect(mapLoginId(' ＡＮＮＡ.Ko\u0308nig ')).toBe('anna.könig');
    expect(mapLoginId('ﬁona')).toBe('fiona');
  });

  it('passes its known-answer test at start', async () => {
    await expect(assertCryptography()).resolves.toBeUndefined();
  });
});
