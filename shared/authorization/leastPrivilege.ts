// How far a person's rights go beyond little, as points with reasons: a hint for reviews, never part of a decision (S2.35).
import { PERMISSIONS, type PermissionId } from '../catalogue/permissions.ts';
import { LABEL_PERMISSIONS } from '../catalogue/recordPermissions.ts';
import { effectivePermissions, type RightsOfUser } from './effectivePermissions.ts';

export const PRIVILEGE_REASONS = [
  'superUser',
  'accessSecurity',
  'allProviders',
  'deletesPhi',
  'exportsPhi',
  'opensLabels',
  'beyondRoles',
  'manyRoles',
] as const;
export type PrivilegeReason = (typeof PRIVILEGE_REASONS)[number];

export interface PrivilegeHint {
  readonly reason: PrivilegeReason;
  /** Points taken from 100. */
  readonly points: number;
  /** How many rights or roles it is about; 1 for a tick. */
  readonly count: number;
}

export interface LeastPrivilege {
  /** 100: nothing stands out; 0: as far as it goes. */
  readonly score: number;
  /** What took points, the heaviest first. */
  readonly hints: readonly PrivilegeHint[];
}

/** Points for each single one, and the most a reason can take. */
const WEIGHTS: Record<PrivilegeReason, readonly [each: number, most: number]> = {
  superUser: [40, 40],
  accessSecurity: [15, 15],
  allProviders: [10, 10],
  deletesPhi: [5, 15],
  exportsPhi: [5, 15],
  opensLabels: [4, 12],
  beyondRoles: [3, 15],
  manyRoles: [5, 10],
};
/** More roles than this are seldom one person's work. */
const USUAL_ROLES = 2;

/** The score of one person and what lowers it. `reachesAllProviders`: no provider limit is set.
 *  Source: 45 CFR 164.502(b) minimum necessary; the weights are ours and say only where to look first. */
export function leastPrivilege(rights: RightsOfUser, reachesAllProviders: boolean): LeastPrivilege {
  const held = effectivePermissions(rights).filter(({ isHeld }) => isHeld);
  const phi = held.filter(({ permission }) => PERMISSIONS[permission].reachesPhi);
  const withVerb = (verb: string) => phi.filter(({ permission }) => permission.endsWith(`:${verb}`)).length;
  const labels: readonly PermissionId[] = Object.values(LABEL_PERMISSIONS);
  const counts: Record<PrivilegeReason, number> = {
    superUser: rights.isSuperUser ? 1 : 0,
    accessSecurity: rights.hasAccessSecurity ? 1 : 0,
    allProviders: reachesAllProviders && phi.length > 0 ? 1 : 0,
    deletesPhi: withVerb('delete'),
    exportsPhi: withVerb('export'),
    opensLabels: held.filter(({ permission }) => labels.includes(permission)).length,
    beyondRoles: held.filter(({ sources }) => sources.every(({ kind }) => kind === 'thisUser')).length,
    manyRoles: Math.max(0, rights.roles.length - USUAL_ROLES),
  };
  const hints = PRIVILEGE_REASONS.flatMap((reason): PrivilegeHint[] => {
    const [each, most] = WEIGHTS[reason];
    const count = counts[reason];
    return count === 0 ? [] : [{ reason, count, points: Math.min(most, each * count) }];
  }).toSorted((one, other) => other.points - one.points);
  return { score: Math.max(0, 100 - hints.reduce((sum, { points }) => sum + points, 0)), hints };
}
