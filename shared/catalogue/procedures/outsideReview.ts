// Procedures of acts done alone and their review by somebody outside the practice (S2.36, N8).
import { z } from 'zod';
import { permission, procedure } from '../entry.ts';
import { atMs, done, EXAMPLE_ID, empty, id, isoDate, reason, requiredText, text, timeMs, version } from '../schemas.ts';

const reviewer = z.strictObject({ name: z.string(), role: z.string() });
const NAME_LENGTH = 120;

/** An act that one person did alone, and its review once there is one. */
export const loneAct = z.strictObject({
  id,
  version,
  kind: z.enum(['refund', 'reconciliation']),
  recordId: id,
  label: z.string(),
  cents: z.int(),
  detail: z.string(),
  requestedAtMs: atMs,
  doneAtMs: atMs,
  doneBy: z.string(),
  /** Who else held the approving right last, and until when. */
  lastOther: z.union([z.null(), z.strictObject({ name: z.string(), untilMs: atMs })]),
  reviewer,
  entryNumber: z.union([z.null(), z.int()]),
  review: z.union([
    z.null(),
    z.strictObject({ reviewedBy: z.string(), reviewedOn: z.string(), recordedBy: z.string(), recordedAtMs: atMs }),
  ]),
});

export const outsideReviewProcedures = {
  'outsideReview.find': procedure({
    kind: 'query',
    access: permission('financial:approve'),
    input: z.strictObject({ isWaiting: z.boolean() }),
    output: z.strictObject({ waitingCount: z.int(), acts: z.array(loneAct) }),
    audit: { event: 'lone_acts_listed', action: 'R', says: 'looked at the acts done alone' },
    example: { isWaiting: true },
  }),
  'outsideReview.countWaiting': procedure({
    kind: 'query',
    access: permission('financial:approve'),
    input: empty,
    output: z.strictObject({ waitingCount: z.int(), oldestDoneAtMs: timeMs }),
    audit: { none: 'how many acts wait for a review, without names and amounts; asked for by the reminder' },
    example: {},
  }),
  'outsideReview.printSheet': procedure({
    kind: 'command',
    access: permission('financial:approve'),
    input: z.strictObject({ ids: z.array(id).min(1).max(200) }),
    output: done,
    audit: {
      event: 'review_sheet_printed',
      action: 'R',
      says: 'printed the sheet for the review of acts done alone',
      dicomCode: '110106',
    },
    example: { ids: [EXAMPLE_ID] },
  }),
  'outsideReview.markReviewed': procedure({
    kind: 'command',
    access: permission('financial:approve'),
    input: z.strictObject({ id, version, reviewedBy: requiredText(NAME_LENGTH), reviewedOn: isoDate }),
    output: done,
    audit: { event: 'lone_act_reviewed', action: 'U', says: 'wrote down the outside review of an act done alone' },
    example: { id: EXAMPLE_ID, version: 1, reviewedBy: 'Jordan Hill', reviewedOn: '2026-11-30' },
  }),
  'outsideReview.readReviewer': procedure({
    kind: 'query',
    access: permission('setting:read'),
    input: empty,
    output: z.strictObject({ reviewer: z.union([z.null(), reviewer]) }),
    audit: { event: 'outside_reviewer_viewed', action: 'R', says: 'looked at who reviews acts done alone' },
    example: {},
  }),
  'outsideReview.setReviewer': procedure({
    kind: 'command',
    access: permission('setting:update'),
    /** `wasName` is what the page showed, '' for nobody, so that nobody changes what somebody else changed meanwhile. */
    input: z.strictObject({ wasName: z.string(), name: text(NAME_LENGTH), role: text(NAME_LENGTH), reason }),
    output: done,
    audit: {
      event: 'outside_reviewer_changed',
      action: 'U',
      says: 'changed who reviews acts done alone',
      dicomCode: '110129',
    },
    example: { wasName: '', name: 'Jordan Hill', role: 'Accountant, Hill & Lane', reason: 'Keeps our books.' },
  }),
};
