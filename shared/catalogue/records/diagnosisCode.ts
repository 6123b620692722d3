// Diagnosis codes: what a claim gives as its reason.
import { codeFields } from './codeFields.ts';
import { recordType } from './recordType.ts';

export const diagnosisCode = recordType({
  name: 'diagnosisCode',
  one: 'diagnosis code',
  many: 'diagnosis codes',
  area: 'list',
  fields: codeFields,
  title: ['code', 'description'],
  titleJoin: ' · ',
  logLabel: 'code',
  scope: { providers: { by: 'none' } },
  defaultSort: { field: 'code', isDescending: false },
  actions: ['find', 'read', 'readHistory', 'create', 'update', 'delete', 'export'],
  isImported: true,
  example: { code: 'J06.9', description: 'Acute upper respiratory infection, unspecified', isActive: true },
});
