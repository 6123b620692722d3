// What is typed and ticked about one user before it is saved; pure.
import type { CallInput, Output } from '../../../shared/catalogue/procedures.ts';

export type StoredUser = Output<'user.read'>;
type Change = CallInput<'user.previewUpdate'>;

/** The parts of a user that one Save carries. */
export type UserDraft = Pick<Change, 'info' | 'roleIds' | 'exceptions' | 'scope'>;
export type UserInfo = UserDraft['info'];

/** The stored state in the form of a draft. */
export function draftOf({ info, roleIds, exceptions, scope }: StoredUser): UserDraft {
  return { info, roleIds, exceptions, scope };
}

/** Whether two drafts would store the same; the order of roles, exceptions and providers does not matter. */
export function isSameDraft(one: UserDraft, other: UserDraft): boolean {
  return isSameInfo(one.info, other.info) && isSameRights(one, other);
}

export function isSameRights(one: UserDraft, other: UserDraft): boolean {
  return (
    isSameSet(one.roleIds, other.roleIds) &&
    isSameSet(one.exceptions.map(exceptionText), other.exceptions.map(exceptionText)) &&
    isSameSet(scopeTexts(one), scopeTexts(other))
  );
}

/** The draft moved onto a newer stored state: what was changed here stays, everything else follows the newer state. */
export function rebaseDraft(draft: UserDraft, oldBase: UserDraft, newBase: UserDraft): UserDraft {
  const info = { ...newBase.info };
  for (const field of Object.keys(info) as (keyof UserInfo)[])
    if (draft.info[field] !== oldBase.info[field]) Object.assign(info, { [field]: draft.info[field] });
  return {
    info,
    roleIds: isSameSet(draft.roleIds, oldBase.roleIds) ? newBase.roleIds : draft.roleIds,
    exceptions: isSameSet(draft.exceptions.map(exceptionText), oldBase.exceptions.map(exceptionText))
      ? newBase.exceptions
      : draft.exceptions,
    scope: isSameSet(scopeTexts(draft), scopeTexts(oldBase)) ? newBase.scope : draft.scope,
  };
}

function isSameInfo(one: UserInfo, other: UserInfo): boolean {
  return (Object.keys(one) as (keyof UserInfo)[]).every((field) => one[field] === other[field]);
}

function exceptionText({ permission, effect }: UserDraft['exceptions'][number]): string {
  return `${effect} ${permission}`;
}

function scopeTexts({ scope }: UserDraft): readonly string[] {
  return scope.kind === 'all' ? ['all'] : ['selected', ...scope.providerIds];
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  const all = new Set(one);
  return all.size === new Set(other).size && other.every((item) => all.has(item));
}
