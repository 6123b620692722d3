// One product of an order. How many have come is never stored: it is the sum of the movements that name the line.
import { EXAMPLE_ID } from '../schemas.ts';
import { computed, integerField, optionalCentsField, requiredReferenceField } from './field.ts';
import { recordType } from './recordType.ts';

export const orderLine = recordType({
  name: 'orderLine',
  one: 'order line',
  many: 'order lines',
  area: 'inventory',
  fields: {
    lineNumber: computed(integerField('Line', { min: 1, max: 999 }, { gridWidthPx: 60, isSortable: true })),
    orderId: requiredReferenceField('Order', 'purchaseOrder', { isFixed: true, isFilter: true }),
    productId: requiredReferenceField('Product', 'product', { gridWidthPx: 200 }),
    quantity: integerField('Quantity', { min: 1, max: 1_000_000 }, { gridWidthPx: 90 }),
    unitCents: optionalCentsField('Price each', { minCents: 0, maxCents: 99_999_999 }, { gridWidthPx: 90 }),
  },
  title: [],
  titleJoin: ' ',
  logLabel: 'lineNumber',
  scope: { providers: { by: 'none' } },
  defaultSort: { field: 'lineNumber', isDescending: false },
  actions: ['find', 'read', 'readHistory', 'create', 'update', 'delete'],
  example: { orderId: EXAMPLE_ID, productId: EXAMPLE_ID, quantity: 10, unitCents: 1_200 },
});
