// The second half of an act on money: by another person, or alone after the wait where there is nobody else (S2.36, N8).
import { insertLoneAct, type NewLoneAct, readLoneActOf } from '../../../db/repositories/loneAct.ts';
import { readOutsideReviewer } from '../../../db/repositories/outsideReviewer.ts';
import { readPractice } from '../../../db/repositories/practice.ts';
import { noteEndedHolders, otherHoldersEver } from '../../../db/repositories/rightHolder.ts';
import { readSettings } from '../../../db/repositories/setting.ts';
import type { ReadTx, WriteTx } from '../../../db/transaction.ts';
import { type AloneVerdict, judgeAlone, lastOther } from '../../../shared/billing/confirmAlone.ts';
import {
  SECOND_PERSON_RULES,
  type SecondPersonRuleName,
  secondPersonWords,
} from '../../../shared/billing/secondPerson.ts';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import type { FieldValue } from '../../../shared/catalogue/records/field.ts';
import { type Refusal, refuse } from '../../../shared/errors.ts';
import type { Services } from '../../services.ts';
import { actingUserId } from '../actingUser.ts';
import type { RuledCall } from '../records/recordRules.ts';

/** The first half, as it stands stored. */
export interface FirstHalf {
  readonly byUserId: FieldValue | undefined;
  /** When it was asked for or last counted. */
  readonly atMs: number;
}

/** CONSTRAINT_VIOLATED where whoever did the first half wants to do the second as well, saying who can or when they may. */
export function refuseOnePerson(
  tx: WriteTx,
  call: RuledCall,
  ruleName: SecondPersonRuleName,
  first: FirstHalf,
): Refusal | null {
  if (first.byUserId !== actingUserId(call)) return null;
  noteEndedHolders(tx, call.nowMs);
  return refuse('CONSTRAINT_VIOLATED', sayOnePerson(tx, call, ruleName, judge(tx, call, ruleName, first).verdict));
}

/** Writes down that the person did both halves alone, or CONSTRAINT_VIOLATED where they may not, or not yet. */
export function doAlone(
  tx: WriteTx,
  call: RuledCall,
  services: Pick<Services, 'newId'>,
  ruleName: SecondPersonRuleName,
  first: FirstHalf,
  act: Pick<NewLoneAct, 'recordId' | 'label' | 'cents' | 'detail'>,
): Refusal | null {
  const rule = SECOND_PERSON_RULES[ruleName];
  if (first.byUserId !== actingUserId(call))
    return refuse(
      'CONSTRAINT_VIOLATED',
      `Somebody else did the first half of this, so you are the second person: ${rule.second} in the ordinary way.`,
    );
  noteEndedHolders(tx, call.nowMs);
  const { verdict, others } = judge(tx, call, ruleName, first);
  const reviewer = readOutsideReviewer(tx);
  if (verdict.kind !== 'mayConfirm' || reviewer === null)
    return refuse('CONSTRAINT_VIOLATED', sayOnePerson(tx, call, ruleName, verdict));
  insertLoneAct(tx, {
    ...act,
    id: services.newId(),
    kind: ruleName,
    requestedAtMs: first.atMs,
    doneAtMs: call.nowMs,
    doneByUserId: actingUserId(call),
    lastOther: lastOther(others),
    reviewer,
  });
  return null;
}

/** How the second half of this record stands for the person who asks. */
export function readConfirming(
  tx: ReadTx,
  call: RuledCall,
  ruleName: SecondPersonRuleName,
  recordId: string,
  first: FirstHalf | null,
): Output<'refund.readConfirming'> {
  const loneAct = readLoneActOf(tx, ruleName, recordId);
  if (first === null || first.byUserId !== actingUserId(call)) return { says: null, mayConfirmAlone: false, loneAct };
  const { verdict } = judge(tx, call, ruleName, first);
  return {
    says: sayOnePerson(tx, call, ruleName, verdict),
    mayConfirmAlone: verdict.kind === 'mayConfirm' && readOutsideReviewer(tx) !== null,
    loneAct,
  };
}

function judge(tx: ReadTx, call: RuledCall, ruleName: SecondPersonRuleName, first: FirstHalf) {
  const { permission } = SECOND_PERSON_RULES[ruleName];
  const others = otherHoldersEver(tx, permission, actingUserId(call), call.nowMs);
  const delayMs = readSettings(tx).values.aloneDelayHours * 3_600_000;
  return { others, verdict: judgeAlone({ requestedAtMs: first.atMs, nowMs: call.nowMs, delayMs, others }) };
}

function sayOnePerson(tx: ReadTx, call: RuledCall, ruleName: SecondPersonRuleName, verdict: AloneVerdict): string {
  const { timeZone } = readPractice(tx);
  const hasOutsideReviewer = readOutsideReviewer(tx) !== null;
  return secondPersonWords(SECOND_PERSON_RULES[ruleName], verdict, { nowMs: call.nowMs, timeZone, hasOutsideReviewer });
}
