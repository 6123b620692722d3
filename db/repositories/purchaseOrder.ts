// Orders as stored: their numbers, and their lines with what has come of each (S2.112).
import type { ReadTx } from '../transaction.ts';

export interface StoredOrderLine {
  readonly id: string;
  readonly version: number;
  readonly lineNumber: number;
  readonly productId: string;
  readonly productName: string;
  readonly unit: string;
  readonly quantity: number;
  readonly receivedQuantity: number;
  readonly unitCents: number | null;
}

/** The number of the next order, such as `O-000042`; numbers have no gaps, since no order is ever deleted. */
export function nextOrderNumber(tx: ReadTx): string {
  const last = tx
    .prepare<{ number: string | null }>('SELECT max(order_number) AS number FROM purchase_order')
    .get()?.number;
  const next = Number((last ?? '').replace(/\D/g, '')) + 1;
  return `O-${String(next).padStart(6, '0')}`;
}

/** The number of the next line of an order. */
export function nextLineNumber(tx: ReadTx, orderId: string): number {
  const last = tx
    .prepare<{ number: number | null }>('SELECT max(line_number) AS number FROM order_line WHERE order_id = ?')
    .get(orderId);
  return (last?.number ?? 0) + 1;
}

/** The lines of an order with what has come of each: the sum of the movements that name the line. */
export function readOrderLines(tx: ReadTx, orderId: string): readonly StoredOrderLine[] {
  return tx
    .prepare<StoredOrderLine>(
      `SELECT order_line.id, order_line.version, line_number AS lineNumber, product_id AS productId,
         product.name AS productName, product.unit, order_line.quantity, unit_cents AS unitCents,
         (SELECT coalesce(sum(stock_movement.quantity), 0) FROM stock_movement
           WHERE order_line_id = order_line.id) AS receivedQuantity
       FROM order_line JOIN product ON product.id = order_line.product_id
       WHERE order_id = ? ORDER BY line_number, order_line.id`,
    )
    .all(orderId);
}
