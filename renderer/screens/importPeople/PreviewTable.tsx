// The first rows as they will be stored.
import { Stack, Table, Text } from '@mantine/core';
import type { JobView } from '../../ipc/useJob.ts';
import classes from './import.module.css';
import { type ImportField, shownCell } from './importWords.ts';
import { WideTable } from './WideTable.tsx';

interface PreviewTableProps {
  readonly fields: readonly ImportField[];
  readonly rows: JobView['previewRows'];
}

/** Columns stand in the order of the fields; what no row fills, or all fill alike, is left out. */
export function PreviewTable({ fields, rows }: PreviewTableProps) {
  const filled = fields.filter(
    ({ field, allowsFixedValue }) => !allowsFixedValue && rows.some((row) => (row[field] ?? '') !== ''),
  );
  return (
    <Stack gap={4}>
      <WideTable label="The first rows as they will be saved">
        <Table verticalSpacing={6} aria-label="The first rows as they will be saved">
          <Table.Thead>
            <Table.Tr>
              {filled.map(({ field, label }) => (
                <Table.Th key={field} scope="col" className={classes.nowrap ?? ''}>
                  {label}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={JSON.stringify(row)}>
                {filled.map(({ field }) => (
                  <Table.Td key={field} className={classes.nowrap ?? ''}>
                    {shownCell(field, row[field] ?? '')}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      <Text size="xs" c="dimmed">
        The first {rows.length} rows as they will be saved.
      </Text>
    </Stack>
  );
}
