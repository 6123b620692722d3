// Which key opens a database file: the question a key rotation must answer after any crash.

import { createHmac, pbkdf2Sync } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { equalBytes } from './hkdf.ts';

const PAGE_BYTES = 4096;
const SALT_BYTES = 16;
const TAG_BYTES = 64;
const SALT_MASK = 0x3a;
const FIRST_PAGE = Buffer.from([1, 0, 0, 0]);

/** Whether the first page of the file authenticates under this raw page key. Reads only; needs no driver.
 *  Source: the SQLCipher 4 format: HMAC-SHA-512 over the page after the salt, and its number; the MAC key is
 *  two rounds of PBKDF2 over the page key with the masked salt. */
export function opensWith(path: string, pageKey: Buffer): boolean {
  const page = firstPage(path);
  if (page === null) return false;
  const maskedSalt = Buffer.from(page.subarray(0, SALT_BYTES).map((byte) => byte ^ SALT_MASK));
  const macKey = pbkdf2Sync(pageKey, maskedSalt, 2, 32, 'sha512');
  const tag = createHmac('sha512', macKey)
    .update(page.subarray(SALT_BYTES, PAGE_BYTES - TAG_BYTES))
    .update(FIRST_PAGE)
    .digest();
  macKey.fill(0);
  return equalBytes(tag, page.subarray(PAGE_BYTES - TAG_BYTES));
}

function firstPage(path: string): Buffer | null {
  if (!existsSync(path)) return null;
  const page = Buffer.alloc(PAGE_BYTES);
  const file = openSync(path, 'r');
  try {
    return readSync(file, page, 0, PAGE_BYTES, 0) === PAGE_BYTES ? page : null;
  } finally {
    closeSync(file);
  }
}
