// Daily reconciliation: one person counts, another reviews, and the day is closed (S2.111, S2.36).
import { updateRecord } from '../../../db/records/storedRecord.ts';
import { isDayCounted, practiceDay, recordedOn } from '../../../db/repositories/billingDay.ts';
import type { ReadTx } from '../../../db/transaction.ts';
import { type DayTotals, dayDifference } from '../../../shared/billing/dayTotals.ts';
import { formatCents } from '../../../shared/billing/formatCents.ts';
import { reconciliation } from '../../../shared/catalogue/records/reconciliation.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/errors.ts';
import type { Handlers } from '../../ipc/stages.ts';
import { actingUserId } from '../actingUser.ts';
import { recordChanges } from '../records/recordChanges.ts';
import { recordHandlers, recordToChange } from '../records/recordHandlers.ts';
import type { RuledCall, ValuesOf } from '../records/recordRules.ts';
import { refuseOnePerson } from './refund.ts';

const RECONCILIATION = reconciliation as unknown as RecordType;
type Values = ValuesOf<typeof reconciliation.fields>;
type Counted = Pick<Values, 'day' | 'countedCashCents' | 'countedCheckCents' | 'countedCardCents' | 'note'>;

const review: Pick<Handlers, 'reconciliation.review'> = {
  'reconciliation.review': (call, tx) => {
    const record = recordToChange(RECONCILIATION, call, tx);
    if (isRefusal(record)) return record;
    const values = record.values as unknown as Values;
    const trouble =
      refuseReviewed(values) ??
      refuseOnePerson(tx, call, 'reconciliation', values.preparedBy) ??
      refuseOutdated(tx, values);
    if (trouble !== null) return trouble;
    const changed = { state: 'reviewed', reviewedBy: actingUserId(call), reviewedAtMs: call.nowMs };
    updateRecord(tx, RECONCILIATION, record.id, changed, { byUserId: actingUserId(call), nowMs: call.nowMs });
    call.note({ changes: recordChanges(tx, RECONCILIATION, record.values, changed) });
    return { id: record.id, version: record.version + 1 };
  },
};

export const reconciliationHandlers = {
  ...recordHandlers(reconciliation, {
    start: (tx, call, typed) => ({
      ...recordedFields(tx, typed),
      state: 'prepared' as const,
      preparedBy: actingUserId(call),
      reviewedBy: null,
      reviewedAtMs: null,
    }),
    checkCreate: (tx, call, values) =>
      refuseDay(tx, call, values.day) ?? refuseUnexplained(values, values.differenceCents),
    checkUpdate: (tx, _call, before, after) =>
      refuseReviewed(before) ??
      (before.day === after.day
        ? null
        : refuse('CONSTRAINT_VIOLATED', 'The day stays as it is. Count the other day on its own.')) ??
      refuseUnexplained(after, recordedFields(tx, after).differenceCents),
    // Whoever counted last is the one who counted, and the books are read anew with every count.
    afterUpdate: (tx, call, id, _before, after) => {
      const { recordedCashCents, recordedCheckCents, recordedCardCents, differenceCents } = recordedFields(tx, after);
      tx.prepare(
        `UPDATE reconciliation SET recorded_cash_cents = ?, recorded_check_cents = ?, recorded_card_cents = ?,
         difference_cents = ?, prepared_by = ? WHERE id = ?`,
      ).run(recordedCashCents, recordedCheckCents, recordedCardCents, differenceCents, actingUserId(call), id);
    },
  }),
  ...review,
};

function recordedFields(tx: ReadTx, counted: Counted) {
  const recorded = recordedOn(tx, counted.day);
  return {
    recordedCashCents: recorded.cash,
    recordedCheckCents: recorded.check,
    recordedCardCents: recorded.card,
    differenceCents: dayDifference(totalsOf(counted), recorded),
  };
}

function totalsOf({ countedCashCents, countedCheckCents, countedCardCents }: Counted): DayTotals {
  return { cash: countedCashCents, check: countedCheckCents, card: countedCardCents };
}

function refuseDay(tx: ReadTx, { nowMs }: RuledCall, day: string): Refusal | null {
  if (day > practiceDay(tx, nowMs))
    return refuse('CONSTRAINT_VIOLATED', 'This day lies in the future. Count it once it is over.');
  if (!isDayCounted(tx, day)) return null;
  return refuse(
    'CONSTRAINT_VIOLATED',
    'This day was counted already. Open it in the list and correct the count there.',
  );
}

function refuseUnexplained({ note }: Counted, differenceCents: number): Refusal | null {
  if (differenceCents === 0 || note !== '') return null;
  const amount = formatCents(Math.abs(differenceCents));
  const what = differenceCents > 0 ? `${amount} more than` : `${amount} less than`;
  return refuse(
    'CONSTRAINT_VIOLATED',
    `You counted ${what} was recorded. Count once more, or write what explains the difference.`,
  );
}

function refuseReviewed({ state }: Pick<Values, 'state'>): Refusal | null {
  if (state === 'prepared') return null;
  return refuse('CONSTRAINT_VIOLATED', 'This day was reviewed and is closed. Nothing about it can change any more.');
}

/** A review of figures that are no longer the books' would be worth nothing. */
function refuseOutdated(tx: ReadTx, values: Values): Refusal | null {
  const now = recordedFields(tx, values);
  const isSame =
    now.recordedCashCents === values.recordedCashCents &&
    now.recordedCheckCents === values.recordedCheckCents &&
    now.recordedCardCents === values.recordedCardCents;
  if (isSame) return null;
  return refuse(
    'CONFLICT',
    'Something was entered on this day after it was counted. Ask for a new count, then review it.',
  );
}
