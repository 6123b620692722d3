// Which held rights somebody used, judged from the acts the log holds: for a trim a reviewer may propose, never a decision (P2).
import { permissionsNeeding } from '../catalogue/impliedPermissions.ts';
import { PERMISSION_IDS, type PermissionId } from '../catalogue/permissions.ts';
import { PROCEDURE_NAMES, PROCEDURES, type ProcedureName } from '../catalogue/procedures.ts';
import { OWN_PERMISSIONS } from '../catalogue/recordPermissions.ts';
import {
  type EffectiveRight,
  effectivePermissions,
  type RightSource,
  type RightsOfUser,
} from './effectivePermissions.ts';

export const RIGHT_USES = ['used', 'unused', 'tooYoung', 'cannotTell'] as const;
/** `tooYoung`: given, or the log begun, within the time asked about. `cannotTell`: no logged act stands for the right. */
export type RightUse = (typeof RIGHT_USES)[number];

/** What was given to a person within the time asked about. */
export interface NewlyGiven {
  /** The login itself, its being enabled, or the whole log: then nothing can be told. */
  readonly isEverything: boolean;
  readonly isSuperUser: boolean;
  readonly hasAccessSecurity: boolean;
  /** ePHI Restricted was lifted: what reaches patient data could not be used before. */
  readonly isPhiOpened: boolean;
  readonly roleIds: ReadonlySet<string>;
  /** Rights that a role came to give, by role. */
  readonly ofRoles: ReadonlyMap<string, ReadonlySet<PermissionId>>;
  /** Ticked for this person. */
  readonly ticked: ReadonlySet<PermissionId>;
  /** Had been unticked for this person until then. */
  readonly returned: ReadonlySet<PermissionId>;
}

export interface UseFacts {
  readonly rights: RightsOfUser;
  /** Acts the person was permitted within the time asked about. */
  readonly permitted: ReadonlySet<ProcedureName>;
  readonly newlyGiven: NewlyGiven;
  readonly reachesPhi: (permission: PermissionId) => boolean;
}

export interface RightInUse {
  readonly permission: PermissionId;
  readonly use: RightUse;
  readonly sources: readonly RightSource[];
}

type HeldRights = ReadonlyMap<PermissionId, EffectiveRight>;

/** The use of every right a person holds, in the order of the catalogue.
 *  A right that a used right cannot do without counts as used, and one that a right of unknown use cannot do without is
 *  not called unused: taking it away would take the other as well. Pure. */
export function rightsInUse({ rights, permitted, newlyGiven, reachesPhi }: UseFacts): readonly RightInUse[] {
  const effective = effectivePermissions(rights);
  const held = new Map(effective.filter(({ isHeld }) => isHeld).map((right) => [right.permission, right]));
  const isUsed = (id: PermissionId) => actsOf(id).some((name) => permitted.has(name));
  const isYoung = (id: PermissionId) =>
    newlyGiven.isEverything ||
    newlyGiven.returned.has(id) ||
    (newlyGiven.isPhiOpened && reachesPhi(id)) ||
    !isOld(id, held, newlyGiven);
  const ownUse = (id: PermissionId): RightUse => {
    if (isUsed(id)) return 'used';
    if (actsOf(id).length === 0) return 'cannotTell';
    return isYoung(id) ? 'tooYoung' : 'unused';
  };
  return [...held.values()].map(({ permission, sources }) => {
    const own = ownUse(permission);
    const needing = permissionsNeeding(permission).filter((id) => held.has(id));
    if (own !== 'used' && needing.some(isUsed)) return { permission, use: 'used', sources };
    const isKept = own === 'unused' && needing.some((id) => ownUse(id) !== 'unused');
    return { permission, use: isKept ? 'tooYoung' : own, sources };
  });
}

/** The logged acts a permitted call of which is a use of the right: those whose access it is, and for a right over one's
 *  own rows those of the whole right it stands in for (S2.27). */
export function actsOf(permission: PermissionId): readonly ProcedureName[] {
  return ACTS.get(permission) ?? [];
}

/** Whether something that gives the right gave it before the time asked about. */
function isOld(permission: PermissionId, held: HeldRights, newly: NewlyGiven): boolean {
  const sources = held.get(permission)?.sources ?? [];
  return sources.some((source) => isOldSource(permission, source, held, newly));
}

function isOldSource(permission: PermissionId, source: RightSource, held: HeldRights, newly: NewlyGiven): boolean {
  switch (source.kind) {
    case 'superUser':
      return !newly.isSuperUser;
    case 'accessSecurity':
      return !newly.hasAccessSecurity;
    case 'role':
      return !newly.roleIds.has(source.roleId) && !newly.ofRoles.get(source.roleId)?.has(permission);
    case 'thisUser':
      return !newly.ticked.has(permission);
    case 'implied':
      return isOld(source.by, held, newly);
  }
}

const OWN_OF: ReadonlyMap<PermissionId, PermissionId> = new Map(
  PERMISSION_IDS.flatMap((id) => {
    const own = OWN_PERMISSIONS[id];
    return own === undefined ? [] : [[own, id] as const];
  }),
);

const ACTS: ReadonlyMap<PermissionId, readonly ProcedureName[]> = new Map(
  PERMISSION_IDS.map((id) => {
    const wanted = [id, OWN_OF.get(id)];
    const names = PROCEDURE_NAMES.filter((name) => {
      const { access, audit } = PROCEDURES[name];
      return access.kind === 'permission' && !('none' in audit) && wanted.includes(access.permission);
    });
    return [id, names];
  }),
);
