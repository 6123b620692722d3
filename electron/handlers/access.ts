// Questions about rights, now or in the past: why something is allowed or refused, who can do it, and sheets (N1, N7, S4.09).
import { countReached } from '../../db/records/countReached.ts';
import { locationNames } from '../../db/repositories/locationTree.ts';
import { isWorkstationLockedOut, lockOutsOfPeople } from '../../db/repositories/lockOut.ts';
import { readPractice } from '../../db/repositories/practice.ts';
import { providerNames } from '../../db/repositories/provider.ts';
import { readSubjectRights, type SubjectRights } from '../../db/repositories/rights.ts';
import { findRoles } from '../../db/repositories/role.ts';
import { readRoleGrants } from '../../db/repositories/roleDefinition.ts';
import { readUser } from '../../db/repositories/storedUser.ts';
import type { ReadTx } from '../../db/transaction.ts';
import type { GuardedAccess } from '../../shared/authorization/decide.ts';
import type { RoleGrant } from '../../shared/authorization/effectivePermissions.ts';
import { type Explanation, explain, type RankedChange } from '../../shared/authorization/explain.ts';
import type { Subject } from '../../shared/authorization/facts.ts';
import { UNLIMITED, withheldBy } from '../../shared/authorization/grantTerms.ts';
import { momentAt } from '../../shared/authorization/momentAt.ts';
import type { RecordReach } from '../../shared/authorization/scope.ts';
import { PERMISSIONS, type PermissionId } from '../../shared/catalogue/permissions.ts';
import { patient } from '../../shared/catalogue/records/patient.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { isRefusal, refuse } from '../../shared/errors.ts';
import { askPast } from '../access/askPast.ts';
import { holdersIn } from '../access/holdersIn.ts';
import { printDay } from '../access/printDay.ts';
import { type AskedCall, readPastQuestion, readQuestion } from '../access/readQuestion.ts';
import { rightsSheetHtml } from '../access/rightsSheetHtml.ts';
import { wouldPermit } from '../ipc/authorize.ts';
import type { Handler, Handlers } from '../ipc/stages.ts';
import { subjectOf } from '../ipc/subject.ts';
import type { Services } from '../services.ts';
import { unusedRightsHandlers } from './unusedRights.ts';
import { objectOf } from './userToChange.ts';

const PATIENT = patient as unknown as RecordType;
/** Whoever may see users may ask about all of them. */
const SEE_USERS: GuardedAccess = { kind: 'permission', permission: 'user:read' };
const GONE = refuse('NOT_FOUND', 'This user is not here any more. Go back to the list of users.');
const NOT_YET = refuse('NOT_FOUND', 'This person was not a user yet at that moment. Ask about a later one.');
const NOT_ABOUT_OTHERS = refuse(
  'FORBIDDEN',
  'You may ask about yourself only. To ask about others you need the right “See users and their rights”.',
);

const explainAccess: Handler<'access.explain'> = (call, tx, services) => {
  const { userId, procedure, targetId, asOfMs } = call.input;
  const present = readQuestion(tx, call.input, services);
  if (isRefusal(present)) return present;
  if (call.subject?.kind !== 'person') return NOT_ABOUT_OTHERS;
  const mayAskAll = wouldPermit(SEE_USERS, { ...present.facts, target: null, proposal: null, subject: call.subject });
  if (!mayAskAll && call.subject.userId !== userId) return NOT_ABOUT_OTHERS;
  const user = readUser(tx, userId);
  if (user === null) return GONE;
  call.note({ object: objectOf(user), changes: askedAbout(procedure, targetId, asOfMs) });
  const ask = (state: ReadTx, atMs: number, asked: AskedCall) => {
    const stored = readSubjectRights(state, userId, atMs);
    if (stored === null) return asOfMs === null ? GONE : NOT_YET;
    const explanation = explain({
      access: asked.access,
      facts: { ...asked.facts, subject: subjectOf(state, userId, stored, services.workstation, atMs) },
      rights: stored.rights,
      roles: asOfMs === null ? rolesToGive(state, atMs) : [],
      limit: stored.scope,
      lockOutCount: countLockOuts(state, userId, stored, services, atMs),
      patientsReached: (whom) => (mayAskAll && asOfMs === null ? patientsReached(state, whom, call.scope) : 0),
    });
    const { permission, asksPassword, dependsOnInput } = asked;
    const told = mayAskAll ? wholeAnswer(state, explanation) : ruleOnly(explanation);
    // Nothing that is given now changes the past.
    const changes = asOfMs === null ? told.changes : [];
    return { permission, asksPassword, dependsOnInput, isRuleOnly: !mayAskAll, ...told, changes };
  };
  if (asOfMs === null) return ask(tx, call.nowMs, present);
  return askPast(tx, call.input, asOfMs, call.nowMs, (past) => {
    const asked = readPastQuestion(past, call.input, services);
    return isRefusal(asked) ? asked : ask(past, asOfMs, asked);
  });
};

