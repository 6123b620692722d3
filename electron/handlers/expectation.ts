// What the practice expects of its rights: the list with verdicts, writing one down and deleting it (P6).
import {
  countExpectations,
  deleteExpectation,
  type ExpectationFields,
  findExpectations,
  insertExpectation,
  isExpected,
  readExpectation,
} from '../../db/repositories/expectation.ts';
import { readRole } from '../../db/repositories/role.ts';
import { nameOfActor, readUser } from '../../db/repositories/storedUser.ts';
import type { ReadTx } from '../../db/transaction.ts';
import type { Subject } from '../../shared/authorization/facts.ts';
import { aboutKindsOf, aboutTypeOf, expectedAct } from '../../shared/catalogue/expectedAct.ts';
import type { Input } from '../../shared/catalogue/procedures.ts';
import { type Refusal, refuse } from '../../shared/errors.ts';
import { askedPeople } from '../access/askedPeople.ts';
import { mayName, objectOfExpectation, saidExpectation } from '../access/expectationNames.ts';
import { judgeExpectation, questionsOf } from '../access/judgeExpectation.ts';
import type { Handler, Handlers } from '../ipc/stages.ts';
import type { Services } from '../services.ts';
import { actingUserId } from './actingUser.ts';

/** All of them are judged at every change of rights, so there is an end to their number. */
const MOST_EXPECTATIONS = 200;

const find: Handler<'expectation.find'> = (call, tx, services) => {
  const people = askedPeople(tx, services, call.nowMs);
  const judged = findExpectations(tx).map((expectation) => {
    const { id, version, who, brokenAtMs, createdAtMs, createdBy } = expectation;
    const said = saidExpectation(tx, expectation, call.subject, services);
    const verdict = judgeExpectation(expectation, questionsOf(tx, expectation, services), people);
    return {
      expectationId: id,
      version,
      who: { ...who, name: said.who.name },
      isMust: said.isMust,
      act: said.act,
      about: { kind: said.about.kind, name: said.about.name },
      isBroken: verdict.isBroken,
      brokenSinceMs: verdict.isBroken ? brokenAtMs : null,
      askedCount: verdict.askedCount,
      brokenBy: [...verdict.brokenBy],
      createdAtMs,
      createdBy: nameOfActor(tx, createdBy),
    };
  });
  call.note({ count: judged.length });
  return { expectations: judged.toSorted((one, other) => Number(other.isBroken) - Number(one.isBroken)) };
};

const create: Handler<'expectation.create'> = (call, tx, services) => {
  const fields = fieldsOf(call.input);
  const id = services.newId();
  call.note({ object: objectOfExpectation(tx, { id, ...fields }, services), changes: aboutChanges(fields) });
  const trouble = refuseImpossible(tx, fields, call.subject, services);
  if (trouble !== null) return trouble;
  if (findExpectations(tx).length >= MOST_EXPECTATIONS)
    return refuse('CONSTRAINT_VIOLATED', `There are ${MOST_EXPECTATIONS} expectations already. Delete one first.`);
  if (isExpected(tx, fields)) return refuse('CONFLICT', 'This is expected already. It stands in the list.');
  insertExpectation(tx, id, fields, { byUserId: actingUserId(call), atMs: call.nowMs });
  const people = askedPeople(tx, services, call.nowMs);
  return { expectationId: id, isBroken: judgeExpectation(fields, questionsOf(tx, fields, services), people).isBroken };
};

const remove: Handler<'expectation.delete'> = (call, tx, services) => {
  const { expectationId, version, reason } = call.input;
  const expectation = readExpectation(tx, expectationId);
  if (expectation === null) return refuse('NOT_FOUND', 'This expectation is not there any more. Open the list again.');
  call.note({
    object: objectOfExpectation(tx, expectation, services),
    why: reason,
    changes: aboutChanges(expectation),
  });
  if (expectation.version !== version)
    return refuse('CONFLICT', 'This expectation was changed meanwhile. Open the list again, then delete it once more.');
  deleteExpectation(tx, expectationId);
  return {};
};

export const expectationHandlers: Pick<
  Handlers,
  Exclude<Extract<keyof Handlers, `expectation.${string}`>, 'expectation.preview'>
> = {
  'expectation.find': find,
  'expectation.countBroken': (_call, tx) => countExpectations(tx),
  'expectation.create': create,
  'expectation.delete': remove,
};

function fieldsOf({ fields }: Input<'expectation.create'>): ExpectationFields {
  const { who, isMust, act, about } = fields;
  return { who, isMust, act, about: about.kind === 'any' ? { kind: 'any', id: null } : about };
}

/** CONSTRAINT_VIOLATED when it names somebody or something that is not there, not to be seen, or does not fit; else null. */
function refuseImpossible(
  tx: ReadTx,
  { who, act, about }: ExpectationFields,
  writer: Subject | null,
  services: Services,
): Refusal | null {
  const isThere = who.kind === 'user' ? isUserThere(tx, who.id) : readRole(tx, who.id) !== null;
  if (!isThere)
    return refuse('CONSTRAINT_VIOLATED', 'This person or role is not there any more. Choose another one.', {
      fields: [{ path: 'fields.who', message: 'is not there' }],
    });
  if (expectedAct(act) === null)
    return refuse('CONSTRAINT_VIOLATED', 'No right decides about this act. Choose one from the list.', {
      fields: [{ path: 'fields.act', message: 'is not an act' }],
    });
  if (!aboutKindsOf(act).includes(about.kind))
    return refuse('CONSTRAINT_VIOLATED', 'This act cannot be narrowed to that. Choose what it is about once more.', {
      fields: [{ path: 'fields.about', message: 'does not fit' }],
    });
  const typeName = aboutTypeOf(act, about.kind);
  if (typeName === null || about.id === null) return null;
  // Hidden and missing answer alike, as everywhere.
  return writer !== null && mayName(tx, typeName, about.id, writer, services)
    ? null
    : refuse('CONSTRAINT_VIOLATED', 'This record is not here, or it is outside what you may see. Choose another one.', {
        fields: [{ path: 'fields.about', message: 'is not there' }],
      });
}

function isUserThere(tx: ReadTx, userId: string): boolean {
  const user = readUser(tx, userId);
  return user !== null && user.status !== 'deleted';
}

/** By id, never by name: the log holds no name of a patient. */
function aboutChanges({ about }: ExpectationFields) {
  return about.id === null ? [] : [{ field: `About the ${about.kind}`, old: null, new: about.id }];
}
