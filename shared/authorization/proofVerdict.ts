// Whether what a call was answered agrees with the tick boxes as they are shown (N2).
import type { DenyReason } from './decide.ts';
import { WITHHELD_REASONS } from './grantTerms.ts';

export type ProofAnswer =
  | { readonly isLetIn: true }
  /** `reason` as the door gave it. */
  | { readonly isLetIn: false; readonly reason: string | null };

/** `agrees`: as the boxes say. `furtherRule`: the box is ticked and a rule beyond the boxes refused, such as that nobody
 *  widens themselves. `tooWide`: let in against the boxes. `tooNarrow`: refused although they allow it. */
export type ProofVerdict = 'agrees' | 'furtherRule' | 'tooWide' | 'tooNarrow';

/** Refusals for which a tick box, a limit as listed, the account or a missing row must be the cause: where the boxes
 *  allow the call and its row is listed, each of them is a fault. */
const CAUSED_BY_BOXES: readonly DenyReason[] = [
  'accountNotActive',
  'lockedOut',
  'phiRestricted',
  'noRight',
  ...WITHHELD_REASONS,
  'notFound',
  'outOfScope',
  'stepUpRequired',
  'error',
];

/** The verdict over one fired call. A refusal without a reason is never excused. */
export function proofVerdict(shouldBeLetIn: boolean, answer: ProofAnswer): ProofVerdict {
  if (answer.isLetIn) return shouldBeLetIn ? 'agrees' : 'tooWide';
  if (!shouldBeLetIn) return 'agrees';
  const isByBoxes = answer.reason === null || CAUSED_BY_BOXES.some((reason) => reason === answer.reason);
  return isByBoxes || answer.reason === 'notSignedIn' ? 'tooNarrow' : 'furtherRule';
}
