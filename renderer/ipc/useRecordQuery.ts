// useQuery for an action of any record type.
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { procedureOf, type RecordInput, type RecordOutput } from './callRecord.ts';
import { type QueryOptions, type QueryResult, useQuery } from './useQuery.ts';

/** What a type's query answers, kept fresh after commands. */
export function useRecordQuery<A extends 'find' | 'read' | 'readHistory'>(
  type: RecordType,
  action: A,
  input: RecordInput<A>,
  options: QueryOptions = {},
): QueryResult<RecordOutput<A>> {
  return useQuery(procedureOf(type, action), input as never, options) as unknown as QueryResult<RecordOutput<A>>;
}
