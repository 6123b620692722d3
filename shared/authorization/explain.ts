// Why decide() answers as it does, step by step, and the smallest single change that would turn a deny into a permit (N1, S2.14).
import { PERMISSIONS, type PermissionId } from '../catalogue/permissions.ts';
import { OWN_PERMISSIONS } from '../catalogue/recordPermissions.ts';
import { type Decision, type DenyReason, decide, type GuardedAccess } from './decide.ts';
import { effectivePermissions, type RightSource, type RightsOfUser, type RoleGrant } from './effectivePermissions.ts';
import type { Facts, Subject } from './facts.ts';
import { type Asked, applyChange, candidateChanges, type SingleChange } from './singleChange.ts';

/** The checks in the order in which decide() makes them. `outcome` is where a record would lie once it is saved. */
export const EXPLAIN_STEPS = [
  'account',
  'lockOut',
  'environment',
  'phiRestricted',
  'hours',
  'place',
  'right',
  'target',
  'ownRows',
  'conditions',
  'label',
  'locations',
  'limits',
  'outcome',
  'proposal',
  'reason',
  'stepUp',
] as const;
export type ExplainStep = (typeof EXPLAIN_STEPS)[number];
export type StepState = 'passed' | 'denied' | 'notReached';

/** What the facts were made of, so that one row of it can be changed and the judge asked again. */
export interface Question extends Asked {
  readonly access: GuardedAccess;
  readonly facts: Facts;
  readonly rights: RightsOfUser;
  /** Roles that could be given; those held already are passed over. */
  readonly roles: readonly RoleGrant[];
  /** How many patients a subject reaches; counted by whoever has the records. */
  readonly patientsReached: (subject: Subject) => number;
}

export interface RankedChange {
  readonly change: SingleChange;
  /** Permissions newly held, the wanted one among them. */
  readonly gains: readonly PermissionId[];
  /** Patients reached after the change and not before. */
  readonly patientsGained: number;
}

export interface Explanation {
  readonly decision: Decision;
  readonly steps: readonly { readonly step: ExplainStep; readonly state: StepState }[];
  /** Everything that gives the needed right, also where a flag or an untick takes it away again. */
  readonly sources: readonly RightSource[];
  /** Changes of one row that would permit, the one that opens least first; empty for a permit. */
  readonly changes: readonly RankedChange[];
  /** How often the judge was asked. */
  readonly decisionCount: number;
}

/** An explanation never costs more than this. */
export const MOST_DECISIONS = 200;
/** The decision itself and the four that find out which tie of a record keeps it out. */
const DECISIONS_BEFORE_CHANGES = 5;

const STEP_OF_REASON: Record<Exclude<DenyReason, 'outOfScope'>, ExplainStep> = {
  accountNotActive: 'account',
  lockedOut: 'lockOut',
  reviewMode: 'environment',
  setupUnfinished: 'environment',
  recoverySession: 'right',
  phiRestricted: 'phiRestricted',
  noRight: 'right',
  rightNotYet: 'hours',
  rightEnded: 'hours',
  outsideHours: 'hours',
  otherLocation: 'place',
  notFound: 'target',
  targetIsSuperUser: 'target',
  conditionNotMet: 'conditions',
  leavesScope: 'outcome',
  ownRights: 'proposal',
  givesWhatTheyLack: 'proposal',
  onlySuperUserGives: 'proposal',
  widensScope: 'proposal',
  lastSuperUser: 'proposal',
  reasonRequired: 'reason',
  stepUpRequired: 'stepUp',
  error: 'account',
};

/** Explains one decision. Judges nothing by itself: every answer comes from decide() on the facts, or on the facts after
 *  one changed row. Pure; never throws where decide() does not. */
