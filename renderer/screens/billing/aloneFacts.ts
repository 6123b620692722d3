// What a record tells about having been confirmed alone.
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { showDate } from '../../components/showTime.ts';

/** Nothing for an act that two people did. */
export function aloneFacts(
  confirming: Output<'refund.readConfirming'> | undefined,
): readonly (readonly [string, string])[] {
  const act = confirming?.loneAct ?? null;
  if (act === null) return [];
  const { entryNumber, review, reviewer } = act;
  return [
    ['Done alone', entryNumber === null ? 'yes' : `yes, log entry No. ${entryNumber}`],
    [
      'Outside review',
      review === null
        ? `waits for ${reviewer.name}, ${reviewer.role}`
        : `by ${review.reviewedBy} on ${showDate(review.reviewedOn)}`,
    ],
  ];
}
