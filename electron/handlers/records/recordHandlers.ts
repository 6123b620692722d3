// The use cases every record type has: list, open, history, add, change, delete, export.
import { readHistory } from '../../../db/audit/history.ts';
import { findRecords } from '../../../db/records/findRecords.ts';
import { readLabels } from '../../../db/records/recordLabels.ts';
import type { RecordValues } from '../../../db/records/recordTable.ts';
import { titleOf } from '../../../db/records/recordTitle.ts';
import { findReferrers, type ReferrerSight } from '../../../db/records/referrers.ts';
import {
  deleteRecord,
  insertRecord,
  readRecord,
  type StoredRecord,
  updateRecord,
} from '../../../db/records/storedRecord.ts';
import type { ReadTx, WriteTx } from '../../../db/transaction.ts';
import { EVERY_WAY } from '../../../shared/authorization/scope.ts';
import type { PermissionId } from '../../../shared/catalogue/permissions.ts';
import type { Fields, FieldValue } from '../../../shared/catalogue/records/field.ts';
import type { RecordProcedures } from '../../../shared/catalogue/records/recordProcedures.ts';
import type { RecordAction, RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/errors.ts';
import type { AuthorizedCall, Handlers } from '../../ipc/stages.ts';
import type { Services } from '../../services.ts';
import { actingUserId } from '../actingUser.ts';
import { exportRecords } from './exportRecords.ts';
import { maskRecord, maskRow, refuseMasked } from './maskRecord.ts';
import { recordChanges } from './recordChanges.ts';
import type { RecordRules, RuledCall } from './recordRules.ts';
import { refuseReferences } from './refuseReferences.ts';

/** The handlers of one record type, one for each of its actions. `rules` say what is special about it. */
export function recordHandlers<N extends string, F extends Fields, A extends RecordAction>(
  type: RecordType<N, F, A>,
  rules: RecordRules<F> = {},
): Pick<Handlers, keyof RecordProcedures<N, F, A> & keyof Handlers> {
  const all = handlersOf(type as unknown as RecordType, rules as unknown as RecordRules<Fields>);
  return Object.fromEntries(type.actions.map((action) => [`${type.name}.${action}`, all[action]])) as never;
}

/** A call of any record procedure; the router has checked its input against the type's schema. */
type RecordCall<Input> = RuledCall &
  Pick<AuthorizedCall, 'afterCommit' | 'subject'> & { readonly input: Input } & {
    readonly prepared: unknown;
  };
interface Query {
  readonly search: string;
  readonly sort: string;
  readonly isDescending: boolean;
  readonly filter: Parameters<typeof findRecords>[3]['filter'];
}
interface Changed {
  readonly id: string;
  readonly version: number;
}
type Typed = { readonly fields: RecordValues };

function handlersOf(type: RecordType, rules: RecordRules<Fields>): Record<RecordAction, unknown> {
  return {
    find(call: RecordCall<Query & { offset: number; limit: number }>, tx: ReadTx) {
      const masked = refuseMasked(type, call.scope, call.input.sort);
      if (masked !== null) return masked;
      const found = findRecords(tx, type, call.scope, call.input);
      call.note({ count: found.rows.length });
      return { total: found.total, rows: found.rows.map((row) => maskRow(type, call.scope, row)) };
    },
    read(call: RecordCall<{ id: string }>, tx: ReadTx) {
      const record = openRecord(type, call, tx);
      return isRefusal(record) ? record : view(type, call, tx, record);
    },
    readHistory(call: RecordCall<{ id: string }>, tx: ReadTx) {
      const record = openRecord(type, call, tx);
      return isRefusal(record) ? record : { lines: readHistory(tx, type.name, call.input.id) };
    },
    create(call: RecordCall<Typed>, tx: WriteTx, services: Services) {
      const typed = withoutNulls(type, call.input.fields, {});
      const values = { ...typed, ...rules.start?.(tx, call, typed as never) } as RecordValues;
      const trouble =
        refuseReferences(tx, type, call.scope, {}, values) ?? rules.checkCreate?.(tx, call, values as never) ?? null;
      if (trouble !== null) return trouble;
      const id = services.newId();
      insertRecord(tx, type, id, values, { byUserId: actingUserId(call), nowMs: call.nowMs });
      rules.afterCreate?.(tx, call, id, values as never);
      noteRecord(type, call, id, values);
      call.note({ changes: recordChanges(tx, type, {}, values) });
      return { id, version: 1 };
    },
    update(call: RecordCall<Changed & Typed>, tx: WriteTx) {
      const record = recordToChange(type, call, tx);
      if (isRefusal(record)) return record;
      const { id, values: before } = record;
      const after = { ...before, ...withoutNulls(type, call.input.fields, before) } as RecordValues;
      const trouble =
        refuseReferences(tx, type, call.scope, before, after) ??
        rules.checkUpdate?.(tx, call, before as never, after as never, id) ??
        refuseFixed(type, before, after);
      if (trouble !== null) return trouble;
      updateRecord(tx, type, id, after, { byUserId: actingUserId(call), nowMs: call.nowMs });
      rules.afterUpdate?.(tx, call, id, before as never, after as never);
      call.note({ changes: recordChanges(tx, type, before, after) });
      return { id, version: record.version + 1 };
    },
    delete(call: RecordCall<Changed & { reason: string }>, tx: WriteTx) {
      const record = recordToChange(type, call, tx);
      if (isRefusal(record)) return record;
      const trouble =
        rules.checkDelete?.(tx, call, record.values as never, record.id) ?? refuseReferred(tx, type, call, record.id);
      if (trouble !== null) return trouble;
      call.note({ why: call.input.reason });
      deleteRecord(tx, type, record.id);
      return {};
    },
    export(call: RecordCall<Query & { purpose: string }>, tx: ReadTx) {
      return exportRecords(type, call, tx);
    },
  };
}

/** The record a call aims at, within its reach and named in the log, or NOT_FOUND. */
export function openRecord(
  type: RecordType,
  call: RuledCall & { readonly input: { readonly id: string } },
  tx: ReadTx,
): StoredRecord | Refusal {
  const record = readRecord(tx, type, call.scope, call.input.id);
  if (record === null)
    return refuse('NOT_FOUND', `This ${type.one} is not here, or it is outside what you may see. Go back to the list.`);
  noteRecord(type, call, record.id, record.values);
  return record;
}

/** Like openRecord(), and CONFLICT when somebody changed it since the caller looked. */
export function recordToChange(
  type: RecordType,
  call: RuledCall & { readonly input: { readonly id: string; readonly version: number } },
  tx: ReadTx,
): StoredRecord | Refusal {
  const record = openRecord(type, call, tx);
  if (isRefusal(record) || record.version === call.input.version) return record;
  return refuse(
    'CONFLICT',
    `Somebody changed this ${type.one} meanwhile. Open it again, then make your change once more.`,
  );
}

/** Names the record in the log: by its label where that is no patient data, and by the patient it is about. */
export function noteRecord(type: RecordType, call: Pick<RuledCall, 'note'>, id: string, values: RecordValues): void {
  const named = type.logLabel === null ? '' : ` ${String(values[type.logLabel] ?? '')}`;
  call.note({ object: { type: type.name, id, label: `${type.one}${named}` } });
  const patientId = type.name === 'patient' ? id : type.patient === undefined ? null : values[type.patient];
  if (typeof patientId === 'string') call.note({ patientId });
}

function view(type: RecordType, call: RuledCall, tx: ReadTx, record: StoredRecord) {
  const { values, ...rest } = record;
  const { shown, masked } = maskRecord(type, call.scope, values);
  const [labels = {}] = readLabels(tx, type, [values]);
  return { ...rest, title: titleOf(type, values), fields: shown, labels, masked };
}

/** A masked field that came back as null keeps what is stored; for a new record it is empty. */
function withoutNulls(type: RecordType, typed: RecordValues, stored: RecordValues): RecordValues {
  return Object.fromEntries(
    Object.entries(typed).map(([name, value]): [string, FieldValue] => {
      const isKept = value === null && type.fields[name]?.mask !== undefined;
      return [name, isKept ? (stored[name] ?? '') : value];
    }),
  );
}

/** The form shows such a field as text; here is where it holds. */
function refuseFixed(type: RecordType, before: RecordValues, after: RecordValues): Refusal | null {
  const moved = Object.entries(type.fields).find(([name, { isFixed }]) => isFixed && before[name] !== after[name]);
  if (moved === undefined) return null;
  const [name, { label }] = moved;
  return refuse(
    'CONSTRAINT_VIOLATED',
    `“${label}” stays as it was when this ${type.one} was added. Delete it and add it anew.`,
    { fields: [{ path: `fields.${name}`, message: 'cannot be changed any more' }] },
  );
}

function refuseReferred(tx: ReadTx, type: RecordType, call: RuledCall, id: string): Refusal | null {
  const { seen, hasHidden } = findReferrers(tx, type.name, id, sightOf(call));
  if (seen.length === 0 && !hasHidden) return null;
  const known = seen.map(({ many, count }) => `${many} ${count}`);
  const list = [...known, ...(hasHidden ? ['records that you may not see'] : [])].join(', ');
  const instead = 'isActive' in type.fields ? ', or mark this one as not in use' : '';
  return refuse(
    'CONSTRAINT_VIOLATED',
    `This ${type.one} is still named by others: ${list}. Change those first${instead}.`,
  );
}

/** What a refusal may tell of: the records of the areas the caller holds View of, whole, within their limits. */
function sightOf({ subject, scope }: RuledCall): ReferrerSight {
  const sees = (permission: PermissionId) =>
    subject?.held.has(permission) === true && !subject.conditions.has(permission);
  return {
    reachOf: ({ area }) => (sees(`${area}:read` as PermissionId) ? { ...scope, ways: EVERY_WAY } : null),
    seesUsers: sees('user:read'),
  };
}
