// The first rows as they will be stored.
import { Stack, Table, Text } from '@mantine/core';
import { capitalized } from '../../../shared/catalogue/capitalized.ts';
import { showValue } from '../../components/record/showValue.ts';
import type { JobView } from '../../ipc/useJob.ts';
import classes from './import.module.css';
import { typeOfKind } from './importWords.ts';
import { WideTable } from './WideTable.tsx';

interface PreviewTableProps {
  readonly preview: JobView['previews'][number];
  /** Names the record type above the table: a file may bring several. */
  readonly isOneOfMany: boolean;
}

/** Columns stand in the order of the fields; what no row fills is left out. */
export function PreviewTable({ preview, isOneOfMany }: PreviewTableProps) {
  const type = typeOfKind(preview.kind);
  const shown = preview.rows.map(({ values, labels }) =>
    Object.fromEntries(
      Object.entries(type.fields).map(([name, field]) => [name, showValue(field, values[name], labels[name])]),
    ),
  );
  const filled = Object.entries(type.fields).filter(([name]) => shown.some((row) => row[name] !== ''));
  const name = `The first ${isOneOfMany ? type.many : 'rows'} as they will be saved`;
  return (
    <Stack gap={4}>
      {isOneOfMany ? <Text fw={600}>{capitalized(type.many)}</Text> : null}
      <WideTable label={name}>
        <Table verticalSpacing={6} aria-label={name}>
          <Table.Thead>
            <Table.Tr>
              {filled.map(([field, { label }]) => (
                <Table.Th key={field} scope="col" className={classes.nowrap ?? ''}>
                  {label}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((row) => (
              <Table.Tr key={JSON.stringify(row)}>
                {filled.map(([field]) => (
                  <Table.Td key={field} className={classes.nowrap ?? ''}>
                    {row[field]}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      <Text size="xs" c="dimmed">
        The first {shown.length} {isOneOfMany ? type.many : 'rows'} as they will be saved.
      </Text>
    </Stack>
  );
}