const findHolders: Handler<'access.findHolders'> = (call, tx, services) => {
  const { procedure, targetId, asOfMs } = call.input;
  if (call.subject?.kind !== 'person') return NOT_ABOUT_OTHERS;
  const present = readQuestion(tx, call.input, services);
  if (isRefusal(present)) return present;
  const answer =
    asOfMs === null
      ? holdersIn(tx, present, services, call.nowMs)
      : askPast(tx, call.input, asOfMs, call.nowMs, (past) => {
          const asked = readPastQuestion(past, call.input, services);
          return isRefusal(asked) ? asked : holdersIn(past, asked, services, asOfMs);
        });
  if (isRefusal(answer)) return answer;
  call.note({ count: answer.holders.length, changes: askedAbout(procedure, targetId, asOfMs) });
  const { permission, asksPassword, dependsOnInput } = present;
  return { permission, asksPassword, dependsOnInput, ...answer };
};

const printRights: Handler<'access.printRights'> = (call, tx, services) => {
  const { userId } = call.input;
  const user = readUser(tx, userId);
  const stored = readSubjectRights(tx, userId, call.nowMs);
  if (user === null || stored === null || call.subject?.kind !== 'person') return GONE;
  call.note({ object: objectOf(user) });
  const { assignedScope, isSuperUser } = stored;
  const limited = isSuperUser || assignedScope.kind === 'all' ? null : assignedScope.providerIds;
  const html = rightsSheetHtml({
    practiceName: readPractice(tx).name,
    name: stored.name,
    loginId: stored.loginId,
    status: stored.isLockedOut ? 'locked out' : stored.status,
    roleNames: stored.roleNames,
    providers: limited === null ? null : [...providerNames(tx, limited).values()].map(({ name }) => name),
    rights: stored.rights,
    printedBy: call.session?.name ?? '',
    nowMs: call.nowMs,
  });
  call.afterCommit(() => services.dialogs.print(html));
  return {};
};

type AccessName = Exclude<Extract<keyof Handlers, `access.${string}`>, `access.replay${string}`>;

export const accessHandlers: Pick<Handlers, AccessName> = {
  'access.explain': explainAccess,
  'access.findHolders': findHolders,
  'access.printDay': printDay,
  'access.printRights': printRights,
  ...unusedRightsHandlers,
};

function wholeAnswer(tx: ReadTx, { decision, steps, sources, changes }: Explanation) {
  const idsOf = (of: (change: RankedChange['change']) => string | null) =>
    changes.flatMap(({ change }) => of(change) ?? []);
  const providers = providerNames(
    tx,
    idsOf((one) => (one.kind === 'provider' ? one.providerId : null)),
  );
  const locations = locationNames(
    tx,
    idsOf((one) => (one.kind === 'location' ? one.locationId : null)),
  );
  return {
    isPermitted: decision.decision === 'permit',
    reason: decision.decision === 'permit' ? null : decision.reason,
    steps: [...steps],
    sources: [...sources],
    changes: changes.map(({ change, gains, patientsGained }) => ({
      change: withNames(change, providers, locations),
      gains: gains.map(rightChange),
      patientsGained,
    })),
  };
}

/** INVARIANT: about oneself a hidden row and a missing one answer alike, in every field (S2.14). */
function ruleOnly({ decision }: Explanation) {
  const isPermitted = decision.decision === 'permit';
  const isHidden = !isPermitted && (decision.reason === 'notFound' || decision.reason === 'outOfScope');
  return {
    isPermitted,
    reason: isPermitted ? null : isHidden ? ('outOfScope' as const) : decision.reason,
    steps: [],
    sources: [],
    changes: [],
  };
}

function withNames(
  change: RankedChange['change'],
  providers: ReturnType<typeof providerNames>,
  locations: ReturnType<typeof locationNames>,
) {
  if (change.kind === 'location')
    return { ...change, locationName: locations.get(change.locationId) ?? 'a location that is not there any more' };
  if (change.kind !== 'provider') return change;
  return { ...change, providerName: providers.get(change.providerId)?.name ?? 'a provider who is not there any more' };
}

/** What keeps the person out, each a row that can be ended by itself. */
function countLockOuts(
  tx: ReadTx,
  userId: string,
  { isSuperUser }: SubjectRights,
  { workstation }: Services,
  nowMs: number,
): number {
  const ofPerson = lockOutsOfPeople(tx, [userId], nowMs).get(userId)?.length ?? 0;
  return ofPerson + (!isSuperUser && isWorkstationLockedOut(tx, workstation, nowMs) ? 1 : 0);
}

function patientsReached(tx: ReadTx, { held, scope }: Subject, seenBy: RecordReach): number {
  return held.has('patient:read') ? countReached(tx, PATIENT, scope, seenBy) : 0;
}

/** The roles a person can be given and that would count now; policies come with roles. */
function rolesToGive(tx: ReadTx, nowMs: number): RoleGrant[] {
  const roleIds = findRoles(tx).flatMap(({ roleId, isActive, kind }) =>
    isActive && kind !== 'policy' ? [roleId] : [],
  );
  const moment = momentAt(nowMs, readPractice(tx).timeZone, []);
  return readRoleGrants(tx, roleIds).filter(({ hours = [] }) => withheldBy(UNLIMITED, hours, moment) === null);
}

function askedAbout(procedure: string, targetId: string | null, asOfMs: number | null) {
  const asked = { field: 'Asked about', old: null, new: targetId === null ? procedure : `${procedure} ${targetId}` };
  return asOfMs === null ? [asked] : [asked, { field: 'As of', old: null, new: new Date(asOfMs).toISOString() }];
}

function rightChange(permission: PermissionId) {
  const { label, reachesPhi } = PERMISSIONS[permission];
  return { permission, label, reachesPhi };
}
