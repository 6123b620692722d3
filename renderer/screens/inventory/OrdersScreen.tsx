// Office > Orders (S2.112).
import { ORDER_STATUSES, type OrderStatus, purchaseOrder } from '../../../shared/catalogue/records/purchaseOrder.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RecordScreen } from '../../components/record/RecordScreen.tsx';
import { showDate } from '../../components/showTime.ts';
import type { OpenedRecord } from '../../ipc/callRecord.ts';
import { OrderPanel } from './OrderPanel.tsx';

const TYPE = purchaseOrder as unknown as RecordType;

/** Orders to suppliers with their lines; goods come into stock from here. */
export function OrdersScreen() {
  return (
    <RecordScreen
      type={TYPE}
      title="Orders"
      path="orders"
      subtitle={subtitleOf}
      lockedBecause={lockedBecause}
      extra={(record, reload) => <OrderPanel record={record} onChanged={reload} />}
      empty={<EmptyState title="No orders yet." hint="Add an order, then its lines, and place it." />}
      noMatch={<EmptyState title="No order matches." hint="Search for a number or the start of a supplier’s name." />}
    />
  );
}

function subtitleOf({ fields }: OpenedRecord): string {
  const status = ORDER_STATUSES[fields.status as OrderStatus];
  const placed = fields.orderedDate === null ? '' : showDate(String(fields.orderedDate));
  const when = placed === '' ? '' : fields.status === 'ordered' ? ` on ${placed}` : ` · ordered ${placed}`;
  return `${String(fields.supplier)} · ${status}${when}`;
}

function lockedBecause({ fields }: OpenedRecord): string | null {
  return fields.status === 'draft'
    ? null
    : `This order is ${ORDER_STATUSES[fields.status as OrderStatus].toLowerCase()}, so it is no longer changed.`;
}
