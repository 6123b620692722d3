// The paper world of the oracle: rows as a clerk would write them down, and one request about them.

/** Hours of one weekday (Monday 1, Sunday 7) in minutes; an end at or before the start lies on the next day. */
export interface PaperHours {
  readonly weekday: number;
  readonly from: number;
  readonly until: number;
}

/** "Only rows of this kind whose field stands so to the constant." */
export interface PaperRule {
  readonly cell: string;
  readonly kind: string;
  readonly field: string;
  readonly sign: '=' | '!=' | '<' | '<=' | '>' | '>=';
  readonly constant: string | number | boolean;
}

/** A role or policy: a name and the cells ticked in it; words nobody knows may stand there too. */
export interface PaperRole {
  readonly name: string;
  readonly cells: readonly string[];
  /** The role it takes rights from, by name; null: none. */
  readonly parent: string | null;
  /** Cells of the parent that it does not take. */
  readonly crossed: readonly string[];
  /** When it counts; none: always. */
  readonly hours: readonly PaperHours[];
  readonly rules: readonly PaperRule[];
  /** Policies stacked on it, by name; a policy has no hours, no parent and no policies. */
  readonly policies: readonly string[];
}

/** The first and the last day, `YYYY-MM-DD`; null: no such day. */
export interface PaperDays {
  readonly from: string | null;
  readonly until: string | null;
}

export interface PaperRoleLink extends PaperDays {
  readonly role: string;
  /** Where it counts; null: everywhere. */
  readonly at: readonly string[] | null;
}

export interface PaperMark extends PaperDays {
  readonly cell: string;
  readonly sign: '+' | '-';
}

export interface PaperPerson {
  readonly name: string;
  readonly isRecovery: boolean;
  readonly state: 'invited' | 'active' | 'disabled' | 'deleted';
  readonly isLockedOut: boolean;
  readonly isSuperUser: boolean;
  readonly hasAccessSecurity: boolean;
  readonly isRestricted: boolean;
  readonly roles: readonly PaperRoleLink[];
  /** Ticked (+) and unticked (-) cells of this person alone. */
  readonly marks: readonly PaperMark[];
  readonly sees: 'everybody' | readonly string[];
  /** The location limit; what lies below a location belongs to it. */
  readonly places: 'everywhere' | readonly string[];
  /** Patients shared with this person, each for some days. */
  readonly shared: readonly { readonly patient: string; readonly from: string; readonly until: string }[];
  /** The one record of a login with the role Patient. */
  readonly linked: string | null;
  readonly worksAt: string | null;
}

/** A record: whose providers' it is and where (none by nature: an inventory row), which patient it is about, who it
 *  belongs to, its labels and what stands in its fields. */
export interface PaperRecord {
  readonly kind: string;
  readonly fields: Readonly<Record<string, string | number | boolean | null>>;
  readonly providers: 'none by nature' | readonly string[];
  readonly locations: 'none by nature' | readonly string[];
  readonly patient: string | null;
  readonly owner: string | null;
  /** Whom it opens its patient to; null: nobody. */
  readonly opensTo: string | null;
  readonly labels: readonly string[];
}

export interface PaperPractice {
  readonly isStrict: boolean;
  readonly isSetUp: boolean;
  readonly isUnderReview: boolean;
  /** UTC epoch milliseconds, and the zone of the practice's clock on the wall. */
  readonly nowMs: number;
  readonly zone: string;
  readonly locations: readonly { readonly name: string; readonly partOf: string | null }[];
  readonly roles: readonly PaperRole[];
  readonly people: readonly PaperPerson[];
}

/** The row of a person before (null: newly added) and after a call. */
export interface PaperChange {
  readonly before: PaperPerson | null;
  readonly after: PaperPerson;
}

export interface PaperRequest {
  readonly asker: PaperPerson;
  /** The cell the call needs; null where being signed in is enough. */
  readonly cell: string | null;
  readonly wantsPassword: boolean;
  readonly gavePassword: boolean;
  /** A reason is asked before the act and none was given (P7). */
  readonly isReasonMissing: boolean;
  readonly aim:
    | { readonly kind: 'nothing' }
    | { readonly kind: 'gone' }
    | { readonly kind: 'record'; readonly record: PaperRecord }
    | { readonly kind: 'person'; readonly person: PaperPerson; readonly isLook: boolean };
  /** The record as it would lie after the call. */
  readonly recordAfter: PaperRecord | null;
  readonly change: PaperChange | null;
  /** A role as somebody would save it; null: none. */
  readonly roleAfter: PaperRole | null;
  /** Other records, to compare what both judges would show. */
  readonly others: readonly PaperRecord[];
}
