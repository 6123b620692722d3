// The bytes of a chosen file as clean UTF-8, or the sentence why they cannot be read.
import { isUtf8 } from 'node:buffer';

/** Returns UTF-8 bytes without byte order mark. UTF-16 is read when its mark is there.
 *  Anything else that is not UTF-8 is refused rather than guessed: a wrong guess changes names without a trace. */
export function decodeCsv(bytes: Buffer): Buffer | { readonly trouble: string } {
  const text = utf16Encoding(bytes) === null ? withoutMark(bytes) : fromUtf16(bytes);
  if (text === null || !isUtf8(text)) return { trouble: NOT_UTF8 };
  if (text.includes(0)) return { trouble: 'The file holds binary data, so it is not a CSV file. Choose another file.' };
  if (isBlank(text)) return { trouble: 'The file is empty. Choose a file with a header line and rows.' };
  return text;
}

const NOT_UTF8 =
  'The file is not in UTF-8, so accented letters would be damaged. In the spreadsheet program save it as "CSV UTF-8", then choose it again.';

function utf16Encoding(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function fromUtf16(bytes: Buffer): Buffer | null {
  try {
    return Buffer.from(new TextDecoder(utf16Encoding(bytes) ?? 'utf-16le', { fatal: true }).decode(bytes));
  } catch {
    // A lone surrogate or a cut last character.
    return null;
  }
}

function withoutMark(bytes: Buffer): Buffer {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return hasMark ? bytes.subarray(3) : bytes;
}

function isBlank(text: Buffer): boolean {
  for (const byte of text) if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) return false;
  return true;
}
