// Chooses the column of a file that fills one field.
import { Select } from '@mantine/core';

interface ColumnSelectProps {
  readonly label: string;
  readonly headers: readonly string[];
  readonly column: number | null;
  readonly problem: string | null;
  readonly onColumn: (column: number | null) => void;
}

/** Columns stand by name and place, because two may share a name. */
export function ColumnSelect({ label, headers, column, problem, onColumn }: ColumnSelectProps) {
  const data = headers.map((header, at) => ({
    value: String(at),
    label: header === '' ? `Column ${at + 1} (no name)` : header,
  }));
  return (
    <Select
      size="xs"
      aria-label={`Column for ${label}`}
      placeholder="No column"
      data={data}
      value={column === null ? null : String(column)}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': `Use no column for ${label}` }}
      nothingFoundMessage="No column has this name."
      error={problem}
      onChange={(value) => onColumn(value === null ? null : Number(value))}
    />
  );
}
