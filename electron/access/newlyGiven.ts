// What a person was given within a time, from the log and the versions of roles: too young to be called unused (P2).
import { entriesAbout, hasActedBefore } from '../../db/audit/useInLog.ts';
import { readRoleDefinitions, readRoleGrants, type StoredDefinition } from '../../db/repositories/roleDefinition.ts';
import { findRoleVersions } from '../../db/repositories/roleVersion.ts';
import type { ReadTx } from '../../db/transaction.ts';
import type { RightsOfUser } from '../../shared/authorization/effectivePermissions.ts';
import type { GrantTerms } from '../../shared/authorization/grantTerms.ts';
import type { NewlyGiven } from '../../shared/authorization/rightUse.ts';
import { PERMISSION_IDS, PERMISSIONS, type PermissionId } from '../../shared/catalogue/permissions.ts';

const ENABLED_EVENT = 'user_enabled';
/** A flag that was given and taken away again within the time counts as newly given too. */
const FLAG_EVENTS = ['super_user_changed', 'access_security_changed', 'phi_restriction_changed'] as const;
const RIGHTS_EVENT = 'privilege_permissions_changed';

/** What `userId` was given since entry `fromNumber`, written on the day `fromDay` or later: everything, where they had never acted before or were enabled meanwhile. */
export function readNewlyGiven(
  tx: ReadTx,
  user: { readonly userId: string; readonly given: RightsOfUser },
  fromNumber: number,
  fromDay: string,
  ofRoles: NewlyGiven['ofRoles'],
): NewlyGiven {
  const entries = entriesAbout(tx, user.userId, fromNumber, [ENABLED_EVENT, ...FLAG_EVENTS, RIGHTS_EVENT]);
  const has = (event: string) => entries.some((entry) => entry.event === event);
  const changes = entries.filter(({ event }) => event === RIGHTS_EVENT).flatMap((entry) => entry.changes);
  const changedTo = (wasTaken: boolean) =>
    new Set(
      PERMISSION_IDS.filter((id) =>
        changes.some(
          ({ field, old, new: now }) =>
            field === PERMISSIONS[id].label &&
            (wasTaken ? isWord(old, 'taken from') : isWord(now, 'added for') && !isWord(old, 'added for')),
        ),
      ),
    );
  const begun = user.given.exceptions.filter((one) => hasBegunSince(one, fromDay)).map(({ permission }) => permission);
  return {
    isEverything: !hasActedBefore(tx, user.userId, fromNumber) || has(ENABLED_EVENT),
    isSuperUser: has('super_user_changed'),
    hasAccessSecurity: has('access_security_changed'),
    isPhiOpened: has('phi_restriction_changed'),
    roleIds: new Set(
      user.given.roles
        .filter((role) => hasBegunSince(role, fromDay) || wasRoleGiven(role.roleName, changes))
        .map(({ roleId }) => roleId),
    ),
    ofRoles,
    ticked: new Set([...changedTo(false), ...begun]),
    returned: changedTo(true),
  };
}

/** The rights that each of `roleIds` came to give since `fromMs`, by itself, its parent or its policies. */
export function readGivenByRoles(tx: ReadTx, roleIds: readonly string[], fromMs: number): NewlyGiven['ofRoles'] {
  const definitions = readRoleDefinitions(tx);
  const ownOf = new Map<string, ReadonlySet<PermissionId>>();
  const own = (roleId: string) => {
    const known = ownOf.get(roleId) ?? givenByVersions(tx, roleId, fromMs);
    ownOf.set(roleId, known);
    return known;
  };
  return new Map(
    roleIds.map((roleId) => [roleId, new Set(linkedTo(roleId, definitions).flatMap((id) => [...own(id)]))]),
  );
}

/** A parent or policy taken up within the time brings all it gives now. */
function givenByVersions(tx: ReadTx, roleId: string, fromMs: number): ReadonlySet<PermissionId> {
  const versions = findRoleVersions(tx, roleId);
  const given = versions.flatMap((version, at) => {
    if (version.atMs < fromMs) return [];
    const before = versions[at + 1];
    const had = [before?.parentId ?? null, ...(before?.policyIds ?? [])];
    const taken = [version.parentId, ...version.policyIds].filter((id) => id !== null && !had.includes(id));
    const linked = readRoleGrants(
      tx,
      taken.flatMap((id) => id ?? []),
    );
    return [...version.added, ...linked.flatMap(({ permissions }) => permissions)];
  });
  return new Set(given);
}

/** The role with every parent and policy it depends on. */
function linkedTo(roleId: string, definitions: ReadonlyMap<string, StoredDefinition>): readonly string[] {
  const found = new Set<string>();
  const queue = [roleId];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    const { parentId = null, policyIds = [] } = definitions.get(id) ?? {};
    queue.push(...policyIds, ...(parentId === null ? [] : [parentId]));
  }
  return [...found];
}

/** What was given earlier for days to come, of which the first came only then. */
function hasBegunSince({ terms }: { readonly terms?: GrantTerms }, fromDay: string): boolean {
  const first = terms?.validFrom ?? null;
  return first !== null && first >= fromDay;
}

type Changes = ReturnType<typeof entriesAbout>[number]['changes'];

function wasRoleGiven(roleName: string, changes: Changes): boolean {
  return changes.some(({ field, old, new: now }) => field === 'Roles' && names(now, roleName) && !names(old, roleName));
}

/** Whether a list of roles in the log names this one, whatever is said about it behind its name. */
function names(list: Changes[number]['new'], roleName: string): boolean {
  return String(list ?? '')
    .split(', ')
    .some((word) => word === roleName || word.startsWith(`${roleName} `));
}

function isWord(value: Changes[number]['new'], start: string): boolean {
  return typeof value === 'string' && value.startsWith(start);
}
