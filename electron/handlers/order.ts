// Orders: written as a draft, placed, received in one or several deliveries, or cancelled (S2.112).
import { readRecord, updateRecord } from '../../db/records/storedRecord.ts';
import { readPractice } from '../../db/repositories/practice.ts';
import {
  nextLineNumber,
  nextOrderNumber,
  readOrderLines,
  type StoredOrderLine,
} from '../../db/repositories/purchaseOrder.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { EVERY_ROW } from '../../shared/authorization/scope.ts';
import { orderLine } from '../../shared/catalogue/records/orderLine.ts';
import { ORDER_STATUSES, type OrderStatus, purchaseOrder } from '../../shared/catalogue/records/purchaseOrder.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/errors.ts';
import { isMoreThanOrdered, statusAfterReceiving } from '../../shared/inventory/orderProgress.ts';
import { localOf } from '../../shared/schedule/zonedTime.ts';
import type { Handler } from '../ipc/stages.ts';
import { actingUserId } from './actingUser.ts';
import { openRecord, recordHandlers, recordToChange } from './records/recordHandlers.ts';
import type { RuledCall, ValuesOf } from './records/recordRules.ts';
import { addMovement } from './stock.ts';

const ORDER = purchaseOrder as unknown as RecordType;
const LINE = orderLine as unknown as RecordType;
type OrderValues = ValuesOf<typeof purchaseOrder.fields>;

const place: Handler<'order.place'> = (call, tx) => {
  const order = orderIn(call, tx, ['draft']);
  if (isRefusal(order)) return order;
  if (readOrderLines(tx, order.id).length === 0)
    return refuse('CONSTRAINT_VIOLATED', 'This order has no lines yet. Add what you order, then place it.');
  const orderedDate = localOf(call.nowMs, readPractice(tx).timeZone).day;
  updateRecord(tx, ORDER, order.id, { status: 'ordered', orderedDate }, stampOf(call));
  call.note({ changes: [statusChange(order.status, 'ordered')] });
  return { id: order.id, version: order.version + 1 };
};

const receive: Handler<'order.receive'> = (call, tx, services) => {
  const order = orderIn(call, tx, ['ordered']);
  if (isRefusal(order)) return order;
  const lines = new Map(readOrderLines(tx, order.id).map((line) => [line.id, line]));
  const arrived = new Map<string, number>();
  for (const { id, quantity } of call.input.lines) {
    if (!lines.has(id) || arrived.has(id))
      return refuse('CONFLICT', 'The lines of this order have changed meanwhile. Open it again, then receive it.');
    arrived.set(id, quantity);
  }
  const tooMany = [...arrived].flatMap(([id, quantity]) => {
    const line = lines.get(id);
    return line !== undefined && isMoreThanOrdered(line, quantity) ? [line.productName] : [];
  });
  if (tooMany.length > 0 && !call.input.isMoreConfirmed)
    return refuse(
      'CONSTRAINT_VIOLATED',
      `More came than was ordered: ${tooMany.join(', ')}. Count once more, then confirm that you keep all of it.`,
    );
  const after: StoredOrderLine[] = [];
  for (const line of lines.values()) {
    const quantity = arrived.get(line.id) ?? 0;
    after.push({ ...line, receivedQuantity: line.receivedQuantity + quantity });
    if (quantity === 0) continue;
    const reason = `Order ${order.orderNumber}`;
    addMovement(tx, call, services, {
      productId: line.productId,
      quantity,
      kind: 'received',
      reason,
      orderLineId: line.id,
    });
  }
  const status = statusAfterReceiving(after);
  updateRecord(tx, ORDER, order.id, { status }, stampOf(call));
  const came = [...arrived].map(([id, quantity]) => ({
    field: `Received: ${lines.get(id)?.productName ?? ''}`,
    old: null,
    new: String(quantity),
  }));
  call.note({ changes: [...came, ...(status === order.status ? [] : [statusChange(order.status, status)])] });
  return { id: order.id, version: order.version + 1 };
};

const cancel: Handler<'order.cancel'> = (call, tx) => {
  const order = orderIn(call, tx, ['draft', 'ordered']);
  if (isRefusal(order)) return order;
  updateRecord(tx, ORDER, order.id, { status: 'cancelled' }, stampOf(call));
  call.note({ why: call.input.reason, changes: [statusChange(order.status, 'cancelled')] });
  return { id: order.id, version: order.version + 1 };
};

const readLines: Handler<'order.readLines'> = (call, tx) => {
  const record = openRecord(ORDER, call, tx);
  if (isRefusal(record)) return record;
  const lines = readOrderLines(tx, record.id);
  const totalCents = lines.reduce((sum, { quantity, unitCents }) => sum + quantity * (unitCents ?? 0), 0);
  // A right that is given under conditions shows the lines that meet them; the total stays whole.
  return { lines: lines.filter(({ id }) => readRecord(tx, LINE, call.scope, id) !== null), totalCents };
};

export const orderHandlers = {
  ...recordHandlers(purchaseOrder, {
    start: (tx) => ({ orderNumber: nextOrderNumber(tx), status: 'draft' as const, orderedDate: null }),
    checkUpdate: (_tx, _call, before) => refuseUnlessDraft(before.status),
  }),
  ...recordHandlers(orderLine, {
    start: (tx, _call, { orderId }) => ({ lineNumber: nextLineNumber(tx, orderId) }),
    checkCreate: (tx, _call, values) => refuseUnlessDraft(statusOf(tx, values.orderId)),
    checkUpdate: (tx, _call, before, after) =>
      before.orderId === after.orderId
        ? refuseUnlessDraft(statusOf(tx, after.orderId))
        : refuse('CONSTRAINT_VIOLATED', 'A line stays in its order. Delete it and add it to the other one.'),
    checkDelete: (tx, _call, values) => refuseUnlessDraft(statusOf(tx, values.orderId)),
  }),
  'order.readLines': readLines,
  'order.place': place,
  'order.receive': receive,
  'order.cancel': cancel,
};

function statusOf(tx: ReadTx, orderId: string): OrderStatus {
  const order = readRecord(tx, ORDER, EVERY_ROW, orderId);
  if (order === null) throw new Error('a line names an order that is not there');
  return (order.values as unknown as OrderValues).status;
}

function refuseUnlessDraft(status: OrderStatus): Refusal | null {
  if (status === 'draft') return null;
  const word = ORDER_STATUSES[status].toLowerCase();
  return refuse(
    'CONSTRAINT_VIOLATED',
    `This order is ${word}, so it can no longer be changed. Write a new order for what is missing.`,
  );
}

/** The order a command aims at, in one of the given states. */
function orderIn(
  call: RuledCall & { readonly input: { readonly id: string; readonly version: number } },
  tx: ReadTx,
  states: readonly OrderStatus[],
): (OrderValues & { readonly id: string; readonly version: number }) | Refusal {
  const record = recordToChange(ORDER, call, tx);
  if (isRefusal(record)) return record;
  const values = record.values as unknown as OrderValues;
  if (states.includes(values.status)) return { ...values, id: record.id, version: record.version };
  const word = ORDER_STATUSES[values.status].toLowerCase();
  return refuse('CONSTRAINT_VIOLATED', `This order is ${word}, so this can no longer be done with it.`);
}

function statusChange(before: OrderStatus, after: OrderStatus) {
  return { field: 'Status', old: ORDER_STATUSES[before], new: ORDER_STATUSES[after] };
}

function stampOf(call: Pick<RuledCall, 'subject' | 'nowMs'>) {
  return { byUserId: actingUserId(call), nowMs: call.nowMs };
}
