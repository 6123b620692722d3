// vault.json: the key slots as strict, canonical, checksummed and authenticated data.

import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { canonicalJson } from '../../shared/canonicalJson.ts';
import { isKdfAcceptable } from './derive.ts';
import { replaceFile, writeSynced } from './durableFile.ts';
import { equalBytes, hmacSha256, sha256 } from './hkdf.ts';

const VERSION = 1;
const MAX_FILE_BYTES = 4_194_304;

const bytesText = (length: number) => z.string().regex(new RegExp(`^[0-9a-f]{${length * 2}}$`));
const wholeNumber = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const kdfSchema = z.strictObject({ memoryKiB: wholeNumber, passes: wholeNumber, lanes: wholeNumber });

const sealedRootSchema = z.strictObject({ generation: wholeNumber, sealed: bytesText(32 + 32 + 16) });

const slotSchema = z.strictObject({
  userId: z.string().min(1).max(64),
  lookupId: bytesText(16),
  kind: z.enum(['password', 'activation', 'dead']),
  slotGeneration: wholeNumber,
  kdf: kdfSchema,
  salt: bytesText(16),
  publicKey: bytesText(32),
  wrappedSecret: bytesText(12 + 32 + 16),
  expiresAtMs: wholeNumber.nullable(),
  roots: z.array(sealedRootSchema).min(1).max(2),
});

const recoverySchema = z.strictObject({
  slotGeneration: wholeNumber,
  kdf: kdfSchema,
  salt: bytesText(16),
  publicKey: bytesText(32),
  wrappedSecret: bytesText(12 + 32 + 16),
  roots: z.array(sealedRootSchema).min(1).max(2),
});

const recordSchema = z.strictObject({
  installId: z.uuid(),
  generation: wholeNumber,
  nextGeneration: wholeNumber.nullable(),
  kdf: kdfSchema,
  deviceCheck: bytesText(16),
  receiptPublicKey: bytesText(32),
  lasting: z
    .array(z.strictObject({ generation: wholeNumber, sealed: bytesText(12 + 32 + 16) }))
    .min(1)
    .max(2),
  /** Oldest first: two while a new code is taking the place of the one before. */
  recoveries: z.array(recoverySchema).min(1).max(2),
  slots: z.array(slotSchema).max(4096),
});

const fileSchema = z.strictObject({
  format: z.literal('keyward-vault'),
  version: z.literal(VERSION),
  record: recordSchema,
  mac: bytesText(32),
  checksum: bytesText(32),
});

export type SealedRoot = z.infer<typeof sealedRootSchema>;
export type SlotRecord = z.infer<typeof slotSchema>;
export type RecoveryRecord = z.infer<typeof recoverySchema>;
export type VaultRecord = z.infer<typeof recordSchema>;

/** What was found at the path. `ready` means intact against accidents; only a key proves who wrote it. */
export type VaultReading =
  | { state: 'absent' | 'damaged' | 'newer' }
  | { state: 'ready'; record: VaultRecord; mac: Buffer };

/** Read and check vault.json; never throws for its content. Every byte must be the canonical one, so any flipped bit
 *  is found, and key costs below the floor or above the ceiling count as damage. */
export function readVaultFile(path: string, allowWeakKdf: boolean): VaultReading {
  if (!existsSync(path)) return { state: 'absent' };
  const bytes = readFileSync(path);
  const raw = bytes.length <= MAX_FILE_BYTES ? parseJson(bytes.toString('utf8')) : undefined;
  if (isNewer(raw)) return { state: 'newer' };
  const parsed = fileSchema.safeParse(raw);
  if (!parsed.success) return { state: 'damaged' };
  const { record, mac } = parsed.data;
  if (!equalBytes(bytes, encodeFile(record, Buffer.from(mac, 'hex')))) return { state: 'damaged' };
  const costs = [record, ...record.recoveries, ...record.slots].map(({ kdf }) => kdf);
  if (!costs.every((kdf) => isKdfAcceptable(kdf, allowWeakKdf))) return { state: 'damaged' };
  return { state: 'ready', record, mac: Buffer.from(mac, 'hex') };
}

/** Whether a holder of the header key of this record's generation wrote exactly this record. */
export function isAuthentic(record: VaultRecord, mac: Buffer, headerKey: Buffer): boolean {
  return equalBytes(mac, macOf(record, headerKey));
}

/** Replace vault.json durably and atomically. */
export function replaceVaultFile(path: string, record: VaultRecord, headerKey: Buffer): void {
  replaceFile(path, encodeFile(record, macOf(record, headerKey)));
}

/** Write a first vault.json into the staging folder. */
export function writeVaultFile(path: string, record: VaultRecord, headerKey: Buffer): void {
  writeSynced(path, encodeFile(record, macOf(record, headerKey)));
}

function macOf(record: VaultRecord, headerKey: Buffer): Buffer {
  return hmacSha256(headerKey, Buffer.from('keyward/vault/v1\0'), Buffer.from(canonicalJson(record)));
}

function encodeFile(record: VaultRecord, mac: Buffer): Buffer {
  const body = { format: 'keyward-vault', version: VERSION, record, mac: mac.toString('hex') };
  const checksum = sha256(Buffer.from(canonicalJson(body))).toString('hex');
  return Buffer.from(`${canonicalJson({ ...body, checksum })}\n`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isNewer(raw: unknown): boolean {
  const head = z.looseObject({ format: z.literal('keyward-vault'), version: wholeNumber }).safeParse(raw);
  return head.success && head.data.version > VERSION;
}
