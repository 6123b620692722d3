// The states of a claim and which may follow which.

/** Stored words and what a person reads. The first is where every claim begins. */
export const CLAIM_STATUSES = {
  draft: 'Draft',
  submitted: 'Submitted',
  paid: 'Paid',
  denied: 'Denied',
  closed: 'Closed',
} as const;
export type ClaimStatus = keyof typeof CLAIM_STATUSES;

/** A closed claim stays closed; a submitted one may be called back to correct it. */
export const CLAIM_TRANSITIONS: Readonly<Record<ClaimStatus, readonly ClaimStatus[]>> = {
  draft: ['submitted', 'closed'],
  submitted: ['paid', 'denied', 'draft'],
  paid: ['closed'],
  denied: ['submitted', 'draft', 'closed'],
  closed: [],
};

/** Whether a claim may go from one state to the other. */
export function mayBecome(from: ClaimStatus, to: ClaimStatus): boolean {
  return CLAIM_TRANSITIONS[from].includes(to);
}
