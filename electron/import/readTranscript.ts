// Reads the text file of a transcript whole, or says in words why it cannot be used.
import { readFileSync, statSync } from 'node:fs';
import { call, MAX_TRANSCRIPT_CHARACTERS } from '../../shared/catalogue/records/call.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';

/** Far above any transcript of the allowed length, whatever its encoding. */
export const MAX_TRANSCRIPT_BYTES = 1024 * 1024;

/** The text with its line ends as `\n`. Returns INVALID_INPUT for a file that is missing, too large, empty, not UTF-8
 *  (or UTF-16 with its mark), or that holds what cannot be shown; a wrong guess would change words without a trace. */
export function readTranscript(path: string): string | Refusal {
  const bytes = readBytes(path);
  if (!Buffer.isBuffer(bytes)) return bytes;
  const decoded = decode(bytes);
  if (decoded === null)
    return trouble(
      'The file is not text in UTF-8, so letters would be damaged. Save it as UTF-8, then choose it again.',
    );
  const lines = decoded.replaceAll(/\r\n?/g, '\n').trim();
  if (lines === '') return trouble('The file holds no text. Choose another file.');
  if (lines.length > MAX_TRANSCRIPT_CHARACTERS) return TOO_LONG;
  const checked = call.fields.transcript.schema.safeParse(lines);
  if (!checked.success)
    return trouble('The file holds characters that cannot be shown, so it is no plain text. Choose another file.');
  return checked.data;
}

export const TOO_LONG = trouble(
  `The transcript would be longer than ${MAX_TRANSCRIPT_CHARACTERS.toLocaleString('en-US')} characters. Shorten the file, then choose it again.`,
);

function readBytes(path: string): Buffer | Refusal {
  try {
    const stat = statSync(path);
    if (stat.size > MAX_TRANSCRIPT_BYTES)
      return trouble('The file is larger than 1 MB, so it is no transcript of one call. Choose another file.');
    return readFileSync(path);
  } catch {
    // The cause is the operating system's; its text would carry the path.
    return trouble('The file could not be read. Check that it is still there and that you may open it.');
  }
}

function decode(bytes: Buffer): string | null {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function trouble(message: string): Refusal {
  return refuse('INVALID_INPUT', message);
}
