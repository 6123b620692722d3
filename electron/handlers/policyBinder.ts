// The policy binder: every role and who holds it, with reason, approver and date, from the stored rows (S3.05).
import { findGivenRoles } from '../../db/repositories/givenRole.ts';
import { findDeletedRoles, findTickHolders } from '../../db/repositories/policyBinder.ts';
import { readPracticeData } from '../../db/repositories/practiceData.ts';
import { findWaitingProposals } from '../../db/repositories/rightsProposal.ts';
import {
  findPersonalExceptions,
  readBeyondTasksRule,
  readRightsModel,
  readSecondApproverRule,
  readToxicPairsRule,
} from '../../db/repositories/rightsRules.ts';
import { assignedUsers, findRoles, type StoredRole } from '../../db/repositories/role.ts';
import { findRoleVersions, type RoleVersion } from '../../db/repositories/roleVersion.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { conditionWords } from '../../shared/authorization/conditionWords.ts';
import { heldPermissions } from '../../shared/authorization/effectivePermissions.ts';
import { hoursWords } from '../../shared/authorization/hoursWords.ts';
import { PERMISSIONS, type PermissionId } from '../../shared/catalogue/permissions.ts';
import { RIGHTS_RULES } from '../../shared/catalogue/rightsRules.ts';
import { isTaskId, TASKS } from '../../shared/catalogue/tasks.ts';
import { timeOf } from '../../shared/schedule/openTimes.ts';
import { localOf } from '../../shared/schedule/zonedTime.ts';
import type { Handlers } from '../ipc/stages.ts';
import { type BinderGiving, type BinderRole, type BinderVersion, policyBinderHtml } from './policyBinderHtml.ts';
import { conditionsWords, countsWords } from './roleLimitWords.ts';
import { namesIn } from './roleNames.ts';

const KIND_WORDS = { coded: 'coded role', clinic: 'clinic role', custom: 'role of this practice', policy: 'policy' };
type Write = (atMs: number) => string;

export const policyBinderHandlers: Pick<Handlers, 'role.printBinder'> = {
  'role.printBinder': (call, tx, services) => {
    const { fields, timeZone } = readPracticeData(tx);
    const write: Write = (atMs) => {
      const { day, minute } = localOf(atMs, timeZone);
      return `${day} ${timeOf(minute)}`;
    };
    const roles = findRoles(tx);
    const nameOf = namesIn(tx);
    const html = policyBinderHtml({
      practice: [
        ['Name', fields.name],
        ['Address', fields.address || 'not said'],
        ['Tax ID', fields.taxId || 'not said'],
        ['Activity log is kept', `${fields.logRetentionYears} years`],
        ['Patient records are kept', `${fields.recordRetentionYears} years`],
      ],
      rules: ruleFacts(tx),
      ticks: findTickHolders(tx).map(({ name, loginId, ticks }) => [`${name} (${loginId})`, ticks.join(', ')]),
      exceptions: findPersonalExceptions(tx).map(({ name, permission, effect, reason }) => [
        name,
        `${PERMISSIONS[permission].label}, ${effect === 'grant' ? 'added' : 'taken'}`,
        reason ?? 'no reason given',
      ]),
      roles: roles.map((role) => roleOf(tx, role, nameOf, write)),
      deletedRoles: findDeletedRoles(tx).map(({ roleId, name }) => ({
        name,
        versions: versionsOf(tx, roleId, write),
        givings: givingsOf(tx, roleId, write),
      })),
      waiting: findWaitingProposals(tx).map(({ targetName, by, atMs, reason }) => [
        targetName,
        `${by}, ${write(atMs)}`,
        reason,
      ]),
      printed: `Printed ${write(call.nowMs)} by ${call.session?.name ?? ''} from what was stored at that moment.`,
    });
    call.note({
      object: { type: 'practice', id: '1', label: fields.name },
      why: call.input.reason,
      count: roles.length,
    });
    call.afterCommit(() => services.dialogs.print(html));
    return {};
  },
};

