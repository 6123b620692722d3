// Procedure codes: what can be charged for.
import { codeFields } from './codeFields.ts';
import { recordType } from './recordType.ts';

export const procedureCode = recordType({
  name: 'procedureCode',
  one: 'procedure code',
  many: 'procedure codes',
  area: 'list',
  fields: codeFields,
  title: ['code', 'description'],
  titleJoin: ' · ',
  logLabel: 'code',
  scope: { providers: { by: 'none' } },
  defaultSort: { field: 'code', isDescending: false },
  actions: ['find', 'read', 'readHistory', 'create', 'update', 'delete', 'export'],
  isImported: true,
  example: { code: '99213', description: 'Office visit, established patient', isActive: true },
});
