// Billing > Reports: charged, adjusted and received by provider and payer, and what is owed by age (S2.111).
import { Button, Group, Skeleton, Stack, Table, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { Can } from '../../access/Can.tsx';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { notify } from '../../components/notify.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { showCents } from '../../components/record/showCents.ts';
import { showCount, showDate } from '../../components/showTime.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { useToday } from '../../ipc/useToday.ts';
import classes from './billing.module.css';
import { MoneyTable } from './MoneyTable.tsx';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Begins with the month so far. */
export function BillingReportScreen() {
  const today = useToday();
  const [from, setFrom] = useState(`${today.slice(0, 8)}01`);
  const [to, setTo] = useState(today);
  const [isAsking, setIsAsking] = useState(false);
  const isWhole = DAY.test(from) && DAY.test(to);
  const { value, refusal, reload } = useQuery('report.readBilling', { from, to }, { enabled: isWhole });
  const save = useCommand('report.saveBilling', { refreshes: false });
  const confirm = async (purpose: string) => {
    const saved = await save.run({ from, to, purpose });
    if (saved === null) return;
    setIsAsking(false);
    if (saved.isSaved) notify.done(`Saved the report to ${saved.fileName}.`);
  };
  return (
    <div>
      <PageHeader
        title="Billing report"
        actions={
          <Can permission="report:export">
            <Button variant="default" size="sm" disabled={!isWhole} onClick={() => setIsAsking(true)}>
              Save report…
            </Button>
          </Can>
        }
      />
      <Group gap="sm" role="group" aria-label="Days of the report" align="end" mb="md">
        <TextInput
          size="xs"
          type="date"
          label="From"
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput size="xs" type="date" label="To" value={to} onChange={(event) => setTo(event.currentTarget.value)} />
      </Group>
      {refusal === null ? null : <LoadFailed refusal={refusal} onRetry={reload} />}
      {value === undefined && refusal === null ? <Skeleton height={240} aria-label="The report is loading" /> : null}
      {value === undefined || refusal !== null ? null : <Report value={value} to={to} />}
      {isAsking ? (
        <ReasonDialog
          title="Save the billing report"
          says="The report as it is shown now is written to a CSV file. You choose the place next. Whoever can open the file can read it."
          confirmLabel="Choose the place…"
          refusal={save.refusal}
          isRunning={save.isRunning}
          onConfirm={confirm}
          onClose={() => {
            save.clearRefusal();
            setIsAsking(false);
          }}
        />
      ) : null}
    </div>
  );
}

function Report({ value, to }: { readonly value: Output<'report.readBilling'>; readonly to: string }) {
  const owed = value.aging.reduce((sum, { balanceCents }) => sum + balanceCents, 0);
  return (
    <div className={classes.report}>
      <MoneyTable title="By provider" lines={value.byProvider} total={value.total} />
      <MoneyTable title="By payer" lines={value.byPayer} total={value.total} />
      <Stack gap={4}>
        <Title order={2} size="h5">
          Owed on {showDate(to)} by age
        </Title>
        <Table className={classes.table ?? ''} verticalSpacing={4} aria-label="Owed by age">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Since the invoice</Table.Th>
              <Table.Th scope="col" className={classes.amount ?? ''}>
                Invoices
              </Table.Th>
              <Table.Th scope="col" className={classes.amount ?? ''}>
                Owed
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {value.aging.map(({ label, invoiceCount, balanceCents }) => (
              <Table.Tr key={label}>
                <Table.Th scope="row">{label}</Table.Th>
                <Table.Td className={classes.amount ?? ''}>{showCount(invoiceCount)}</Table.Td>
                <Table.Td className={classes.amount ?? ''}>{showCents(balanceCents)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th scope="row" colSpan={2}>
                Total
              </Table.Th>
              <Table.Td className={classes.amount ?? ''}>
                <strong>{showCents(owed)}</strong>
              </Table.Td>
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </Stack>
    </div>
  );
}
