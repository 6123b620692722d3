// The proof of enforcement: every procedure fired as every person through the real door, and always rolled back (N2).
import { createHash } from 'node:crypto';
import { type RecordSample, sampleRecords } from '../../db/records/sampleRecords.ts';
import { readSubjectRights, type SubjectRights } from '../../db/repositories/rights.ts';
import { rolledBack } from '../../db/rolledBack.ts';
import type { WriteTx } from '../../db/transaction.ts';
import { effectivePermissions } from '../../shared/authorization/effectivePermissions.ts';
import type { Subject } from '../../shared/authorization/facts.ts';
import { type ProofAnswer, type ProofVerdict, proofVerdict } from '../../shared/authorization/proofVerdict.ts';
import { everyRowOf } from '../../shared/authorization/scope.ts';
import type { ProcedureEntry } from '../../shared/catalogue/entry.ts';
import type { PermissionId } from '../../shared/catalogue/permissions.ts';
import { PROCEDURE_NAMES, PROCEDURES, type ProcedureName } from '../../shared/catalogue/procedures.ts';
import { OWN_PERMISSIONS } from '../../shared/catalogue/recordPermissions.ts';
import { recordTypeNamed } from '../../shared/catalogue/records.ts';
import { isPrepared } from '../handlers/prepare.ts';
import type { ValidCall } from '../ipc/stages.ts';
import { subjectOf } from '../ipc/subject.ts';
import type { Fire, Services } from '../services.ts';
import { createGivenReasons } from '../session/givenReasons.ts';
import type { Session } from '../session/session.ts';
import { fencedServices } from './fencedServices.ts';
import { proofInput } from './proofInput.ts';

/** One call that was fired. */
export interface FiredCall {
  readonly userId: string;
  readonly procedure: ProcedureName;
  /** The tick box that decides it; null: everybody signed in. */
  readonly permission: PermissionId | null;
  /** The box is ticked for the caller, over all rows or over their own. */
  readonly isTicked: boolean;
  /** What it aimed at, in words. */
  readonly aim: string;
  readonly shouldBeLetIn: boolean;
  readonly isLetIn: boolean;
  readonly reason: string | null;
  readonly verdict: ProofVerdict;
}

export interface ProofRun {
  readonly fired: readonly FiredCall[];
  /** SHA-256, hexadecimal, over every fired call and its answer in order: what the evidence carries. */
  readonly digest: string;
}

interface Shot {
  readonly isTicked: boolean;
  readonly aim: string;
  readonly targetId: string | null;
  /** A row whose values a new record takes over. */
  readonly likeId: string | null;
  readonly shouldBeLetIn: boolean;
  readonly hasPassword: boolean;
}

const NOWHERE = '01900000-0000-7000-8000-00000000ffff';
const WINDOW = 'proof';

/** Fires every procedure a right or a session decides as each of `userIds`, with real rows where it aims at one; calls
 *  about users aim at the caller and at the first other of `everybody`.
 *  What should happen is read from the tick boxes and the lists; what happens is asked of the door every window uses.
 *  INVARIANT: nothing stays: each call and the whole run are rolled back, and nothing outside the database is reached. */
export function runProof(
  tx: WriteTx,
  userIds: readonly string[],
  everybody: readonly string[],
  fire: Fire,
  services: Services,
): ProofRun {
  const fired: FiredCall[] = [];
  const hash = createHash('sha256');
  rolledBack(tx, 'proof_run', () => {
    for (const userId of userIds)
      for (const call of fireAs(tx, userId, everybody, fire, services)) {
        fired.push(call);
        const { procedure, aim, shouldBeLetIn, isLetIn, reason } = call;
        hash.update(`${[userId, procedure, aim, shouldBeLetIn, isLetIn, reason ?? ''].join('\t')}\n`);
      }
  });
  return { fired, digest: hash.digest('hex') };
}

function* fireAs(
  tx: WriteTx,
  userId: string,
  everybody: readonly string[],
  fire: Fire,
  services: Services,
): Generator<FiredCall> {
  const nowMs = services.clock.nowMs();
  const stored = readSubjectRights(tx, userId, nowMs);
  if (stored === null) return;
  const subject = subjectOf(tx, userId, stored, services.workstation, nowMs);
  const session = sessionOf(userId, stored, services);
  const inside = fencedServices(services, () => session);
  const boxes = new Set(effectivePermissions(stored.rights).flatMap((one) => (one.isHeld ? [one.permission] : [])));
  const samples = sampler(tx, subject);
  for (const procedure of PROCEDURE_NAMES) {
    const entry: ProcedureEntry = PROCEDURES[procedure];
    if (entry.access.kind === 'anonymous' || procedure === 'proof.run') continue;
    const permission = entry.access.kind === 'permission' ? entry.access.permission : null;
    for (const shot of shotsAt(entry, permission, boxes, subject, everybody, samples)) {
      const input = proofInput(tx, entry, shot.targetId, shot.likeId);
      const valid = { requestId: services.newId(), windowId: WINDOW, name: procedure, input } as ValidCall;
      const answer = fireOne(tx, valid, shot.hasPassword, fire, inside);
      const { isTicked, aim, shouldBeLetIn } = shot;
      yield {
        userId,
        procedure,
        permission,
        isTicked,
        aim,
        shouldBeLetIn,
        isLetIn: answer.isLetIn,
        reason: answer.isLetIn ? null : answer.reason,
        verdict: proofVerdict(shouldBeLetIn, answer),
      };
    }
  }
}

