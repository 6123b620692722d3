// Signed receipts of the log's end, in C2SP checkpoint and signed-note form with Ed25519.
import { createHash } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';

/** What a receipt states: a log of `size` entries has this Merkle root and this chain head.
 *  `origin` names the log and the key (no spaces, no plus sign), such as `keyward/<install id>`. */
export interface Receipt {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly head: Uint8Array;
  /** When it was made, ISO 8601 with offset. */
  readonly madeAt: string;
}

const ALGORITHM_ED25519 = 0x01;

/** The public key of a 32-byte receipt secret key. */
export function receiptPublicKey(secretKey: Uint8Array): Uint8Array {
  return ed25519.getPublicKey(secretKey);
}

/** The key in the text form verifiers take: `name+id+key`; its fingerprint belongs on paper, away from the program.
 *  Source: C2SP signed-note, verifier keys. */
export function receiptVerifierKey(origin: string, publicKey: Uint8Array): string {
  const typed = Buffer.concat([Buffer.from([ALGORITHM_ED25519]), publicKey]);
  return `${origin}+${keyId(origin, publicKey).toString('hex')}+${typed.toString('base64')}`;
}

/** The signed text: origin, size, root, then extension lines for chain head, time and key, an empty line, a signature.
 *  Throws RangeError for an origin that cannot name a key. Source: C2SP tlog-checkpoint and signed-note. */
export function signReceipt(receipt: Receipt, secretKey: Uint8Array): string {
  if (!/^[^\s+]+$/u.test(receipt.origin)) throw new RangeError('the origin must be one word without a plus sign');
  const publicKey = receiptPublicKey(secretKey);
  const text = `${[
    receipt.origin,
    String(receipt.size),
    Buffer.from(receipt.root).toString('base64'),
    `head ${Buffer.from(receipt.head).toString('base64')}`,
    `made ${receipt.madeAt}`,
    `key ${receiptVerifierKey(receipt.origin, publicKey)}`,
  ].join('\n')}\n`;
  const signature = ed25519.sign(Buffer.from(text), secretKey);
  const signed = Buffer.concat([keyId(receipt.origin, publicKey), signature]).toString('base64');
  return `${text}\n— ${receipt.origin} ${signed}\n`;
}

/** The receipt in `text` when its signature is by `publicKey`, else null. Never throws. */
export function openReceipt(text: string, publicKey: Uint8Array): Receipt | null {
  const [body, signatures] = splitNote(text);
  const [origin, size, root, ...extensions] = body.split('\n');
  if (origin === undefined || size === undefined || root === undefined || !/^(0|[1-9]\d*)$/.test(size)) return null;
  const isSigned = signatures.some((line) => isSignedBy(line, origin, body, publicKey));
  if (!isSigned) return null;
  const extension = (name: string) =>
    extensions.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1) ?? '';
  return {
    origin,
    size: Number(size),
    root: Buffer.from(root, 'base64'),
    head: Buffer.from(extension('head'), 'base64'),
    madeAt: extension('made'),
  };
}

function splitNote(text: string): [string, string[]] {
  const border = text.lastIndexOf('\n\n');
  if (border < 0) return ['', []];
  return [text.slice(0, border + 1), text.slice(border + 2).split('\n')];
}

function isSignedBy(line: string, origin: string, body: string, publicKey: Uint8Array): boolean {
  const prefix = `— ${origin} `;
  if (!line.startsWith(prefix)) return false;
  const bytes = Buffer.from(line.slice(prefix.length), 'base64');
  if (bytes.length !== 68 || !bytes.subarray(0, 4).equals(keyId(origin, publicKey))) return false;
  return ed25519.verify(bytes.subarray(4), Buffer.from(body), publicKey);
}

function keyId(origin: string, publicKey: Uint8Array): Buffer {
  return createHash('sha256')
    .update(`${origin}\n`)
    .update(Uint8Array.of(ALGORITHM_ED25519))
    .update(publicKey)
    .digest()
    .subarray(0, 4);
}
