// Importing claims: numbers in turn, and the state the other program left them in.
import { nextNumber } from '../../../db/repositories/billingNumbers.ts';
import type { ImportRules } from '../importRules.ts';

/** What a payer was sent stays as it was sent. */
const SENT = ['serviceDate', 'providerId', 'payerId', 'diagnosisCodeIds'];

export const claimImport: ImportRules = {
  words: { status: { billed: 'submitted', open: 'submitted', rejected: 'denied' } },
  check(after, before, { latestDay }, fail) {
    if (String(after.serviceDate) > latestDay) fail('serviceDate', 'lies in the future');
    if (before === null || before.status === 'draft') return;
    for (const name of SENT)
      if (after[name] !== before[name]) fail(name, 'cannot be changed, because the claim is no longer a draft');
  },
  start:
    (tx) =>
    ({ status = 'draft' }) => ({ claimNumber: nextNumber(tx, 'claim'), status }),
};
