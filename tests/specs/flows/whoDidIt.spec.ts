// Who made and who last changed a record comes from the session, never from what was sent; shown with the record and its history (S5.15).
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import type { Field, FieldValue } from '../../../shared/catalogue/records/field.ts';
import { typedSchemas } from '../../../shared/catalogue/records/recordProcedures.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { RECORD_TYPES } from '../../../shared/catalogue/records.ts';
import { addExample, addExamples, callAny, type MadeRecord, mustAny } from '../../support/exampleRecord.ts';
import { addActiveUser, PASSWORD, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

interface Opened {
  readonly version: number;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly createdAtMs: number;
  readonly createdBy: string;
  readonly changedAtMs: number;
  readonly changedBy: string;
}

/** Window `A` makes, window `B` changes; both are Super Users. */
const [MAKER, CHANGER] = ['Whitfield, Dana', 'Last-changer, First'];
const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const nobody = '01900000-0000-7000-8000-00000000ffff';
const STAMPS = { createdBy: nobody, createdAtMs: 1, changedBy: nobody, changedAtMs: 1, byUserId: nobody };

/** How another person changes a record of a type that no form changes; null: nobody ever does. */
const OWN_ACTS: Readonly<Record<string, readonly [string, object] | null>> = {
  appointment: ['appointment.cancel', { reason: 'The patient called.' }],
  refund: ['refund.approve', {}],
  invoice: null,
  payment: null,
  adjustment: null,
};
/** Their rows are made by acts of their own, which the last tests take one by one. */
const BY_ACTS = ['noteAddendum', 'stockMovement', 'punch'];

let records: ReadonlyMap<string, MadeRecord>;
let changerId: string;
let test: TestCore;
beforeAll(async () => {
  test = startTestCore();
  await setUpPractice(test);
  const none = { roleIds: [], exceptions: [], scope: { kind: 'all' as const } };
  changerId = await addActiveUser(test, 'changer', none, 'B');
  const { version } = await test.must('user.read', { userId: changerId });
  const about = { userId: changerId, version, reason: 'Stands in for the owner.', password: PASSWORD };
  await test.must('user.setSuperUser', { ...about, isSuperUser: true });
  await test.must('session.create', { loginId: 'changer', password: PASSWORD }, 'B');
  records = await addExamples(test);
}, 60_000);
afterAll(() => test.close());
beforeEach(async () => void (await test.must('session.create', { loginId: 'dwhitfield', password: PASSWORD })));

const open = async (type: RecordType, id: string) => (await mustAny(test, `${type.name}.read`, { id })) as Opened;
const typedOf = (type: RecordType, { fields }: Opened) =>
  Object.fromEntries(Object.keys(typedSchemas(type)).map((name) => [name, fields[name] ?? null]));

const MADE = RECORD_TYPES.filter(({ name, actions }) => actions.includes('read') && !BY_ACTS.includes(name));

it('S5.15 is asked of every record type', () => {
  expect(RECORD_TYPES.map(({ name }) => name)).toEqual(expect.arrayContaining(BY_ACTS));
  expect(MADE.length + BY_ACTS.length).toBe(RECORD_TYPES.length);
});

describe.each(MADE.map((type) => [type.many, type] as const))('%s', (_many, type) => {
  it('S5.15 show who made them and who changed them last, and when, each from their own session', async () => {
    const id = await addFurther(type.name);
    const made = await open(type, id);
    expect([made.createdBy, made.changedBy]).toEqual([MAKER, MAKER]);
    test.advance(SECOND_MS);
    const isChanged = await changeAsOther(type, id, made);
    const now = await open(type, id);
    expect(now).toMatchObject({ createdBy: MAKER, createdAtMs: made.createdAtMs });
    expect(now.changedBy).toBe(isChanged ? CHANGER : MAKER);
    expect(now.changedAtMs).toBe(made.changedAtMs + (isChanged ? SECOND_MS : 0));
    if (!type.actions.includes('readHistory')) return;
    const { lines } = (await mustAny(test, `${type.name}.readHistory`, { id })) as { lines: readonly { by: string }[] };
    expect(lines.map(({ by }) => by)).toEqual(isChanged ? [CHANGER, MAKER] : [MAKER]);
  });

  if (type.actions.includes('create'))
    it('S5.15 take no name or time of their making from what is sent', async () => {
      const fields = records.get(type.name)?.fields ?? {};
      for (const [name, value] of Object.entries(STAMPS)) {
        const inside = { fields: { ...fields, [name]: value } };
        // So many calls that no form sends end the session (S1.10).
        await test.must('session.create', { loginId: 'dwhitfield', password: PASSWORD });
        expect(await callAny(test, `${type.name}.create`, inside)).toMatchObject({ error: { code: 'INVALID_INPUT' } });
        const beside = { fields, [name]: value };
        expect(await callAny(test, `${type.name}.create`, beside)).toMatchObject({ error: { code: 'INVALID_INPUT' } });
      }
    });
});

describe('records made by acts on others', () => {
  it('S5.15 an addendum names whoever is signed in, whoever wrote the note', async () => {
    const { id } = await addExample(test, 'note', records);
    await test.must('note.sign', { id, version: 1, password: PASSWORD });
    await test.must('note.addAddendum', { id, body: 'The dose was 20 mg.' }, 'B');
    const { example } = PROCEDURES['noteAddendum.find'];
    const { rows } = await test.must('noteAddendum.find', { ...example, filter: { ...example.filter, noteId: id } });
    expect(rows.map(({ labels }) => labels.writtenById)).toEqual([CHANGER]);
  });

  it('S5.15 a count of the stock names whoever counted', async () => {
    const { id } = await addExample(test, 'product', records);
    await test.must('stock.count', { id, counted: 7, reason: 'Monthly count.' }, 'B');
    const { example } = PROCEDURES['stockMovement.find'];
    const filter = { ...example.filter, productId: id };
    const { rows } = await test.must('stockMovement.find', { ...example, filter });
    expect(rows.map(({ labels }) => labels.movedById)).toEqual([CHANGER]);
  });

  it('S5.15 a punch keeps who punched, and names who corrected it', async () => {
    const { id, atMs } = await test.must('punch.in', { note: '' });
    const made = await test.must('punch.read', { id });
    expect(made).toMatchObject({ createdBy: MAKER, changedBy: MAKER });
    const times = { inAtMs: atMs - MINUTE_MS, outAtMs: null, note: '' };
    test.advance(MINUTE_MS);
    await test.must('punch.correct', { id, version: made.version, ...times, reason: 'Came earlier.' }, 'B');
    expect(await test.must('punch.read', { id })).toMatchObject({ createdBy: MAKER, changedBy: CHANGER });
    const { lines } = await test.must('punch.readHistory', { id });
    expect(lines.map(({ by }) => by)).toEqual([CHANGER, MAKER]);
  });
});

/** A product stands once in an order, so a further line names a further product. */
async function addFurther(typeName: string): Promise<string> {
  const given = typeName === 'orderLine' ? { productId: (await addExample(test, 'product', records)).id } : {};
  return (await addExample(test, typeName, records, given)).id;
}

/** Changes the record as window `B`; false for a type whose records nobody ever changes. */
async function changeAsOther(type: RecordType, id: string, made: Opened): Promise<boolean> {
  const { version } = made;
  if (!type.actions.includes('update')) {
    const act = OWN_ACTS[type.name];
    if (act === undefined) throw new Error(`say in OWN_ACTS how ${type.many} are changed`);
    if (act !== null) await mustAny(test, act[0], { id, version, ...act[1] }, 'B');
    return act !== null;
  }
  const typed = typedOf(type, made);
  for (const [name, field] of Object.entries(type.fields))
    for (const value of otherValues(field, typed[name] ?? null)) {
      if (!(name in typed)) continue;
      const input = { id, version, fields: { ...typed, [name]: value } };
      if ((await callAny(test, `${type.name}.update`, input, 'B')).ok) return true;
    }
  throw new Error(`no field of ${type.many} could be changed`);
}

/** Values that may fit the field and are not its own. */
function otherValues(field: Field, value: FieldValue): readonly FieldValue[] {
  if (field.isFixed || field.refersTo !== undefined) return [];
  const choices = field.options?.map((option) => option.value) ?? [];
  const all: readonly FieldValue[] = [
    ...choices,
    'Changed',
    '2026-11-19',
    '08:45',
    ...(typeof value === 'number' ? [value + 1] : []),
    ...(typeof value === 'boolean' ? [!value] : []),
  ];
  return all.filter((other) => other !== value && field.schema.safeParse(other).success);
}
