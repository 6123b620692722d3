// What an audit entry says: who did what to which thing, when, from where, and how it ended.

/** How a call ended: done, not permitted, permitted but not possible, or broken by a fault. */
export type AuditOutcome = 'succeeded' | 'denied' | 'refused' | 'failed';

/** One changed field; values are what a reader should see, never a secret. */
export interface AuditChange {
  readonly field: string;
  readonly old: string | number | boolean | null;
  readonly new: string | number | boolean | null;
}

/** Who acted, as they were at that moment; all null before sign-in. */
export interface AuditActor {
  readonly id: string | null;
  readonly loginId: string | null;
  readonly name: string | null;
  readonly roles: readonly string[];
  readonly isSuperUser: boolean;
}

/** What the entry is about. */
export interface AuditObject {
  readonly type: string;
  readonly id: string;
  readonly label: string;
}

/** Everything the caller knows about one event. Never carries passwords, codes, keys or note text.
 *  Units: `atMs` UTC epoch ms, `monotonicMs` since the boot named by `bootId`.
 *  Source: ASVS 16.2.1, FHIR AuditEvent R4, ASTM E2147-18; 45 CFR 164.312(b) Audit controls. */
export interface AuditEntry {
  readonly atMs: number;
  readonly monotonicMs: number;
  readonly bootId: string;
  readonly requestId: string;
  readonly actor: AuditActor;
  readonly sessionId: string | null;
  readonly windowId: string | null;
  readonly workstation: string;
  readonly appVersion: string;
  readonly procedure: string;
  readonly event: string;
  /** Create, read, update, delete or execute. */
  readonly action: 'C' | 'R' | 'U' | 'D' | 'E';
  readonly object: AuditObject | null;
  readonly patientId: string | null;
  /** The provider scope used: everything, or these provider ids. */
  readonly scope: 'all' | readonly string[] | null;
  readonly outcome: AuditOutcome;
  /** Why it was denied, refused or failed. */
  readonly reason: string | null;
  readonly permission: string | null;
  /** The reason the person typed. */
  readonly why: string | null;
  /** How many things a bulk act touched. */
  readonly count: number | null;
  readonly changes: readonly AuditChange[];
  readonly dicomCode: string | null;
}

/** The rows an entry covers: how many, and SHA-256 (hex) over their hashes, under which key generation. */
export interface EntityDigest {
  readonly count: number;
  readonly digest: string;
  readonly generation: number;
}

/** An entry as stored: with its place in the log and the rows it covers. */
export interface StoredAuditEntry extends AuditEntry {
  readonly number: number;
  readonly entities: EntityDigest | null;
}
