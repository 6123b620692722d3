// The procedures of any record type, for screens that are made from its declaration.

import type { CallInput, Output, ProcedureName } from '../../shared/catalogue/procedures.ts';
import type { FieldValue } from '../../shared/catalogue/records/field.ts';
import type { RecordAction, RecordType } from '../../shared/catalogue/records/recordType.ts';
import type { Reply } from '../../shared/errors.ts';
import { call } from './client.ts';

export type RecordFields = Readonly<Record<string, FieldValue>>;

/** What the read procedure of any type answers. */
export type OpenedRecord = Omit<Output<'location.read'>, 'fields'> & { readonly fields: RecordFields };

/** One row of a list of any type. */
export type ListedRow = Output<'location.find'>['rows'][number];

export type RecordFilter = CallInput<'location.find'>['filter'];

/** Inputs and answers of the actions, whatever the type. */
interface RecordCalls {
  find: {
    readonly input: Omit<CallInput<'location.find'>, 'filter'> & { readonly filter: RecordFilter };
    readonly output: Output<'location.find'>;
  };
  read: { readonly input: { readonly id: string }; readonly output: OpenedRecord };
  readHistory: { readonly input: { readonly id: string }; readonly output: Output<'location.readHistory'> };
  create: { readonly input: { readonly fields: RecordFields }; readonly output: Output<'location.create'> };
  update: {
    readonly input: { readonly id: string; readonly version: number; readonly fields: RecordFields };
    readonly output: Output<'location.update'>;
  };
  delete: { readonly input: CallInput<'location.delete'>; readonly output: Output<'location.delete'> };
  export: {
    readonly input: Omit<CallInput<'location.export'>, 'filter'> & { readonly filter: RecordFilter };
    readonly output: Output<'location.export'>;
  };
}

export type RecordInput<A extends RecordAction> = RecordCalls[A]['input'];
export type RecordOutput<A extends RecordAction> = RecordCalls[A]['output'];

/** The procedure of a type's action. The catalogue derives both from the declaration, so the name is there. */
export function procedureOf(type: RecordType, action: RecordAction): ProcedureName {
  return `${type.name}.${action}` as ProcedureName;
}

/** Calls one action of a record type; the main process checks the input against the type's own schema. */
export function callRecord<A extends RecordAction>(
  type: RecordType,
  action: A,
  input: RecordInput<A>,
): Promise<Reply<RecordOutput<A>>> {
  return call(procedureOf(type, action), input as never) as Promise<Reply<RecordOutput<A>>>;
}
