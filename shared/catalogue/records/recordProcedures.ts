// The procedures of a record type, derived from its declaration.
import { z } from 'zod';
import { type Access, type AuditWords, type ProcedureEntry, permission, procedure } from '../entry.ts';
import { PERMISSIONS, type PermissionId } from '../permissions.ts';
import { atMs, done, EXAMPLE_ID, id, page, reason, version } from '../schemas.ts';
import type { Fields } from './field.ts';
import { type ActionEntries, exportOutput, historyLine, labels, query, row, rowVersion } from './recordShapes.ts';
import { filterFields, listedFields, type RecordAction, type RecordType, storedName } from './recordType.ts';

export type RecordProcedures<N extends string, F extends Fields, A extends RecordAction> = {
  readonly [K in A as `${N}.${K}`]: ActionEntries<F>[K];
};

/** The entries of one record type, one for each of its actions. */
export function recordProcedures<N extends string, F extends Fields, A extends RecordAction>(
  type: RecordType<N, F, A>,
): RecordProcedures<N, F, A> {
  const all = entriesOf(type as unknown as RecordType);
  const wanted = type.actions.map((action) => [`${type.name}.${action}`, all[action]] as const);
  return Object.fromEntries(wanted) as unknown as RecordProcedures<N, F, A>;
}

function entriesOf(type: RecordType): Record<RecordAction, ProcedureEntry> {
  const { name, one, many } = type;
  const about = { kind: 'record', type: name, idField: 'id' } as const;
  const typed = z.strictObject(typedSchemas(type));
  const example = Object.fromEntries(Object.keys(typedSchemas(type)).map((field) => [field, type.example[field]]));
  const findExample = { search: '', sort: type.defaultSort.field, isDescending: false, filter: noFilter(type) };
  const changes = { type: name } as const;
  return {
    find: procedure({
      kind: 'query',
      access: may(type, 'read'),
      input: z.strictObject({ ...query(type), ...page }),
      output: z.strictObject({ total: z.int(), rows: z.array(listRow(type)) }),
      audit: words(type, 'listed', 'R', `looked at the list of ${many}`),
      example: { ...findExample, offset: 0, limit: 50 },
    }),
    read: procedure({
      kind: 'query',
      access: may(type, 'read'),
      input: z.strictObject({ id }),
      output: readOutput(type),
      target: about,
      audit: words(type, isAboutPatient(type) ? null : 'opened', 'R', `opened ${a(one)}`),
      example: { id: EXAMPLE_ID },
    }),
    readHistory: procedure({
      kind: 'query',
      access: may(type, 'read'),
      input: z.strictObject({ id }),
      output: z.strictObject({ lines: z.array(historyLine) }),
      target: about,
      audit: words(type, 'history_read', 'R', `looked at the history of ${a(one)}`),
      example: { id: EXAMPLE_ID },
    }),
    create: procedure({
      kind: 'command',
      access: may(type, 'create'),
      input: z.strictObject({ fields: typed }),
      output: rowVersion,
      rowAfter: changes,
      audit: words(type, 'added', 'C', `added ${a(one)}`),
      example: { fields: example },
    }),
    update: procedure({
      kind: 'command',
      access: may(type, 'update'),
      input: z.strictObject({ id, version, fields: typed }),
      output: rowVersion,
      target: about,
      rowAfter: changes,
      audit: words(type, 'changed', 'U', `changed ${a(one)}`),
      example: { id: EXAMPLE_ID, version: 1, fields: example },
    }),
    delete: procedure({
      kind: 'command',
      access: may(type, 'delete'),
      input: z.strictObject({ id, version, reason }),
      output: done,
      target: about,
      audit: words(type, 'deleted', 'D', `deleted ${a(one)}`),
      example: { id: EXAMPLE_ID, version: 1, reason: 'Entered twice.' },
    }),
    export: procedure({
      kind: 'command',
      access: may(type, 'export'),
      input: z.strictObject({ ...query(type), purpose: reason }),
      output: exportOutput,
      audit: words(type, 'exported', 'R', `saved a list of ${many} to a file`, '110106'),
      example: { ...findExample, purpose: 'Asked by the owner.' },
    }),
  };
}

/** The filter that narrows nothing. */
export function noFilter(type: RecordType): Record<string, null> {
  return Object.fromEntries(filterFields(type).map((name) => [name, null]));
}

/** The schemas of the fields a person types, by name. */
export function typedSchemas(type: RecordType): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(type.fields)
      .filter(([, { isComputed }]) => !isComputed)
      .map(([name, { schema, mask }]) => [name, mask === undefined ? schema : z.nullable(schema)]),
  );
}

function may(type: RecordType, verb: 'read' | 'create' | 'update' | 'delete' | 'export'): Access {
  const wanted: string = `${type.area}:${verb}`;
  if (!Object.hasOwn(PERMISSIONS, wanted)) throw new Error(`no permission \`${wanted}\` for \`${type.name}\``);
  return permission(wanted as PermissionId);
}

/** The event under which saving a list of this type stands in the log. */
export function exportEvent({ name }: Pick<RecordType, 'name'>): string {
  return `${storedName(name)}_exported`;
}

function words(
  type: RecordType,
  event: string | null,
  action: 'C' | 'R' | 'U' | 'D',
  says: string,
  dicomCode?: string,
): AuditWords {
  const code = dicomCode ?? (isAboutPatient(type) ? '110110' : undefined);
  // Opening one patient's data is one event, whatever the type: it is what reviewers look for (security.md 1.5).
  return {
    event: event === null ? 'sensitive_read' : `${storedName(type.name)}_${event}`,
    action,
    says,
    ...(code === undefined ? {} : { dicomCode: code }),
  };
}

function listRow(type: RecordType) {
  const values = z.strictObject(Object.fromEntries(listedFields(type).map((name) => [name, shown(type, name)])));
  return row.extend({ values: values as unknown as typeof row.shape.values });
}

function readOutput(type: RecordType) {
  const fields = z.strictObject(Object.fromEntries(Object.keys(type.fields).map((name) => [name, shown(type, name)])));
  return z.strictObject({
    id,
    version,
    title: z.string(),
    externalId: z.union([z.null(), z.string()]),
    fields,
    labels,
    masked: z.array(z.string()),
    createdAtMs: atMs,
    createdBy: z.string(),
    changedAtMs: atMs,
    changedBy: z.string(),
  });
}

/** What leaves the main process: texts as stored (or masked), the other kinds as they are entered. */
function shown(type: RecordType, name: string): z.ZodType {
  const field = type.fields[name];
  if (field === undefined) throw new Error(`no field \`${name}\``);
  return field.kind === 'text' || field.kind === 'longText' || field.kind === 'choice' ? z.string() : field.schema;
}

function a(word: string): string {
  return /^[aeiou]/.test(word) ? `an ${word}` : `a ${word}`;
}

function isAboutPatient(type: RecordType): boolean {
  return type.patient !== undefined || type.name === 'patient';
}
