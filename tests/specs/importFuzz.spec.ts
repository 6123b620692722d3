// Whatever bytes are offered, an import saves all rows or none and never fails inside (S2.107).
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fc, test as property } from '@fast-check/vitest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countRecords } from '../../electron/import/readRecords.ts';
import { PROCEDURES } from '../../shared/catalogue/procedures.ts';
import { checkOffered, offerFile } from '../support/importFile.ts';
import { setUpPractice, startTestCore, type TestCore } from '../support/startTestCore.ts';

let test: TestCore;
beforeAll(async () => {
  test = startTestCore();
  await setUpPractice(test);
});
afterAll(() => test.close());

const countPatients = async () =>
  (await test.must('patient.find', { ...PROCEDURES['patient.find'].example, limit: 1 })).total;

/** Offers the bytes, imports them if they are good, and tells how many rows were added and how many were good. */
async function tryImport(
  content: string | Uint8Array,
  kind = 'patient',
  knownRows: 'leaveOut' | 'update' = 'leaveOut',
) {
  const before = await countPatients();
  offerFile(test, content);
  const reply = await test.call('import.choose', { kind });
  if (!reply.ok) {
    expect(reply.error.code).toBe('INVALID_INPUT');
    return { added: (await countPatients()) - before, good: 0, errors: 1 };
  }
  test.dialogAnswers.length = 0;
  offerFile(test, content);
  const { importId, job } = await checkOffered(test, kind, {}, knownRows).catch(() => ({ importId: null, job: null }));
  if (importId === null || job === null) return { added: (await countPatients()) - before, good: 0, errors: 1 };
  expect(job.state).toBe('done');
  const applied = await test.call('import.apply', { importId });
  const { added, changed } = job.counts;
  expect(applied.ok).toBe(job.errorCount === 0 && added + changed > 0);
  return { added: (await countPatients()) - before, good: added, errors: job.errorCount };
}

const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom('=1+1', '@SUM(A1)', '+1', '-1', '"', '""', "'", 'a"b', 'Ann\nLee', '\u0000', '\u202e', ''),
);
const goodRow = fc.tuple(
  fc.uuid(),
  fc.constantFrom('Ann', '=1+1', '@SUM(A1)', 'Lee "Bo" Ray', 'Ann\nLee', 'Zoë'),
  fc.constantFrom('Stone', "O'Brien", '-1', 'a,b'),
  fc.constantFrom('2000-01-01', '1/2/1999'),
);
const anyRow = fc.tuple(
  fc.oneof(fc.uuid(), fc.constantFrom('1', '2', '')),
  cell,
  cell,
  fc.oneof(fc.constantFrom('2000-01-01', '1/2/1999', '2000-02-30', '2999-01-01', ''), cell),
);
/** A property is many imports, and a busy machine is slow. */
const PROPERTY_TIMEOUT_MS = 60_000;
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

