// What an entry of the log stores of a decision, put together again for the judge (P1).
import type { StoredAuditEntry } from '../../db/audit/entry.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { DENY_REASONS } from '../../shared/authorization/decide.ts';
import type { Target } from '../../shared/authorization/facts.ts';
import type { StoredDecision } from '../../shared/authorization/replay.ts';
import type { ProcedureEntry } from '../../shared/catalogue/entry.ts';
import { isProcedureName, PROCEDURES } from '../../shared/catalogue/procedures.ts';
import { readTarget } from '../ipc/facts.ts';

export interface DecidedAct {
  readonly userId: string;
  readonly decision: StoredDecision;
  readonly wasPermitted: boolean;
}

/** Reasons for a deny that the rights of a person have no part in. */
const NOT_OF_RIGHTS: readonly string[] = [
  'reviewMode',
  'setupUnfinished',
  'recoverySession',
  'reasonRequired',
  'stepUpRequired',
  'accountNotActive',
  'lockedOut',
  'error',
];

/** The decision behind an entry, or null where no right decided: open before sign-in, the program's own, or denied for
 *  another reason. The target is the row as it is now. What was typed is not in the log, so neither what a new record
 *  would be tied to nor what a change of rights proposed is judged anew.
 *  @param targetOf reads a stored row once and keeps it */
export function decidedAct(entry: StoredAuditEntry, targetOf: (known: KnownTarget) => Target): DecidedAct | null {
  const { actor, procedure, outcome, reason, object } = entry;
  if (actor.id === null || !isProcedureName(procedure)) return null;
  const known: ProcedureEntry = PROCEDURES[procedure];
  if (known.access.kind === 'anonymous') return null;
  if (outcome === 'denied' && !isOfRights(reason)) return null;
  const { target } = known;
  const isAimed = target !== undefined && object !== null && object.type === typeOf(target);
  return {
    userId: actor.id,
    wasPermitted: outcome !== 'denied',
    decision: {
      access: known.access,
      facts: {
        target: isAimed ? targetOf({ entry: known, target, id: object.id }) : null,
        tiesAfter: null,
        proposal: null,
        isReasonMissing: false,
        isSteppedUp: true,
        environment: { isSetupFinished: true, isReviewMode: false },
      },
    },
  };
}

export interface KnownTarget {
  readonly entry: ProcedureEntry;
  readonly target: NonNullable<ProcedureEntry['target']>;
  readonly id: string;
}

/** Reads targets, each once; a person comes back to the same records again and again. */
export function targetReader(read: <T>(work: (tx: ReadTx) => T) => T): (known: KnownTarget) => Target {
  const kept = new Map<string, Target>();
  return ({ entry, target, id }) => {
    const key = `${typeOf(target)}|${entry.kind}|${id}`;
    const found = kept.get(key);
    if (found !== undefined) return found;
    if (kept.size >= MOST_KEPT) kept.clear();
    const row = read((tx) => readTarget(tx, entry, target, id));
    kept.set(key, row);
    return row;
  };
}

const MOST_KEPT = 20_000;

function typeOf(target: NonNullable<ProcedureEntry['target']>): string {
  return target.kind === 'record' ? target.type : target.kind;
}

function isOfRights(reason: string | null): boolean {
  return DENY_REASONS.some((one) => one === reason) && !NOT_OF_RIGHTS.includes(reason ?? '');
}
