// The Merkle tree over the log's leaves: root, inclusion and consistency proofs as in RFC 6962.
import { hash } from 'node:crypto';

/** The tree hash of the leaves from `from` up to but not including `to`. */
export type RangeRoot = (from: number, to: number) => Buffer;

/** The root of no leaves: SHA-256 of nothing. */
export const EMPTY_ROOT: Buffer = hash('sha256', '', 'buffer');

/** SHA-256(0x01 || left || right). Source: RFC 6962 2.1. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafe(65);
  bytes[0] = 0x01;
  bytes.set(left, 1);
  bytes.set(right, 33);
  return hash('sha256', bytes, 'buffer');
}

/** The largest power of two below `size` (size > 1): where RFC 6962 splits a tree. */
export function splitPoint(size: number): number {
  let point = 1;
  while (point * 2 < size) point *= 2;
  return point;
}

/** The range roots of leaves held in memory. Source: RFC 6962 2.1 (MTH). */
export function rangeRootOf(leaves: readonly Uint8Array[]): RangeRoot {
  const rangeRoot: RangeRoot = (from, to) => {
    const size = to - from;
    if (size === 0) return EMPTY_ROOT;
    if (size === 1) return Buffer.from(leafAt(leaves, from));
    const middle = from + splitPoint(size);
    return nodeHash(rangeRoot(from, middle), rangeRoot(middle, to));
  };
  return rangeRoot;
}

/** The hashes that lead from leaf `index` (counted from 0) to the root of the first `size` leaves, nearest first.
 *  Source: RFC 6962 2.1.1 (PATH). */
export function inclusionProof(index: number, size: number, rangeRoot: RangeRoot): Buffer[] {
  if (index < 0 || index >= size) throw new RangeError('the leaf is not in the tree');
  const path: Buffer[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + splitPoint(to - from);
    if (index < middle) {
      path.push(rangeRoot(middle, to));
      to = middle;
    } else {
      path.push(rangeRoot(from, middle));
      from = middle;
    }
  }
  return path.reverse();
}

/** Whether `proof` leads from `leaf` at `index` to `root` of `size` leaves. Source: RFC 9162 2.1.3.2. */
export function isIncluded(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (index < 0 || index >= size) return false;
  let node = index;
  let last = size - 1;
  let current: Buffer = Buffer.from(leaf);
  for (const sibling of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      current = nodeHash(sibling, current);
      while (node % 2 === 0 && node !== 0) {
        node = Math.floor(node / 2);
        last = Math.floor(last / 2);
      }
    } else {
      current = nodeHash(current, sibling);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && current.equals(root);
}

/** The hashes that prove that the first `oldSize` leaves of the tree of `size` are the old tree.
 *  Source: RFC 6962 2.1.2 (PROOF). */
export function consistencyProof(oldSize: number, size: number, rangeRoot: RangeRoot): Buffer[] {
  if (oldSize < 1 || oldSize > size) throw new RangeError('the old tree is empty or larger than the new one');
  const subProof = (old: number, from: number, to: number, isWhole: boolean): Buffer[] => {
    if (old === to - from) return isWhole ? [] : [rangeRoot(from, to)];
    const split = splitPoint(to - from);
    if (old <= split) return [...subProof(old, from, from + split, isWhole), rangeRoot(from + split, to)];
    return [...subProof(old - split, from + split, to, false), rangeRoot(from, from + split)];
  };
  return subProof(oldSize, 0, size, true);
}

/** Whether `proof` shows that the tree with `root` extends the one with `oldRoot`. Source: RFC 9162 2.1.4.2. */
export function isConsistent(
  oldSize: number,
  size: number,
  oldRoot: Uint8Array,
  root: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  if (oldSize < 1 || oldSize > size) return false;
  if (oldSize === size) return proof.length === 0 && Buffer.from(oldRoot).equals(root);
  const isPowerOfTwo = 2 ** Math.round(Math.log2(oldSize)) === oldSize;
  const path = isPowerOfTwo ? [oldRoot, ...proof] : [...proof];
  const first = path.shift();
  if (first === undefined) return false;
  let node = oldSize - 1;
  let last = size - 1;
  while (node % 2 === 1) {
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  let oldHash: Buffer = Buffer.from(first);
  let newHash: Buffer = Buffer.from(first);
  for (const sibling of path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      oldHash = nodeHash(sibling, oldHash);
      newHash = nodeHash(sibling, newHash);
      while (node % 2 === 0 && node !== 0) {
        node = Math.floor(node / 2);
        last = Math.floor(last / 2);
      }
    } else {
      newHash = nodeHash(newHash, sibling);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && oldHash.equals(oldRoot) && newHash.equals(root);
}

function leafAt(leaves: readonly Uint8Array[], index: number): Uint8Array {
  const leaf = leaves[index];
  if (leaf === undefined) throw new RangeError('the leaf is not in the tree');
  return leaf;
}
