// Codes on paper: random bits in Crockford's base 32 with its check symbol, in groups people can read aloud.

import { randomSecret } from './secretBytes.ts';

/** 160 bits: 32 characters and the check symbol. */
export const RECOVERY_CODE_BYTES = 20;
/** 120 bits: 24 characters and the check symbol. */
export const ACTIVATION_CODE_BYTES = 15;

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHECK_DIGITS = `${DIGITS}*~$=U`;
const GROUP_LENGTH = 5;

/** New random bytes; the caller wipes them. */
export function randomCodeBytes(byteLength: number): Buffer {
  return randomSecret(byteLength);
}

/** Write `bytes` (a multiple of five) as groups of five characters, check symbol last.
 *  Source: Crockford, "Base 32" (check symbol = value modulo 37). */
export function formatCode(bytes: Uint8Array): string {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  let text = CHECK_DIGITS.charAt(Number(value % 37n));
  for (let count = (bytes.length * 8) / 5; count > 0; count -= 1) {
    text = DIGITS.charAt(Number(value & 31n)) + text;
    value >>= 5n;
  }
  return text.match(new RegExp(`.{1,${GROUP_LENGTH}}`, 'gs'))?.join('-') ?? text;
}

/** The bytes of a typed code, or `null` when it has the wrong length, a wrong symbol or a wrong check symbol.
 *  Spaces, hyphens and case do not matter; O is read as 0, I and L as 1. */
export function parseCode(typed: string, byteLength: number): Buffer | null {
  const symbols = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const dataLength = (byteLength * 8) / 5;
  if (symbols.length !== dataLength + 1) return null;
  let value = 0n;
  for (const symbol of symbols.slice(0, dataLength)) {
    const digit = DIGITS.indexOf(symbol);
    if (digit < 0) return null;
    value = (value << 5n) | BigInt(digit);
  }
  if (CHECK_DIGITS.charAt(Number(value % 37n)) !== symbols.slice(dataLength)) return null;
  return Buffer.from(value.toString(16).padStart(byteLength * 2, '0'), 'hex');
}
