// Refunds: one person asks, another approves, then it is paid out (S2.110, S2.36).

import type { RecordValues } from '../../../db/records/recordTable.ts';
import { updateRecord } from '../../../db/records/storedRecord.ts';
import { practiceDay } from '../../../db/repositories/billingDay.ts';
import { nextNumber } from '../../../db/repositories/billingNumbers.ts';
import { otherHolders } from '../../../db/repositories/holders.ts';
import type { ReadTx, WriteTx } from '../../../db/transaction.ts';
import { refundTrouble } from '../../../shared/billing/permittedActs.ts';
import { SECOND_PERSON_RULES, secondPersonTrouble } from '../../../shared/billing/secondPerson.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { REFUND_STATES, type RefundState, refund } from '../../../shared/catalogue/records/refund.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/errors.ts';
import type { AuthorizedCall, Handlers } from '../../ipc/stages.ts';
import { actingUserId } from '../actingUser.ts';
import { recordChanges } from '../records/recordChanges.ts';
import { recordHandlers, recordToChange } from '../records/recordHandlers.ts';
import type { RuledCall } from '../records/recordRules.ts';
import { refuseEntryDay } from './entryDay.ts';
import { refuseOnInvoice } from './payment.ts';

const REFUND = refund as unknown as RecordType;
type Act = 'refund.approve' | 'refund.reject' | 'refund.payOut';

const acts: Pick<Handlers, Act> = {
  'refund.approve': (call, tx) =>
    move(call, tx, ['requested'], (values) => {
      const trouble = refuseOnePerson(tx, call, 'refund', values.requestedBy);
      return trouble ?? { state: 'approved', approvedBy: actingUserId(call) };
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
      (_values, approvedAtMs) =>
        refuseEntryDay(tx, call, call.input.onDate) ??
        refuseUnapproved(tx, approvedAtMs, call.input.onDate) ?? { state: 'paid', paidDate: call.input.onDate },
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
      }),
      checkCreate: (tx, _call, values) =>
        refuseOnInvoice(tx, values, (account) => refundTrouble(account, values.cents)),
    },
  ),
  ...acts,
};

/** CONSTRAINT_VIOLATED where whoever did the first half wants to do the second as well, saying who can (S2.36). */
export function refuseOnePerson(
  tx: ReadTx,
  call: RuledCall,
  ruleName: keyof typeof SECOND_PERSON_RULES,
  first: RecordValues[string] | undefined,
): Refusal | null {
  const rule = SECOND_PERSON_RULES[ruleName];
  const acting = actingUserId(call);
  if (first !== acting) return null;
  const others = otherHolders(tx, rule.permission, acting, call.nowMs);
  const trouble = secondPersonTrouble(rule, acting, acting, others);
  return trouble === null ? null : refuse('CONSTRAINT_VIOLATED', trouble);
}

/** Money that left before anybody approved it was not paid out by the rule. */
function refuseUnapproved(tx: ReadTx, approvedAtMs: number, onDate: string): Refusal | null {
  const approved = practiceDay(tx, approvedAtMs);
  if (onDate >= approved) return null;
  return refuse(
    'CONSTRAINT_VIOLATED',
    `This refund was approved on ${approved}, so it cannot be paid out before. Choose that day or a later one.`,
  );
}

/** Moves a refund on from one of the given states; `change` says to what, told when it came into that state, or refuses. */
function move(
  call: AuthorizedCall<Act>,
  tx: WriteTx,
  from: readonly RefundState[],
  change: (values: RecordValues, sinceMs: number) => RecordValues | Refusal,
): { id: string; version: number } | Refusal {
  const record = recordToChange(REFUND, call, tx);
  if (isRefusal(record)) return record;
  const state = record.values.state as RefundState;
  if (!from.includes(state))
    return refuse(
      'CONSTRAINT_VIOLATED',
      `This refund is “${REFUND_STATES[state]}” already, so this step does not fit any more. Open it again to see where it stands.`,
    );
  const changed = change(record.values, record.changedAtMs);
  if (isRefusal(changed)) return changed;
  updateRecord(tx, REFUND, record.id, changed, { byUserId: actingUserId(call), nowMs: call.nowMs });
  call.note({ changes: recordChanges(tx, REFUND, record.values, changed) });
  return { id: record.id, version: record.version + 1 };
}
