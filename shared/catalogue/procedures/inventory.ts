// Procedures of orders and stock beyond those of every record (S2.112).
import { z } from 'zod';
import { permission, procedure } from '../entry.ts';
import { EXAMPLE_ID, id, page, reason, search, version } from '../schemas.ts';

const order = { kind: 'record', type: 'purchaseOrder', idField: 'id' } as const;
const product = { kind: 'record', type: 'product', idField: 'id' } as const;
const changed = z.strictObject({ id, version });
const quantity = z.int().min(1).max(1_000_000);
const cents = z.union([z.null(), z.int()]);
/** What a product has after the act. */
const stock = z.strictObject({ onHand: z.int(), isBelow: z.boolean() });

const stockRow = z.strictObject({
  id,
  name: z.string(),
  sku: z.string(),
  unit: z.string(),
  onHand: z.int(),
  warnBelow: z.int(),
  isBelow: z.boolean(),
});

export const inventoryProcedures = {
  'order.readLines': procedure({
    kind: 'query',
    access: permission('inventory:read'),
    input: z.strictObject({ id }),
    output: z.strictObject({
      lines: z.array(
        z.strictObject({
          id,
          version,
          lineNumber: z.int(),
          productId: id,
          productName: z.string(),
          unit: z.string(),
          quantity: z.int(),
          receivedQuantity: z.int(),
          unitCents: cents,
        }),
      ),
      /** Of the lines with a price. */
      totalCents: z.int(),
    }),
    target: order,
    audit: { event: 'order_lines_read', action: 'R', says: 'looked at the lines of an order' },
    example: { id: EXAMPLE_ID },
  }),
  'order.place': procedure({
    kind: 'command',
    access: permission('inventory:update'),
    input: z.strictObject({ id, version }),
    output: changed,
    target: order,
    audit: { event: 'order_placed', action: 'U', says: 'marked an order as placed with its supplier' },
    example: { id: EXAMPLE_ID, version: 1 },
  }),
  'order.receive': procedure({
    kind: 'command',
    access: permission('inventory:update'),
    input: z.strictObject({
      id,
      version,
      lines: z.array(z.strictObject({ id, quantity })).min(1).max(999),
      /** The person was asked and says that more came than was ordered. */
      isMoreConfirmed: z.boolean(),
    }),
    output: changed,
    target: order,
    audit: { event: 'order_received', action: 'U', says: 'took goods of an order into stock' },
    example: { id: EXAMPLE_ID, version: 2, lines: [{ id: EXAMPLE_ID, quantity: 4 }], isMoreConfirmed: false },
  }),
  'order.cancel': procedure({
    kind: 'command',
    access: permission('inventory:update'),
    input: z.strictObject({ id, version, reason }),
    output: changed,
    target: order,
    audit: { event: 'order_cancelled', action: 'U', says: 'cancelled an order, or what of it has not come' },
    example: { id: EXAMPLE_ID, version: 1, reason: 'The supplier cannot deliver.' },
  }),
  'stock.find': procedure({
    kind: 'query',
    access: permission('inventory:read'),
    input: z.strictObject({
      search,
      isBelowOnly: z.boolean(),
      sort: z.enum(['name', 'onHand']),
      isDescending: z.boolean(),
      ...page,
    }),
    output: z.strictObject({ total: z.int(), rows: z.array(stockRow) }),
    audit: { event: 'stock_listed', action: 'R', says: 'looked at the stock' },
    example: { search: '', isBelowOnly: false, sort: 'name', isDescending: false, offset: 0, limit: 50 },
  }),
  'stock.read': procedure({
    kind: 'query',
    access: permission('inventory:read'),
    input: z.strictObject({ id }),
    output: stockRow,
    target: product,
    audit: { event: 'stock_read', action: 'R', says: 'looked at the stock of a product' },
    example: { id: EXAMPLE_ID },
  }),
  'stock.countBelow': procedure({
    kind: 'query',
    access: permission('inventory:read'),
    input: z.strictObject({}),
    output: z.strictObject({ count: z.int(), names: z.array(z.string()) }),
    audit: { none: 'one number for the strip above the lists of products, without patient data' },
    example: {},
  }),
  'stock.count': procedure({
    kind: 'command',
    access: permission('inventory:update'),
    input: z.strictObject({ id, counted: z.int().min(0).max(1_000_000), reason }),
    output: stock,
    target: product,
    audit: { event: 'stock_counted', action: 'U', says: 'entered the count of a product' },
    example: { id: EXAMPLE_ID, counted: 7, reason: 'Monthly count.' },
  }),
  'stock.correct': procedure({
    kind: 'command',
    access: permission('inventory:update'),
    input: z.strictObject({ id, quantity: z.int().min(-1_000_000).max(1_000_000), reason }),
    output: stock,
    target: product,
    audit: { event: 'stock_corrected', action: 'U', says: 'corrected the stock of a product' },
    example: { id: EXAMPLE_ID, quantity: -1, reason: 'Received one too many by mistake.' },
  }),
  'stock.use': procedure({
    kind: 'command',
    access: permission('inventory:create'),
    input: z.strictObject({ id, quantity, reason }),
    output: stock,
    target: product,
    audit: { event: 'stock_used', action: 'U', says: 'took a product out of stock' },
    example: { id: EXAMPLE_ID, quantity: 1, reason: 'Treatment room 2.' },
  }),
};
