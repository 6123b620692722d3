// Puts a paper request to the product: the stored rows as the program would read them, then its one judge.
import { type Decision, decide, type GuardedAccess } from '../../../../shared/authorization/decide.ts';
import type { RightsOfUser, RoleGrant } from '../../../../shared/authorization/effectivePermissions.ts';
import type { Facts, Proposal, Subject, Target } from '../../../../shared/authorization/facts.ts';
import {
  flattenedRights,
  type RoleDefinition,
  type RoleDefinitions,
  roleHours,
  rolesUnder,
} from '../../../../shared/authorization/flattenRole.ts';
import { momentAt } from '../../../../shared/authorization/momentAt.ts';
import { reachedScope, withinPlaceOfWork } from '../../../../shared/authorization/reachedScope.ts';
import { type RightsAt, rightsAt } from '../../../../shared/authorization/rightsAt.ts';
import {
  borrowedRights,
  conditionsOfRights,
  gainedPermissions,
  rightsOfRole,
} from '../../../../shared/authorization/rightWays.ts';
import type { ConditionOperator } from '../../../../shared/authorization/rowCondition.ts';
import { NO_ROWS, type RowScope, type RowTies } from '../../../../shared/authorization/scope.ts';
import { wholeReach } from '../../../../shared/authorization/wholeReach.ts';
import { isPermissionId, type PermissionId } from '../../../../shared/catalogue/permissions.ts';
import { leavesNoSuperUser } from './judge.ts';
import type {
  PaperChange,
  PaperPerson,
  PaperPractice,
  PaperRecord,
  PaperRequest,
  PaperRole,
  PaperRule,
} from './practice.ts';

/** What the product says the person holds now. */
export function productHeld(person: PaperPerson, practice: PaperPractice): ReadonlySet<PermissionId> {
  return person.isRecovery ? new Set(['user:read', 'user:resetPassword']) : countingNow(person, practice).held;
}

/** What the product decides. */
export function productDecision(practice: PaperPractice, request: PaperRequest): Decision {
  return decide(accessOf(request), factsOf(practice, request));
}

function accessOf({ cell, wantsPassword }: PaperRequest): GuardedAccess {
  if (cell === null) return { kind: 'session', because: 'own screen' };
  const wanted = { kind: 'permission' as const, permission: cell as PermissionId };
  return wantsPassword ? { ...wanted, stepUp: true } : wanted;
}

function factsOf(practice: PaperPractice, request: PaperRequest): Facts {
  return {
    subject: subjectOf(request.asker, practice),
    target: targetOf(request.aim),
    tiesAfter: request.recordAfter === null ? null : tiesOf(request.recordAfter),
    proposal: request.change === null ? null : proposalOf(practice, request.change),
    isReasonMissing: request.isReasonMissing,
    isSteppedUp: request.gavePassword,
    environment: { isSetupFinished: practice.isSetUp, isReviewMode: practice.isUnderReview },
  };
}

function subjectOf(person: PaperPerson, practice: PaperPractice): Subject {
  const held = productHeld(person, practice);
  const now = countingNow(person, practice);
  const conditions = conditionsOfRights(now.rights);
  const scope = withinPlaceOfWork(limitOf(person, practice), now.rights, person.worksAt, below(practice));
  return {
    userId: person.name,
    kind: person.isRecovery ? 'recovery' : 'person',
    status: person.state,
    isLockedOut: person.isLockedOut,
    isSuperUser: person.isSuperUser,
    isPhiRestricted: person.isRecovery || person.isRestricted,
    held,
    conditions,
    borrowed: borrowedRights(now.rights),
    withheld: now.withheld,
    scope: wholeReach(held, scope, conditions),
  };
}

function countingNow(person: PaperPerson, practice: PaperPractice): RightsAt {
  return onceFor(practice, person, () =>
    rightsAt(rightsOf(person, practice), () => momentAt(practice.nowMs, practice.zone, placesOfWork(person, practice))),
  );
}

const answers = new WeakMap<PaperPractice, WeakMap<PaperPerson, RightsAt>>();

/** People of one practice are asked about several times and never change. */
function onceFor(practice: PaperPractice, person: PaperPerson, work: () => RightsAt): RightsAt {
  const known = answers.get(practice) ?? new WeakMap<PaperPerson, RightsAt>();
  answers.set(practice, known);
  const answer = known.get(person) ?? work();
  known.set(person, answer);
  return answer;
}

/** The place of work and every one above it, as the database would find them. */
function placesOfWork({ worksAt }: PaperPerson, { locations }: PaperPractice): string[] {
  const found = new Set(worksAt === null ? [] : [worksAt]);
  for (const place of found) {
    const above = locations.find(({ name }) => name === place)?.partOf ?? null;
    if (above !== null) found.add(above);
  }
  return [...found];
}

function below({ locations }: PaperPractice) {
  return (ids: readonly string[]): string[] => {
    const found = new Set(ids.filter((id) => locations.some(({ name }) => name === id)));
    for (const above of found) for (const { name, partOf } of locations) if (partOf === above) found.add(name);
    return [...found];
  };
}

