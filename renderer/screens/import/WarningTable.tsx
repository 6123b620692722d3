// Rows that can be imported but should be looked at first.
import { Stack, Table, Text } from '@mantine/core';
import { showCount } from '../../components/showTime.ts';
import { WarningBox } from '../../components/WarningBox.tsx';
import type { JobView } from '../../ipc/useJob.ts';
import { rows } from './importWords.ts';
import { WideTable } from './WideTable.tsx';

interface WarningTableProps {
  readonly warnings: JobView['warnings'];
  readonly warningCount: number;
}

/** Nothing here stops the import: two people may share a name and a day. */
export function WarningTable({ warnings, warningCount }: WarningTableProps) {
  return (
    <Stack gap={4}>
      <WarningBox title={`Possible duplicates in ${rows(warningCount)}`}>
        <Text size="sm">
          They can be imported. If they are the same people, take them out of the file first and choose it again.
        </Text>
      </WarningBox>
      <WideTable label="Possible duplicates">
        <Table verticalSpacing={6} aria-label="Possible duplicates">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Row</Table.Th>
              <Table.Th scope="col">Look at</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {warnings.map(({ row, message }) => (
              <Table.Tr key={`${row} ${message}`}>
                <Table.Td>{showCount(row)}</Table.Td>
                <Table.Td>{message}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      {warnings.length < warningCount ? (
        <Text size="xs" c="dimmed">
          Showing {showCount(warnings.length)} of {showCount(warningCount)}.
        </Text>
      ) : null}
    </Stack>
  );
}
