// The stages of one call as types: each stage takes the previous one, none can be skipped.
import type { ReadTx, WriteTx } from '../../db/transaction.ts';
import type { Subject } from '../../shared/authorization/facts.ts';
import type { RecordReach } from '../../shared/authorization/scope.ts';
import type { Input, Output, ProcedureName, Procedures } from '../../shared/catalogue/procedures.ts';
import type { Refusal } from '../../shared/errors.ts';
import type { PreparedValues } from '../handlers/prepare.ts';
import type { Services } from '../services.ts';
import type { Session } from '../session/session.ts';

/** Where a call came from, as the operating layer saw it. */
export interface Sender {
  readonly url: string;
  readonly isMainFrame: boolean;
}

export interface KnownCall<N extends ProcedureName = ProcedureName> {
  readonly requestId: string;
  readonly windowId: string;
  readonly name: N;
  readonly rawInput: unknown;
}

export interface ValidCall<N extends ProcedureName = ProcedureName> extends Omit<KnownCall<N>, 'rawInput'> {
  readonly input: Input<N>;
}

export type Prepared<N extends ProcedureName> = N extends keyof PreparedValues ? PreparedValues[N] : undefined;

/** What a handler adds to the audit entry of its call; old and new values never hold secrets. */
export interface AuditNote {
  /** Who acted in a call that begins without a session: the person whose secret opened the vault. */
  actor?: { readonly id: string; readonly loginId: string; readonly name: string };
  object?: { readonly type: string; readonly id: string; readonly label: string };
  patientId?: string;
  /** Another event than the procedure's own, listed in OWN_EVENTS: the call asked for a change instead of making it. */
  event?: string;
  /** Why the person did it, in their words. */
  why?: string;
  /** How many records a list, import or export touched. */
  count?: number;
  changes?: readonly { readonly field: string; readonly old: string | null; readonly new: string | null }[];
}

declare const authorized: unique symbol;

/** A permitted call. Only `ipc/authorize.ts` can mint one, so no handler runs around the policy enforcement point. */
export interface AuthorizedCall<N extends ProcedureName = ProcedureName> extends ValidCall<N> {
  readonly [authorized]: true;
  readonly prepared: Prepared<N>;
  /** Null only for procedures that are open before signing in. */
  readonly subject: Subject | null;
  readonly session: Session | null;
  /** Rows the subject may reach; patient-bearing queries must use it. */
  readonly scope: RecordReach;
  readonly nowMs: number;
  /** Adds to the audit entry. */
  note(more: AuditNote): void;
  /** Runs after the commit and the anchor, before the reply; for effects outside the database. */
  afterCommit(effect: () => void | Promise<void>): void;
}

/** Procedures that answer before anything is open. */
export type ClosedProcedureName = 'session.readState' | 'session.checkPassword';

export type TxOf<N extends ProcedureName> = N extends ClosedProcedureName
  ? ReadTx | null
  : Procedures[N]['kind'] extends 'query'
    ? ReadTx
    : WriteTx;

/** One use case: what the procedure does once it is permitted. Returns its output, or a refusal that commits and is recorded. */
export type Handler<N extends ProcedureName> = (
  call: AuthorizedCall<N>,
  tx: TxOf<N>,
  services: Services,
) => Output<N> | Refusal;

/** Complete by construction: a procedure without handler does not compile. */
export type Handlers = { readonly [N in ProcedureName]: Handler<N> };
