// How far an order has come: what of each line is still to come, and what the order is after goods arrived (S2.112).

/** One line with what was ordered and what has come so far. */
export interface OrderLineProgress {
  readonly quantity: number;
  readonly receivedQuantity: number;
}

/** How many of a line are still to come; none when more came than was ordered. */
export function openQuantity({ quantity, receivedQuantity }: OrderLineProgress): number {
  return Math.max(0, quantity - receivedQuantity);
}

/** Whether taking `arrived` more would be more than was ordered, which a person is asked about. */
export function isMoreThanOrdered(line: OrderLineProgress, arrived: number): boolean {
  return line.receivedQuantity + arrived > line.quantity;
}

/** An order stays open until every line has come in full. */
export function statusAfterReceiving(lines: readonly OrderLineProgress[]): 'ordered' | 'received' {
  return lines.every((line) => openQuantity(line) === 0) ? 'received' : 'ordered';
}
