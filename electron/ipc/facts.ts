// XACML: policy information point (PIP). Loads what decide() needs from stored rows, never from the request.
import type { ReadTx } from '../../db/transaction.ts';
import type { Facts, Target } from '../../shared/authorization/facts.ts';
import type { ProcedureEntry } from '../../shared/catalogue/entry.ts';
import { PROCEDURES } from '../../shared/catalogue/procedures.ts';
import { readProposal } from '../proposal.ts';
import type { Services } from '../services.ts';
import type { Authenticated } from './authenticate.ts';
import type { ValidCall } from './stages.ts';

/** The facts of one call inside its transaction. `isSteppedUp`: the password was checked for this very call. */
export function readFacts(
  tx: ReadTx,
  call: ValidCall,
  who: Authenticated,
  isSteppedUp: boolean,
  services: Services,
  isReviewMode: boolean,
): Facts {
  const entry: ProcedureEntry = PROCEDURES[call.name];
  return {
    subject: who.subject,
    target:
      entry.target === undefined
        ? null
        : readTarget(tx, entry, entry.target.kind, idIn(call.input, entry.target.idField)),
    proposal: entry.proposes ? readProposal(tx, call.name, call.input, services.clock.nowMs()) : null,
    isSteppedUp,
    environment: { isSetupFinished: isSetupFinished(tx), isReviewMode },
  };
}

function idIn(input: unknown, field: string): string {
  return String((input as Record<string, unknown>)[field]);
}

function isSetupFinished(tx: ReadTx): boolean {
  const practice = tx.prepare<{ setup_step: string }>('SELECT setup_step FROM practice WHERE id = 1').get();
  return practice?.setup_step === 'finished';
}

function readTarget(tx: ReadTx, entry: ProcedureEntry, kind: 'user' | 'patient' | 'provider', id: string): Target {
  switch (kind) {
    case 'user': {
      const user = tx.prepare<{ is_super_user: number }>('SELECT is_super_user FROM user WHERE id = ?').get(id);
      return user === undefined
        ? { kind: 'missing' }
        : { kind, userId: id, isSuperUser: user.is_super_user === 1, isOnlyViewed: entry.kind === 'query' };
    }
    case 'patient': {
      if (tx.prepare('SELECT 1 FROM patient WHERE id = ?').get(id) === undefined) return { kind: 'missing' };
      const rows = tx
        .prepare<{ provider_id: string }>('SELECT provider_id FROM patient_provider WHERE patient_id = ?')
        .all(id);
      return { kind, providerIds: rows.map((row) => row.provider_id) };
    }
    case 'provider':
      return tx.prepare('SELECT 1 FROM provider WHERE id = ?').get(id) === undefined
        ? { kind: 'missing' }
        : { kind, providerIds: [id] };
  }
}
