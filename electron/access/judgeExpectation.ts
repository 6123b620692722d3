// Whether an expectation holds: every question it stands for is put to the one judge, for everybody it is about (P6).
import { readRowTies, tiesOfValues } from '../../db/records/rowTies.ts';
import { tiesOfPatient } from '../../db/records/tiesOfPatient.ts';
import type { ExpectationFields } from '../../db/repositories/expectation.ts';
import type { ReadTx } from '../../db/transaction.ts';
import type { GuardedAccess } from '../../shared/authorization/decide.ts';
import type { Facts, Target } from '../../shared/authorization/facts.ts';
import type { RowTies } from '../../shared/authorization/scope.ts';
import type { ProcedureEntry } from '../../shared/catalogue/entry.ts';
import { type ExpectedAct, expectedAct } from '../../shared/catalogue/expectedAct.ts';
import { PROCEDURES } from '../../shared/catalogue/procedures.ts';
import { recordTypeNamed } from '../../shared/catalogue/records.ts';
import { isRefusal } from '../../shared/errors.ts';
import { wouldPermit } from '../ipc/authorize.ts';
import type { Services } from '../services.ts';
import type { AskedPeople, AskedPerson } from './askedPeople.ts';
import { readQuestion } from './readQuestion.ts';

/** One question to decide(), without the person. */
export interface ExpectedCall {
  readonly access: GuardedAccess;
  readonly facts: Omit<Facts, 'subject'>;
}

export interface Verdict {
  readonly isBroken: boolean;
  /** How many people it was asked about. */
  readonly askedCount: number;
  /** Names of those for whom it is not as expected. */
  readonly brokenBy: readonly string[];
}

type Named = Extract<ExpectedAct, { kind: 'procedure' }>['name'];

/** The questions an expectation stands for: one, or with a patient or provider one for each way their records are tied
 *  to people. Null for an act that is not known here any more.
 *  What happens to the file or the set-up is left out: an expectation is about rights. */
export function questionsOf(
  tx: ReadTx,
  { act: word, about }: ExpectationFields,
  services: Services,
): readonly ExpectedCall[] | null {
  const act = expectedAct(word);
  if (act === null) return null;
  // A right by itself aims at nothing, so it is asked about with the facts of a call that aims at nothing.
  const procedure = act.kind === 'right' ? 'access.findHolders' : act.name;
  const asked = readQuestion(tx, { procedure, targetId: about.kind === 'record' ? about.id : null }, services);
  if (isRefusal(asked)) return null;
  const environment = { ...asked.facts.environment, isReviewMode: false, isSetupFinished: true };
  const facts = { ...asked.facts, environment };
  if (act.kind === 'right') return [{ access: { kind: 'permission', permission: act.permission }, facts }];
  const { access } = asked;
  if (about.id === null || about.kind === 'any' || about.kind === 'record') return [{ access, facts }];
  const targets = targetsOf(tx, act.name, about.kind, about.id);
  return targets.map((target) => ({ access, facts: { ...facts, target } }));
}

/** The verdict on one expectation among `people`: what they must be able to do every question has to permit, what they
 *  must not do none. Somebody who is not there can do nothing, and a role that nobody holds is held by nobody. */
export function judgeExpectation(
  expectation: ExpectationFields,
  questions: readonly ExpectedCall[] | null,
  people: AskedPeople,
): Verdict {
  const { who, isMust } = expectation;
  if (questions === null) return { isBroken: true, askedCount: 0, brokenBy: [] };
  const person = who.kind === 'user' ? people.of(who.id) : null;
  if (who.kind === 'user' && person === null) return { isBroken: isMust, askedCount: 0, brokenBy: [] };
  const asked = person === null ? people.holdersOf(who.id) : [person];
  const brokenBy = asked.filter((one) => !isAsExpected(one, isMust, questions));
  return { isBroken: brokenBy.length > 0, askedCount: asked.length, brokenBy: brokenBy.map(({ name }) => name) };
}

function isAsExpected({ subject }: AskedPerson, isMust: boolean, questions: readonly ExpectedCall[]): boolean {
  const isPermitted = ({ access, facts }: ExpectedCall) => wouldPermit(access, { ...facts, subject });
  return isMust ? questions.every(isPermitted) : !questions.some(isPermitted);
}

/** Rows about a patient as they are and as a new one would be; of a provider one that belongs to nobody else. */
function targetsOf(tx: ReadTx, name: Named, kind: 'patient' | 'provider', id: string): readonly Target[] {
  const { target }: ProcedureEntry = PROCEDURES[name];
  const type = target?.kind === 'record' ? recordTypeNamed(target.type) : null;
  if (type === null) return [];
  const record = (ties: RowTies): Target => ({ kind: 'record', ties });
  if (kind === 'provider') return [record({ ...tiesOfValues(tx, type, null, {}), providerIds: [id] })];
  const patient = recordTypeNamed('patient');
  const isThere = patient !== null && readRowTies(tx, patient, id) !== null;
  return isThere ? tiesOfPatient(tx, type, id).map(record) : [{ kind: 'missing' }];
}
