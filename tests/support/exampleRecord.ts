// Adds the example of a record type through the real core, naming records that are there.
import type { FieldValue } from '../../shared/catalogue/records/field.ts';
import { typedSchemas } from '../../shared/catalogue/records/recordProcedures.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { RECORD_TYPES, recordTypeNamed } from '../../shared/catalogue/records.ts';
import type { Reply } from '../../shared/errors.ts';
import { differenceOf } from './furtherRecord.ts';
import { OWN_SENDER, type TestCore } from './startTestCore.ts';

export interface MadeRecord {
  readonly id: string;
  /** What was typed. */
  readonly fields: Readonly<Record<string, FieldValue>>;
}

const ALL_USERS = {
  search: '',
  status: 'all',
  roleId: null,
  permission: null,
  sort: 'name',
  isDescending: false,
  offset: 0,
  limit: 1,
} as const;

/** The typed fields of the type's example; ids of the example become those of `made`, or `userId` where a user is named. */
export function exampleFields(
  type: RecordType,
  made: ReadonlyMap<string, { readonly id: string }>,
  userId: string,
): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.keys(typedSchemas(type)).map((name): [string, FieldValue] => {
      const { refersTo } = type.fields[name] ?? {};
      const value = type.example[name] ?? null;
      if (refersTo === undefined || value === null) return [name, value];
      const id = refersTo === 'user' ? userId : made.get(refersTo)?.id;
      if (id === undefined) throw new Error(`\`${type.name}\` names \`${refersTo}\`, which must stand before it`);
      return [name, Array.isArray(value) ? value.map(() => id) : id];
    }),
  );
}

/** Types whose records come by an act of their own instead of `create`: its name and input for the typed fields. */
const MAKERS: Readonly<Record<string, (fields: MadeRecord['fields']) => readonly [string, object]>> = {
  refund: (fields) => ['refund.create', { fields }],
  appointment: ({ startsAtMs: _from, endsAtMs: _to, ...fields }) => [
    'appointment.book',
    { fields, day: '2026-11-23', time: '10:00', lengthMinutes: 30, isSecondHour: false, isConfirmed: true },
  ],
};

/** Adds one record of every type that has the action, each naming those before it, by the name of their type. A type
 *  that cannot be added is left out: its own tests say why, and the tests of all others go on. */
export async function addExamples(test: TestCore): Promise<Map<string, MadeRecord>> {
  const made = new Map<string, MadeRecord>();
  for (const { name, actions } of RECORD_TYPES)
    if (actions.includes('create') || name in MAKERS) {
      const record = await addExample(test, name, made).catch(() => null);
      if (record !== null) made.set(name, record);
    }
  return made;
}

/** How many of each type a test has added. */
const added = new WeakMap<TestCore, Map<string, number>>();

/** Adds a record of the type as window `A`; `given` replaces fields of the example. */
export async function addExample(
  test: TestCore,
  typeName: string,
  made: ReadonlyMap<string, { readonly id: string }>,
  given: Readonly<Record<string, FieldValue>> = {},
): Promise<MadeRecord> {
  const type = recordTypeNamed(typeName);
  if (type === null) throw new Error(`no record type \`${typeName}\``);
  const [user] = (await test.must('user.find', ALL_USERS)).rows;
  const counts = added.get(test) ?? new Map<string, number>();
  added.set(test, counts);
  const count = counts.get(typeName) ?? 0;
  counts.set(typeName, count + 1);
  const fields = { ...exampleFields(type, made, user?.userId ?? ''), ...differenceOf(typeName, count), ...given };
  const [call, input] = MAKERS[typeName]?.(fields) ?? [`${typeName}.create`, { fields }];
  const { id } = (await mustAny(test, call, input)) as { id: string };
  return { id, fields };
}

/** The value of a call by name that must succeed, for tests that treat every record type alike. */
export async function mustAny(test: TestCore, name: string, input: unknown, window = 'A'): Promise<unknown> {
  const reply = await callAny(test, name, input, window);
  if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.error)} ${String(test.faults.at(-1))}`);
  return reply.value;
}

/** A call by name. */
export async function callAny(test: TestCore, name: string, input: unknown, window = 'A'): Promise<Reply<unknown>> {
  return (await test.core.call(window, OWN_SENDER, name, input)) as Reply<unknown>;
}
