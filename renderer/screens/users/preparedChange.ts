// Changes that an explanation proposes, put into the draft with a last day (N1); pure.
import type { PermissionId } from '../../../shared/catalogue/permissions.ts';
import { type DraftRights, draftExceptions } from './draftRights.ts';
import { tick } from './rightsEditing.ts';
import type { UserDraft } from './userDraft.ts';

/** What is given to answer one refusal ends by itself unless somebody decides otherwise. */
export const PREPARED_DAYS = 30;

/** The single ticks with `permission` given until `lastDay`, and with it what it newly brings. What takes an untick back
 *  has no end: nothing is given by it. */
export function tickUntil(rights: DraftRights, permission: PermissionId, lastDay: string): UserDraft['exceptions'] {
  const { exceptions } = tick(rights.standing, [permission], true, rights.ended);
  const before = new Set(rights.standing.exceptions.map((one) => `${one.permission} ${one.effect}`));
  return draftExceptions(exceptions).map((one) =>
    one.effect === 'grant' && !before.has(`${one.permission} grant`) && !rights.ended.some(isSame(one))
      ? { ...one, dates: { validFrom: null, validUntil: lastDay } }
      : one,
  );
}

/** The roles with `roleId` until `lastDay`; a role that has ended counts again from now on. */
export function roleUntil(
  { roleIds, roleTerms }: Pick<UserDraft, 'roleIds' | 'roleTerms'>,
  roleId: string,
  lastDay: string,
): Pick<UserDraft, 'roleIds' | 'roleTerms'> {
  return {
    roleIds: [...new Set([...roleIds, roleId])],
    roleTerms: [
      ...roleTerms.filter((terms) => terms.roleId !== roleId),
      { roleId, dates: { validFrom: null, validUntil: lastDay }, locationIds: null },
    ],
  };
}

/** A tick that has ended and was left as it is keeps its days. */
function isSame({ permission, dates }: UserDraft['exceptions'][number]) {
  return (ended: DraftRights['ended'][number]) =>
    ended.permission === permission && dates !== undefined && ended.terms?.validUntil === dates.validUntil;
}
