// Rights that are held and were not used: everybody with counts, and one person with a source and a trim for each (P2, S2.35).
import type { ReadTx } from '../../db/transaction.ts';
import { leastPrivilege } from '../../shared/authorization/leastPrivilege.ts';
import { RIGHT_USES, type RightInUse, type RightUse } from '../../shared/authorization/rightUse.ts';
import { PERMISSIONS, type PermissionId } from '../../shared/catalogue/permissions.ts';
import type { Output } from '../../shared/catalogue/procedures.ts';
import { refuse } from '../../shared/errors.ts';
import { type PersonInUse, readRightUse, type UseOfPractice } from '../access/readRightUse.ts';
import type { Handler, Handlers } from '../ipc/stages.ts';

type Listed = Output<'access.findUnused'>['people'][number];
type UnusedRight = Output<'access.readUnused'>['rights'][number];
type UnusedRightsName = 'access.findUnused' | 'access.readUnused';

const findUnused: Handler<'access.findUnused'> = (call, tx) => {
  const practice = readRightUse(tx, call.input.days, call.nowMs);
  const people = practice.people.map(listed).toSorted(byWhatStandsOut);
  call.note({ count: people.length, changes: [askedDays(call.input.days)] });
  return { ...timeOf(practice), people };
};

const readUnused: Handler<'access.readUnused'> = (call, tx) => readOne(call, tx);

export const unusedRightsHandlers: Pick<Handlers, UnusedRightsName> = {
  'access.findUnused': findUnused,
  'access.readUnused': readUnused,
};

function readOne(call: Parameters<Handler<'access.readUnused'>>[0], tx: ReadTx) {
  const { userId, days } = call.input;
  const practice = readRightUse(tx, days, call.nowMs);
  const person = practice.people.find((one) => one.userId === userId);
  if (person === undefined)
    return refuse('NOT_FOUND', 'Nobody can sign in with this login now, so it uses no rights. Go back to the list.');
  const { stored } = person;
  call.note({ object: { type: 'user', id: userId, label: stored.name }, changes: [askedDays(days)] });
  return {
    ...timeOf(practice),
    userId,
    name: stored.name,
    isSuperUser: stored.isSuperUser,
    isStrict: person.rights.isStrict === true,
    usedCount: countOf(person, 'used'),
    leastPrivilege: privilegeOf(person),
    rights: unusedFirst(person.uses).flatMap((right) => {
      const { permission, use, sources } = right;
      if (use === 'used') return [];
      return [{ permission, use, sources: [...sources], roles: rolesGiving(right, person, practice) }];
    }),
  };
}

function timeOf({ fromMs, logBeganAtMs, isLogTooYoung }: UseOfPractice) {
  return { fromMs, logBeganAtMs, isLogTooYoung };
}

function listed(person: PersonInUse): Listed {
  const { stored, rights, uses } = person;
  const unused = uses.filter(({ use }) => use === 'unused');
  return {
    userId: person.userId,
    name: stored.name,
    loginId: stored.loginId,
    roleNames: rights.roles.map(({ roleName }) => roleName),
    isSuperUser: stored.isSuperUser,
    score: privilegeOf(person).score,
    heldCount: uses.length,
    unusedCount: unused.length,
    unusedPhiCount: unused.filter(({ permission }) => PERMISSIONS[permission].reachesPhi).length,
    tooYoungCount: countOf(person, 'tooYoung'),
  };
}

function byWhatStandsOut(one: Listed, other: Listed): number {
  return (
    other.unusedPhiCount - one.unusedPhiCount ||
    other.unusedCount - one.unusedCount ||
    one.name.localeCompare(other.name)
  );
}

function privilegeOf({ stored, rights }: PersonInUse) {
  const { score, hints } = leastPrivilege(rights, stored.isSuperUser || stored.assignedScope.kind === 'all');
  return { score, hints: [...hints] };
}

function countOf({ uses }: PersonInUse, wanted: RightUse): number {
  return uses.filter(({ use }) => use === wanted).length;
}

/** Unused before too young before cannot tell, and within each what reaches PHI first. */
function unusedFirst(uses: readonly RightInUse[]): readonly RightInUse[] {
  const rank = ({ use, permission }: RightInUse) =>
    RIGHT_USES.indexOf(use) * 2 + (PERMISSIONS[permission].reachesPhi ? 0 : 1);
  return uses.toSorted((one, other) => rank(one) - rank(other));
}

/** The roles that give the right, or a right that brings it. */
function rolesGiving(right: RightInUse, { uses }: PersonInUse, { people }: UseOfPractice): UnusedRight['roles'] {
  const { permission } = right;
  const bringing = right.sources.flatMap((source) => (source.kind === 'implied' ? [source.by] : []));
  const sources = [right, ...uses.filter((one) => bringing.includes(one.permission))].flatMap((one) => one.sources);
  const roles = new Map(
    sources.flatMap((source) => (source.kind === 'role' ? [[source.roleId, source.roleName] as const] : [])),
  );
  return [...roles].map(([roleId, roleName]) => {
    const holders = people.filter(({ rights }) => rights.roles.some((role) => role.roleId === roleId));
    const idleCount = holders.filter((holder) => isIdle(holder, permission)).length;
    return { roleId, roleName, holderCount: holders.length, idleCount };
  });
}

function isIdle({ uses }: PersonInUse, permission: PermissionId): boolean {
  return !uses.some((right) => right.permission === permission && right.use === 'used');
}

function askedDays(days: number) {
  return { field: 'Days asked about', old: null, new: String(days) };
}
