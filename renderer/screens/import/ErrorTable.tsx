// What is wrong in a file, by row and column.
import { Stack, Table, Text } from '@mantine/core';
import { showCount } from '../../components/showTime.ts';
import type { JobView } from '../../ipc/useJob.ts';
import { WideTable } from './WideTable.tsx';

interface ErrorTableProps {
  readonly errors: JobView['errors'];
  readonly errorCount: number;
  /** The file is a bundle: entries and elements instead of rows and columns. */
  readonly isBundle: boolean;
}

/** Rows are counted as a spreadsheet counts them: the header is row 1. */
export function ErrorTable({ errors, errorCount, isBundle }: ErrorTableProps) {
  return (
    <Stack gap={4}>
      <WideTable label="Problems in the file">
        <Table verticalSpacing={6} aria-label="Problems in the file">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{isBundle ? 'Entry' : 'Row'}</Table.Th>
              <Table.Th scope="col">{isBundle ? 'Resource and element' : 'Column'}</Table.Th>
              <Table.Th scope="col">Problem</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {errors.map(({ row, column, message }) => (
              <Table.Tr key={`${row} ${column} ${message}`}>
                <Table.Td>{showCount(row)}</Table.Td>
                <Table.Td>{column === '' ? 'whole row' : column}</Table.Td>
                <Table.Td>{message}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      <Text size="xs" c="dimmed">
        Showing {showCount(errors.length)} of {showCount(errorCount)}.
        {isBundle ? '' : ' Row 1 is the row with the column names.'}
      </Text>
    </Stack>
  );
}