export function explain(question: Question): Explanation {
  const { access, facts, rights, patientsReached } = question;
  const decision = decide(access, facts);
  const permission = access.kind === 'permission' ? access.permission : null;
  const sources = permission === null ? [] : sourcesOf(permission, rights);
  if (decision.decision === 'permit')
    return { decision, steps: stepsUntil(null), sources, changes: [], decisionCount: 1 };
  const candidates = candidateChanges(question).slice(0, MOST_DECISIONS - DECISIONS_BEFORE_CHANGES);
  const reachedBefore = patientsReached(facts.subject);
  const permitting = candidates.flatMap((change) => rankedIfPermitting(question, change, reachedBefore));
  return {
    decision,
    steps: stepsUntil(deniedStep(decision.reason, question)),
    sources,
    changes: withoutNeedlessTicks(permitting).toSorted(byWhatIsOpened),
    decisionCount: candidates.length + DECISIONS_BEFORE_CHANGES,
  };
}

/** Everything that gives a right; where nothing does, what gives it over one's own rows (S2.27). */
export function sourcesOf(permission: PermissionId, rights: RightsOfUser): readonly RightSource[] {
  const effective = effectivePermissions(rights);
  const of = (id: PermissionId | undefined) => effective.find((right) => right.permission === id)?.sources ?? [];
  const whole = of(permission);
  return whole.length === 0 ? of(OWN_PERMISSIONS[permission]) : whole;
}

function stepsUntil(denied: ExplainStep | null): Explanation['steps'] {
  const place = denied === null ? EXPLAIN_STEPS.length : EXPLAIN_STEPS.indexOf(denied);
  return EXPLAIN_STEPS.map((step, at) => ({
    step,
    state: at < place ? 'passed' : at === place ? 'denied' : 'notReached',
  }));
}

function deniedStep(reason: DenyReason, question: Question): ExplainStep {
  return reason === 'outOfScope' ? keepingTie(question) : STEP_OF_REASON[reason];
}

const OUT_OF_REACH: readonly DenyReason[] = ['outOfScope', 'conditionNotMet'];

/** Which tie keeps the record out: the judge is asked again with the other ties out of the way. */
function keepingTie({ access, facts }: Question): ExplainStep {
  const { target, subject } = facts;
  if (target?.kind !== 'record') return 'limits';
  const isOut = (ties: Partial<typeof target.ties>) => {
    const again = decide(access, { ...facts, target: { ...target, ties: { ...target.ties, ...ties } } });
    return again.decision === 'deny' && OUT_OF_REACH.includes(again.reason);
  };
  // Conditions name a type of record, so a row of no type meets them all.
  const open = { ownerId: subject.userId, type: '', labels: [], locationIds: 'any', providerIds: 'any' } as const;
  const { ownerId, type, labels, locationIds } = target.ties;
  if (isOut({ ...open, ownerId })) return 'ownRows';
  if (isOut({ ...open, type })) return 'conditions';
  if (isOut({ ...open, labels })) return 'label';
  return isOut({ ...open, locationIds }) ? 'locations' : 'limits';
}

function rankedIfPermitting(question: Question, change: SingleChange, reachedBefore: number): RankedChange[] {
  const { access, facts, rights, patientsReached } = question;
  const after = applyChange(question, rights, facts, change);
  if (decide(access, after).decision === 'deny') return [];
  return [
    {
      change,
      gains: [...after.subject.held].filter((id) => !facts.subject.held.has(id)),
      patientsGained: Math.max(0, patientsReached(after.subject) - reachedBefore),
    },
  ];
}

/** The two ticks that open nearly everything are offered only where nothing smaller helps. */
function withoutNeedlessTicks(changes: readonly RankedChange[]): readonly RankedChange[] {
  const small = changes.filter(({ change }) => change.kind !== 'superUser' && change.kind !== 'accessSecurity');
  return small.length === 0 ? changes : small;
}

function byWhatIsOpened(one: RankedChange, other: RankedChange): number {
  return (
    one.gains.length - other.gains.length ||
    one.patientsGained - other.patientsGained ||
    phiCount(one) - phiCount(other)
  );
}

function phiCount({ gains }: RankedChange): number {
  return gains.filter((id) => PERMISSIONS[id].reachesPhi).length;
}
