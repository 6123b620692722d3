// The device secret: 32 random bytes of this installation, in the operating system's key store or, said openly, in a file.

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { SecretStore } from '../adapters.ts';
import { renameSynced, replaceFile, writeSynced } from './durableFile.ts';
import { hkdf, hmacSha256 } from './hkdf.ts';
import { randomSecret } from './secretBytes.ts';

const FILE_NAME = 'device.key';
const FILE_KIND = 'file';
const SECRET_BYTES = 32;

const fileSchema = z.strictObject({
  format: z.literal('keyward-device-secret'),
  version: z.literal(1),
  kind: z.string().max(64),
  secret: z.base64().max(65_536),
});

/** How the stored secret is protected: the key store's kind, `file` when by file permissions alone, else `null`. */
export function deviceSecretKind(deviceDir: string): string | null {
  return readFile(deviceDir)?.kind ?? null;
}

/** The stored secret, or `null` when it is missing or this OS user or key store cannot open it. The caller wipes it. */
export function readDeviceSecret(deviceDir: string, store: SecretStore): Buffer | null {
  const file = readFile(deviceDir);
  if (file === null) return null;
  const stored = Buffer.from(file.secret, 'base64');
  const secret = file.kind === FILE_KIND ? stored : unsealOrNull(store, stored);
  return secret?.length === SECRET_BYTES ? secret : null;
}

/** Make a new secret and store it, replacing any old one. The caller wipes what is returned. */
export function replaceDeviceSecret(deviceDir: string, store: SecretStore): Buffer {
  const secret = randomSecret(SECRET_BYTES);
  replaceFile(join(deviceDir, FILE_NAME), encode(secret, store));
  return secret;
}

/** Make a new secret beside the real place; commitDeviceSecret puts it there. */
export function stageDeviceSecret(deviceDir: string, store: SecretStore): Buffer {
  const secret = randomSecret(SECRET_BYTES);
  writeSynced(join(deviceDir, `${FILE_NAME}.staged`), encode(secret, store));
  return secret;
}

/** Put the staged secret in its place. */
export function commitDeviceSecret(deviceDir: string): void {
  renameSynced(join(deviceDir, `${FILE_NAME}.staged`), join(deviceDir, FILE_NAME));
}

/** Remove a staged secret left by an interrupted first start. */
export function discardStagedDeviceSecret(deviceDir: string): void {
  rmSync(join(deviceDir, `${FILE_NAME}.staged`), { force: true });
}

/** A value in vault.json by which the right device secret is recognised; it reveals nothing of it. */
export function deviceCheckOf(deviceSecret: Buffer, installId: string): string {
  return hkdf(deviceSecret, installId, 'check', 16).toString('hex');
}

/** The name under which a login id is known before sign-in. `mappedLoginId` comes from mapLoginId. */
export function lookupIdOf(deviceSecret: Buffer, installId: string, mappedLoginId: string): string {
  const key = lookupKeyOf(deviceSecret, installId);
  try {
    return lookupIdWith(key, mappedLoginId);
  } finally {
    key.fill(0);
  }
}

/** The key of lookupIdWith. */
export function lookupKeyOf(deviceSecret: Buffer, installId: string): Buffer {
  return hkdf(deviceSecret, installId, 'lookup');
}

/** As lookupIdOf, for callers that keep only the derived key. */
export function lookupIdWith(lookupKey: Buffer, mappedLoginId: string): string {
  return hmacSha256(lookupKey, Buffer.from(mappedLoginId)).subarray(0, 16).toString('hex');
}

function encode(secret: Buffer, store: SecretStore): Buffer {
  const isSealed = store.isAvailable();
  const kind = isSealed ? store.kind : FILE_KIND;
  const stored = (isSealed ? store.encrypt(secret) : secret).toString('base64');
  return Buffer.from(`${JSON.stringify({ format: 'keyward-device-secret', version: 1, kind, secret: stored })}\n`);
}

function readFile(deviceDir: string): z.infer<typeof fileSchema> | null {
  const path = join(deviceDir, FILE_NAME);
  if (!existsSync(path)) return null;
  try {
    return fileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

function unsealOrNull(store: SecretStore, sealed: Buffer): Buffer | null {
  if (!store.isAvailable()) return null;
  try {
    return store.decrypt(sealed);
  } catch {
    return null;
  }
}
