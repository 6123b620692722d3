// Every record type through the real core: add, open, change, history, delete and save to a file, all from its declaration.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WITHHELD } from '../../../electron/handlers/userChanges.ts';
import { areaPermission, type PermissionId } from '../../../shared/catalogue/permissions.ts';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import type { Field, FieldValue } from '../../../shared/catalogue/records/field.ts';
import { noFilter, typedSchemas } from '../../../shared/catalogue/records/recordProcedures.ts';
import { type RecordType, storedName } from '../../../shared/catalogue/records/recordType.ts';
import { RECORD_TYPES } from '../../../shared/catalogue/records.ts';
import type { Reply } from '../../../shared/errors.ts';
import { addExample, addExamples, callAny, type MadeRecord, mustAny } from '../../support/exampleRecord.ts';
import { addActiveUser, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

type Values = Readonly<Record<string, FieldValue>>;
interface Opened {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly fields: Values;
  readonly masked: readonly string[];
}
interface Listed {
  readonly total: number;
  readonly rows: readonly { readonly id: string; readonly title: string }[];
}

/** At its own window: holds every right over every type and sees no hidden field. */
const MASKED = 'masked';
const reason = 'Entered twice.';
const FORMULA = '=1+1';
let records: ReadonlyMap<string, MadeRecord>;
let test: TestCore;
beforeAll(async () => {
  test = startTestCore();
  await setUpPractice(test);
  records = await addExamples(test);
  const verbs = ['read', 'update', 'export'] as const;
  const rights = new Set(
    RECORD_TYPES.flatMap(({ area }) => verbs.map((verb) => areaPermission(area, verb)).filter((id) => id !== null)),
  );
  const exceptions = [...rights].map((permission: PermissionId) => ({ permission, effect: 'grant' as const }));
  await addActiveUser(test, MASKED, { roleIds: [], exceptions, scope: { kind: 'all' } }, MASKED);
}, 60_000);
afterAll(() => test.close());

const madeOf = (type: RecordType) => records.get(type.name) ?? { id: '', fields: {} };
const open = async (type: RecordType, id = madeOf(type).id, window = 'A') =>
  (await mustAny(test, `${type.name}.read`, { id }, window)) as Opened;
const codeOf = (reply: Reply<unknown>) => (reply.ok ? 'ok' : reply.error.code);
const queryOf = (type: RecordType) => ({
  search: '',
  sort: type.defaultSort.field,
  isDescending: false,
  filter: noFilter(type),
});

/** What of a stored record a form sends back. */
function typedOf(type: RecordType, { fields, masked }: Opened): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.keys(typedSchemas(type)).map((name) => [name, masked.includes(name) ? null : (fields[name] ?? null)]),
  );
}

/** How the log writes a value that it may hold. */
function asRead({ kind }: Field, value: FieldValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return kind === 'cents' ? (Number(value) / 100).toFixed(2) : String(value);
}

/** A field of the type that a test may change, with another value for it. */
function anotherValue(type: RecordType): { readonly name: string; readonly field: Field; readonly value: FieldValue } {
  for (const name of Object.keys(typedSchemas(type))) {
    const field = type.fields[name];
    if (field === undefined || field.isFixed || field.mask !== undefined) continue;
    const value = otherValue(field, type.example[name] ?? null);
    if (value !== null && field.schema.safeParse(value).success) return { name, field, value };
  }
  throw new Error(`\`${type.name}\` has no field that a test could change`);
}

let changes = 0;
/** A value that no record of the test has yet; null where the kind has none that is sure to fit. */
function otherValue({ kind }: Field, value: FieldValue): FieldValue {
  // What the example leaves empty may have to stay empty by a rule.
  if (value === null) return null;
  switch (kind) {
    case 'boolean':
      return !value;
    case 'text':
    case 'longText':
      changes += 1;
      return `Changed${changes}`;
    case 'date':
      return value === '2026-03-03' ? '2026-03-04' : '2026-03-03';
    case 'cents':
    case 'integer':
      return Number(value) + 1;
    default:
      return null;
  }
}

async function newestEntry(event: string) {
  const { entries } = await test.must('audit.find', {
    filter: { ...NO_AUDIT_FILTER, event },
    beforeNumber: null,
    limit: 1,
  });
  return entries[0];
}

