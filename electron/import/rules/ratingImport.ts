// Importing ratings: a day that has not come cannot be rated.
import type { ImportRules } from '../importRules.ts';

export const ratingImport: ImportRules = {
  check({ day }, _before, { latestDay }, fail) {
    if (String(day) > latestDay) fail('day', 'lies in the future');
  },
};
