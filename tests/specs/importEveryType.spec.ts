// Every record type that declares it can be imported: from its own example, and without doubling (S2.107).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IMPORT_KINDS } from '../../shared/catalogue/procedures/import.ts';
import type { Field, FieldValue } from '../../shared/catalogue/records/field.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { recordTypeNamed } from '../../shared/catalogue/records.ts';
import { checkOffered, importOffered, offerFile } from '../support/importFile.ts';
import { setUpPractice, startTestCore, type TestCore } from '../support/startTestCore.ts';

let test: TestCore;
beforeAll(async () => {
  test = startTestCore();
  await setUpPractice(test);
});
afterAll(() => test.close());

const KINDS = IMPORT_KINDS.map((name) => [name] as const);

function typeOf(name: string): RecordType {
  const type = recordTypeNamed(name);
  if (type === null) throw new Error('no such type');
  return type;
}

/** What stands in the cell: references by the id that the one record of their type has in the old program. */
function cellOf(field: Field, value: FieldValue | undefined): string {
  if (field.refersTo !== undefined) return value === null ? '' : `${field.refersTo}-1`;
  if (value === null || value === undefined) return '';
  if (field.kind === 'cents') return (Number(value) / 100).toFixed(2);
  return field.kind === 'instant' ? new Date(Number(value)).toISOString() : String(value);
}

function csvOf(type: RecordType): string {
  const fields = Object.entries(type.fields).filter(
    ([, { isComputed, refersTo }]) => !isComputed && refersTo !== 'user',
  );
  const cells = fields.map(([name, field]) => `"${cellOf(field, type.example[name])}"`);
  return `Id,${fields.map(([name]) => name).join(',')}\n${type.name}-1,${cells.join(',')}\n`;
}

describe('every kind of record (S2.107)', () => {
  it.each(KINDS)('S2.107 one %s comes in from its example', async (name) => {
    offerFile(test, csvOf(typeOf(name)), `${name}.csv`);
    expect(await importOffered(test, name)).toBe(1);
    expect(test.faults).toEqual([]);
  });

  it.each(KINDS)('S2.107 the same %s again changes nothing', async (name) => {
    offerFile(test, csvOf(typeOf(name)), `${name}.csv`);
    const { job } = await checkOffered(test, name, {}, 'update');
    expect(job).toMatchObject({ errors: [], counts: { added: 0, changed: 0, leftOut: 1 } });
  });
});
