// Which call a refusal answered, so that its card can ask why; kept no longer than the refusal itself.
import type { ProcedureEntry } from '../../shared/catalogue/entry.ts';
import { PROCEDURES, type ProcedureName } from '../../shared/catalogue/procedures.ts';
import type { Refusal } from '../../shared/errors.ts';

export interface RefusedCall {
  readonly procedure: ProcedureName;
  /** The row the call aimed at, or null. */
  readonly targetId: string | null;
}

const calls = new WeakMap<Refusal, RefusedCall>();

/** Notes the call behind a refusal that a right, a limit or a flag decided; others cannot be explained by rights. */
export function rememberRefused(refusal: Refusal, procedure: ProcedureName, input: unknown): void {
  const entry: ProcedureEntry = PROCEDURES[procedure];
  const isDecided = refusal.reason !== undefined || (refusal.code === 'NOT_FOUND' && entry.target !== undefined);
  if (entry.access.kind === 'anonymous' || !isDecided || procedure === 'access.explain') return;
  calls.set(refusal, { procedure, targetId: targetIdOf(procedure, input) });
}

/** The id of the row a call aims at, or null. */
export function targetIdOf(procedure: ProcedureName, input: unknown): string | null {
  const { target }: ProcedureEntry = PROCEDURES[procedure];
  const id = target === undefined ? null : (input as Record<string, unknown>)[target.idField];
  return typeof id === 'string' ? id : null;
}

/** The call that `refusal` answered, or null where rights did not decide it. */
export function refusedCall(refusal: Refusal): RefusedCall | null {
  return calls.get(refusal) ?? null;
}
