// A chosen file read whole, so that what is checked is what is imported.
import { readFileSync, statSync } from 'node:fs';
import { MAX_FILE_BYTES } from './csvLimits.ts';

/** The bytes of the file, or the sentence why there are none. */
export function readBytes(path: string): Buffer | { trouble: string } {
  try {
    const { size } = statSync(path);
    if (size > MAX_FILE_BYTES) return { trouble: 'The file is larger than 200 MB. Split it into smaller files.' };
    return readFileSync(path);
  } catch {
    // The cause is the operating system's; its text would carry the path.
    return { trouble: 'The file could not be read. Check that it is still there and that you may open it.' };
  }
}