/** Where a procedure is aimed, and what the boxes and lists say about it. */
function shotsAt(
  entry: ProcedureEntry,
  permission: PermissionId | null,
  boxes: ReadonlySet<PermissionId>,
  subject: Subject,
  everybody: readonly string[],
  samples: (typeName: string, isOwnOnly: boolean) => RecordSample,
): Shot[] {
  const own = permission === null ? undefined : OWN_PERMISSIONS[permission];
  const isWhole = permission === null || boxes.has(permission);
  const isActive = subject.status === 'active' && !subject.isLockedOut;
  const isTicked = isActive && (isWhole || (own !== undefined && boxes.has(own)));
  const { target, rowAfter } = entry;
  const likeId = rowAfter === undefined ? null : samples(rowAfter.type, !isWhole).inside;
  const shot = (aim: string, targetId: string | null, isReached = true): Shot => {
    return { isTicked, aim, targetId, likeId, shouldBeLetIn: isTicked && isReached, hasPassword: true };
  };
  const shots: Shot[] = [];
  if (target === undefined) shots.push(shot('nothing in particular', null));
  else if (target.kind === 'user') {
    const other = everybody.find((id) => id !== subject.userId);
    shots.push(shot('oneself', subject.userId));
    if (other !== undefined) shots.push(shot('somebody else', other));
  } else {
    const { inside, outside } = samples(target.type, !isWhole);
    if (inside !== null) shots.push(shot('a record within the limits', inside));
    if (outside !== null) shots.push(shot('a record outside the limits', outside, false));
    if (inside === null && outside === null) shots.push(shot('a record that is not there', NOWHERE, false));
  }
  const asksPassword = entry.access.kind === 'permission' && entry.access.stepUp === true;
  const bare = asksPassword ? shots.map((one) => ({ ...one, hasPassword: false, shouldBeLetIn: false })) : [];
  return [...shots, ...bare.map((one) => ({ ...one, aim: `${one.aim}, without the password` }))];
}

/** Asks the door, and runs the handler of a call that was let in; both are undone.
 *  INVARIANT: a handler writes files only to places that were prepared, so one that needs none reaches none. */
function fireOne(tx: WriteTx, valid: ValidCall, hasPassword: boolean, fire: Fire, services: Services): ProofAnswer {
  const prepared = hasPassword ? { isSteppedUp: true } : undefined;
  return rolledBack(tx, 'proof_call', (): ProofAnswer => {
    let admission: ReturnType<Fire['admit']>;
    try {
      admission = fire.admit(tx, valid, prepared, [], services);
    } catch {
      return { isLetIn: false, reason: 'error' };
    }
    if (!admission.isAdmitted) return { isLetIn: false, reason: admission.outcome.record.reason };
    // Such a handler works on what was prepared outside the database: a chosen file, a derived key. There is none here.
    if (isPrepared(valid.name)) return { isLetIn: true };
    try {
      fire.perform(tx, admission, prepared, services);
    } catch {
      // Let in, and stopped at the fence.
    }
    return { isLetIn: true };
  });
}

function sampler(tx: WriteTx, { userId, scope }: Subject) {
  const known = new Map<string, RecordSample>();
  return (typeName: string, isOwnOnly: boolean): RecordSample => {
    const key = `${typeName} ${isOwnOnly}`;
    const type = recordTypeNamed(typeName);
    if (type === null) throw new Error(`no record type \`${typeName}\``);
    const sample =
      known.get(key) ?? sampleRecords(tx, type, isOwnOnly ? { ...scope, ways: everyRowOf(userId).ways } : scope);
    known.set(key, sample);
    return sample;
  };
}

function sessionOf(userId: string, { loginId, name }: SubjectRights, { clock }: Services): Session {
  const nowMs = clock.monotonicMs();
  return {
    sessionId: WINDOW,
    windowId: WINDOW,
    userId,
    kind: 'person',
    loginId,
    name,
    userSecretKey: null,
    previousSignIn: null,
    workLocationId: null,
    isKiosk: false,
    reasons: createGivenReasons(),
    times: { startedAtMs: nowMs, lastInputAtMs: nowMs, lastPermittedCallAtMs: nowMs },
  };
}