const has = (type: RecordType, ...actions: readonly RecordType['actions'][number][]) =>
  actions.every((action) => type.actions.includes(action));

/** Records that the program alone makes have flows of their own. */
const ADDED = RECORD_TYPES.filter((type) => has(type, 'create', 'read'));

describe.each(ADDED.map((type) => [type.many, type] as const))('%s', (_many, type) => {
  const event = (what: string) => `${storedName(type.name)}_${what}`;

  it('are added from the example of their declaration', async () => {
    expect(await addExample(test, type.name, records)).toHaveProperty('id');
  });

  it('S5.15 stand as they were typed, in the list and by themselves', async () => {
    const { id, fields } = madeOf(type);
    const record = await open(type);
    expect(record).toMatchObject({
      id,
      version: 1,
      fields,
      createdBy: 'Whitfield, Dana',
      changedBy: 'Whitfield, Dana',
    });
    const list = (await mustAny(test, `${type.name}.find`, { ...queryOf(type), offset: 0, limit: 50 })) as Listed;
    expect(list.rows.find((row) => row.id === id)?.title).toBe(record.title);
    expect(list.total).toBe(list.rows.length);
  });

  if (has(type, 'update'))
    it('S5.15 change with old and new in the log, and refuse a change of an older state', async () => {
      const made = await addExample(test, type.name, records);
      const before = await open(type, made.id);
      const { name, field, value } = anotherValue(type);
      const input = { id: made.id, version: 1, fields: { ...typedOf(type, before), [name]: value } };
      expect(await mustAny(test, `${type.name}.update`, input)).toEqual({ id: made.id, version: 2 });
      // What the program computes may follow from what was typed.
      expect(typedOf(type, await open(type, made.id))).toEqual({ ...typedOf(type, before), [name]: value });
      const change = (await newestEntry(event('changed')))?.changes.find((each) => each.field === field.label);
      // What tells about a patient is only said to have changed; everything else stands there as it is read.
      const isWithheld = (field.phi ?? 'none') !== 'none';
      expect(change).toMatchObject({ field: field.label, new: isWithheld ? WITHHELD : asRead(field, value) });
      expect(codeOf(await callAny(test, `${type.name}.update`, input))).toBe('CONFLICT');
      const stale = { id: made.id, version: 1, reason };
      if (has(type, 'delete')) expect(codeOf(await callAny(test, `${type.name}.delete`, stale))).toBe('CONFLICT');
    });

  if (has(type, 'update', 'readHistory'))
    it('S5.15 tell their history, newest first', async () => {
      const made = await addExample(test, type.name, records);
      const opened = await open(type, made.id);
      const { name, value } = anotherValue(type);
      const fields = { ...typedOf(type, opened), [name]: value };
      await mustAny(test, `${type.name}.update`, { id: made.id, version: 1, fields });
      const { lines } = (await mustAny(test, `${type.name}.readHistory`, { id: made.id })) as {
        lines: readonly { says: string; by: string }[];
      };
      expect(lines.map(({ by }) => by)).toEqual(['Whitfield, Dana', 'Whitfield, Dana']);
      expect(lines.map(({ says }) => says.split(' ')[0])).toEqual(['changed', 'added']);
    });

  if (has(type, 'delete'))
    it('are deleted with a reason that stays in the log', async () => {
      const { id } = await addExample(test, type.name, records);
      expect(await mustAny(test, `${type.name}.delete`, { id, version: 1, reason })).toEqual({});
      expect(codeOf(await callAny(test, `${type.name}.read`, { id }))).toBe('NOT_FOUND');
      expect(await newestEntry(event('deleted'))).toMatchObject({ objectId: id, why: reason });
    });

  const referring = ADDED.filter((other) =>
    Object.entries(other.fields).some(
      ([name, { refersTo }]) => refersTo === type.name && isFilled(other.example[name]),
    ),
  );
  if (has(type, 'delete') && referring.length > 0)
    it('stay while others name them', async () => {
      const { id } = madeOf(type);
      const { version } = await open(type);
      const reply = await callAny(test, `${type.name}.delete`, { id, version, reason });
      expect(codeOf(reply)).toBe('CONSTRAINT_VIOLATED');
      expect((await open(type)).id).toBe(id);
    });

  const references = Object.entries(type.fields).filter(([, { refersTo, isComputed }]) => refersTo && !isComputed);
  if (references.length > 0)
    it('name only records that are there', async () => {
      const nowhere = '01900000-0000-7000-8000-00000000ffff';
      for (const [name, { kind }] of references) {
        const fields = { ...madeOf(type).fields, [name]: kind === 'references' ? [nowhere] : nowhere };
        expect(codeOf(await callAny(test, `${type.name}.create`, { fields }))).toBe('CONSTRAINT_VIOLATED');
      }
    });

  const masked = Object.entries(type.fields).flatMap(([name, { mask }]) => (mask === undefined ? [] : [name]));
  if (masked.length > 0)
    it('S2.60 keep what is masked when it is sent back masked, in every way out', async () => {
      const hidden = Object.fromEntries(masked.map((name) => [name, hiddenValue(type.fields[name])]));
      const { id } = await addExample(test, type.name, records, hidden);
      const seen = await open(type, id, MASKED);
      expect(seen.masked).toEqual(masked);
      const { name, value } = anotherValue(type);
      const fields = { ...typedOf(type, seen), [name]: value };
      await mustAny(test, `${type.name}.update`, { id, version: 1, fields }, MASKED);
      expect((await open(type, id)).fields).toMatchObject({ ...hidden, [name]: value });
      const ways = [
        await callAny(test, `${type.name}.read`, { id }, MASKED),
        await callAny(test, `${type.name}.readHistory`, { id }, MASKED),
        await callAny(test, `${type.name}.find`, { ...queryOf(type), offset: 0, limit: 50 }, MASKED),
        await exportList(type, MASKED),
      ];
      for (const way of ways)
        for (const secret of Object.values(hidden)) expect(JSON.stringify(way)).not.toContain(secret);
      expect(JSON.stringify(await exportList(type, 'A'))).toContain(Object.values(hidden)[0]);
    });

  if (has(type, 'export'))
    it('are saved to a file with its entry in the log, and run nothing there', async () => {
      const free = Object.entries(type.fields).find(
        ([, { kind, schema, isComputed, isFixed, mask }]) =>
          kind === 'text' && !isComputed && !isFixed && mask === undefined && schema.safeParse(FORMULA).success,
      );
      if (free !== undefined) await addExample(test, type.name, records, { [free[0]]: FORMULA });
      const { total } = (await mustAny(test, `${type.name}.find`, { ...queryOf(type), offset: 0, limit: 1 })) as Listed;
      const { content, reply } = await exportList(type, 'A');
      expect(reply).toEqual({ isSaved: true, fileName: `${type.name}.csv`, rowCount: total });
      const [heads = ''] = content.split(/\r?\n/);
      for (const { label } of Object.values(type.fields)) expect(heads).toContain(label);
      if (free !== undefined) expect(content).toContain(FORMULA);
      expect(content).not.toMatch(/(^|[\r\n,"])[=+@]/);
      expect(await newestEntry(event('exported'))).toMatchObject({ count: total, why: 'Asked by the owner.' });
    });

  if (has(type, 'export'))
    it('are not saved when no file was chosen', async () => {
      test.dialogAnswers.push(null);
      const input = { ...queryOf(type), purpose: 'Asked by the owner.' };
      expect(await mustAny(test, `${type.name}.export`, input)).toEqual({ isSaved: false });
    });
});

/** Saves the whole list to a file and reads it. */
async function exportList(type: RecordType, window: string) {
  const path = join(test.folder, `${type.name}.csv`);
  test.dialogAnswers.push(path);
  const reply = await mustAny(
    test,
    `${type.name}.export`,
    { ...queryOf(type), purpose: 'Asked by the owner.' },
    window,
  );
  return { reply, content: readFileSync(path, 'utf8') };
}

function isFilled(value: FieldValue | undefined): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined;
}

/** A value that fits the field and that no mask shows in full. */
function hiddenValue(field: Field | undefined): string {
  const fitting = ['999175017', '617-555-0147', 'M-4711-0815'].find((value) => field?.schema.safeParse(value).success);
  if (fitting === undefined) throw new Error('no value fits the masked field');
  return fitting;
}
