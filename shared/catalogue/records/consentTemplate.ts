// Consent templates: the kinds of consent a practice asks patients for, with their wording (S4.12).
import { booleanField, longTextField, textField } from './field.ts';
import { recordType } from './recordType.ts';

export const consentTemplate = recordType({
  name: 'consentTemplate',
  one: 'consent template',
  many: 'consent templates',
  area: 'consentTemplate',
  fields: {
    name: textField('Name', 120, { isRequired: true, gridWidthPx: 220, isSortable: true, isSearched: true }),
    purpose: textField('What it is for', 200, { gridWidthPx: 220 }),
    wording: longTextField('Wording', 10_000, { hint: 'What the patient reads and agrees to.' }),
    isActive: booleanField('In use', {
      gridWidthPx: 70,
      isFilter: true,
      hint: 'What is not in use any more stays with the consents given under it.',
    }),
  },
  title: ['name'],
  titleJoin: ' ',
  logLabel: 'name',
  scope: { providers: { by: 'none' } },
  defaultSort: { field: 'name', isDescending: false },
  actions: ['find', 'read', 'readHistory', 'create', 'update', 'delete', 'export'],
  example: {
    name: 'Photographs of treatment',
    purpose: 'Pictures kept in the chart and shown to the treating staff.',
    wording: 'I agree that pictures of my treatment are taken and kept in my chart. I may withdraw this at any time.',
    isActive: true,
  },
});
