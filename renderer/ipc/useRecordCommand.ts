// useCommand for an action of any record type.
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import type { Refusal } from '../../shared/errors.ts';
import { procedureOf, type RecordInput, type RecordOutput } from './callRecord.ts';
import { useCommand } from './useCommand.ts';

export interface RecordCommand<A extends 'create' | 'update' | 'delete' | 'export'> {
  readonly run: (input: RecordInput<A>) => Promise<RecordOutput<A> | null>;
  readonly refusal: Refusal | null;
  readonly clearRefusal: () => void;
  readonly isRunning: boolean;
}

/** The command of a type's action; resolves to null when refused. */
export function useRecordCommand<A extends 'create' | 'update' | 'delete' | 'export'>(
  type: RecordType,
  action: A,
): RecordCommand<A> {
  return useCommand(procedureOf(type, action)) as unknown as RecordCommand<A>;
}
