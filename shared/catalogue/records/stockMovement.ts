// What came into and went out of stock: written by the acts of the stock alone, never changed and never deleted (S2.112).
import { EXAMPLE_ID } from '../schemas.ts';
import {
  choiceField,
  computed,
  instantField,
  integerField,
  referenceField,
  requiredReferenceField,
  textField,
} from './field.ts';
import { recordType } from './recordType.ts';

export const MOVEMENT_KINDS = {
  received: 'Received',
  used: 'Used',
  counted: 'Counted',
  corrected: 'Corrected',
} as const;

export const stockMovement = recordType({
  name: 'stockMovement',
  one: 'stock movement',
  many: 'stock movements',
  area: 'inventory',
  fields: {
    movedAtMs: computed(instantField('When', { gridWidthPx: 160, isSortable: true, isFilter: true })),
    productId: computed(requiredReferenceField('Product', 'product', { gridWidthPx: 200, isFilter: true })),
    quantity: computed(integerField('Quantity', { min: -1_000_000, max: 1_000_000 }, { gridWidthPx: 90 })),
    kind: computed(choiceField('Kind', MOVEMENT_KINDS, { gridWidthPx: 100, isFilter: true })),
    reason: computed(textField('Reason', 500, { gridWidthPx: 200 })),
    movedById: computed(requiredReferenceField('By', 'user', { gridWidthPx: 140 })),
    orderLineId: computed(referenceField('Order line', 'orderLine')),
  },
  title: [],
  titleJoin: ' ',
  logLabel: null,
  scope: { providers: { by: 'none' } },
  defaultSort: { field: 'movedAtMs', isDescending: true },
  actions: ['find', 'export'],
  example: {
    movedAtMs: 1_772_000_000_000,
    productId: EXAMPLE_ID,
    quantity: 10,
    kind: 'received',
    reason: 'Order O-000001',
    movedById: EXAMPLE_ID,
    orderLineId: EXAMPLE_ID,
  },
});
