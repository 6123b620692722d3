// The charges of an open claim, and adding one at the price of the fee schedule.
import { Button, Group, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { charge } from '../../../shared/catalogue/records/charge.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { Can } from '../../access/Can.tsx';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { NewRecordDialog } from '../../components/record/NewRecordDialog.tsx';
import { showCents } from '../../components/record/showCents.ts';
import type { OpenedRecord } from '../../ipc/callRecord.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import classes from './billing.module.css';
import { FeeHint } from './FeeHint.tsx';

const CHARGE = charge as unknown as RecordType;

export function ClaimCharges({ record }: { readonly record: OpenedRecord }) {
  const [isAdding, setIsAdding] = useState(false);
  const { value, refusal, reload } = useQuery('claim.readCharges', { id: record.id });
  const { patientId, providerId, serviceDate, payerId, status } = record.fields;
  if (refusal !== null) return <LoadFailed refusal={refusal} onRetry={reload} />;
  if (value === undefined) return <Skeleton height={80} aria-label="The charges are loading" />;
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={3} size="h5">
          Charges
        </Title>
        {status === 'draft' ? (
          <Can permission="claim:create">
            <Button variant="default" size="compact-sm" onClick={() => setIsAdding(true)}>
              Add a charge…
            </Button>
          </Can>
        ) : null}
      </Group>
      {value.charges.length === 0 ? (
        <Text size="sm" c="dimmed">
          None yet. A claim needs at least one before it is submitted.
        </Text>
      ) : (
        <Table className={classes.table ?? ''} verticalSpacing={4} aria-label="Charges of this claim">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Procedure</Table.Th>
              <Table.Th scope="col" className={classes.amount ?? ''}>
                Quantity
              </Table.Th>
              <Table.Th scope="col">Invoice</Table.Th>
              <Table.Th scope="col" className={classes.amount ?? ''}>
                Amount
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {value.charges.map((line) => (
              <Table.Tr key={line.id}>
                <Table.Td>{line.procedure}</Table.Td>
                <Table.Td className={classes.amount ?? ''}>{line.quantity}</Table.Td>
                <Table.Td>{line.invoiceNumber ?? 'not billed'}</Table.Td>
                <Table.Td className={classes.amount ?? ''}>{showCents(line.cents)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th scope="row" colSpan={3}>
                Total
              </Table.Th>
              <Table.Td className={classes.amount ?? ''}>
                <strong>{showCents(value.totalCents)}</strong>
              </Table.Td>
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      )}
      {isAdding ? (
        <NewRecordDialog
          type={CHARGE}
          title="Add a charge"
          confirmLabel="Add the charge"
          doneSays="Added the charge."
          preset={{
            patientId: patientId ?? null,
            claimId: record.id,
            providerId: providerId ?? null,
            serviceDate: serviceDate ?? null,
            quantity: 1,
          }}
          settled={['patientId', 'claimId', 'providerId']}
          assist={(form) => <FeeHint form={form} payerId={typeof payerId === 'string' ? payerId : null} />}
          onAdded={() => setIsAdding(false)}
          onClose={() => setIsAdding(false)}
        />
      ) : null}
    </Stack>
  );
}
