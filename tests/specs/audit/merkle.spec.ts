import { hash } from 'node:crypto';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { createLogTree } from '../../../db/audit/logTree.ts';
import {
  consistencyProof,
  EMPTY_ROOT,
  inclusionProof,
  isConsistent,
  isIncluded,
  rangeRootOf,
} from '../../../db/audit/merkle.ts';
import { openReceipt, receiptPublicKey, receiptVerifierKey, signReceipt } from '../../../db/audit/receipt.ts';

// The leaves and roots of the reference implementation of RFC 6962 (certificate-transparency, merkle tree tests).
const INPUTS = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const leafOf = (hex: string) => hash('sha256', Buffer.concat([Buffer.of(0), Buffer.from(hex, 'hex')]), 'buffer');
const leaves = (count: number) =>
  Array.from({ length: count }, (_, index) => leafOf(index.toString(16).padStart(8, '0')));
const rootOf = (list: readonly Buffer[]) => rangeRootOf(list)(0, list.length);

describe('the Merkle tree', () => {
  it.each(ROOTS.map((root, index) => ({ root, size: index + 1 })))(
    'has the reference root for $size leaves',
    ({ root, size }) => {
      expect(rootOf(INPUTS.slice(0, size).map(leafOf)).toString('hex')).toBe(root);
    },
  );

  it('has the hash of nothing as the root of nothing', () => {
    expect(EMPTY_ROOT.toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(createLogTree().root().equals(EMPTY_ROOT)).toBe(true);
  });

  it('gives the reference inclusion proofs', () => {
    const tree = rangeRootOf(INPUTS.map(leafOf));
    expect(inclusionProof(0, 8, tree).map((node) => node.toString('hex'))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(
      inclusionProof(1, 5, rangeRootOf(INPUTS.slice(0, 5).map(leafOf))).map((node) => node.toString('hex')),
    ).toEqual([
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ]);
  });

  property.prop([fc.integer({ min: 1, max: 70 }), fc.nat(), fc.nat()])(
    'proves every leaf, and no other',
    (size, pick, other) => {
      const list = leaves(size);
      const index = pick % size;
      const proof = inclusionProof(index, size, rangeRootOf(list));
      const root = rootOf(list);
      expect(isIncluded(leafAt(list, index), index, size, proof, root)).toBe(true);
      const wrong = other % size;
      if (wrong === index) return;
      expect(isIncluded(leafAt(list, wrong), index, size, proof, root)).toBe(false);
      expect(isIncluded(leafAt(list, index), wrong, size, proof, root)).toBe(false);
      expect(isIncluded(leafAt(list, index), index, size, proof.slice(1), root) && proof.length > 0).toBe(false);
    },
  );

  property.prop([fc.integer({ min: 1, max: 70 }), fc.nat()])(
    'proves that a tree extends an earlier one',
    (size, pick) => {
      const list = leaves(size);
      const oldSize = (pick % size) + 1;
      const oldRoot = rootOf(list.slice(0, oldSize));
      const proof = consistencyProof(oldSize, size, rangeRootOf(list));
      expect(isConsistent(oldSize, size, oldRoot, rootOf(list), proof)).toBe(true);
      const changed = [...list];
      changed[oldSize - 1] = leafOf('ff');
      expect(isConsistent(oldSize, size, rootOf(changed.slice(0, oldSize)), rootOf(list), proof)).toBe(false);
    },
  );

  it.each([1, 255, 256, 257, 511, 512, 513, 1_000, 2_100])('is the same when kept in tiles (%i leaves)', (size) => {
    const list = leaves(size);
    const tree = createLogTree();
    for (const leaf of list) tree.add(leaf);
    const ranges = tree.rangeRoot((from, to) => list.slice(from, to));
    expect(tree.root().equals(rootOf(list))).toBe(true);
    for (const index of [0, Math.floor(size / 3), Math.floor(size / 2), size - 1]) {
      expect(inclusionProof(index, size, ranges)).toEqual(inclusionProof(index, size, rangeRootOf(list)));
    }
  });

  function leafAt(list: readonly Buffer[], index: number): Buffer {
    return list[index] ?? Buffer.alloc(0);
  }
});

describe('S2.44 a receipt', () => {
  const secretKey = new Uint8Array(32).fill(9);
  const publicKey = receiptPublicKey(secretKey);
  const receipt = {
    origin: 'keyward/install-1',
    size: 42,
    root: Buffer.alloc(32, 1),
    head: Buffer.alloc(32, 2),
    madeAt: '2026-11-22T03:04:05.000-05:00',
  };

  it('has the form of a signed checkpoint and says what was signed', () => {
    const text = signReceipt(receipt, secretKey);
    const lines = text.split('\n');
    expect(lines.slice(0, 3)).toEqual(['keyward/install-1', '42', receipt.root.toString('base64')]);
    expect(lines[6]).toBe('');
    expect(lines[7]).toMatch(/^— keyward\/install-1 [A-Za-z0-9+/=]{92}$/);
    expect(openReceipt(text, publicKey)).toEqual(receipt);
  });

  it('names its key as C2SP verifiers want it', () => {
    expect(receiptVerifierKey('keyward/install-1', publicKey)).toMatch(
      /^keyward\/install-1\+[0-9a-f]{8}\+AQ?[A-Za-z0-9+/=]+$/,
    );
  });

  it('is refused after any change, and under another key', () => {
    const text = signReceipt(receipt, secretKey);
    const edits = [
      text.replace('42', '43'),
      text.replace('install-1\n', 'install-2\n'),
      text.replace('made 2026', 'made 2025'),
      '',
      'x',
    ];
    for (const edited of edits) expect(openReceipt(edited, publicKey)).toBeNull();
    expect(openReceipt(text, receiptPublicKey(new Uint8Array(32).fill(8)))).toBeNull();
  });

  it.each(['two words', 'a+b', ''])('refuses an origin that cannot name a key: %j', (origin) => {
    expect(() => signReceipt({ ...receipt, origin }, secretKey)).toThrow(RangeError);
  });
});
