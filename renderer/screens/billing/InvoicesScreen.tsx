// Billing > Invoices (S2.110).
import { invoice } from '../../../shared/catalogue/records/invoice.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RecordScreen } from '../../components/record/RecordScreen.tsx';
import { showDate } from '../../components/showTime.ts';
import { useToday } from '../../ipc/useToday.ts';
import { InvoiceAccount } from './InvoiceAccount.tsx';

const TYPE = invoice as unknown as RecordType;

/** Invoices within the person's reach; the open one with its account. */
export function InvoicesScreen() {
  const today = useToday();
  return (
    <RecordScreen
      type={TYPE}
      title="Invoices"
      path="invoices"
      preset={{ issueDate: today }}
      subtitle={({ fields, labels }) =>
        `${String(labels.patientId ?? '')} · issued ${showDate(String(fields.issueDate))}`
      }
      extra={(record) => <InvoiceAccount record={record} />}
      empty={
        <EmptyState
          title="No invoices yet."
          hint="Add one for a patient: every charge that is not billed yet goes on it."
        />
      }
      noMatch={<EmptyState title="No invoice matches." hint="Search for an invoice number or the start of a name." />}
    />
  );
}
