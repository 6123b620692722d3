// Opens a chosen CSV file: reads it once, decodes it, and looks at its header and first rows.
import { basename } from 'node:path';
import { type Refusal, refuse } from '../../shared/errors.ts';
import { MAX_CELL_CHARACTERS, MAX_COLUMNS, MAX_ROWS } from './csvLimits.ts';
import { decodeCsv } from './decodeCsv.ts';
import { foldHeader } from './foldHeader.ts';
import type { ImportField } from './importFields.ts';
import { readBytes } from './readBytes.ts';
import { BrokenCsvError, countRecords, guessDelimiter, readFirstRecords } from './readRecords.ts';

/** A file in memory: what was checked is what is imported, whatever happens to the file meanwhile. */
export interface OpenedCsv {
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly delimiter: string;
  readonly headers: readonly string[];
  readonly sampleRows: readonly (readonly string[])[];
  readonly rowCount: number;
}

const SAMPLE_ROWS = 5;
const SAMPLE_CELL_CHARACTERS = 200;

/** Reads the whole file into memory. Returns INVALID_INPUT with a plain sentence for a file that cannot be imported. */
export function openCsv(path: string, fields: readonly ImportField[]): OpenedCsv | Refusal {
  const read = readBytes(path);
  if (!Buffer.isBuffer(read)) return trouble(read.trouble);
  const bytes = decodeCsv(read);
  if (!Buffer.isBuffer(bytes)) return trouble(bytes.trouble);
  const delimiter = guessDelimiter(bytes);
  try {
    const [header, ...sample] = readFirstRecords(bytes, delimiter, SAMPLE_ROWS + 1);
    const headers = nameColumns(header?.cells ?? []);
    const found = headerTrouble(header?.cells ?? [], fields);
    if (found !== null) return trouble(found);
    const rowCount = countRecords(bytes);
    if (rowCount === 0) return trouble('The file holds column names but no rows. Choose a file with rows.');
    if (rowCount > MAX_ROWS)
      return trouble(`The file holds more than ${MAX_ROWS.toLocaleString('en-US')} rows. Split it into smaller files.`);
    const sampleRows = sample.map(({ cells }) => cells.map((cell) => cell.slice(0, SAMPLE_CELL_CHARACTERS)));
    return { fileName: basename(path), bytes, delimiter, headers, sampleRows, rowCount };
  } catch (error) {
    if (!(error instanceof BrokenCsvError)) throw error;
    return trouble(`Row ${error.row} cannot be read: ${error.sentence}. Correct the file, then choose it again.`);
  }
}

function headerTrouble(cells: readonly string[], fields: readonly ImportField[]): string | null {
  if (cells.length > MAX_COLUMNS) return `The file has more than ${MAX_COLUMNS} columns. Remove those not needed.`;
  if (cells.some((cell) => cell.length > MAX_CELL_CHARACTERS)) return NO_HEADER;
  const names = new Set(fields.flatMap(({ headers }) => headers));
  const isKnown = cells.some((cell) => names.has(foldHeader(cell)));
  const hasWords = cells.some((cell) => /\p{L}/u.test(cell));
  const hasData = cells.some((cell) => /\d{5}|\d{1,4}[-/]\d{1,2}[-/]\d{1,4}|@/.test(cell));
  return isKnown || (hasWords && !hasData) ? null : NO_HEADER;
}

const NO_HEADER =
  'The first line does not hold column names. Add a line such as "Id,LAST,FIRST,BIRTHDATE" at the top, then choose the file again.';

function nameColumns(cells: readonly string[]): string[] {
  return cells.map((cell, index) => cell.trim().slice(0, SAMPLE_CELL_CHARACTERS) || `Column ${index + 1}`);
}

function trouble(message: string): Refusal {
  return refuse('INVALID_INPUT', message);
}
