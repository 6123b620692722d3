// Refunds: one person asks, another approves or the only one waits, then it is paid out (S2.110, S2.36, N8).

import type { RecordValues } from '../../../db/records/recordTable.ts';
import { type StoredRecord, updateRecord } from '../../../db/records/storedRecord.ts';
import { practiceDay } from '../../../db/repositories/billingDay.ts';
import { nextNumber } from '../../../db/repositories/billingNumbers.ts';
import { noteEndedHolders } from '../../../db/repositories/rightHolder.ts';
import type { ReadTx, WriteTx } from '../../../db/transaction.ts';
import { refundTrouble } from '../../../shared/billing/permittedActs.ts';
import { PAYMENT_METHODS } from '../../../shared/catalogue/records/moneyFields.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { REFUND_STATES, type RefundState, refund } from '../../../shared/catalogue/records/refund.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/errors.ts';
import type { AuthorizedCall, Handlers } from '../../ipc/stages.ts';
import { actingUserId } from '../actingUser.ts';
import { recordChanges } from '../records/recordChanges.ts';
import { openRecord, recordHandlers, recordToChange } from '../records/recordHandlers.ts';
import { refuseEntryDay } from './entryDay.ts';
import { refuseOnInvoice } from './payment.ts';
import { doAlone, readConfirming, refuseOnePerson } from './secondPerson.ts';

const REFUND = refund as unknown as RecordType;
type Act = 'refund.approve' | 'refund.approveAlone' | 'refund.reject' | 'refund.payOut';

const acts: Pick<Handlers, Act> = {
  'refund.approve': (call, tx) =>
    move(call, tx, ['requested'], ({ values, changedAtMs }) => {
      const trouble = refuseOnePerson(tx, call, 'refund', { byUserId: values.requestedBy, atMs: changedAtMs });
      return trouble ?? { state: 'approved', approvedBy: actingUserId(call) };
    }),
  'refund.approveAlone': (call, tx, services) =>
    move(call, tx, ['requested'], ({ id, values, changedAtMs }) => {
      const first = { byUserId: values.requestedBy, atMs: changedAtMs };
      const trouble = doAlone(tx, call, services, 'refund', first, {
        recordId: id,
        label: `Refund ${String(values.refundNumber)}`,
        cents: Number(values.cents),
        detail: `Paid back by: ${PAYMENT_METHODS[values.method as keyof typeof PAYMENT_METHODS]}`,
      });
      return trouble ?? { state: 'approved', approvedBy: actingUserId(call), isApprovedAlone: true };
    }),
  'refund.reject': (call, tx) => {
    call.note({ why: call.input.reason });
    return move(call, tx, ['requested', 'approved'], () => ({ state: 'rejected' }));
  },
  'refund.payOut': (call, tx) =>
    move(
      call,
      tx,
      ['approved'],
      ({ changedAtMs }) =>
        refuseEntryDay(tx, call, call.input.onDate) ??
        refuseUnapproved(tx, changedAtMs, call.input.onDate) ?? { state: 'paid', paidDate: call.input.onDate },
    ),
};

export const refundHandlers = {
  ...recordHandlers(refund),
  ...recordHandlers(
    { ...refund, actions: ['create'] as const },
    {
      start: (tx, call) => ({
        refundNumber: nextNumber(tx, 'refund'),
        state: 'requested' as const,
        requestedBy: actingUserId(call),
        approvedBy: null,
        paidDate: null,
        isApprovedAlone: false,
      }),
      afterCreate: (tx, call) => noteEndedHolders(tx, call.nowMs),
      checkCreate: (tx, _call, values) =>
        refuseOnInvoice(tx, values, (account) => refundTrouble(account, values.cents)),
    },
  ),
  ...acts,
  'refund.readConfirming': ((call, tx) => {
    const record = openRecord(REFUND, call, tx);
    if (isRefusal(record)) return record;
    const { requestedBy, state } = record.values;
    const first = state === 'requested' ? { byUserId: requestedBy, atMs: record.changedAtMs } : null;
    return readConfirming(tx, call, 'refund', record.id, first);
  }) satisfies Handlers['refund.readConfirming'],
};

/** Money that left before anybody approved it was not paid out by the rule. */
function refuseUnapproved(tx: ReadTx, approvedAtMs: number, onDate: string): Refusal | null {
  const approved = practiceDay(tx, approvedAtMs);
  if (onDate >= approved) return null;
  return refuse(
    'CONSTRAINT_VIOLATED',
    `This refund was approved on ${approved}, so it cannot be paid out before. Choose that day or a later one.`,
  );
}

/** Moves a refund on from one of the given states; `change` says to what, told how it stands, or refuses. */
function move(
  call: AuthorizedCall<Act>,
  tx: WriteTx,
  from: readonly RefundState[],
  change: (record: StoredRecord) => RecordValues | Refusal,
): { id: string; version: number } | Refusal {
  const record = recordToChange(REFUND, call, tx);
  if (isRefusal(record)) return record;
  const state = record.values.state as RefundState;
  if (!from.includes(state))
    return refuse(
      'CONSTRAINT_VIOLATED',
      `This refund is “${REFUND_STATES[state]}” already, so this step does not fit any more. Open it again to see where it stands.`,
    );
  const changed = change(record);
  if (isRefusal(changed)) return changed;
  updateRecord(tx, REFUND, record.id, changed, { byUserId: actingUserId(call), nowMs: call.nowMs });
  call.note({ changes: recordChanges(tx, REFUND, record.values, changed) });
  return { id: record.id, version: record.version + 1 };
}
