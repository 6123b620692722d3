// The account of an open invoice: its sums, every entry, and what can be entered on it.
import { Badge, Button, Skeleton, Stack, Table, Title } from '@mantine/core';
import { useState } from 'react';
import { Can } from '../../access/Can.tsx';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { showCents } from '../../components/record/showCents.ts';
import { showDate } from '../../components/showTime.ts';
import type { OpenedRecord } from '../../ipc/callRecord.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { type AccountLine, accountLines } from './accountLines.ts';
import classes from './billing.module.css';
import { InvoiceActs } from './InvoiceActs.tsx';
import { ReverseDialog } from './ReverseDialog.tsx';
import { Sums } from './Sums.tsx';

export function InvoiceAccount({ record }: { readonly record: OpenedRecord }) {
  const { value, refusal, reload } = useQuery('invoice.readAccount', { id: record.id });
  const [reversed, setReversed] = useState<AccountLine | null>(null);
  if (refusal !== null) return <LoadFailed refusal={refusal} onRetry={reload} />;
  if (value === undefined) return <Skeleton height={140} aria-label="The account is loading" />;
  const { account } = value;
  return (
    <Stack gap="sm">
      <Sums
        label="Sums of this invoice"
        sums={[
          { name: 'Owed', cents: account.balanceCents, isMain: true },
          { name: 'Charged', cents: account.chargedCents },
          { name: 'Adjusted', cents: account.adjustedCents },
          { name: 'Paid', cents: account.paidCents },
          { name: 'Refunded', cents: account.refundedCents },
        ]}
      />
      <InvoiceActs record={record} account={account} />
      <Title order={3} size="h5">
        Entries
      </Title>
      <Table className={classes.table ?? ''} verticalSpacing={4} aria-label="Entries of this invoice">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Date</Table.Th>
            <Table.Th scope="col">Entry</Table.Th>
            <Table.Th scope="col" className={classes.amount ?? ''}>
              Amount
            </Table.Th>
            <Table.Th scope="col">Act</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {accountLines(value).map((line) => (
            <Table.Tr key={line.id}>
              <Table.Td className={classes.day ?? ''}>{line.day === '' ? 'open' : showDate(line.day)}</Table.Td>
              <Table.Td>
                {line.says} {line.mark === null ? null : <Badge variant="default">{line.mark}</Badge>}
              </Table.Td>
              <Table.Td className={classes.amount ?? ''}>{showCents(line.cents)}</Table.Td>
              <Table.Td>
                {line.reversible === null ? null : (
                  <Can permission="financial:update">
                    <Button
                      variant="default"
                      size="compact-xs"
                      aria-label={`Reverse ${line.number}`}
                      onClick={() => setReversed(line)}
                    >
                      Reverse…
                    </Button>
                  </Can>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th scope="row" colSpan={2}>
              Owed
            </Table.Th>
            <Table.Td className={classes.amount ?? ''}>
              <strong>{showCents(account.balanceCents)}</strong>
            </Table.Td>
            <Table.Td />
          </Table.Tr>
        </Table.Tfoot>
      </Table>
      {reversed?.reversible ? (
        <ReverseDialog
          number={reversed.number}
          reversible={reversed.reversible}
          onDone={() => setReversed(null)}
          onClose={() => setReversed(null)}
        />
      ) : null}
    </Stack>
  );
}
