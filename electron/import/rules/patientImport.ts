// Importing patients: record numbers in turn, and dates that are possible.
import { highestRecordNumber } from '../../../db/repositories/patient.ts';
import { isBeforeAnyLife } from '../../../shared/people/longestLife.ts';
import type { ImportRules } from '../importRules.ts';

export const patientImport: ImportRules = {
  check({ birthDate, deathDate, email }, _before, { latestDay }, fail) {
    const born = String(birthDate);
    if (born > latestDay) fail('birthDate', 'lies in the future');
    const lastSeen = typeof deathDate === 'string' && deathDate <= latestDay ? deathDate : latestDay;
    if (isBeforeAnyLife(born, lastSeen)) fail('birthDate', 'makes this life longer than 130 years');
    if (email !== '' && !/^[^\s@]+@[^\s@]+$/.test(String(email))) fail('email', 'is not an e-mail address');
    if (typeof deathDate !== 'string') return;
    if (deathDate > latestDay) fail('deathDate', 'lies in the future');
    if (deathDate < born) fail('deathDate', 'lies before the birth');
  },
  start(tx) {
    let recordNumber = highestRecordNumber(tx);
    return () => {
      recordNumber += 1;
      return { recordNumber };
    };
  },
};
