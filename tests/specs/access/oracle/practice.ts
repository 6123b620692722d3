// The paper world of the oracle: rows as a clerk would write them down, and one request about them.

/** A role or policy: a name and the cells ticked in it; words nobody knows may stand there too. */
export interface PaperRole {
  readonly name: string;
  readonly cells: readonly string[];
}

export interface PaperPerson {
  readonly name: string;
  readonly isRecovery: boolean;
  readonly state: 'invited' | 'active' | 'disabled' | 'deleted';
  readonly isLockedOut: boolean;
  readonly isSuperUser: boolean;
  readonly hasAccessSecurity: boolean;
  readonly isRestricted: boolean;
  readonly roles: readonly string[];
  /** Ticked (+) and unticked (-) cells of this person alone. */
  readonly marks: readonly { readonly cell: string; readonly sign: '+' | '-' }[];
  readonly sees: 'everybody' | readonly string[];
}

/** A record: whose providers' it is (none by nature: an inventory row), who it belongs to, and its labels. */
export interface PaperRecord {
  readonly providers: 'none by nature' | readonly string[];
  readonly owner: string | null;
  readonly labels: readonly string[];
}

export interface PaperPractice {
  readonly isStrict: boolean;
  readonly isSetUp: boolean;
  readonly isUnderReview: boolean;
  readonly roles: readonly PaperRole[];
  readonly people: readonly PaperPerson[];
}

export interface PaperRequest {
  readonly asker: PaperPerson;
  /** The cell the call needs; null where being signed in is enough. */
  readonly cell: string | null;
  readonly wantsPassword: boolean;
  readonly gavePassword: boolean;
  readonly aim:
    | { readonly kind: 'nothing' }
    | { readonly kind: 'gone' }
    | { readonly kind: 'record'; readonly record: PaperRecord }
    | { readonly kind: 'person'; readonly person: PaperPerson; readonly isLook: boolean };
  /** The record as it would lie after the call. */
  readonly recordAfter: PaperRecord | null;
  /** The row of the person before (null: newly added) and after the call. */
  readonly change: { readonly before: PaperPerson | null; readonly after: PaperPerson } | null;
}
