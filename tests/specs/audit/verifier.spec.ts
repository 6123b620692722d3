import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendEntry } from '../../../db/audit/append.ts';
import { leafHash, nextHead } from '../../../db/audit/chain.ts';
import { exportEntries } from '../../../db/audit/exportEntries.ts';
import { receiptPublicKey, receiptVerifierKey } from '../../../db/audit/receipt.ts';
import { write } from '../../../db/transaction.ts';
import { anAuditEntry } from '../../support/anAuditEntry.ts';
import { createTestDatabase, type TestDatabase } from '../../support/createTestDatabase.ts';
import { runVerifier } from '../../support/runVerifier.ts';

const ENTRIES = 300;
const ORIGIN = 'keyward/install-1';
const secretKey = new Uint8Array(32).fill(3);
const key = receiptVerifierKey(ORIGIN, receiptPublicKey(secretKey));

let test: TestDatabase;
const folder = (name: string) => join(test.directory, name);

beforeAll(async () => {
  test = createTestDatabase();
  write(test.db, (tx) => {
    for (let index = 0; index < ENTRIES; index += 1) {
      const event = index % 4 === 0 ? 'authz_fail' : 'sensitive_read';
      appendEntry(tx, anAuditEntry({ event, why: index % 5 === 0 ? 'naïve "quotes" \u{1F600}' : null }), test.keys);
    }
  });
  const madeBy = { id: 'user-1', name: 'Adams, Ruth', atMs: 1_700_000_000_000 };
  const purpose = 'Annual HIPAA audit';
  const common = { baseName: 'audit', madeBy, purpose, receiptSecretKey: secretKey, origin: ORIGIN, timeZone: 'UTC' };
  for (const [name, filter] of [
    ['whole', {}],
    ['part', { events: ['authz_fail'] }],
    ['none', { events: ['nothing'] }],
  ] as const) {
    mkdirSync(folder(name));
    await exportEntries(test.db, { ...common, filter, directory: folder(name) });
  }
});
afterAll(() => test.close());

const evidence = (name: string) => readFileSync(join(folder(name), 'audit.jsonl'), 'utf8');
const receiptOf = (name: string) => join(folder(name), 'receipt.txt');

function checkEdited(name: string, edit: (lines: string[]) => string[]) {
  const path = folder(`${name}-edited.jsonl`);
  writeFileSync(path, `${edit(evidence(name).trimEnd().split('\n')).join('\n')}\n`);
  return runVerifier(path, receiptOf(name));
}

const withBody = (line: string, edit: (body: string) => string) => {
  const entry = JSON.parse(line);
  return JSON.stringify({ ...entry, body: edit(entry.body) });
};

