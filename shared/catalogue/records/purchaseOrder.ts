// Orders of products from a supplier (S2.112). The lines are records of their own; the state changes by commands alone.
import { choiceField, computed, dateField, longTextField, textField } from './field.ts';
import { recordType } from './recordType.ts';

/** A draft can still be changed; what is ordered waits for goods; the last two are final. */
export const ORDER_STATUSES = {
  draft: 'Draft',
  ordered: 'Ordered',
  received: 'Received',
  cancelled: 'Cancelled',
} as const;
export type OrderStatus = keyof typeof ORDER_STATUSES;

export const purchaseOrder = recordType({
  name: 'purchaseOrder',
  one: 'order',
  many: 'orders',
  area: 'inventory',
  fields: {
    orderNumber: computed(textField('Order', 20, { gridWidthPx: 110, isSortable: true, isSearched: true })),
    supplier: textField('Supplier', 120, {
      isRequired: true,
      gridWidthPx: 220,
      isSortable: true,
      isSearched: true,
    }),
    status: computed(choiceField('Status', ORDER_STATUSES, { gridWidthPx: 100, isFilter: true })),
    orderedDate: computed(dateField('Ordered', { gridWidthPx: 110 })),
    note: longTextField('Note', 1_000),
  },
  title: ['orderNumber'],
  titleJoin: ' ',
  logLabel: 'orderNumber',
  scope: { providers: { by: 'none' } },
  defaultSort: { field: 'orderNumber', isDescending: true },
  // Nothing is deleted, so that the numbers have no gaps: a draft that is not wanted is cancelled.
  actions: ['find', 'read', 'readHistory', 'create', 'update', 'export'],
  example: { supplier: 'Harbor Medical Supply', note: '' },
});
