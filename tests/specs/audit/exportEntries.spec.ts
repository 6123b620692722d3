import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fc, test as property } from '@fast-check/vitest';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendEntry } from '../../../db/audit/append.ts';
import { AUDIT_COLUMNS } from '../../../db/audit/columns.ts';
import { CSV_BYTE_ORDER_MARK, csvLine, unguardCell } from '../../../db/audit/csv.ts';
import { ExportExistsError, type ExportOptions, exportEntries } from '../../../db/audit/exportEntries.ts';
import { createLocalTime } from '../../../db/audit/localTime.ts';
import { write } from '../../../db/transaction.ts';
import { anAuditEntry } from '../../support/anAuditEntry.ts';
import { createTestDatabase, type TestDatabase } from '../../support/createTestDatabase.ts';

const PAYLOADS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '\0=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  "'=1",
  "'",
  '"quoted"',
  'a,b;c\td',
  'two\r\nlines',
  '=cmd|" /C calc"!A0',
  '=HYPERLINK("http://evil.example","x")',
  'é ü 漢字 \u{1F600} \u202e',
  '',
];

let test: TestDatabase;
let directory: string;
beforeEach(() => {
  test = createTestDatabase();
  directory = join(test.directory, 'out');
  mkdirSync(directory);
});
afterEach(() => test.close());

const options = (given: Partial<ExportOptions> = {}): ExportOptions => ({
  filter: {},
  directory,
  baseName: 'audit',
  madeBy: { id: 'user-1', name: 'Adams, Ruth', atMs: 1_700_000_000_000 },
  purpose: 'Annual HIPAA audit',
  receiptSecretKey: new Uint8Array(32).fill(3),
  origin: 'keyward/install-1',
  timeZone: 'America/New_York',
  ...given,
});
const readOut = (name: string) => readFileSync(join(directory, name), 'utf8');
const cellsOf = (text: string) => parse(text, { bom: true, relax_quotes: false }) as string[][];

function fill(count: number) {
  write(test.db, (tx) => {
    for (let index = 0; index < count; index += 1) {
      const label = PAYLOADS[index % PAYLOADS.length] ?? '';
      const why = PAYLOADS[(index * 7) % PAYLOADS.length] ?? '';
      const event = index % 3 === 0 ? 'authz_fail' : 'sensitive_read';
      const object = { type: 'patient', id: `p${index}`, label };
      appendEntry(tx, anAuditEntry({ object, why, event, atMs: 1_700_000_000_000 + index }), test.keys);
    }
  });
}

describe('S1.24 the CSV of an export', () => {
  it('can be read by another program: header, every row, every value', async () => {
    fill(100);
    await exportEntries(test.db, options());
    const text = readOut('audit.csv');
    const [header = [], ...rows] = cellsOf(text);
    expect(text.startsWith(CSV_BYTE_ORDER_MARK)).toBe(true);
    expect(header).toEqual(AUDIT_COLUMNS.map((column) => column.label));
    expect(rows).toHaveLength(100);
    const labels = rows.map((row) => unguardCell(row[header.indexOf('Object')] ?? ''));
    expect(labels).toEqual(Array.from({ length: 100 }, (_, index) => PAYLOADS[index % PAYLOADS.length]));
  });

  it('holds no cell a spreadsheet would take for a formula', async () => {
    fill(100);
    await exportEntries(test.db, options());
    for (const row of cellsOf(readOut('audit.csv')).slice(1)) {
      for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r\n\0＝＋－＠]/u);
    }
  });

  property.prop([
    fc.array(
      fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
      { minLength: 1 },
    ),
  ])('gives every text back exactly', (cells) => {
    const [row = []] = cellsOf(csvLine(cells));
    expect(row.map(unguardCell)).toEqual(cells);
  });

  property.prop([fc.constantFrom(...PAYLOADS), fc.string()])('guards payloads whatever follows them', (start, rest) => {
    const [[cell = ''] = []] = cellsOf(csvLine([start + rest]));
    expect(cell).not.toMatch(/^[=+\-@\t\r\n\0＝＋－＠]/u);
    expect(unguardCell(cell)).toBe(start + rest);
  });

  it('carries only the columns asked for', async () => {
    fill(3);
    await exportEntries(test.db, options({ columns: ['outcome', 'number'] }));
    expect(cellsOf(readOut('audit.csv'))).toEqual([
      ['Number', 'Outcome'],
      ['1', 'succeeded'],
      ['2', 'succeeded'],
      ['3', 'succeeded'],
    ]);
  });

  it.each([[['nonsense']], [[]]])('refuses columns it does not have: %j', async (columns) => {
    await expect(exportEntries(test.db, options({ columns }))).rejects.toThrow(RangeError);
    expect(readdirSync(directory)).toEqual([]);
  });

  it.each([
    [Date.UTC(2026, 0, 1, 12), 'America/New_York', '2026-01-01T07:00:00.000-05:00'],
    [Date.UTC(2026, 6, 1, 12), 'America/New_York', '2026-07-01T08:00:00.000-04:00'],
    [Date.UTC(2026, 2, 8, 6, 59, 59, 999), 'America/New_York', '2026-03-08T01:59:59.999-05:00'],
    [Date.UTC(2026, 2, 8, 7), 'America/New_York', '2026-03-08T03:00:00.000-04:00'],
    [Date.UTC(2026, 0, 1), 'UTC', '2026-01-01T00:00:00.000+00:00'],
    [Date.UTC(2026, 0, 1), 'Asia/Kathmandu', '2026-01-01T05:45:00.000+05:45'],
  ])('writes times with the offset of the practice (%i in %s)', (atMs, zone, text) => {
    expect(createLocalTime(zone)(atMs)).toBe(text);
  });
});

