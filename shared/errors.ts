// The refusal codes and the reply: nothing else is ever sent back to a window.

import type { DenyReason } from './authorization/decide.ts';
import type { PermissionId } from './catalogue/permissions.ts';

export const REFUSAL_CODES = [
  'INVALID_INPUT',
  'UNAUTHENTICATED',
  'SESSION_LOCKED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'CONSTRAINT_VIOLATED',
  'INTERNAL',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Why a call was not carried out, in words a person can act on.
 *  `fields` names the inputs at fault; `permission` and `grantors` fill the refusal card (screens 6.5). */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
  readonly reason?: DenyReason;
  readonly permission?: PermissionId;
  readonly grantors?: readonly string[];
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
}

export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Refusal };

/** Makes a refusal; handlers return it, the router turns it into the reply. */
export function refuse(code: RefusalCode, message: string, more: Omit<Refusal, 'code' | 'message'> = {}): Refusal {
  return { code, message, ...more };
}

/** Whether a handler's answer is a refusal rather than a value. */
export function isRefusal(answer: unknown): answer is Refusal {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'code' in answer &&
    'message' in answer &&
    (REFUSAL_CODES as readonly unknown[]).includes(answer.code)
  );
}
