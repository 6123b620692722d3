// Acts done alone: the list, the sheet for the outside reviewer, what they answered, and who they are (S2.36, N8).
import { practiceDay } from '../../db/repositories/billingDay.ts';
import {
  countWaitingLoneActs,
  findLoneActs,
  markLoneActReviewed,
  type OutsideReviewer,
  oldestWaitingLoneActMs,
  readLoneAct,
} from '../../db/repositories/loneAct.ts';
import { isNameOfUser, readOutsideReviewer, writeOutsideReviewer } from '../../db/repositories/outsideReviewer.ts';
import { readPractice } from '../../db/repositories/practice.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { dayAndTime } from '../../shared/billing/momentWords.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';
import type { Handlers } from '../ipc/stages.ts';
import { actingUserId } from './actingUser.ts';
import { reviewSheetHtml } from './reviewSheetHtml.ts';

const SHOWN_AT_MOST = 200;
const ACT_GONE = refuse('NOT_FOUND', 'This act is not on the list any more. Open the page again.');

type OutsideReviewName = Extract<keyof Handlers, `outsideReview.${string}`>;

export const outsideReviewHandlers: Pick<Handlers, OutsideReviewName> = {
  'outsideReview.find': (call, tx) => {
    const acts = findLoneActs(tx, call.input.isWaiting, SHOWN_AT_MOST);
    call.note({ count: acts.length });
    return { waitingCount: countWaitingLoneActs(tx), acts };
  },
  'outsideReview.countWaiting': (_call, tx) => ({
    waitingCount: countWaitingLoneActs(tx),
    oldestDoneAtMs: oldestWaitingLoneActMs(tx),
  }),
  'outsideReview.printSheet': (call, tx, services) => {
    const acts = call.input.ids.flatMap((id) => readLoneAct(tx, id) ?? []);
    if (acts.length < call.input.ids.length) return ACT_GONE;
    const { name, address, timeZone } = readPractice(tx);
    const html = reviewSheetHtml({
      practiceName: name,
      practiceAddress: address,
      printedBy: call.session?.name ?? '',
      printedAt: dayAndTime(call.nowMs, timeZone),
      timeZone,
      acts,
    });
    call.note({
      count: acts.length,
      changes: acts.map(({ label }) => ({ field: 'Act', old: null, new: label })),
    });
    call.afterCommit(() => services.dialogs.print(html));
    return {};
  },
  'outsideReview.markReviewed': (call, tx) => {
    const { id, version, reviewedBy, reviewedOn } = call.input;
    const act = readLoneAct(tx, id);
    if (act === null) return ACT_GONE;
    call.note({ object: { type: 'loneAct', id, label: act.label } });
    if (act.version !== version || act.review !== null)
      return refuse('CONFLICT', 'Somebody wrote down a review of this act meanwhile. Open the page again to see it.');
    const trouble =
      refuseInsider(tx, reviewedBy) ??
      refuseDay(reviewedOn, practiceDay(tx, act.doneAtMs), practiceDay(tx, call.nowMs));
    if (trouble !== null) return trouble;
    call.note({
      changes: [
        { field: 'Reviewed by', old: null, new: reviewedBy },
        { field: 'Reviewed on', old: null, new: reviewedOn },
      ],
    });
    const recordedByUserId = actingUserId(call);
    markLoneActReviewed(tx, id, { reviewedBy, reviewedOn, recordedByUserId, recordedAtMs: call.nowMs });
    return {};
  },
  'outsideReview.readReviewer': (_call, tx) => ({ reviewer: readOutsideReviewer(tx) }),
  'outsideReview.setReviewer': (call, tx) => {
    const { wasName, name, role, reason } = call.input;
    const before = readOutsideReviewer(tx);
    call.note({
      object: { type: 'setting', id: 'outsideReviewer', label: 'outside reviewer' },
      why: reason,
      changes: [{ field: 'outside reviewer', old: wordsOf(before), new: wordsOf({ name, role }) }],
    });
    if ((before?.name ?? '') !== wasName)
      return refuse('CONFLICT', 'Somebody changed the outside reviewer meanwhile. Open the page again.');
    if ((name === '') !== (role === ''))
      return refuse('INVALID_INPUT', 'Type both the name and what this person is to the practice, or neither.', {
        fields: [{ path: name === '' ? 'name' : 'role', message: 'must be filled in' }],
      });
    const trouble = refuseInsider(tx, name);
    if (trouble !== null) return trouble;
    writeOutsideReviewer(tx, { name, role }, actingUserId(call), call.nowMs);
    return {};
  },
};

function wordsOf(reviewer: OutsideReviewer | null): string | null {
  return reviewer === null || reviewer.name === '' ? null : `${reviewer.name}, ${reviewer.role}`;
}

/** Whoever works here is no outsider. */
function refuseInsider(tx: ReadTx, name: string): Refusal | null {
  if (!isNameOfUser(tx, name)) return null;
  return refuse(
    'CONSTRAINT_VIOLATED',
    'Somebody with a login here bears this name. The review must come from outside: name your accountant or another adviser.',
  );
}

function refuseDay(day: string, doneOn: string, today: string): Refusal | null {
  if (day < doneOn)
    return refuse('CONSTRAINT_VIOLATED', `This was done on ${doneOn}, so it was not reviewed before. Check the day.`);
  if (day > today) return refuse('CONSTRAINT_VIOLATED', 'This day lies in the future. Type the day of the review.');
  return null;
}
