// Procedure codes: what can be charged for.
import { booleanField, patternField, textField } from './field.ts';
import { recordType } from './recordType.ts';

/** Codes of any published list: letters, digits, dots and dashes. */
export const CODE_PATTERN = /^[A-Za-z0-9][A-Za-z0-9.-]{0,19}$/;
export const CODE_SAYS = 'must be at most 20 letters, digits, dots and dashes';

export const procedureCode = recordType({
  name: 'procedureCode',
  one: 'procedure code',
  many: 'procedure codes',
  area: 'list',
  fields: {
    code: patternField('Code', CODE_PATTERN, CODE_SAYS, {
      isRequired: true,
      gridWidthPx: 110,
      isSortable: true,
      isSearched: true,
      importAs: ['CODE'],
    }),
    description: textField('Description', 200, {
      isRequired: true,
      gridWidthPx: 320,
      isSortable: true,
      isSearched: true,
      importAs: ['DESCRIPTION'],
    }),
    isActive: booleanField('In use', { gridWidthPx: 70, isFilter: true }),
  },
  title: ['code', 'description'],
  titleJoin: ' · ',
  logLabel: 'code',
  scope: { providers: { by: 'none' } },
  defaultSort: { field: 'code', isDescending: false },
  actions: ['find', 'read', 'readHistory', 'create', 'update', 'delete', 'export'],
  isImported: true,
  example: { code: '99213', description: 'Office visit, established patient', isActive: true },
});
