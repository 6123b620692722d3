// Products: what the practice keeps in stock (S2.112). How many there are is never stored: it is the sum of the movements.
import { booleanField, integerField, optionalCentsField, textField } from './field.ts';
import { recordType } from './recordType.ts';

export const product = recordType({
  name: 'product',
  one: 'product',
  many: 'products',
  area: 'inventory',
  fields: {
    name: textField('Name', 100, {
      isRequired: true,
      gridWidthPx: 220,
      isSortable: true,
      isSearched: true,
      importAs: ['NAME', 'PRODUCT'],
    }),
    sku: textField('Item number', 40, {
      gridWidthPx: 110,
      isSearched: true,
      importAs: ['SKU', 'ITEM'],
      hint: 'The number your supplier or you know it by.',
    }),
    unit: textField('Counted in', 20, {
      isRequired: true,
      gridWidthPx: 90,
      importAs: ['UNIT'],
      hint: 'For example: each, box, bottle.',
    }),
    warnBelow: integerField(
      'Warn below',
      { min: 0, max: 1_000_000 },
      { gridWidthPx: 100, hint: 'Fewer than this stands under “Below level”. 0: never.' },
    ),
    priceCents: optionalCentsField(
      'Price',
      { minCents: 0, maxCents: 99_999_999 },
      { gridWidthPx: 90, hint: 'For one of what it is counted in. May stay empty.' },
    ),
    isActive: booleanField('In use', { gridWidthPx: 70, isFilter: true }),
  },
  title: ['name'],
  titleJoin: ' ',
  logLabel: 'name',
  scope: { providers: { by: 'none' } },
  defaultSort: { field: 'name', isDescending: false },
  actions: ['find', 'read', 'readHistory', 'create', 'update', 'delete', 'export'],
  isImported: true,
  example: { name: 'Gauze pads 4 × 4', sku: 'GZ-44', unit: 'box', warnBelow: 5, priceCents: 1_250, isActive: true },
});
