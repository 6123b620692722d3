// What can be entered on an open invoice: a payment, an adjustment, a request for a refund; and the patient's statement.
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { InvoiceAccount } from '../../../shared/billing/invoiceAccount.ts';
import { adjustment } from '../../../shared/catalogue/records/adjustment.ts';
import { payment } from '../../../shared/catalogue/records/payment.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { refund } from '../../../shared/catalogue/records/refund.ts';
import { Can } from '../../access/Can.tsx';
import { NewRecordDialog } from '../../components/record/NewRecordDialog.tsx';
import { showCents } from '../../components/record/showCents.ts';
import type { OpenedRecord } from '../../ipc/callRecord.ts';
import { useToday } from '../../ipc/useToday.ts';
import { StatementButton } from './StatementButton.tsx';

interface InvoiceActsProps {
  readonly record: OpenedRecord;
  readonly account: InvoiceAccount;
}

type Entered = 'payment' | 'adjustment' | 'refund';

export function InvoiceActs({ record, account }: InvoiceActsProps) {
  const [entered, setEntered] = useState<Entered | null>(null);
  const { patientId } = record.fields;
  const close = () => setEntered(null);
  const shared = { settled: ['patientId', 'invoiceId'], onAdded: close, onClose: close };
  const about = { patientId: patientId ?? null, invoiceId: record.id };
  const today = useToday();
  return (
    <>
      <Group gap="xs" role="group" aria-label="Enter on this invoice">
        <Can permission="financial:create">
          <Button size="sm" onClick={() => setEntered('payment')}>
            Enter a payment…
          </Button>
          <Button variant="default" size="sm" onClick={() => setEntered('adjustment')}>
            Enter an adjustment…
          </Button>
        </Can>
        <Can permission="financial:update">
          <Button variant="default" size="sm" onClick={() => setEntered('refund')}>
            Ask for a refund…
          </Button>
        </Can>
        {typeof patientId === 'string' ? <StatementButton patientId={patientId} /> : null}
      </Group>
      {entered === 'payment' ? (
        <NewRecordDialog
          {...shared}
          type={payment as unknown as RecordType}
          title="Enter a payment"
          says={`${showCents(account.balanceCents)} is owed on this invoice.`}
          confirmLabel="Enter the payment"
          doneSays="Entered the payment."
          preset={{ ...about, cents: account.balanceCents, paidDate: today }}
        />
      ) : null}
      {entered === 'adjustment' ? (
        <NewRecordDialog
          {...shared}
          type={adjustment as unknown as RecordType}
          title="Enter an adjustment"
          says={`${showCents(account.balanceCents)} is owed on this invoice. An adjustment takes off what nobody will pay.`}
          confirmLabel="Enter the adjustment"
          doneSays="Entered the adjustment."
          preset={{ ...about, adjustedDate: today }}
        />
      ) : null}
      {entered === 'refund' ? (
        <NewRecordDialog
          {...shared}
          type={refund as unknown as RecordType}
          title="Ask for a refund"
          says={`At most ${showCents(account.refundableCents)} can be paid back. Somebody else with the right to approve must agree first.`}
          confirmLabel="Ask for the refund"
          doneSays="Asked for the refund. It waits under Billing, Refunds."
          preset={about}
        />
      ) : null}
    </>
  );
}
