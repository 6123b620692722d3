// The changed fields of a user in readable words, for the log.

import type { AssignedScope } from '../../db/repositories/givenRights.ts';
import { providerNames } from '../../db/repositories/provider.ts';
import type { SubjectRights } from '../../db/repositories/rights.ts';
import { findRoles } from '../../db/repositories/role.ts';
import type { StoredUser } from '../../db/repositories/storedUser.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { PERMISSIONS, type PermissionId } from '../../shared/catalogue/permissions.ts';
import type { Input } from '../../shared/catalogue/procedures.ts';
import { type RightsInput, rightsToStore } from '../rightsToStore.ts';
import { dateWords, termChanges } from './termChanges.ts';

export interface FieldChange {
  readonly field: string;
  readonly old: string | null;
  readonly new: string | null;
}

/** Stands for a value the log must not hold: contact data can be erased, the log cannot (C3). */
export const WITHHELD = '(not kept in the log)';

type Info = Input<'user.update'>['info'];
type Exceptions = SubjectRights['given']['exceptions'];

const INFO_LABELS: Record<keyof Info, string> = {
  lastName: 'Last name',
  firstName: 'First name',
  middleInitial: 'M.I.',
  loginId: 'Login ID',
  email: 'E-mail',
  phone: 'Phone',
  note: 'Note',
};
const KEPT_OUT: ReadonlySet<keyof Info> = new Set(['email', 'phone', 'note']);

/** Changed names, login id and contact data; `before` is null for a new user. */
export function infoChanges(before: StoredUser | null, after: Info): FieldChange[] {
  return (Object.keys(INFO_LABELS) as (keyof Info)[]).flatMap((key) => {
    const [old, now] = [before?.[key] || null, after[key] || null];
    if (old === now) return [];
    const shown = (value: string | null) => (value !== null && KEPT_OUT.has(key) ? WITHHELD : value);
    return [{ field: INFO_LABELS[key], old: shown(old), new: shown(now) }];
  });
}

/** Changed roles, single rights and provider limit; `before` is null for a new user. */
export function rightsChanges(tx: ReadTx, before: SubjectRights | null, input: RightsInput): FieldChange[] {
  const after = rightsToStore(before, input);
  return [
    ...roleChanges(tx, before?.given.roles.map((role) => role.roleId) ?? [], after.roleIds),
    ...termChanges(tx, before, after),
    ...exceptionChanges(before?.given.exceptions ?? [], after.exceptions),
    ...scopeChanges(tx, before?.assignedScope ?? null, after.scope),
  ];
}

function roleChanges(tx: ReadTx, before: readonly string[], after: readonly string[]): FieldChange[] {
  if (before.length === after.length && before.every((id) => after.includes(id))) return [];
  const roles = findRoles(tx);
  const names = (ids: readonly string[]) =>
    roles
      .filter((role) => ids.includes(role.roleId))
      .map((role) => role.name)
      .join(', ') || null;
  return [{ field: 'Roles', old: names(before), new: names(after) }];
}

function exceptionChanges(before: Exceptions, after: Exceptions): FieldChange[] {
  const words = { grant: 'added for this user', revoke: 'taken from this user' } as const;
  const wordsOf = (list: Exceptions, id: PermissionId) => {
    const exception = list.find(({ permission }) => permission === id);
    return exception === undefined ? null : `${words[exception.effect]}${dateWords(exception.terms)}`;
  };
  const touched = new Set([...before, ...after].map(({ permission }) => permission));
  return [...touched].flatMap((id) => {
    const [old, now] = [wordsOf(before, id), wordsOf(after, id)];
    return old === now ? [] : [{ field: PERMISSIONS[id].label, old, new: now }];
  });
}

function scopeChanges(tx: ReadTx, before: AssignedScope | null, after: AssignedScope): FieldChange[] {
  const kinds = { all: 'All Providers', selected: 'Selected Providers' } as const;
  const [had, has] = [providersIn(before), providersIn(after)];
  const names = providerNames(tx, [...had, ...has]);
  const name = (id: string) => names.get(id)?.name ?? id;
  return [
    ...(before?.kind === after.kind
      ? []
      : [{ field: 'Provider limit', old: before === null ? null : kinds[before.kind], new: kinds[after.kind] }]),
    ...has.filter((id) => !had.includes(id)).map((id) => ({ field: 'Provider', old: null, new: name(id) })),
    ...had.filter((id) => !has.includes(id)).map((id) => ({ field: 'Provider', old: name(id), new: null })),
  ];
}

function providersIn(scope: AssignedScope | null): readonly string[] {
  return scope?.kind === 'selected' ? scope.providerIds : [];
}
