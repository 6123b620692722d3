// The hashes of the log: leaf, chain link, and the head of an empty log.
import { hash } from 'node:crypto';

/** The head before the first entry: 32 zero bytes. */
export const EMPTY_HEAD: Buffer = Buffer.alloc(32);

/** SHA-256(0x00 || body bytes): the entry's leaf, the same for the chain and for the Merkle tree.
 *  Source: RFC 6962 2.1. */
export function leafHash(body: string): Buffer {
  const bytes = Buffer.allocUnsafe(1 + Buffer.byteLength(body));
  bytes[0] = 0x00;
  bytes.write(body, 1);
  return hash('sha256', bytes, 'buffer');
}

/** SHA-256(0x02 || previous head || leaf): the head after this entry. */
export function nextHead(previous: Uint8Array, leaf: Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafe(65);
  bytes[0] = 0x02;
  bytes.set(previous, 1);
  bytes.set(leaf, 33);
  return hash('sha256', bytes, 'buffer');
}
