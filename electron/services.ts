// What handlers and prepare steps may use besides the transaction they are given.
import type { Database } from '../db/transaction.ts';
import type { Clock, Dialogs, SecretStore } from './adapters.ts';
import type { Imports } from './imports.ts';
import type { Jobs } from './jobs.ts';
import type { Gate } from './keys/gate.ts';
import type { Keyring, Vault } from './keys/vault.ts';
import type { Sessions } from './session/sessions.ts';

export interface Services {
  readonly clock: Clock;
  readonly dialogs: Dialogs;
  readonly secretStore: SecretStore;
  readonly workstation: string;
  readonly appVersion: string;
  readonly vault: Vault;
  /** Counts tries before anybody is signed in; null while this computer's key is missing. */
  gate(): Gate | null;
  readonly sessions: Sessions;
  readonly jobs: Jobs;
  readonly imports: Imports;
  newId(): string;
  /** The open database; throws when the vault is locked. */
  database(): Database;
  /** The keys of the open vault; throws when it is locked. */
  keyring(): Keyring;
  /** Writes an audit entry of the program itself, such as the end of a job, in a transaction of its own. */
  recordOwn(entry: OwnEntry): void;
  /** Gives the root key a new generation so that removed people's slots open nothing new; runs after a commit. */
  rotateKeys(): Promise<void>;
}

/** An entry made outside a call: what the program did for a session. */
export interface OwnEntry {
  readonly event: string;
  readonly sessionId: string | null;
  readonly outcome: 'succeeded' | 'refused' | 'failed';
  readonly reason: string | null;
  readonly count: number | null;
  readonly changes: readonly { readonly field: string; readonly old: string | null; readonly new: string | null }[];
}
