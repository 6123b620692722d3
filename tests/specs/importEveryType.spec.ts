// Every record type that declares it can be imported: from its own example, and without doubling (S2.107).
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IMPORT_KINDS } from '../../shared/catalogue/procedures/import.ts';
import { exampleCsv, typeNamed } from '../support/exampleCsv.ts';
import { checkOffered, importOffered, offerFile } from '../support/importFile.ts';
import { setUpPractice, startTestCore, type TestCore } from '../support/startTestCore.ts';

let test: TestCore;
beforeAll(async () => {
  test = startTestCore();
  await setUpPractice(test);
});
afterAll(() => test.close());

const KINDS = IMPORT_KINDS.map((name) => [name] as const);

describe('every kind of record (S2.107)', () => {
  it.each(KINDS)('S2.107 one %s comes in from its example', async (name) => {
    offerFile(test, exampleCsv(typeNamed(name)), `${name}.csv`);
    expect(await importOffered(test, name)).toBe(1);
    expect(test.faults).toEqual([]);
  });

  it.each(KINDS)('S2.107 the same %s again changes nothing', async (name) => {
    offerFile(test, exampleCsv(typeNamed(name)), `${name}.csv`);
    const { job } = await checkOffered(test, name, {}, 'update');
    expect(job).toMatchObject({ errors: [], counts: { added: 0, changed: 0, leftOut: 1 } });
  });
});
