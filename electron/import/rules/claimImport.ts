// Importing claims: numbers in turn, and the state the other program left them in.
import { nextNumber } from '../../../db/repositories/billingNumbers.ts';
import type { ImportRules } from '../importRules.ts';

export const claimImport: ImportRules = {
  words: { status: { billed: 'submitted', open: 'submitted', rejected: 'denied' } },
  check({ serviceDate }, before, { latestDay }, fail) {
    if (String(serviceDate) > latestDay) fail('serviceDate', 'lies in the future');
    if (before !== null && before.status !== 'draft' && before.serviceDate !== serviceDate)
      fail('serviceDate', 'cannot be changed, because the claim is no longer a draft');
  },
  start:
    (tx) =>
    ({ status = 'draft' }) => ({ claimNumber: nextNumber(tx, 'claim'), status }),
};
