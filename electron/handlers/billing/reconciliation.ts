// Daily reconciliation: one person counts, another reviews or the only one waits, and the day is closed (S2.111, S2.36, N8).
import { type StoredRecord, updateRecord } from '../../../db/records/storedRecord.ts';
import { isDayCounted, practiceDay, recordedOn } from '../../../db/repositories/billingDay.ts';
import { noteEndedHolders } from '../../../db/repositories/rightHolder.ts';
import type { ReadTx, WriteTx } from '../../../db/transaction.ts';
import { type DayTotals, dayDifference } from '../../../shared/billing/dayTotals.ts';
import { formatCents } from '../../../shared/billing/formatCents.ts';
import { reconciliation } from '../../../shared/catalogue/records/reconciliation.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { isRefusal, type Refusal, refuse } from '../../../shared/errors.ts';
import type { AuthorizedCall, Handlers } from '../../ipc/stages.ts';
import { actingUserId } from '../actingUser.ts';
import { recordChanges } from '../records/recordChanges.ts';
import { openRecord, recordHandlers, recordToChange } from '../records/recordHandlers.ts';
import type { RuledCall, ValuesOf } from '../records/recordRules.ts';
import { doAlone, readConfirming, refuseOnePerson } from './secondPerson.ts';

const RECONCILIATION = reconciliation as unknown as RecordType;
type Values = ValuesOf<typeof reconciliation.fields>;
type Counted = Pick<Values, 'day' | 'countedCashCents' | 'countedCheckCents' | 'countedCardCents' | 'note'>;

type Review = 'reconciliation.review' | 'reconciliation.reviewAlone';
const reviews: Pick<Handlers, Review | 'reconciliation.readConfirming'> = {
  'reconciliation.review': (call, tx) =>
    close(call, tx, false, (record) => refuseOnePerson(tx, call, 'reconciliation', countOf(record))),
  'reconciliation.reviewAlone': (call, tx, services) =>
    close(call, tx, true, (record) => {
      const values = record.values as unknown as Values;
      const { cash, check, card } = totalsOf(values);
      const { day, recordedCashCents, recordedCheckCents, recordedCardCents, differenceCents } = values;
      const recorded = formatCents(recordedCashCents + recordedCheckCents + recordedCardCents);
      return doAlone(tx, call, services, 'reconciliation', countOf(record), {
        recordId: record.id,
        label: `Close of the day ${day}`,
        cents: cash + check + card,
        detail: `Recorded: ${recorded}. Difference: ${formatCents(differenceCents)}`,
      });
    }),
  'reconciliation.readConfirming': (call, tx) => {
    const record = openRecord(RECONCILIATION, call, tx);
    if (isRefusal(record)) return record;
    const first = record.values.state === 'prepared' ? countOf(record) : null;
    return readConfirming(tx, call, 'reconciliation', record.id, first);
  },
};

function countOf({ values, changedAtMs }: StoredRecord) {
  return { byUserId: values.preparedBy, atMs: changedAtMs };
}

/** Closes the day unless `refuseCloser` or the books say no. */
function close(
  call: AuthorizedCall<Review>,
  tx: WriteTx,
  isReviewedAlone: boolean,
  refuseCloser: (record: StoredRecord) => Refusal | null,
): { id: string; version: number } | Refusal {
  const record = recordToChange(RECONCILIATION, call, tx);
  if (isRefusal(record)) return record;
  const values = record.values as unknown as Values;
  const trouble = refuseReviewed(values) ?? refuseOutdated(tx, values) ?? refuseCloser(record);
  if (trouble !== null) return trouble;
  const by = actingUserId(call);
  const changed = { state: 'reviewed', reviewedBy: by, reviewedAtMs: call.nowMs, isReviewedAlone };
  updateRecord(tx, RECONCILIATION, record.id, changed, { byUserId: by, nowMs: call.nowMs });
  call.note({ changes: recordChanges(tx, RECONCILIATION, record.values, changed) });
  return { id: record.id, version: record.version + 1 };
}

export const reconciliationHandlers = {
  ...recordHandlers(reconciliation, {
    start: (tx, call, typed) => ({
      ...recordedFields(tx, typed),
      state: 'prepared' as const,
      preparedBy: actingUserId(call),
      reviewedBy: null,
      reviewedAtMs: null,
      isReviewedAlone: false,
    }),
    afterCreate: (tx, call) => noteEndedHolders(tx, call.nowMs),
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
      noteEndedHolders(tx, call.nowMs);
    },
  }),
  ...reviews,
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