function definitionsOf(practice: PaperPractice): RoleDefinitions {
  const { roles } = practice;
  const known = definitions.get(practice);
  if (known !== undefined) return known;
  const made = new Map(
    roles.map((role): [string, RoleDefinition] => [
      role.name,
      {
        roleId: role.name,
        parentId: role.parent,
        granted: role.cells.filter(isPermissionId),
        narrowed: role.crossed.filter(isPermissionId),
        policyIds: role.policies,
        conditions: role.rules.map((rule) => ({ permission: rule.cell as PermissionId, ...conditionOf(rule) })),
        hours: role.hours.map(({ weekday, from, until }) => ({ weekday, fromMinute: from, untilMinute: until })),
      },
    ]),
  );
  definitions.set(practice, made);
  return made;
}

const definitions = new WeakMap<PaperPractice, RoleDefinitions>();

const OPERATORS: Readonly<Record<PaperRule['sign'], ConditionOperator>> = {
  '=': 'is',
  '!=': 'isNot',
  '<': 'lessThan',
  '<=': 'atMost',
  '>': 'moreThan',
  '>=': 'atLeast',
};

function conditionOf({ kind, field, sign, constant }: PaperRule) {
  return { type: kind, field, operator: OPERATORS[sign], value: constant };
}

function rightsOf(person: PaperPerson, practice: PaperPractice): RightsOfUser {
  const written = definitionsOf(practice);
  return {
    roles: person.roles.flatMap(({ role, from, until, at }): RoleGrant[] => {
      if (!written.has(role)) return [];
      const rights = flattenedRights(role, written);
      const isUnlimited = from === null && until === null && at === null;
      return [
        {
          roleId: role,
          roleName: role,
          permissions: [...rights.keys()],
          conditions: new Map([...rights].filter(([, ways]) => ways.every((rules) => rules.length > 0))),
          hours: roleHours(role, written),
          ...(isUnlimited ? {} : { terms: { validFrom: from, validUntil: until, locationIds: at } }),
        },
      ];
    }),
    exceptions: person.marks.flatMap(({ cell, sign, from, until }) => {
      const terms = { validFrom: from, validUntil: until, locationIds: null };
      const mark = {
        permission: cell as PermissionId,
        effect: sign === '+' ? ('grant' as const) : ('revoke' as const),
      };
      return [from === null && until === null ? mark : { ...mark, terms }];
    }),
    isSuperUser: person.isSuperUser,
    hasAccessSecurity: person.hasAccessSecurity,
    isPhiRestricted: person.isRestricted,
    isStrict: practice.isStrict,
  };
}

function limitOf(person: PaperPerson, practice: PaperPractice): RowScope {
  const { day } = momentAt(practice.nowMs, practice.zone, []);
  const counting = person.shared.filter(({ from, until }) => from <= day && day <= until);
  return reachedScope(
    {
      isSuperUser: person.isSuperUser,
      roles: person.roles.map(({ role }) => ({ roleId: role })),
      assignedScope: person.sees === 'everybody' ? { kind: 'all' } : { kind: 'selected', providerIds: person.sees },
      assignedLocations:
        person.places === 'everywhere' ? { kind: 'all' } : { kind: 'selected', locationIds: person.places },
      linkedPatientId: person.linked,
      grantedPatientIds: counting.map(({ patient }) => patient),
    },
    below(practice),
  );
}

function targetOf(aim: PaperRequest['aim']): Target | null {
  switch (aim.kind) {
    case 'nothing':
      return null;
    case 'gone':
      return { kind: 'missing' };
    case 'record':
      return { kind: 'record', ties: tiesOf(aim.record) };
    case 'person':
      return {
        kind: 'user',
        userId: aim.person.name,
        isSuperUser: aim.person.isSuperUser,
        isOnlyViewed: aim.isLook,
      };
  }
}

/** The record as the program reads its ties. */
export function tiesOf({ kind, fields, providers, locations, patient, owner, opensTo, labels }: PaperRecord): RowTies {
  return {
    type: kind,
    values: fields,
    providerIds: providers === 'none by nature' ? 'any' : providers,
    locationIds: locations === 'none by nature' ? 'any' : locations,
    patientId: patient,
    ownerId: owner,
    grantedTo: opensTo,
    labels,
  };
}

/** What the saved role and those under it would newly give, as the program would propose it. */
export function productRoleGains(practice: PaperPractice, saved: PaperRole): PermissionId[] {
  const before = definitionsOf(practice);
  const after = definitionsOf({
    ...practice,
    roles: practice.roles.map((one) => (one.name === saved.name ? saved : one)),
  });
  return [...rolesUnder(saved.name, after)].flatMap((id) =>
    gainedPermissions(rightsOfRole(id, before), rightsOfRole(id, after)),
  );
}

/** The change as the program would propose it to its judge. */
export function proposalOf(practice: PaperPractice, change: PaperChange): Proposal {
  const { before, after } = change;
  const nothing: RightsOfUser = {
    roles: [],
    exceptions: [],
    isSuperUser: false,
    hasAccessSecurity: false,
    isPhiRestricted: false,
  };
  return {
    gains: gainedPermissions(before === null ? nothing : rightsOf(before, practice), rightsOf(after, practice)),
    scopeBefore: before === null ? NO_ROWS : limitOf(before, practice),
    scopeAfter: limitOf(after, practice),
    liftsPhiRestriction: before?.isRestricted === true && !after.isRestricted,
    leavesNoSuperUser: leavesNoSuperUser(practice, change),
  };
}
