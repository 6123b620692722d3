// What is ticked in a draft as rights: all of it, what can still count, and what counts at this moment; pure.
import type { PermissionException, RightsOfUser } from '../../../shared/authorization/effectivePermissions.ts';
import { type GrantTerms, type Moment, UNLIMITED, withheldBy } from '../../../shared/authorization/grantTerms.ts';
import { type RightsAt, rightsAt } from '../../../shared/authorization/rightsAt.ts';
import { gainedPermissions } from '../../../shared/authorization/rightWays.ts';
import type { PermissionId } from '../../../shared/catalogue/permissions.ts';
import { grantsOf, type ListedRole } from './roleChoices.ts';
import type { StoredUser, UserDraft } from './userDraft.ts';

export interface DraftRights {
  /** Everything given, also what has ended and what has not begun. */
  readonly given: RightsOfUser;
  /** Without what has ended: the ticks of the matrix. What does not count at this hour or place stays in. */
  readonly standing: RightsOfUser;
  /** Single ticks whose last day is past. */
  readonly ended: readonly PermissionException[];
  /** What counts at the moment. */
  readonly now: RightsAt;
  readonly moment: Moment;
  /** The rights that a role gives over some records only, by role (S2.63). */
  readonly conditioned: ReadonlyMap<string, readonly PermissionId[]>;
}

type Flags = Pick<StoredUser, 'isSuperUser' | 'hasAccessSecurity' | 'isPhiRestricted' | 'isStrict'>;
type Given = Pick<UserDraft, 'roleIds' | 'roleTerms' | 'exceptions'>;

/** The rights of a draft, judged with the functions the main process decides with. */
export function rightsOfDraft(draft: Given, flags: Flags, roles: readonly ListedRole[], moment: Moment): DraftRights {
  const given: RightsOfUser = {
    roles: grantsOf(roles, draft.roleIds, draft.roleTerms),
    exceptions: draft.exceptions.map(exceptionOf),
    isSuperUser: flags.isSuperUser,
    hasAccessSecurity: flags.hasAccessSecurity,
    isPhiRestricted: flags.isPhiRestricted,
    isStrict: flags.isStrict,
  };
  const isOver = ({ terms = UNLIMITED }: { readonly terms?: GrantTerms }) =>
    withheldBy(terms, [], moment) === 'rightEnded';
  return {
    given,
    standing: {
      ...given,
      roles: given.roles.filter((role) => !isOver(role)),
      exceptions: given.exceptions.filter((exception) => !isOver(exception)),
    },
    ended: given.exceptions.filter(isOver),
    now: rightsAt(given, () => moment),
    moment,
    conditioned: new Map(roles.map(({ roleId, conditionedPermissions }) => [roleId, conditionedPermissions])),
  };
}

/** Rights that a change gives in some new way, and those it takes in some way: as the review counts them. */
export function rightsDifference(before: RightsOfUser, after: RightsOfUser) {
  return { added: gainedPermissions(before, after), removed: gainedPermissions(after, before) };
}

/** Ticks as the draft keeps them. */
export function draftExceptions(exceptions: readonly PermissionException[]): UserDraft['exceptions'] {
  return exceptions.map(({ permission, effect, terms }) =>
    terms === undefined
      ? { permission, effect }
      : { permission, effect, dates: { validFrom: terms.validFrom, validUntil: terms.validUntil } },
  );
}

function exceptionOf({ permission, effect, dates }: UserDraft['exceptions'][number]): PermissionException {
  return dates === undefined ? { permission, effect } : { permission, effect, terms: { ...dates, locationIds: null } };
}
