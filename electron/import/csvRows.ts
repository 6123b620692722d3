// The rows of a CSV file as cells by field name.
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { MAX_CELL_CHARACTERS } from './csvLimits.ts';
import type { RawRow, RowError, RowGroup } from './importedRow.ts';
import type { FieldSource } from './mapping.ts';
import type { OpenedCsv } from './openCsv.ts';
import { type CsvRecord, readRecords } from './readRecords.ts';

/** The rows of the file under its header, read anew each time. */
export function csvRows(type: RecordType, file: OpenedCsv, sources: readonly FieldSource[]): RowGroup {
  const columns = new Map(sources.map(({ field, columnName }) => [field.field, columnName]));
  const columnOf = (field: string) => columns.get(field) ?? type.fields[field]?.label ?? '';
  return {
    type,
    async *slices() {
      for await (const slice of readRecords(file.bytes, file.delimiter))
        yield slice
          .filter(({ row }) => row > 1)
          .map((record) => rawRow(record, file.headers.length, sources, columnOf));
    },
  };
}

function rawRow(
  { row, cells }: CsvRecord,
  columnCount: number,
  sources: readonly FieldSource[],
  columnOf: (field: string) => string,
): RawRow {
  if (cells.length !== columnCount) {
    const message = `the row has ${cells.length} cells, the header has ${columnCount}`;
    return { row, texts: {}, errors: [{ row, column: '', message }], columnOf };
  }
  const texts: Record<string, string> = {};
  const errors: RowError[] = [];
  for (const { field, source, columnName } of sources) {
    const cell = source.from === 'value' ? source.value : (cells[source.column] ?? '');
    if (cell.length > MAX_CELL_CHARACTERS)
      errors.push({ row, column: columnName, message: `is longer than ${MAX_CELL_CHARACTERS} characters` });
    else texts[field.field] = cell;
  }
  return { row, texts, errors, columnOf };
}
