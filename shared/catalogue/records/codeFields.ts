// What every published list of codes has: the code, what it means, and whether it is in use.
import { booleanField, patternField, textField } from './field.ts';

/** Codes of any published list: letters, digits, dots and dashes. */
const CODE = /^[A-Za-z0-9][A-Za-z0-9.-]{0,19}$/;

export const codeFields = {
  code: patternField('Code', CODE, 'must be at most 20 letters, digits, dots and dashes', {
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
};
