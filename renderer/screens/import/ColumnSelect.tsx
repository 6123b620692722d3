// Chooses the column of a file that fills one field.
import { Select } from '@mantine/core';

interface ColumnSelectProps {
  readonly label: string;
  readonly headers: readonly string[];
  readonly column: number | null;
  readonly problem: string | null;
  readonly onColumn: (column: number | null) => void;
}

const NONE = 'none';

/** Columns stand by name and place, because two may share a name. */
export function ColumnSelect({ label, headers, column, problem, onColumn }: ColumnSelectProps) {
  const columns = headers.map((header, at) => ({
    value: String(at),
    label: header === '' ? `Column ${at + 1} (no name)` : header,
  }));
  const data = [{ value: NONE, label: 'No column' }, ...columns];
  return (
    <Select
      size="xs"
      aria-label={`Column for ${label}`}
      data={data}
      value={column === null ? NONE : String(column)}
      searchable
      allowDeselect={false}
      nothingFoundMessage="No column has this name."
      error={problem}
      onChange={(value) => onColumn(value === null || value === NONE ? null : Number(value))}
    />
  );
}
