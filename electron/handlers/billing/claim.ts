// Claims and their charges (S2.110).

import { readRecord, updateRecord } from '../../../db/records/storedRecord.ts';
import { nextNumber } from '../../../db/repositories/billingNumbers.ts';
import { isBilled, readClaimCharges } from '../../../db/repositories/invoiceEntries.ts';
import type { ReadTx, WriteTx } from '../../../db/transaction.ts';
import { EVERY_ROW } from '../../../shared/authorization/scope.ts';
import { CLAIM_STATUSES, type ClaimStatus, mayBecome } from '../../../shared/billing/claimStatus.ts';
import { chargeCents, sumCents } from '../../../shared/billing/invoiceAccount.ts';
import { charge } from '../../../shared/catalogue/records/charge.ts';
import { claim } from '../../../shared/catalogue/records/claim.ts';
import { MAX_CENTS } from '../../../shared/catalogue/records/moneyFields.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/errors.ts';
import type { AuthorizedCall, Handlers } from '../../ipc/stages.ts';
import { actingUserId } from '../actingUser.ts';
import { recordChanges } from '../records/recordChanges.ts';
import { openRecord, recordHandlers, recordToChange } from '../records/recordHandlers.ts';
import type { RuledCall, ValuesOf } from '../records/recordRules.ts';
import { refuseFutureService } from './entryDay.ts';

const CLAIM = claim as unknown as RecordType;
const CHARGE = charge as unknown as RecordType;
type ChargeValues = ValuesOf<typeof charge.fields>;

const claimRecords = recordHandlers(claim, {
  start: (tx) => ({ claimNumber: nextNumber(tx, 'claim'), status: 'draft' as const }),
  checkCreate: (tx, call, { serviceDate }) => refuseFutureService(tx, call, serviceDate),
  checkUpdate: (tx, call, before, after) =>
    refuseUnlessDraft(before.status, 'changed') ??
    refuseMoved(before.patientId, after.patientId) ??
    refuseFutureService(tx, call, after.serviceDate),
  checkDelete: (_tx, _call, { status }) => refuseUnlessDraft(status, 'deleted'),
});

const chargeRecords = recordHandlers(charge, {
  start: (tx) => ({ chargeNumber: nextNumber(tx, 'charge') }),
  checkCreate: refuseCharge,
  checkUpdate: (tx, call, before, after) => refuseChargeChange(tx, call, before, after),
  checkDelete: (tx, _call, { claimId }) => refuseFixedClaim(tx, claimId),
});

const acts: Pick<Handlers, 'claim.readCharges' | 'claim.setStatus' | 'claim.close'> = {
  'claim.readCharges': (call, tx) => {
    const record = openRecord(CLAIM, call, tx);
    if (isRefusal(record)) return record;
    const charges = readClaimCharges(tx, record.id).map((line) => ({ ...line, cents: chargeCents(line) }));
    // A right that is given under conditions shows the charges that meet them; the total stays whole.
    const reached = charges.filter(({ id }) => readRecord(tx, CHARGE, call.scope, id) !== null);
    return { charges: reached, totalCents: sumCents(charges.map(({ cents }) => cents)) };
  },
  'claim.setStatus': (call, tx) => changeStatus(call, tx, call.input.status),
  'claim.close': (call, tx) => {
    call.note({ why: call.input.reason });
    return changeStatus(call, tx, 'closed');
  },
};

export const claimHandlers = { ...claimRecords, ...chargeRecords, ...acts };

function changeStatus(
  call: AuthorizedCall<'claim.setStatus'> | AuthorizedCall<'claim.close'>,
  tx: WriteTx,
  to: ClaimStatus,
): { id: string; version: number } | Refusal {
  const record = recordToChange(CLAIM, call, tx);
  if (isRefusal(record)) return record;
  const from = record.values.status as ClaimStatus;
  const [was, wanted] = [CLAIM_STATUSES[from], CLAIM_STATUSES[to]];
  if (!mayBecome(from, to))
    return refuse('CONSTRAINT_VIOLATED', `A claim that is “${was}” cannot become “${wanted}”. Choose another step.`);
  if (to === 'submitted') {
    const diagnoses = record.values.diagnosisCodeIds;
    const isComplete = readClaimCharges(tx, record.id).length > 0 && Array.isArray(diagnoses) && diagnoses.length > 0;
    if (!isComplete)
      return refuse(
        'CONSTRAINT_VIOLATED',
        'A claim needs at least one charge and one diagnosis before it is submitted. Add what is missing.',
      );
  }
  updateRecord(tx, CLAIM, record.id, { status: to }, { byUserId: actingUserId(call), nowMs: call.nowMs });
  call.note({ changes: recordChanges(tx, CLAIM, { status: from }, { status: to }) });
  return { id: record.id, version: record.version + 1 };
}

function refuseCharge(tx: ReadTx, call: RuledCall, values: ChargeValues): Refusal | null {
  const future = refuseFutureService(tx, call, values.serviceDate) ?? refuseFixedClaim(tx, values.claimId);
  if (future !== null) return future;
  if (chargeCents(values) > MAX_CENTS)
    return refuse('CONSTRAINT_VIOLATED', 'Quantity times price is more than one entry can hold. Split the charge.');
  if (values.claimId === null) return null;
  const on = readRecord(tx, CLAIM, EVERY_ROW, values.claimId);
  if (on?.values.patientId === values.patientId) return null;
  return refuse('CONSTRAINT_VIOLATED', 'This claim belongs to another patient. Choose a claim of the same patient.');
}

function refuseChargeChange(tx: ReadTx, call: RuledCall, before: ChargeValues, after: ChargeValues): Refusal | null {
  const row = tx.prepare<{ id: string }>('SELECT id FROM charge WHERE charge_number = ?').get(before.chargeNumber);
  if (row !== undefined && isBilled(tx, row.id))
    return refuse(
      'CONSTRAINT_VIOLATED',
      'This charge stands on an invoice, so it stays as it is. Enter an adjustment on the invoice instead.',
    );
  if (before.claimId !== after.claimId)
    return refuse('CONSTRAINT_VIOLATED', 'A charge stays with its claim. Delete it and add it to the other claim.');
  return refuseMoved(before.patientId, after.patientId) ?? refuseCharge(tx, call, after);
}

/** Charges of a claim that was sent stay as they were sent. */
function refuseFixedClaim(tx: ReadTx, claimId: string | null): Refusal | null {
  const on = claimId === null ? null : readRecord(tx, CLAIM, EVERY_ROW, claimId);
  if (on === null || on.values.status === 'draft') return null;
  return refuse(
    'CONSTRAINT_VIOLATED',
    'The claim of this charge is no longer a draft. Take the claim back to Draft first, then change its charges.',
  );
}

function refuseUnlessDraft(status: ClaimStatus, done: 'changed' | 'deleted'): Refusal | null {
  if (status === 'draft') return null;
  return refuse(
    'CONSTRAINT_VIOLATED',
    `Only a draft can be ${done}, and this claim is “${CLAIM_STATUSES[status]}”. Take it back to Draft first if its state allows it.`,
  );
}

function refuseMoved(before: string, after: string): Refusal | null {
  if (before === after) return null;
  return refuse(
    'CONSTRAINT_VIOLATED',
    'The patient cannot be changed here. Delete it and add it for the other patient.',
  );
}
