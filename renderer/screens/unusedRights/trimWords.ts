// What a trim of one unused right would be, and in which words; pure.
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { sourceWords } from '../../../shared/catalogue/rightWords.ts';

export type UnusedRights = Output<'access.readUnused'>;
export type UnusedRight = UnusedRights['rights'][number];

/** Whether unticking the right for this person takes it away: not with strict roles, and not from under a Super User tick. */
export function canUntick(right: UnusedRight, { isStrict }: Pick<UnusedRights, 'isStrict'>): boolean {
  return !isStrict && !isOfSuperUser(right);
}

/** Whether the trim is proposed for the person: what a whole role leaves unused belongs to the role. */
export function isProposed(right: UnusedRight, person: Pick<UnusedRights, 'isStrict'>): boolean {
  return canUntick(right, person) && !right.roles.some(isRoleIdle);
}

/** Whether only taking the Super User tick away would take the right away. */
export function isOfSuperUser({ sources }: UnusedRight): boolean {
  return sources.some(({ kind }) => kind === 'superUser');
}

/** `Given by: Front desk role. 1 of 2 holders did not use it.` with where a trim belongs instead. */
export function trimWords({ sources, roles }: UnusedRight, { isStrict }: Pick<UnusedRights, 'isStrict'>): string {
  const given = `Given by: ${sources.map(sourceWords).join(' + ')}.`;
  const ofRoles = roles.map(({ roleName, holderCount, idleCount }) => {
    const which = roles.length === 1 ? '' : `“${roleName}”: `;
    return `${which}${holderCount === 1 ? 'Nobody else holds the role.' : `${idleCount} of ${holderCount} holders did not use it.`}`;
  });
  const isOfRole = roles.length > 0 && (isStrict || roles.some(isRoleIdle));
  return [given, ...ofRoles, ...(isOfRole ? ['Change the role instead.'] : [])].join(' ');
}

/** Nobody who holds the role used the right, and it is more than one person's habit. */
function isRoleIdle({ holderCount, idleCount }: UnusedRight['roles'][number]): boolean {
  return holderCount > 1 && idleCount === holderCount;
}
