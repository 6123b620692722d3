// Whatever a CSV file of any kind holds, all of it is saved or none, and every trouble has its row and column (S2.107).
import { fc, test as property } from '@fast-check/vitest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IMPORT_KINDS } from '../../shared/catalogue/procedures/import.ts';
import type { ProcedureName } from '../../shared/catalogue/procedures.ts';
import { noFilter } from '../../shared/catalogue/records/recordProcedures.ts';
import { type ExampleColumn, exampleColumns, exampleCsv, typeNamed } from '../support/exampleCsv.ts';
import { checkOffered, importOffered, type JobView, offerFile } from '../support/importFile.ts';
import { setUpPractice, startTestCore, type TestCore } from '../support/startTestCore.ts';

let test: TestCore;
/** How many records of each kind there were after the file before. */
let counted: Record<string, number> = {};
/** How many files of each kind were good. */
const saved = new Map<string, number>();
beforeAll(async () => {
  test = startTestCore();
  await setUpPractice(test);
  // What the files name by its id in the old program.
  for (const kind of IMPORT_KINDS) {
    offerFile(test, exampleCsv(typeNamed(kind)), `${kind}.csv`);
    await importOffered(test, kind);
  }
  counted = await countEverything();
});
afterAll(() => test.close());

const KINDS = IMPORT_KINDS.map((kind) => [kind] as const);
const PROPERTY_TIMEOUT_MS = 60_000;

/** How many records of each kind there are. */
async function countEverything(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const kind of IMPORT_KINDS) {
    const type = typeNamed(kind);
    const { field: sort, isDescending } = type.defaultSort;
    const wish = { search: '', sort, isDescending, filter: noFilter(type), offset: 0, limit: 1 };
    const found = await test.must(`${kind}.find` as ProcedureName, wish as never);
    counts[kind] = (found as { total: number }).total;
  }
  return counts;
}

/** Checks the file, imports it where it is good, and holds the practice against what was said. */
async function importAnything(kind: string, content: string | Uint8Array, headers: readonly string[]) {
  const before = counted;
  test.dialogAnswers.length = 0;
  offerFile(test, content, `${kind}.csv`);
  const chosen = await test.call('import.choose', { kind });
  test.dialogAnswers.length = 0;
  if (!chosen.ok) {
    expect(chosen.error.code).toBe('INVALID_INPUT');
    expect(chosen.error.message).toMatch(/^[A-Z].*[.]$/su);
    counted = await countEverything();
    expect(counted).toEqual(before);
    return null;
  }
  offerFile(test, content, `${kind}.csv`);
  const { importId, job } = await checkOffered(test, kind);
  expect(job.state).toBe('done');
  expectNamed(job, headers);
  const applied = await test.call('import.apply', { importId });
  const isGood = job.errorCount === 0 && job.counts.added > 0;
  expect(applied.ok).toBe(isGood);
  const added = isGood ? job.counts.added : 0;
  if (isGood) saved.set(kind, (saved.get(kind) ?? 0) + 1);
  counted = await countEverything();
  expect(counted).toEqual({ ...before, [kind]: (before[kind] ?? 0) + added });
  return job;
}

/** Every error has its row, a column of the file unless the row as a whole is meant, and words. */
function expectNamed(job: JobView, headers: readonly string[]): void {
  for (const { row, column, message } of job.errors) {
    expect(row).toBeGreaterThan(1);
    expect(['', ...headers]).toContain(column);
    expect(message).toMatch(/\S+ \S+/u);
    if (column === '') expect(message).toMatch(/the row has \d+ cells|the rows from here on could not be read/u);
  }
}

