// Charged, adjusted and received, a line per name, with the total below.
import { Stack, Table, Text, Title } from '@mantine/core';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { showCents } from '../../components/record/showCents.ts';
import classes from './billing.module.css';

type MoneyLine = Output<'report.readBilling'>['total'];

interface MoneyTableProps {
  readonly title: string;
  readonly lines: readonly MoneyLine[];
  readonly total: MoneyLine;
}

const COLUMNS = [
  ['Charged', 'chargedCents'],
  ['Adjusted', 'adjustedCents'],
  ['Received', 'receivedCents'],
] as const;

export function MoneyTable({ title, lines, total }: MoneyTableProps) {
  return (
    <Stack gap={4}>
      <Title order={2} size="h5">
        {title}
      </Title>
      {lines.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nothing was charged or received in these days.
        </Text>
      ) : (
        <Table className={classes.table ?? ''} verticalSpacing={4} aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Name</Table.Th>
              {COLUMNS.map(([head]) => (
                <Table.Th key={head} scope="col" className={classes.amount ?? ''}>
                  {head}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) => (
              <Table.Tr key={line.name}>
                <Table.Th scope="row">{line.name}</Table.Th>
                {COLUMNS.map(([head, column]) => (
                  <Table.Td key={head} className={classes.amount ?? ''}>
                    {showCents(line[column])}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th scope="row">{total.name}</Table.Th>
              {COLUMNS.map(([head, column]) => (
                <Table.Td key={head} className={classes.amount ?? ''}>
                  <strong>{showCents(total[column])}</strong>
                </Table.Td>
              ))}
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      )}
    </Stack>
  );
}