describe('S2.44 the files of an export', () => {
  it('are listed with their hashes, who asked, and what was left out', async () => {
    fill(30);
    const result = await exportEntries(test.db, options({ filter: { events: ['authz_fail'] } }));
    const manifest = JSON.parse(readOut('manifest.json'));
    expect(manifest).toMatchObject({
      madeBy: { id: 'user-1', name: 'Adams, Ruth' },
      madeAt: '2023-11-14T17:13:20.000-05:00',
      purpose: 'Annual HIPAA audit',
      filter: { events: ['authz_fail'] },
      rows: 10,
      entriesInLog: 30,
      entriesLeftOut: 20,
      brokenAt: null,
    });
    for (const file of manifest.files) {
      expect(hash('sha256', readFileSync(join(directory, file.name)))).toBe(file.sha256);
    }
    expect(result.files.map((file) => file.name)).toEqual(['audit.csv', 'audit.jsonl', 'receipt.txt', 'manifest.json']);
  });

  it('are the same bytes when the same log is exported again', async () => {
    fill(50);
    await exportEntries(test.db, options());
    const again = join(test.directory, 'again');
    mkdirSync(again);
    await exportEntries(test.db, options({ directory: again }));
    for (const name of readdirSync(directory)) expect(readOut(name)).toBe(readFileSync(join(again, name), 'utf8'));
  });

  it('carry the exact stored text as evidence', async () => {
    fill(40);
    await exportEntries(test.db, options());
    const [, ...lines] = readOut('audit.jsonl').trimEnd().split('\n');
    const stored = test.db.prepare<{ body: string }>('SELECT body FROM audit_entry ORDER BY number').all();
    expect(lines.map((line) => JSON.parse(line).body)).toEqual(stored.map((row) => row.body));
  });

  it('never replace files that are there, unless asked', async () => {
    fill(3);
    writeFileSync(join(directory, 'receipt.txt'), 'an older receipt');
    await expect(exportEntries(test.db, options())).rejects.toThrow(ExportExistsError);
    expect(readdirSync(directory)).toEqual(['receipt.txt']);
    await exportEntries(test.db, options({ replace: true }));
    expect(readOut('receipt.txt')).toContain('keyward/install-1');
  });

  it('are all gone after a cancel, and the program worked on meanwhile', async () => {
    fill(6_000);
    const controller = new AbortController();
    const running = exportEntries(
      test.db,
      options({
        signal: controller.signal,
        onProgress: () => {
          fill(1);
          controller.abort(new Error('stopped by the user'));
        },
      }),
    );
    await expect(running).rejects.toThrow('stopped by the user');
    expect(readdirSync(directory)).toEqual([]);
  });

  it('are not begun in a folder that is not there', async () => {
    fill(1);
    await expect(exportEntries(test.db, options({ directory: join(directory, 'none') }))).rejects.toThrow(/ENOENT/);
  });

  it('say where a damaged log breaks, and come without a receipt then', async () => {
    fill(20);
    test.db.execute('DROP TRIGGER audit_entry_keeps_updates_out');
    test.db.execute("UPDATE audit_entry SET body = replace(body, 'adams', 'brown') WHERE number = 7");
    const result = await exportEntries(test.db, options());
    expect(result).toMatchObject({ brokenAt: 7, rows: 20 });
    expect(readdirSync(directory).sort()).toEqual(['audit.csv', 'audit.jsonl', 'manifest.json']);
    expect(JSON.parse(readOut('manifest.json')).brokenAt).toBe(7);
  });
});