describe('S2.44 the stand-alone verifier', () => {
  it('uses nothing but Node.js', () => {
    const imports = [...readFileSync('build/verify.mjs', 'utf8').matchAll(/from '([^']+)'/g)].map((match) => match[1]);
    expect(imports.length).toBeGreaterThan(2);
    expect(imports.every((name) => name?.startsWith('node:'))).toBe(true);
  });

  it('accepts a whole export and says what is covered', () => {
    const { code, text } = runVerifier(join(folder('whole'), 'audit.jsonl'), receiptOf('whole'));
    expect(code).toBe(0);
    expect(text).toContain(`All ${ENTRIES} entries`);
    expect(text).toContain(`Covered: entries 1 to ${ENTRIES}`);
    expect(text).toContain('Compare its fingerprint with the paper copy');
  });

  it.each([
    ['part', 75],
    ['none', 0],
  ])('accepts a filtered export and says how many were left out (%s)', (name, rows) => {
    const { code, text } = runVerifier(join(folder(name), 'audit.jsonl'), receiptOf(name));
    expect(text).toContain(`${rows} of ${ENTRIES} entries are here`);
    expect(text).toContain(`${ENTRIES - rows} were left out`);
    expect(code).toBe(0);
  });

  it('accepts the right key from paper and refuses another', () => {
    const files = [join(folder('whole'), 'audit.jsonl'), receiptOf('whole')];
    expect(runVerifier(...files, '--key', key)).toMatchObject({
      code: 0,
      text: expect.stringContaining('the one you gave'),
    });
    const other = receiptVerifierKey(ORIGIN, receiptPublicKey(new Uint8Array(32).fill(4)));
    expect(runVerifier(...files, '--key', other).code).toBe(1);
    expect(runVerifier(...files, '--key', 'nonsense').code).toBe(2);
  });

  it.each([5, 77, 300])('names entry %i when it was edited', (number) => {
    const edited = checkEdited('whole', (lines) =>
      lines.map((line, index) => (index === number ? withBody(line, (body) => body.replace('adams', 'brown')) : line)),
    );
    expect(edited).toMatchObject({ code: 1, text: expect.stringContaining(`Entry ${number} was changed`) });
  });

  it.each([1, 77, 299])('names entry %i when it was left out', (number) => {
    const edited = checkEdited('whole', (lines) => lines.filter((_, index) => index !== number));
    expect(edited).toMatchObject({ code: 1, text: expect.stringContaining(`Entry ${number} is missing`) });
  });

  it('notices a swap, a repeat, a cut end, and a line that is not readable', () => {
    const swap = checkEdited('whole', (lines) => lines.toSpliced(5, 2, lines[6] ?? '', lines[5] ?? ''));
    expect(swap.text).toContain('Entry 5 is missing or out of order');
    expect(checkEdited('whole', (lines) => lines.toSpliced(5, 0, lines[5] ?? '')).code).toBe(1);
    expect(checkEdited('whole', (lines) => lines.slice(0, -4)).text).toContain('ends at entry 296');
    expect(checkEdited('whole', (lines) => lines.toSpliced(9, 1, (lines[9] ?? '').slice(0, 50))).code).toBe(1);
  });

  it('notices a log written anew: everything fits together but not the receipt', () => {
    const edited = checkEdited('whole', rewriteFrom10);
    expect(edited).toMatchObject({ code: 1, text: expect.stringContaining('written anew') });
  });

  it('notices a cut log whose promise was lowered too', () => {
    const edited = checkEdited('whole', ([header = '', ...rest]) => [
      JSON.stringify({ ...JSON.parse(header), entries: ENTRIES - 3 }),
      ...rest.slice(0, -3),
    ]);
    expect(edited).toMatchObject({ code: 1, text: expect.stringContaining('was cut') });
  });

  it('notices an edited, an added and a missing row of a filtered export', () => {
    const edit = checkEdited('part', (lines) =>
      lines.map((line, at) => (at === 3 ? withBody(line, (body) => body.replace('adams', 'x')) : line)),
    );
    expect(edit).toMatchObject({ code: 1, text: expect.stringContaining('Entry 9 was changed') });
    const foreign = evidence('whole').split('\n')[6] ?? '';
    expect(checkEdited('part', (lines) => lines.toSpliced(3, 0, foreign)).code).toBe(1);
    expect(checkEdited('part', (lines) => lines.toSpliced(3, 1)).code).toBe(1);
  });

  it('notices a changed receipt and the receipt of another export', () => {
    const path = folder('changed-receipt.txt');
    const text = readFileSync(receiptOf('whole'), 'utf8');
    const files = (receipt: string) => [join(folder('whole'), 'audit.jsonl'), receipt] as const;
    for (const edited of [
      text.replace('300', '299'),
      text.replace('made 2023', 'made 2024'),
      text.replace(/\nhead .*/, ''),
    ]) {
      writeFileSync(path, edited);
      expect(runVerifier(...files(path)).code).toBe(1);
    }
    writeFileSync(path, 'not a receipt');
    expect(runVerifier(...files(path)).code).toBe(2);
  });

  it('tells the reading copy apart, and whether a spreadsheet saved it again', () => {
    const csv = join(folder('whole'), 'audit.csv');
    expect(runVerifier(csv, receiptOf('whole'))).toMatchObject({
      code: 2,
      text: expect.stringContaining('proves nothing by itself'),
    });
    const original = readFileSync(csv, 'utf8');
    const rows = parse(original, { bom: true }) as string[][];
    writeFileSync(csv, rows.map((row) => row.join(',')).join('\n'));
    const resaved = runVerifier(csv, receiptOf('whole'));
    writeFileSync(csv, original);
    expect(resaved.code).toBe(1);
    expect(resaved.text).toContain('A spreadsheet saved it again');
    expect(resaved.text).toContain('audit.jsonl');
  });

  it.each([[[]], [['none.jsonl', 'none.txt']], [['package.json']], [['package.json', 'package.json']]])(
    'says what it needs when it cannot check: %j',
    (args) => {
      const { code, text } = runVerifier(...args);
      expect(code).toBe(2);
      expect(text).toMatch(/^COULD NOT CHECK: /);
      expect(text).not.toContain('    at ');
    },
  );

  function rewriteFrom10([header = '', ...lines]: string[]): string[] {
    let head: Buffer = Buffer.alloc(32);
    const rewritten = lines.map((line) => {
      const entry = JSON.parse(line);
      const body = entry.number === 10 ? entry.body.replace('adams', 'brown') : entry.body;
      head = nextHead(head, leafHash(body));
      return JSON.stringify({ ...entry, body, hash: head.toString('hex') });
    });
    return [header, ...rewritten];
  }
});
