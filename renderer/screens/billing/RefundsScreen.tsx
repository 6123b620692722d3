// Billing > Refunds: what waits for approval first (S2.36).
import { noFilter } from '../../../shared/catalogue/records/recordProcedures.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { REFUND_STATES, type RefundState, refund } from '../../../shared/catalogue/records/refund.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RecordScreen } from '../../components/record/RecordScreen.tsx';
import { showCents } from '../../components/record/showCents.ts';
import { RefundActs } from './RefundActs.tsx';

const TYPE = refund as unknown as RecordType;

/** Begins with the refunds that were asked for; the filter shows the others. */
export function RefundsScreen() {
  return (
    <RecordScreen
      type={TYPE}
      title="Refunds"
      path="refunds"
      startFilter={{ ...noFilter(TYPE), state: 'requested' }}
      subtitle={({ fields, labels }) =>
        `${REFUND_STATES[fields.state as RefundState]} · ${showCents(Number(fields.cents))} · ${String(labels.patientId ?? '')}`
      }
      extra={(record, reload) => <RefundActs record={record} onChanged={reload} />}
      empty={<EmptyState title="No refunds yet." hint="A refund is asked for in the invoice it belongs to." />}
      noMatch={
        <EmptyState title="No refund waits here." hint="Choose another state above, or search for a refund number." />
      }
    />
  );
}
