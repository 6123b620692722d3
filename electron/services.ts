// What handlers and prepare steps may use besides the transaction they are given.
import type { AuditEntry } from '../db/audit/entry.ts';
import type { Database } from '../db/database.ts';
import type { WriteTx } from '../db/transaction.ts';
import type { Clock, Dialogs, SecretStore } from './adapters.ts';
import type { Imports } from './imports.ts';
import type { admit, perform } from './ipc/act.ts';
import type { Jobs } from './jobs.ts';
import type { Gate } from './keys/gate.ts';
import type { Keyring, RecoveryRecord, Vault } from './keys/vault.ts';
import type { PasswordPolicy } from './passwordPolicy.ts';
import type { Session } from './session/session.ts';
import type { Sessions } from './session/sessions.ts';

export interface Services {
  readonly clock: Clock;
  readonly dialogs: Dialogs;
  readonly secretStore: SecretStore;
  readonly workstation: string;
  readonly appVersion: string;
  readonly vault: Vault;
  readonly sessions: Sessions;
  readonly jobs: Jobs;
  readonly imports: Imports;
  readonly passwordPolicy: PasswordPolicy;
  readonly recoverySheet: RecoverySheet;
  /** The door itself, for the proof run: the two halves of every call. */
  readonly fire: Fire;
  /** A failed sign-in answers no sooner than this after it began, whatever went wrong. */
  readonly signInReleaseMs: number;
  readonly newId: () => string;
  /** Counts tries before anybody is signed in; null while this computer's key is missing or no practice exists. */
  gate(): Gate | null;
  isOpen(): boolean;
  /** Known once the practice was opened in this run; the sign-in page may show it. */
  practiceName(): string | null;
  /** Opens the practice file with `keyring`, or wipes `keyring` when it is open already. Throws DatabaseOpenError. */
  open(keyring: Keyring): void;
  /** Makes the first database beside a staged vault. */
  createIn(stagingDir: string, keyring: Keyring): void;
  /** Moves the staged vault and database into place with `commit`; from then on the practice exists. */
  putInPlace(commit: () => void): void;
  /** The open database; throws when the vault is locked. */
  readonly database: () => Database;
  /** The keys of the open vault; throws when it is locked. */
  keyring(): Keyring;
  /** The sentence about what failed a check, or null while all is well. */
  integrityAlarm(): string | null;
  raiseIntegrityAlarm(sentence: string): void;
  /** Looks again which alarms are open, after one was confirmed. */
  reviewAlarms(): void;
  /** After the recovery code registered this computer anew: its anchor and gate begin again, and the log says so. */
  acceptNewComputer(): void;
  /** The login ID of a user of the open practice. */
  loginIdOf(userId: string): string | null;
  /** Whether the password is the session's own; tries are counted like sign-ins. */
  checkOwnPassword(session: Session, password: string): Promise<boolean>;
  /** Writes an entry of the program itself, such as the end of a job, in a transaction of its own. */
  recordOwn(entry: OwnEntry): void;
  /** Adds an entry to a transaction that is already open. */
  append(tx: WriteTx, entry: AuditEntry): void;
  /** Gives the root key a new generation so that removed people's slots open nothing new; runs after a commit. */
  rotateKeys(): Promise<void>;
}

/** Admits a call and performs it, as the router does with those of windows. */
export interface Fire {
  readonly admit: typeof admit;
  readonly perform: typeof perform;
}

/** An entry made outside a call: what the program did, for a session or by itself. */
export interface OwnEntry {
  readonly event: string;
  readonly sessionId: string | null;
  readonly outcome: 'succeeded' | 'refused' | 'failed';
  readonly reason: string | null;
  readonly count: number | null;
  readonly changes: readonly { readonly field: string; readonly old: string | null; readonly new: string | null }[];
}

/** A recovery code that is on the screen, and the slot it opens once it is proved; `null` for the very first code,
 *  which has none before it and works already. */
export interface ShownRecovery {
  readonly code: string;
  readonly recovery: RecoveryRecord | null;
}

/** The recovery code between being made and being proved: in memory only, and only for the session it was made in. */
export interface RecoverySheet {
  show(sessionId: string, shown: ShownRecovery): void;
  shownIn(sessionId: string): ShownRecovery | null;
  /** Also called when the session ends. */
  forget(sessionId: string): void;
}

/** The part of the services that depends on what is open. */
export type StrongroomServices = Pick<
  Services,
  | 'gate'
  | 'isOpen'
  | 'practiceName'
  | 'open'
  | 'createIn'
  | 'putInPlace'
  | 'database'
  | 'keyring'
  | 'integrityAlarm'
  | 'raiseIntegrityAlarm'
  | 'reviewAlarms'
  | 'acceptNewComputer'
  | 'loginIdOf'
  | 'checkOwnPassword'
  | 'recordOwn'
  | 'append'
  | 'rotateKeys'
>;