function ruleFacts(tx: ReadTx): (readonly [string, string])[] {
  const { rightsModel, secondApprover, toxicPairs, beyondTasks } = RIGHTS_RULES;
  return [
    [rightsModel.label, rightsModel.choices[readRightsModel(tx).value].label],
    [secondApprover.label, secondApprover.choices[readSecondApproverRule(tx).value].label],
    [toxicPairs.label, toxicPairs.choices[readToxicPairsRule(tx).value].label],
    [beyondTasks.label, beyondTasks.choices[readBeyondTasksRule(tx).value].label],
  ];
}

function roleOf(tx: ReadTx, role: StoredRole, nameOf: (roleId: string) => string, write: Write): BinderRole {
  const { roleId, name, code, kind, purpose, parentId, policyIds, taskIds, isActive, permissions } = role;
  const givings = findGivenRoles(tx, roleId);
  const inherited = role.inherited.map(({ roleId: id, ...limits }) => ({ ...limits, name: nameOf(id) }));
  const known = new Set(givings.filter(({ takenAtMs }) => takenAtMs === null).map(({ loginId }) => loginId));
  const held = heldPermissions({
    roles: [{ roleId, roleName: name, permissions }],
    exceptions: [],
    isSuperUser: false,
    hasAccessSecurity: false,
    isPhiRestricted: false,
  });
  return {
    name,
    facts: [
      ['Purpose', purpose],
      ['Code and kind', `${code}, ${KIND_WORDS[kind]}${isActive ? '' : ', not in use'}`],
      ['Takes its rights from', parentId === null ? 'no other role' : nameOf(parentId)],
      ['Policies stacked on it', policyIds.map(nameOf).join(', ') || 'none'],
      [
        'Made for',
        taskIds
          .filter(isTaskId)
          .map((id) => TASKS[id].label)
          .join(', ') || 'no tasks named',
      ],
      ['Counts', countsWords({ hours: role.hours, inherited })],
      ['Conditions', conditionsWords({ conditions: role.conditions, inherited, written: write })],
    ],
    rights: [...held].map((id) => ({
      label: PERMISSIONS[id].label,
      key: id,
      reachesPhi: PERMISSIONS[id].reachesPhi,
    })),
    versions: versionsOf(tx, roleId, write),
    givings: givingsOf(tx, roleId, write),
    olderHolders: assignedUsers(tx, roleId).flatMap((one) =>
      known.has(one.loginId) ? [] : [`${one.name} (${one.loginId})`],
    ),
  };
}

function versionsOf(tx: ReadTx, roleId: string, write: Write): BinderVersion[] {
  const versions = findRoleVersions(tx, roleId);
  return versions.map((version, place) => {
    const { number, atMs, by, approvedBy, reason } = version;
    const now = limitWords(version, write);
    const before = limitWords(versions[place + 1] ?? NO_LIMITS, write);
    return {
      number,
      written: write(atMs),
      by,
      approvedBy,
      reason,
      added: [...labelsOf(version.added), ...now.filter((words) => !before.includes(words))],
      removed: [...labelsOf(version.removed), ...before.filter((words) => !now.includes(words))],
    };
  });
}

const NO_LIMITS: Pick<RoleVersion, 'hours' | 'conditions'> = { hours: [], conditions: [] };

function labelsOf(ids: readonly PermissionId[]): string[] {
  return ids.map((id) => PERMISSIONS[id].label);
}

/** The hours and conditions a version had of its own. */
function limitWords({ hours, conditions }: Pick<RoleVersion, 'hours' | 'conditions'>, write: Write): string[] {
  return [
    ...(hours.length === 0 ? [] : [`counts ${hoursWords(hours)}`]),
    ...conditions.map((condition) => conditionWords(condition, write)),
  ];
}

function givingsOf(tx: ReadTx, roleId: string, write: Write): BinderGiving[] {
  return findGivenRoles(tx, roleId).map(({ person, loginId, takenAtMs, takenBy, takenReason, ...given }) => ({
    person: `${person} (${loginId})`,
    given: write(given.givenAtMs),
    givenBy: given.givenBy,
    givenReason: given.givenReason,
    approvedBy: given.approvedBy,
    taken:
      takenAtMs === null
        ? null
        : `${write(takenAtMs)} by ${takenBy ?? ''}${takenReason === null ? '' : `: ${takenReason}`}`,
  }));
}
