// Reads CSV records (RFC 4180): the first few at once, or all of them in slices that let other work through.
import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CsvError, type Options, parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import { MAX_ROW_BYTES } from './csvLimits.ts';

/** A CSV row with its number as a spreadsheet shows it: the header is row 1. */
export interface CsvRecord {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Thrown when the text stops being CSV; rows before it are good. */
export class BrokenCsvError extends Error {
  readonly row: number;
  readonly sentence: string;
  constructor(row: number, sentence: string) {
    super('the file is not well-formed CSV');
    this.name = 'BrokenCsvError';
    this.row = row;
    this.sentence = sentence;
  }
}

/** How much is parsed between two turns of the event loop; about 2 ms. */
const SLICE_BYTES = 32 * 1024;
/** How many rows a reader handles between two turns; about 3 ms with all rules. */
const SLICE_ROWS = 100;

/** The first `count` records, header included. Throws BrokenCsvError. */
export function readFirstRecords(bytes: Buffer, delimiter: string, count: number): CsvRecord[] {
  try {
    return parseAtOnce(bytes, { ...parseOptions(delimiter), to: count }).map((cells, index) => ({
      row: index + 1,
      cells,
    }));
  } catch (error) {
    throw asBroken(error, 0);
  }
}

/** Every record, header included, in slices with a turn of the event loop after each.
 *  Blank lines are left out but counted. Throws BrokenCsvError at the first broken row. */
export async function* readRecords(bytes: Buffer, delimiter: string): AsyncGenerator<CsvRecord[]> {
  const parser = Readable.from(slices(bytes)).pipe(parse(parseOptions(delimiter)));
  let row = 0;
  let slice: CsvRecord[] = [];
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      if (!(cells.length === 1 && cells[0] === '')) slice.push({ row, cells });
      if (slice.length < SLICE_ROWS) continue;
      yield slice;
      slice = [];
      await nextTurn();
    }
  } catch (error) {
    if (slice.length > 0) yield slice;
    throw asBroken(error, row);
  }
  if (slice.length > 0) yield slice;
}

/** How many records follow the header, counted by line ends outside quotation marks; blank lines are left out. */
export function countRecords(bytes: Buffer): number {
  let records = 0;
  let isQuoted = false;
  let isBlank = true;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) isQuoted = !isQuoted;
    if (byte === LF || byte === CR) {
      if (!isQuoted && !isBlank) records += 1;
      if (!isQuoted) isBlank = true;
    } else isBlank = false;
  }
  if (!isBlank) records += 1;
  return Math.max(0, records - 1);
}

/** The separator the header line uses most: comma, semicolon or tab. */
export function guessDelimiter(bytes: Buffer): string {
  const end = bytes.findIndex((byte) => byte === LF || byte === CR);
  const header = bytes.toString('utf8', 0, end === -1 ? bytes.length : end).replaceAll(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

function parseOptions(delimiter: string) {
  return {
    delimiter,
    // Rows of another length are reported with their number by the check instead of stopping the parser.
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: MAX_ROW_BYTES,
  } satisfies Options;
}

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) yield bytes.subarray(at, at + SLICE_BYTES);
}

const SENTENCES: Partial<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is opened and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'a quotation mark stands inside a cell; write it twice',
  INVALID_OPENING_QUOTE: 'a quotation mark stands inside a cell; write it twice and put the cell in quotation marks',
  CSV_MAX_RECORD_SIZE: 'the row is far too long; a quotation mark is probably never closed',
};

function asBroken(error: unknown, rowsRead: number): unknown {
  if (!(error instanceof CsvError)) return error;
  // The parser counts every record it finished, also those not handed out yet.
  const finished = typeof error.records === 'number' ? error.records : rowsRead;
  return new BrokenCsvError(finished + 1, SENTENCES[error.code] ?? 'the row is not well-formed CSV');
}
