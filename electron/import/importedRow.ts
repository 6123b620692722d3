// A row of an import on its way: as the file has it, and as it will be saved.
import type { RecordValues } from '../../db/records/recordTable.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';

/** What is wrong where; `column` is empty when the whole row is meant. */
export interface RowError {
  readonly row: number;
  readonly column: string;
  readonly message: string;
}

/** The cells of one row by field name; what the file does not bring is missing. */
export interface RawRow {
  /** Its number as a spreadsheet shows it; in a bundle the number of the entry. */
  readonly row: number;
  readonly texts: Readonly<Record<string, string>>;
  /** What was wrong with the row before its fields were looked at. */
  readonly errors: readonly RowError[];
  /** What a person calls the place of a field in this row. */
  readonly columnOf: (field: string) => string;
}

/** A group of rows of one record type, in slices that let other work through. */
export interface RowGroup {
  readonly type: RecordType;
  readonly slices: () => AsyncIterable<readonly RawRow[]> | Iterable<readonly RawRow[]>;
}

/** What the importer wants done with rows that are here already. */
export type KnownRows = 'leaveOut' | 'update';

/** A row that passed every check. */
export type CheckedRow =
  | { readonly act: 'add'; readonly id: string; readonly externalId: string | null; readonly values: RecordValues }
  /** `values` are the changed fields alone. */
  | { readonly act: 'change'; readonly id: string; readonly version: number; readonly values: RecordValues }
  /** Here already and left as it is. */
  | { readonly act: 'leaveOut' };

/** The rows of one type that passed every check. */
export interface CheckedGroup {
  readonly type: RecordType;
  readonly rows: readonly CheckedRow[];
}
