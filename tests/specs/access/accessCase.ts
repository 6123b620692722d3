// What an access case says, and the short forms in which cases are written.

import type { DenyReason } from '../../../shared/authorization/decide.ts';
import type { PermissionId } from '../../../shared/catalogue/permissions.ts';
import type { ProcedureName } from '../../../shared/catalogue/procedures.ts';
import type { RefusalCode } from '../../../shared/errors.ts';
import type { CaseWorld } from './caseInputs.ts';
import type { Place } from './limitWorld.ts';

export interface AccessCase {
  readonly sentence: string;
  /** A shipped role held alone, `super-user`, `access-security`, `no-role`, or nobody signed in. */
  readonly who: string;
  /** Providers `who` is limited to for this case; All Providers unless told. */
  readonly limitedTo?: 'own' | 'other' | 'none';
  /** Where `who` says they work; nowhere said unless told. */
  readonly worksAt?: Place;
  readonly call: ProcedureName;
  readonly input: (world: CaseWorld) => Promise<unknown>;
  readonly answer: 'ok' | RefusalCode;
  /** The reason in the refusal, and in the log when the log says more. */
  readonly reason?: DenyReason | 'notSignedIn' | RefusalCode;
  readonly needs?: PermissionId;
  /** The fields that are masked in the record opened, where the case is about them. */
  readonly masked?: readonly string[];
  /** The event in the log; null where the call says in the catalogue why it is not recorded. */
  readonly event: string | null;
}

type Row = readonly [
  sentence: string,
  who: string | Pick<AccessCase, 'who' | 'limitedTo' | 'worksAt'>,
  call: ProcedureName,
  input: AccessCase['input'],
];

/** Permitted: done, and in the log as succeeded. */
export function permits(event: string | null, ...rows: readonly Row[]): AccessCase[] {
  return rows.map((row) => ({ ...base(row), answer: 'ok', event }));
}

/** Denied because the right `needs` is not held. */
export function lacks(needs: PermissionId, event: string, ...rows: readonly Row[]): AccessCase[] {
  return rows.map((row) => ({ ...base(row), answer: 'FORBIDDEN', reason: 'noRight', needs, event }));
}

/** Denied or refused for another reason. */
export function denies(
  answer: RefusalCode,
  reason: AccessCase['reason'],
  event: string,
  ...rows: readonly Row[]
): AccessCase[] {
  return rows.map((row) => ({ ...base(row), answer, ...(reason === undefined ? {} : { reason }), event }));
}

function base([sentence, who, call, input]: Row) {
  return typeof who === 'string' ? { sentence, who, call, input } : { sentence, ...who, call, input };
}
