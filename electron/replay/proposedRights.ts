// The rights as they are and as a proposed change would leave them, side by side in two copies in memory (P1).
import { readSubjectRights, type SubjectRights } from '../../db/repositories/rights.ts';
import { readRoleDefinitions } from '../../db/repositories/roleDefinition.ts';
import { type ReadTx, read, type WriteTx, write } from '../../db/transaction.ts';
import type { Subject } from '../../shared/authorization/facts.ts';
import { rolesUnder } from '../../shared/authorization/flattenRole.ts';
import { momentAt } from '../../shared/authorization/momentAt.ts';
import { openRightsAfter, type ProposedChange } from '../access/rightsAfter.ts';
import { subjectOf } from '../ipc/subject.ts';

export interface ProposedRights {
  /** The people whose rights the change touches. */
  readonly userIds: readonly string[];
  /** The person as they are and as they would be, at the hour of an act; null where there is no such user. */
  subjectsAt(userId: string, atMs: number): { readonly before: Subject; readonly after: Subject } | null;
  close(): void;
}

/** Makes both copies from the present rows. In both, what is given for a time or a place counts as if it were in force
 *  there, and what has ended is gone: the question is about the change, not about its first day. */
export function openProposedRights(tx: ReadTx, change: ProposedChange, nowMs: number): ProposedRights {
  const copies = [openRightsAfter(tx, null, nowMs), openRightsAfter(tx, change, nowMs)] as const;
  const [before, after] = copies;
  const userIds = touchedBy(tx, change);
  for (const copy of copies) write(copy, (open) => putInForce(open, nowMs));
  const hasHours = read(after, hoursAnywhere) || read(before, hoursAnywhere);
  const known = new Map<string, { before: Subject; after: Subject } | null>();
  return {
    userIds,
    subjectsAt(userId, atMs) {
      // Without hours nothing depends on the moment; with them, on the minute of the act.
      const key = hasHours ? `${userId}|${Math.floor(atMs / 60_000)}` : userId;
      const found = known.get(key);
      if (found !== undefined) return found;
      if (known.size > MOST_KNOWN) known.clear();
      const one = read(before, (open) => subjectIn(open, userId, atMs));
      const other = read(after, (open) => subjectIn(open, userId, atMs));
      const both = one === null || other === null ? null : { before: one, after: other };
      known.set(key, both);
      return both;
    },
    close: () => {
      for (const copy of copies) copy.close();
    },
  };
}

const MOST_KNOWN = 20_000;
const LONG_AGO = '0001-01-01';
const FAR_AWAY = '9999-12-31';

function touchedBy(tx: ReadTx, change: ProposedChange): readonly string[] {
  if (change.kind === 'user') return [change.input.userId];
  const under = [...rolesUnder(change.input.roleId, readRoleDefinitions(tx))];
  return tx
    .prepare<{ id: string }>(
      'SELECT DISTINCT user_id AS id FROM user_role WHERE role_id IN (SELECT value FROM json_each(?)) ORDER BY user_id',
    )
    .all(JSON.stringify(under))
    .map(({ id }) => id);
}

function putInForce(copy: WriteTx, nowMs: number): void {
  const zone = copy.prepare<{ zone: string }>('SELECT time_zone AS zone FROM practice').get()?.zone ?? 'UTC';
  const { day } = momentAt(nowMs, zone, []);
  for (const table of ['user_role', 'user_permission', 'patient_grant'])
    copy.prepare(`DELETE FROM ${table} WHERE valid_until < ?`).run(day);
  copy.prepare('UPDATE user_role SET valid_from = NULL, valid_until = NULL, is_bound = NULL').run();
  copy.prepare('UPDATE user_permission SET valid_from = NULL, valid_until = NULL').run();
  copy.prepare('UPDATE patient_grant SET valid_from = ?, valid_until = ?').run(LONG_AGO, FAR_AWAY);
}

function hoursAnywhere(tx: ReadTx): boolean {
  return tx.prepare('SELECT 1 FROM role_hours LIMIT 1').get() !== undefined;
}

/** Somebody who acted could act: what keeps a login out today is no part of the question. */
function subjectIn(tx: ReadTx, userId: string, atMs: number): Subject | null {
  const stored = readSubjectRights(tx, userId, atMs);
  if (stored === null) return null;
  return subjectOf(tx, userId, actable(stored), '', atMs);
}

function actable(stored: SubjectRights): SubjectRights {
  return { ...stored, status: 'active', isLockedOut: false };
}