const HOSTILE = ['=1+1', '@SUM(A1)', '+1', '-1', '"', "'", 'a"b', 'Ann\nLee', '\u202e', '\u0001', 'NaN', '1e999'];
const hostile = fc.oneof(
  fc.constantFrom(...HOSTILE, '2026-02-30', '2999-01-01', '0.005', '0', ''),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

/** Mostly what fits the column, so that whole rows are good now and then. */
function cellFor(column: ExampleColumn): fc.Arbitrary<string> {
  const { field, cell } = column;
  const names = fc.constantFrom('gone', `${cell};gone`, `${cell}|${cell}`, '0', '');
  return fc.oneof(
    { arbitrary: goodCellFor(column), weight: 30 },
    { arbitrary: field.refersTo === undefined ? hostile : names, weight: 1 },
  );
}

/** Codes are given once only; texts that nobody must fill in may be anything short. */
function goodCellFor({ name, field, cell }: ExampleColumn): fc.Arbitrary<string> {
  if (name === 'code') return fc.stringMatching(/^[A-Z][0-9]{2}\.[0-9]{3}$/);
  const short = fc.string({ maxLength: 10 }).map((text) => text.trim());
  return field.kind === 'text' && !field.isRequired ? fc.oneof(fc.constant(cell), short) : fc.constant(cell);
}

function rowsFor(columns: readonly ExampleColumn[]): fc.Arbitrary<string[][]> {
  const id = fc.oneof({ arbitrary: fc.uuid(), weight: 6 }, { arbitrary: fc.constantFrom('k1', 'k2', ''), weight: 1 });
  return fc.array(fc.tuple(id, ...columns.map(cellFor)), { minLength: 1, maxLength: 4 });
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const ENCODINGS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with its mark': (text) => Buffer.from(`\ufeff${text}`),
  'UTF-16': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16 without its mark': (text) => Buffer.from(text, 'utf16le'),
  'UTF-16 cut in a character': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').subarray(0, -1),
  'Latin-1': (text) => Buffer.from(`${text}\n"é"`, 'latin1'),
};

describe.each(KINDS)('a file of %s (S2.107)', (kind) => {
  const columns = exampleColumns(typeNamed(kind));
  const headers = ['Id', ...columns.map(({ name }) => name)];
  const header = headers.join(',');

  property.prop([rowsFor(columns), fc.constantFrom(...Object.keys(ENCODINGS)), fc.constantFrom('\n', '\r\n')], {
    numRuns: 16,
  })(
    'S2.107 with any cells in any encoding is saved whole or not at all',
    async (rows, encoding, lineEnd) => {
      const text = [header, ...rows.map((cells) => cells.map(quoted).join(','))].join(lineEnd);
      await importAnything(kind, ENCODINGS[encoding]?.(text) ?? text, headers);
    },
    PROPERTY_TIMEOUT_MS,
  );

  property.prop([rowsFor(columns), fc.array(fc.tuple(fc.nat({ max: 3 }), fc.integer({ min: -3, max: 3 })))], {
    numRuns: 12,
  })(
    'S2.107 with rows too short, too long or badly quoted is saved whole or not at all',
    async (rows, cuts) => {
      const lines = rows.map((cells) => [...cells]);
      for (const [at, by] of cuts) {
        const cells = lines[at];
        if (cells === undefined) continue;
        if (by < 0) cells.splice(by);
        else cells.push(...Array.from({ length: by }, () => 'x'));
      }
      await importAnything(kind, [header, ...lines.map((cells) => cells.join(','))].join('\n'), headers);
    },
    PROPERTY_TIMEOUT_MS,
  );

  it('S2.107 names the row and column of a cell that is far too long, whichever it is', async () => {
    for (const [at, name] of headers.entries()) {
      const cells = ['huge-1', ...columns.map(({ cell }) => cell)];
      const huge = cells.map((cell, index) => (index === at ? 'x'.repeat(10_001) : cell));
      const text = [header, cells, huge].map((row) => (typeof row === 'string' ? row : row.map(quoted).join(',')));
      const job = await importAnything(kind, text.join('\n'), headers);
      expect(job?.errors).toContainEqual({ row: 3, column: name, message: 'is longer than 10000 characters' });
    }
  });

  it('S2.107 names the row and column of an id that comes twice', async () => {
    const cells = ['twice', ...columns.map(({ cell }) => cell)].map(quoted).join(',');
    const job = await importAnything(kind, [header, cells, cells].join('\n'), headers);
    expect(job?.errors).toContainEqual({ row: 3, column: 'Id', message: 'row 2 and row 3 have the same id' });
  });

  it('S2.107 names the row and column of an id that leads nowhere', async () => {
    for (const [at, { name, field }] of columns.entries()) {
      if (field.refersTo === undefined) continue;
      const cells = columns.map(({ cell }, index) => (index === at ? 'gone' : cell));
      const job = await importAnything(kind, `${header}\n${['dangling', ...cells].map(quoted).join(',')}`, headers);
      expect(job?.errors[0]).toMatchObject({ row: 2, column: name });
      expect(job?.errors[0]?.message).toContain('import those first');
    }
  });

  it('S2.107 keeps a formula as the text it is, or says that its column takes none', async () => {
    const formula = '=HYPERLINK("x")';
    for (const [at, { name, field }] of columns.entries()) {
      if (field.kind !== 'text' && field.kind !== 'longText') continue;
      const cells = columns.map(({ cell }, index) => (index === at ? formula : cell));
      const text = `${header}\n${[`formula-${at}`, ...cells].map(quoted).join(',')}`;
      const job = await importAnything(kind, text, headers);
      if (job?.errorCount === 0) expect(job.previews[0]?.rows[0]?.values[name]).toBe(formula);
      else expect(job?.errors.every(({ row }) => row === 2)).toBe(true);
    }
  });
});

describe('all of these files', () => {
  it('S2.107 were good now and then, so that saving was tried as well', () => {
    for (const kind of IMPORT_KINDS) expect(saved.get(kind) ?? 0, kind).toBeGreaterThan(0);
  });

  it('S2.107 never end in an unexpected fault', () => {
    expect(test.faults).toEqual([]);
  });
});
