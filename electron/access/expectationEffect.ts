// Which expectations differ between two states of the rights, in words for whoever asks (P6).
import { findExpectations, type StoredExpectation } from '../../db/repositories/expectation.ts';
import type { ReadTx } from '../../db/transaction.ts';
import type { Subject } from '../../shared/authorization/facts.ts';
import type { Output } from '../../shared/catalogue/procedures.ts';
import type { Services } from '../services.ts';
import type { AskedPeople } from './askedPeople.ts';
import { saidExpectation } from './expectationNames.ts';
import { type ExpectedCall, judgeExpectation, questionsOf } from './judgeExpectation.ts';

export type Effect = Output<'expectation.preview'>;

/** An expectation with the questions it stands for. */
export interface AskedExpectation {
  readonly expectation: StoredExpectation;
  readonly questions: readonly ExpectedCall[] | null;
}

/** All of them, with their questions about the rows as they are in `tx`. */
export function askedExpectations(tx: ReadTx, services: Services): AskedExpectation[] {
  return findExpectations(tx).map((expectation) => ({
    expectation,
    questions: questionsOf(tx, expectation, services),
  }));
}

/** The ids of those that are broken among `people`. */
export function brokenAmong(asked: readonly AskedExpectation[], people: AskedPeople): ReadonlySet<string> {
  const broken = asked.filter(
    ({ expectation, questions }) => judgeExpectation(expectation, questions, people).isBroken,
  );
  return new Set(broken.map(({ expectation }) => expectation.id));
}

/** Those that hold `before` and not `after`, and the other way round; named as far as `reader` may know. */
export function effectOf(
  tx: ReadTx,
  asked: readonly AskedExpectation[],
  { before, after }: { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> },
  reader: Subject | null,
  services: Services,
): Effect {
  const said = (from: ReadonlySet<string>, to: ReadonlySet<string>) =>
    asked.flatMap(({ expectation }) =>
      !from.has(expectation.id) && to.has(expectation.id) ? [inWords(tx, expectation, reader, services)] : [],
    );
  return { breaks: said(before, after), mends: said(after, before) };
}

function inWords(tx: ReadTx, expectation: StoredExpectation, reader: Subject | null, services: Services) {
  const { who, isMust, act, about } = saidExpectation(tx, expectation, reader, services);
  const { kind, id } = expectation.who;
  return { who: { kind, id, name: who.name }, isMust, act, about: { kind: about.kind, name: about.name } };
}
