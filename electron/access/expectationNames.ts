// The names in an expectation: of whom it is about, and of what, as far as whoever reads it may know (P6).
import { readTitles } from '../../db/records/recordTitle.ts';
import type { ExpectationFields } from '../../db/repositories/expectation.ts';
import { readRole } from '../../db/repositories/role.ts';
import { readUser } from '../../db/repositories/storedUser.ts';
import type { ReadTx } from '../../db/transaction.ts';
import type { Subject } from '../../shared/authorization/facts.ts';
import { expectationSentence, type SaidExpectation } from '../../shared/catalogue/expectationWords.ts';
import { aboutTypeOf } from '../../shared/catalogue/expectedAct.ts';
import { isRefusal } from '../../shared/errors.ts';
import { displayName } from '../../shared/people/displayName.ts';
import { wouldPermit } from '../ipc/authorize.ts';
import type { Services } from '../services.ts';
import { readQuestion } from './readQuestion.ts';

/** The expectation with names. What `reader` could not open has none; a null reader, such as the log, is told none. */
export function saidExpectation(
  tx: ReadTx,
  expectation: ExpectationFields,
  reader: Subject | null,
  services: Services,
): SaidExpectation {
  const { isMust, act, about } = expectation;
  const name = reader === null ? null : aboutName(tx, expectation, reader, services);
  return {
    who: { kind: expectation.who.kind, name: whoName(tx, expectation) },
    isMust,
    act,
    about: { ...about, name },
  };
}

/** How an expectation stands in the log: patients and records unnamed. */
export function objectOfExpectation(
  tx: ReadTx,
  { id, ...fields }: ExpectationFields & { readonly id: string },
  services: Services,
) {
  return { type: 'expectation', id, label: expectationSentence(saidExpectation(tx, fields, null, services)) };
}

/** Whether the reader could open the record by its own procedure: then its name is no news to them. */
export function mayName(tx: ReadTx, typeName: string, id: string, reader: Subject, services: Services): boolean {
  const asked = readQuestion(tx, { procedure: `${typeName}.read`, targetId: id }, services);
  return !isRefusal(asked) && wouldPermit(asked.access, { ...asked.facts, subject: reader });
}

function whoName(tx: ReadTx, { who }: ExpectationFields): string {
  if (who.kind === 'role') return readRole(tx, who.id)?.name ?? 'a role that was deleted';
  const user = readUser(tx, who.id);
  return user === null ? 'Somebody who is not here any more' : displayName(user);
}

function aboutName(tx: ReadTx, { act, about }: ExpectationFields, reader: Subject, services: Services): string | null {
  const typeName = aboutTypeOf(act, about.kind);
  if (typeName === null || about.id === null || !mayName(tx, typeName, about.id, reader, services)) return null;
  return readTitles(tx, typeName, [about.id]).get(about.id) ?? null;
}
