// What the policy information point must supply before a decision (XACML: PIP).
import type { PermissionId } from '../catalogue/permissions.ts';
import type { WithheldReason } from './grantTerms.ts';
import type { Conjunction } from './rowCondition.ts';
import type { RecordReach, RowScope, RowTies } from './scope.ts';

/** Who asks. `held` is already flattened from roles, ticks and flags. */
export interface Subject {
  readonly userId: string;
  /** A recovery subject entered with the paper code and may only bring Super Users back (S2.100). */
  readonly kind: 'person' | 'recovery';
  readonly status: 'invited' | 'active' | 'disabled' | 'deleted';
  readonly isLockedOut: boolean;
  readonly isSuperUser: boolean;
  /** Reaches no patient data, whatever is held (S1.09). */
  readonly isPhiRestricted: boolean;
  readonly held: ReadonlySet<PermissionId>;
  /** The rights held only over rows that meet every condition of one of the lists; one that is absent has none (S2.63). */
  readonly conditions: ReadonlyMap<PermissionId, readonly Conjunction[]>;
  /** Rights held until some day or at some place alone: to be used, never to be handed on (P5). */
  readonly borrowed: ReadonlySet<PermissionId>;
  /** Rights that were given and do not count now, with why (S2.62, S2.29). */
  readonly withheld: ReadonlyMap<PermissionId, WithheldReason>;
  /** What the subject reaches over all calls, whoever's rows: wholeReach() of the rights held and the limits. */
  readonly scope: RecordReach;
}

/** The stored row a call aims at; null when the call aims at none. */
export type Target =
  | { readonly kind: 'missing' }
  | { readonly kind: 'record'; readonly ties: RowTies }
  | { readonly kind: 'user'; readonly userId: string; readonly isSuperUser: boolean; readonly isOnlyViewed: boolean };

/** What a change of a user would do, worked out from stored rows and the request. */
export interface Proposal {
  /** Permissions the target would newly hold. */
  readonly gains: readonly PermissionId[];
  readonly scopeBefore: RowScope;
  readonly scopeAfter: RowScope;
  /** Whether the ePHI Restricted flag would be lifted. */
  readonly liftsPhiRestriction: boolean;
  /** Whether no active Super User would be left. */
  readonly leavesNoSuperUser: boolean;
}

export interface Environment {
  readonly isSetupFinished: boolean;
  /** The log, anchor or rows failed a check; only Super Users work until it is explained. */
  readonly isReviewMode: boolean;
}

export interface Facts {
  readonly subject: Subject;
  readonly target: Target | null;
  /** What would tie the record to people after a call that adds or changes it; null when the call does neither. */
  readonly tiesAfter: RowTies | null;
  readonly proposal: Proposal | null;
  /** Whether the rules of the practice ask for a reason before this very call and none was given (P7). */
  readonly isReasonMissing: boolean;
  /** Whether the password was typed again for this very call (S2.95). */
  readonly isSteppedUp: boolean;
  readonly environment: Environment;
}