describe('importing anything (S2.107)', () => {
  property.prop(
    [
      fc.oneof(fc.array(goodRow, { minLength: 1, maxLength: 12 }), fc.array(anyRow, { minLength: 1, maxLength: 12 })),
      fc.constantFrom('\n', '\r\n'),
    ],
    { numRuns: 60 },
  )(
    'S2.107 well-formed CSV with any cells is saved whole or not at all',
    async (rows, lineEnd) => {
      const lines = ['Id,FIRST,LAST,BIRTHDATE', ...rows.map((cells) => cells.map(quoted).join(','))];
      const { added, good, errors } = await tryImport(lines.join(lineEnd));
      expect(added).toBe(errors > 0 ? 0 : good);
    },
    PROPERTY_TIMEOUT_MS,
  );

  property.prop([fc.array(fc.array(cell, { maxLength: 8 }), { minLength: 1, maxLength: 8 })], { numRuns: 60 })(
    'S2.107 ragged rows and stray quotation marks are saved whole or not at all',
    async (rows) => {
      const text = ['Id,FIRST,LAST,BIRTHDATE', ...rows.map((cells) => cells.join(','))].join('\n');
      const { added, good, errors } = await tryImport(text);
      expect(added).toBe(errors > 0 ? 0 : good);
    },
    PROPERTY_TIMEOUT_MS,
  );

  property.prop(
    [
      fc.array(
        fc.tuple(
          fc.constantFrom('k1', 'k2', 'k3', '', 'new'),
          fc.constantFrom('Ann', 'Bo', '=1+1'),
          fc.constantFrom('', 'p1', 'gone', '0'),
        ),
        { minLength: 1, maxLength: 6 },
      ),
      fc.constantFrom('leaveOut' as const, 'update' as const),
    ],
    { numRuns: 60 },
  )(
    'S2.107 repeated, doubled and dangling ids: whole or not at all, and no id twice',
    async (rows, knownRows) => {
      const lines = rows.map(([id, first, provider]) => `${id},${first},Stone,2000-01-01,${provider}`);
      const text = ['Id,FIRST,LAST,BIRTHDATE,PROVIDER', ...lines].join('\n');
      const { added, good, errors } = await tryImport(text, 'patient', knownRows);
      expect(added).toBe(errors > 0 ? 0 : good);
      if (rows.some(([, , provider]) => provider === 'gone' || provider === 'p1') && knownRows === 'update')
        expect(errors).toBeGreaterThan(0);
    },
    PROPERTY_TIMEOUT_MS,
  );

  property.prop(
    [
      fc.oneof(
        fc.json(),
        fc.json().map((json) => `{"resourceType":"Bundle","entry":[{"resource":${json}}]}`),
      ),
    ],
    {
      numRuns: 80,
    },
  )(
    'S2.107 any JSON is answered with a sentence',
    async (json) => {
      expect((await tryImport(json, 'fhir')).added).toBe(0);
    },
    PROPERTY_TIMEOUT_MS,
  );

  property.prop(
    [
      fc.array(
        fc.record(
          {
            resourceType: fc.constantFrom('Patient', 'Practitioner', 'Appointment', 'Claim', 'Observation'),
            id: fc.oneof(fc.uuid(), fc.constantFrom('x', ''), fc.integer()),
            name: fc.oneof(fc.constant([{ family: 'Stone', given: ['Ann'] }]), fc.jsonValue()),
            birthDate: fc.constantFrom('2000-01-01', '2000', '2000-02-30', 7),
            generalPractitioner: fc.constantFrom(
              [{ reference: 'Practitioner/x' }],
              [{ reference: 'Practitioner/gone' }],
              {},
            ),
            status: fc.constantFrom('booked', 'nonsense', null),
          },
          { requiredKeys: ['resourceType'] },
        ),
        { maxLength: 5 },
      ),
    ],
    { numRuns: 80 },
  )(
    'S2.107 any resources come in whole or not at all',
    async (resources) => {
      const entry = resources.map((resource) => ({ resource }));
      const { added, errors } = await tryImport(
        JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }),
        'fhir',
      );
      if (errors > 0) expect(added).toBe(0);
    },
    PROPERTY_TIMEOUT_MS,
  );

  property.prop([fc.uint8Array({ maxLength: 400 })], { numRuns: 60 })(
    'S2.107 any bytes are answered with a sentence',
    async (bytes) => {
      expect((await tryImport(bytes)).added).toBe(0);
    },
    PROPERTY_TIMEOUT_MS,
  );

  it('S2.107 a cell of 10,001 characters is refused by row and column', async () => {
    offerFile(test, `Id,FIRST,LAST,BIRTHDATE\n1,${'x'.repeat(10_001)},Stone,2000-01-01\n`);
    const { job } = await checkOffered(test, 'patient');
    expect(job.errors).toEqual([{ row: 2, column: 'FIRST', message: 'is longer than 10000 characters' }]);
  });

  it('never answers with an unexpected fault', () => {
    expect(test.faults).toEqual([]);
  });
});

describe('countRecords', () => {
  property.prop([fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 20 })])(
    'counts the rows of well-formed CSV as the parser does, line breaks in cells included',
    (rows) => {
      const text = ['a,b', ...rows.map((cells) => cells.map(quoted).join(','))].join('\r\n');
      expect(countRecords(Buffer.from(text))).toBe(rows.length);
    },
  );
});

describe('a large file', () => {
  const ROWS = 20_000;
  const content = () =>
    `Id,FIRST,LAST,BIRTHDATE,ADDRESS\n${Array.from(
      { length: ROWS },
      (_, at) => `big-${at},First${at},Last${at},19${10 + (at % 90)}-03-0${1 + (at % 9)},${at} Main Street\n`,
    ).join('')}`;

  it('S2.107 is checked in slices that let other calls through, and can be cancelled', async () => {
    offerFile(test, content());
    const chosen = await test.must('import.choose', { kind: 'patient' });
    if (!chosen.isChosen) return expect.unreachable();
    const { jobId } = await test.must('import.check', {
      importId: chosen.importId,
      mapping: chosen.suggestedMapping,
      knownRows: 'leaveOut',
    });
    let seen = await test.must('job.read', { jobId });
    while (seen.state === 'running' && seen.doneCount === 0) {
      await nextTurn();
      seen = await test.must('job.read', { jobId });
    }
    expect(seen).toMatchObject({ state: 'running', totalCount: ROWS });
    await test.must('job.cancel', { jobId });
    expect((await test.must('job.read', { jobId })).state).toBe('cancelled');
    expect((await test.mustRefuse('import.apply', { importId: chosen.importId })).code).toBe('CONFLICT');
  });

  it(
    'S2.107 is saved whole',
    async () => {
      expect((await tryImport(content())).added).toBe(ROWS);
    },
    PROPERTY_TIMEOUT_MS,
  );
});
