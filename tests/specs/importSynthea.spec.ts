// The files of Synthea, one after the other in their order (S2.107).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROCEDURES } from '../../shared/catalogue/procedures.ts';
import { checkOffered, importOffered, offerFile } from '../support/importFile.ts';
import { setUpPractice, startTestCore, type TestCore } from '../support/startTestCore.ts';
import { syntheaFolder } from '../support/synthea.ts';

const FILES = [
  ['location', 'organizations.csv'],
  ['payer', 'payers.csv'],
  ['provider', 'providers.csv'],
  ['patient', 'patients.csv'],
  ['appointment', 'encounters.csv'],
  ['claim', 'claims.csv'],
] as const;

const folder = syntheaFolder();
const rowsOf = (name: string) =>
  parse(readFileSync(join(folder ?? '', name)), { columns: true, bom: true }) as Record<string, string>[];

describe.skipIf(folder === null)('the Synthea files in their order (S2.107)', () => {
  let test: TestCore;
  beforeAll(async () => {
    test = startTestCore();
    await setUpPractice(test);
  });
  afterAll(() => test.close());

  it.each(FILES)(
    'S2.107 every %s of %s comes in with the suggested columns',
    async (kind, name) => {
      offerFile(test, readFileSync(join(folder ?? '', name)), name);
      expect(await importOffered(test, kind)).toBe(rowsOf(name).length);
    },
    20_000,
  );

  it.each(FILES)(
    'S2.107 no %s of %s is doubled when the file comes again',
    async (kind, name) => {
      offerFile(test, readFileSync(join(folder ?? '', name)), name);
      const { job } = await checkOffered(test, kind, {}, 'update');
      expect(job.errors).toEqual([]);
      expect(job.counts).toEqual({ added: 0, changed: 0, changedFields: 0, leftOut: rowsOf(name).length });
    },
    20_000,
  );

  it('S2.107 encounters become appointments of their patient, provider and location that took place', async () => {
    const [first] = rowsOf('encounters.csv').toSorted((one, other) =>
      (one.START ?? '') < (other.START ?? '') ? 1 : -1,
    );
    const { rows } = await test.must('appointment.find', {
      ...PROCEDURES['appointment.find'].example,
      isDescending: true,
    });
    const shown = rows[0];
    expect(shown?.values).toMatchObject({ startsAtMs: Date.parse(first?.START ?? ''), status: 'completed' });
    const patient = rowsOf('patients.csv').find(({ Id }) => Id === first?.PATIENT);
    const location = rowsOf('organizations.csv').find(({ Id }) => Id === first?.ORGANIZATION);
    expect(shown?.labels).toMatchObject({
      patientId: `${patient?.LAST}, ${patient?.FIRST}`,
      locationId: location?.NAME,
    });
  });

  it('S2.107 claims keep their state and name their payer, or nobody', async () => {
    const found = await test.must('claim.find', { ...PROCEDURES['claim.find'].example, limit: 200 });
    const withPayer = rowsOf('claims.csv').filter(({ PRIMARYPATIENTINSURANCEID: payer }) => payer !== '0');
    expect(withPayer.length).toBeGreaterThan(0);
    const states = new Set(found.rows.map(({ values }) => values.status));
    expect([...states].every((state) => state === 'closed' || state === 'submitted')).toBe(true);
    expect(found.rows.some(({ values }) => values.payerId === null)).toBe(true);
    expect(found.rows.some(({ values }) => values.payerId !== null)).toBe(true);
  });

  it('S2.107 claims bring the diagnoses of all their columns once the codes are on the list', async () => {
    const columns = Array.from({ length: 8 }, (_, at) => `DIAGNOSIS${at + 1}`);
    const namedBy = (row: Record<string, string>) =>
      columns.map((name) => row[name] ?? '').filter((code) => code !== '');
    const claims = rowsOf('claims.csv');
    const codes = [...new Set(claims.flatMap(namedBy))];
    const fresh = claims.map((row) => ({ ...row, Id: `again-${row.Id}` }));
    const headers = Object.keys(fresh[0] ?? {});
    const csv = [headers, ...fresh.map((row) => Object.values(row))].map((cells) => cells.join(',')).join('\n');
    const mapping = Object.fromEntries(
      columns.map((name, at) => [
        `diagnosisCodeIds${at === 0 ? '' : at + 1}`,
        { from: 'column' as const, column: headers.indexOf(name) },
      ]),
    );
    offerFile(test, csv, 'claims.csv');
    const { job } = await checkOffered(test, 'claim', mapping);
    expect(job.errorCount).toBe(claims.flatMap(namedBy).length);
    expect(job.errors[0]).toMatchObject({ row: 2, column: 'DIAGNOSIS1' });
    offerFile(test, ['Code,Description', ...codes.map((code) => `${code},Finding ${code}`)].join('\n'));
    expect(await importOffered(test, 'diagnosisCode')).toBe(codes.length);
    offerFile(test, csv, 'claims.csv');
    expect(await importOffered(test, 'claim', mapping)).toBe(claims.length);
    const [most = { Id: '' }] = fresh.toSorted((one, other) => namedBy(other).length - namedBy(one).length);
    const wish = { ...PROCEDURES['claim.find'].example, sort: 'claimNumber' as const, isDescending: false, limit: 1 };
    const { rows } = await test.must('claim.find', { ...wish, offset: claims.length + fresh.indexOf(most) });
    const { externalId, labels } = await test.must('claim.read', { id: rows[0]?.id ?? '' });
    expect(externalId).toBe(most.Id);
    const expected = [...new Set(namedBy(most))].map((code) => `${code} · Finding ${code}`);
    expect(new Set([labels.diagnosisCodeIds].flat())).toEqual(new Set(expected));
    expect(expected.length).toBeGreaterThan(2);
    offerFile(test, csv, 'claims.csv');
    expect((await checkOffered(test, 'claim', {}, 'update')).job).toMatchObject({
      errorCount: 0,
      counts: { changed: 0 },
    });
  }, 60_000);

  it('S2.107 providers carry the name of their organization', async () => {
    const { rows } = await test.must('provider.find', { ...PROCEDURES['provider.find'].example, limit: 1 });
    const { fields } = await test.must('provider.read', { id: rows[0]?.id ?? '' });
    expect(rowsOf('organizations.csv').map(({ NAME }) => NAME)).toContain(fields.organization);
  });
});
