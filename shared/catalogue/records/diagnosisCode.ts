// Diagnosis codes: what a claim gives as its reason.
import { booleanField, patternField, textField } from './field.ts';
import { CODE_PATTERN, CODE_SAYS } from './procedureCode.ts';
import { recordType } from './recordType.ts';

export const diagnosisCode = recordType({
  name: 'diagnosisCode',
  one: 'diagnosis code',
  many: 'diagnosis codes',
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
  example: { code: 'J06.9', description: 'Acute upper respiratory infection, unspecified', isActive: true },
});
