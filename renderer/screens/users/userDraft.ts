// What is typed and ticked about one user before it is saved; pure.
import type { CallInput, Output } from '../../../shared/catalogue/procedures.ts';

export type StoredUser = Output<'user.read'>;
type Change = CallInput<'user.previewUpdate'>;

/** The parts of a user that one Save carries; what is given is sent whole, so that nothing is kept by leaving it out. */
export type UserDraft = Pick<Change, 'info' | 'roleIds' | 'exceptions' | 'scope'> &
  Required<{ [Part in 'roleTerms' | 'locations' | 'linkedPatientId']: Exclude<Change[Part], undefined> }>;
export type UserInfo = UserDraft['info'];

/** The stored state in the form of a draft. */
export function draftOf(user: StoredUser): UserDraft {
  const {
    info,
    roleIds,
    exceptions,
    scope,
    roleTerms = [],
    locations = { kind: 'all' },
    linkedPatientId = null,
  } = user;
  return { info, roleIds, exceptions, scope, roleTerms, locations, linkedPatientId };
}

/** Whether two drafts would store the same; the order of what is listed does not matter. */
export function isSameDraft(one: UserDraft, other: UserDraft): boolean {
  return isSameInfo(one.info, other.info) && isSameRights(one, other);
}

export function isSameRights(one: UserDraft, other: UserDraft): boolean {
  return RIGHTS_PARTS.every((part) => isSamePart(part, one, other));
}

/** The draft moved onto a newer stored state: what was changed here stays, everything else follows the newer state. */
export function rebaseDraft(draft: UserDraft, oldBase: UserDraft, newBase: UserDraft): UserDraft {
  const info = { ...newBase.info };
  for (const field of Object.keys(info) as (keyof UserInfo)[])
    if (draft.info[field] !== oldBase.info[field]) Object.assign(info, { [field]: draft.info[field] });
  const changed = RIGHTS_PARTS.filter((part) => !isSamePart(part, draft, oldBase));
  return { ...newBase, ...Object.fromEntries(changed.map((part) => [part, draft[part]])), info };
}

const RIGHTS_PARTS = ['roleIds', 'exceptions', 'scope', 'roleTerms', 'locations', 'linkedPatientId'] as const;

function isSameInfo(one: UserInfo, other: UserInfo): boolean {
  return (Object.keys(one) as (keyof UserInfo)[]).every((field) => one[field] === other[field]);
}

function isSamePart(part: (typeof RIGHTS_PARTS)[number], one: UserDraft, other: UserDraft): boolean {
  return sortedText(one[part]) === sortedText(other[part]);
}

/** The same text for the same content: lists sorted, keys in order, what is undefined left out. */
function sortedText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedText).toSorted().join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${entries
    .map(([key, one]) => `${key}:${sortedText(one)}`)
    .toSorted()
    .join()}}`;
}
