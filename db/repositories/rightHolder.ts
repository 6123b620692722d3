// Who holds, and last held, the rights that need a second person: written down with every change of rights (S2.36, N8).
import type { WithheldReason } from '../../shared/authorization/grantTerms.ts';
import type { OtherHolder } from '../../shared/billing/confirmAlone.ts';
import { SECOND_PERSON_PERMISSIONS } from '../../shared/billing/secondPerson.ts';
import type { PermissionId } from '../../shared/catalogue/permissions.ts';
import type { ReadTx, WriteTx } from '../transaction.ts';
import { readSubjectRights, type SubjectRights } from './rights.ts';
import { RIGHTS_MODEL_KEY } from './rightsRules.ts';

/** Notes who holds the rights that need a second person, where this transaction changed rows that bear on it.
 *  Runs before every entry of the log: no such change commits without one, so none is missed.
 *  Lock-outs do not count: whoever is locked out still holds their rights. Units: UTC epoch ms. */
export function noteRightHolders(tx: WriteTx, atMs: number): void {
  const touched = tx.prepare<{ table_name: string; row_id: string }>(TOUCHED_SQL).all(RIGHTS_MODEL_KEY);
  if (touched.length === 0) return;
  const isOfPerson = ({ table_name }: { table_name: string }) => PERSON_TABLES.has(table_name);
  const userIds = touched.every(isOfPerson)
    ? [...new Set(touched.map(({ row_id }) => row_id.split('|')[0] ?? ''))]
    : everybody(tx);
  for (const userId of userIds) noteOne(tx, userId, atMs);
}

/** Notes that whoever is written down as a holder and is none any more, such as by a date that came, was one until now.
 *  Runs when an act is asked for or confirmed, before it is judged. */
export function noteEndedHolders(tx: WriteTx, atMs: number): void {
  const open = tx.prepare<{ userId: string }>(OPEN_SQL).all();
  for (const { userId } of open) noteOne(tx, userId, atMs);
}

/** The people other than `userId` who hold `permission` at `nowMs` or held it before, as far as that is written down. */
export function otherHoldersEver(tx: ReadTx, permission: PermissionId, userId: string, nowMs: number): OtherHolder[] {
  const people = tx
    .prepare<{ id: string; isWritten: number; untilMs: number | null }>(OTHERS_SQL)
    .all({ userId, permission });
  return people
    .flatMap(({ id, isWritten, untilMs }): OtherHolder[] => {
      const person = readSubjectRights(tx, id, nowMs);
      if (person === null) return [];
      const { name, isLockedOut } = person;
      if (holds(person, permission)) return [{ name, heldUntilMs: null, isLockedOut }];
      // Still open for somebody who holds it no more: when that ended is not known, so it counts until now.
      return isWritten === 1 ? [{ name, heldUntilMs: untilMs ?? nowMs, isLockedOut: false }] : [];
    })
    .toSorted((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
}

const PERSON_TABLES: ReadonlySet<string> = new Set(['user', 'user_role', 'user_permission']);

const TOUCHED_SQL = `SELECT DISTINCT table_name, row_id FROM pending_entity
  WHERE table_name IN ('user', 'user_role', 'user_permission', 'role', 'role_permission', 'role_narrowing', 'role_policy')
    OR table_name = 'setting' AND row_id = ?`;
const OPEN_SQL = 'SELECT DISTINCT user_id AS userId FROM right_holder WHERE until_ms IS NULL';
const OTHERS_SQL = `SELECT user.id AS id, right_holder.user_id IS NOT NULL AS isWritten, right_holder.until_ms AS untilMs
  FROM user LEFT JOIN right_holder ON right_holder.user_id = user.id AND right_holder.permission = :permission
  WHERE user.id <> :userId AND (user.status = 'active' OR right_holder.user_id IS NOT NULL)`;
const HOLDS_SQL = `INSERT INTO right_holder (user_id, permission, since_ms) VALUES (:userId, :permission, :atMs)
  ON CONFLICT (user_id, permission) DO UPDATE SET since_ms = excluded.since_ms, until_ms = NULL
    WHERE until_ms IS NOT NULL`;
const ENDED_SQL = `UPDATE right_holder SET until_ms = :atMs
  WHERE user_id = :userId AND permission = :permission AND until_ms IS NULL`;

function noteOne(tx: WriteTx, userId: string, atMs: number): void {
  const person = readSubjectRights(tx, userId, atMs);
  if (person === null) return;
  for (const permission of SECOND_PERSON_PERMISSIONS)
    tx.prepare(holds(person, permission) ? HOLDS_SQL : ENDED_SQL).run({ userId, permission, atMs });
}

/** What counts at some hours or places only is held all the same, or the night would make everybody alone. */
const HELD_ELSEWHEN: readonly (WithheldReason | undefined)[] = ['outsideHours', 'otherLocation'];

/** Whether an active person has the right, locked out or not. */
function holds({ status, held, withheld }: SubjectRights, permission: PermissionId): boolean {
  return status === 'active' && (held.has(permission) || HELD_ELSEWHEN.includes(withheld.get(permission)));
}

function everybody(tx: ReadTx): string[] {
  return tx
    .prepare<{ id: string }>('SELECT id FROM user')
    .all()
    .map(({ id }) => id);
}
