// Importing charges: numbers in turn, and only onto claims that were not sent yet.
import { readRecord } from '../../../db/records/storedRecord.ts';
import { nextNumber } from '../../../db/repositories/billingNumbers.ts';
import { isBilled } from '../../../db/repositories/invoiceEntries.ts';
import { EVERY_ROW } from '../../../shared/authorization/scope.ts';
import { claim } from '../../../shared/catalogue/records/claim.ts';
import { MAX_CENTS } from '../../../shared/catalogue/records/moneyFields.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { EXTERNAL_ID } from '../importFields.ts';
import type { ImportRules } from '../importRules.ts';

export const chargeImport: ImportRules = {
  partOf: 'claimId',
  check({ serviceDate, quantity, unitCents }, _before, { latestDay }, fail) {
    if (String(serviceDate) > latestDay) fail('serviceDate', 'lies in the future');
    if (Number(quantity) * Number(unitCents) > MAX_CENTS)
      fail('unitCents', 'is, times the quantity, more than one entry can hold; split the charge');
  },
  checkStored(tx, { id, before, after }, fail) {
    if (before !== null && isBilled(tx, id))
      fail(EXTERNAL_ID, 'is a charge that stands on an invoice, so it stays as it is');
    // A claim that comes with its charges is not stored yet, and arrives in whatever state the other program left it.
    const on = typeof after.claimId === 'string' ? readRecord(tx, CLAIM, EVERY_ROW, after.claimId) : null;
    if (on === null) return;
    if (on.values.patientId !== after.patientId) fail('claimId', 'is a claim of another patient');
    else if (on.values.status !== 'draft') fail('claimId', 'is no longer a draft, so its charges stay as they are');
  },
  start: (tx) => () => ({ chargeNumber: nextNumber(tx, 'charge') }),
};

const CLAIM = claim as unknown as RecordType;
