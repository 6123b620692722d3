// XACML: policy information point (PIP). Loads what decide() needs from stored rows, never from the request.

import type { RecordValues } from '../../db/records/recordTable.ts';
import { readRowTies, tiesOfValues } from '../../db/records/rowTies.ts';
import { readRecord } from '../../db/records/storedRecord.ts';
import type { ReadTx } from '../../db/transaction.ts';
import type { Facts, Target } from '../../shared/authorization/facts.ts';
import { EVERY_ROW, type RowTies } from '../../shared/authorization/scope.ts';
import type { ProcedureEntry } from '../../shared/catalogue/entry.ts';
import { PROCEDURES } from '../../shared/catalogue/procedures.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { recordTypeNamed } from '../../shared/catalogue/records.ts';
import { readProposal } from '../proposal.ts';
import { readOwnRoleTarget } from '../roleProposal.ts';
import type { Services } from '../services.ts';
import { readAskedReason } from './accessReason.ts';
import type { Authenticated } from './authenticate.ts';
import type { ValidCall } from './stages.ts';

/** The facts of a call, and the reason that was given for it where one was asked. */
export interface CallFacts extends Facts {
  readonly givenReason: { readonly words: string; readonly act: string } | null;
}

/** The facts of one call inside its transaction. `isSteppedUp`: the password was checked for this very call. */
export function readFacts(
  tx: ReadTx,
  call: ValidCall,
  who: Authenticated,
  isSteppedUp: boolean,
  services: Services,
  isReviewMode: boolean,
): CallFacts {
  const entry: ProcedureEntry = PROCEDURES[call.name];
  const nowMs = services.clock.nowMs();
  const targetId = entry.target === undefined ? null : idIn(call.input, entry.target.idField);
  const target =
    entry.target === undefined || targetId === null
      ? readOwnRoleTarget(tx, call.name, call.input, who.subject)
      : readTarget(tx, entry, entry.target, targetId);
  const asked = readAskedReason(tx, entry, target, targetId, who.session, nowMs);
  return {
    subject: who.subject,
    target,
    tiesAfter: entry.rowAfter === undefined ? null : readTiesAfter(tx, entry.rowAfter.type, call.input, who),
    proposal: entry.proposes ? readProposal(tx, call.name, call.input, nowMs) : null,
    isReasonMissing: asked.isAsked && asked.given === null,
    isSteppedUp,
    environment: { isSetupFinished: isSetupFinished(tx), isReviewMode },
    givenReason: asked.given === null ? null : { words: asked.given, act: asked.act },
  };
}

function idIn(input: unknown, field: string): string {
  return String((input as Record<string, unknown>)[field]);
}

/** Whether the first-run steps are done: before that patient data stays closed. */
export function isSetupFinished(tx: ReadTx): boolean {
  const practice = tx.prepare<{ setup_step: string }>('SELECT setup_step FROM practice WHERE id = 1').get();
  return practice?.setup_step === 'finished';
}

/** The stored row with this id that the call aims at. */
export function readTarget(
  tx: ReadTx,
  entry: ProcedureEntry,
  target: NonNullable<ProcedureEntry['target']>,
  id: string,
): Target {
  switch (target.kind) {
    case 'record': {
      const ties = readRowTies(tx, typeNamed(target.type), id);
      return ties === null ? { kind: 'missing' } : { kind: 'record', ties };
    }
    case 'user': {
      const user = tx.prepare<{ is_super_user: number }>('SELECT is_super_user FROM user WHERE id = ?').get(id);
      return user === undefined
        ? { kind: 'missing' }
        : { kind: 'user', userId: id, isSuperUser: user.is_super_user === 1, isOnlyViewed: entry.kind === 'query' };
    }
  }
}

/** What would tie the record to people once its typed fields are saved: a new one belongs to whoever adds it. */
function readTiesAfter(tx: ReadTx, typeName: string, input: unknown, who: Authenticated): RowTies {
  const type = typeNamed(typeName);
  const { id = null, fields } = input as { id?: string; fields: RecordValues };
  const stored = id === null ? null : readRecord(tx, type, EVERY_ROW, id);
  const { owner } = type.scope;
  const own = stored === null && owner !== undefined ? { [owner]: who.subject.userId } : {};
  return tiesOfValues(tx, type, id, { ...stored?.values, ...own, ...fields });
}

function typeNamed(name: string): RecordType {
  const type = recordTypeNamed(name);
  if (type === null) throw new Error(`no record type \`${name}\``);
  return type;
}
