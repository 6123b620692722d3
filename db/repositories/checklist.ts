// The first week as stored: office size, decisions about roles, and what the rows say is done (S1.30, S2.31).
import { isOfficeSize, OFFICE_PRESETS, type OfficeSize } from '../../shared/catalogue/officePresets.ts';
import type { ChecklistFacts, ChecklistRole } from '../../shared/checklist/deriveChecklist.ts';
import type { ReadTx, WriteTx } from '../transaction.ts';
import { EXPORT_FINISHED_EVENT } from './logStatus.ts';
import { readPractice } from './practice.ts';
import { nameOfActor } from './storedUser.ts';

/** Who changed something when. */
export interface Stamp {
  readonly byUserId: string;
  readonly atMs: number;
}

/** The size of the office, or null when nobody chose one; a word this version does not know counts as none. */
export function readOfficeSize(tx: ReadTx): OfficeSize | null {
  const stored = readMark(tx, OFFICE_SIZE)?.value ?? '';
  return isOfficeSize(stored) ? stored : null;
}

/** Stores the size of the office. */
export function writeOfficeSize(tx: WriteTx, size: OfficeSize, stamp: Stamp): void {
  writeMark(tx, OFFICE_SIZE, size, stamp);
}

/** Stores whether the practice needs somebody in a role. */
export function writeRoleNeeded(tx: WriteTx, roleId: string, isNeeded: boolean, stamp: Stamp): void {
  writeMark(tx, `${ROLE_NOT_NEEDED}${roleId}`, isNeeded ? 'no' : 'yes', stamp);
}

/** Who put the checklist away and when; null while it is shown. */
export function readPutAway(tx: ReadTx): { by: string; atMs: number } | null {
  const mark = readMark(tx, PUT_AWAY);
  return mark?.value === 'yes' ? { by: nameOfActor(tx, mark.changed_by), atMs: mark.changed_at_ms } : null;
}

/** Puts the checklist away or brings it back. */
export function writePutAway(tx: WriteTx, isPutAway: boolean, stamp: Stamp): void {
  writeMark(tx, PUT_AWAY, isPutAway ? 'yes' : 'no', stamp);
}

/** The usual roles of the chosen size that are in use here; empty while no size is chosen. */
export function checklistRoles(tx: ReadTx): ChecklistRole[] {
  const size = readOfficeSize(tx);
  if (size === null) return [];
  const one = tx.prepare<{ name: string; holders: number }>(ROLE_SQL);
  return OFFICE_PRESETS[size].roles.flatMap(({ roleId }) => {
    const row = one.get(roleId);
    if (row === undefined) return [];
    const isNotNeeded = readMark(tx, `${ROLE_NOT_NEEDED}${roleId}`)?.value === 'yes';
    return [{ roleId, name: row.name, holderCount: row.holders, isNotNeeded }];
  });
}

/** What the rows and the activity log say about the first week. */
export function readChecklistFacts(tx: ReadTx): ChecklistFacts {
  const people = tx.prepare<PeopleRow>(PEOPLE_SQL).get() ?? NOBODY;
  return {
    officeSize: readOfficeSize(tx),
    isRecoveryProved: newest(tx, 'recovery_sheet_confirmed') > newest(tx, 'recovery_code_renewed'),
    ...people,
    secondSuperUserReason: readPractice(tx).secondSuperUserReason,
    hasProviders: hasRow(tx, 'provider'),
    hasPatients: hasRow(tx, 'patient'),
    roles: checklistRoles(tx),
    // The event, not the mark of the last verification: the program also sets that one by itself when it opens.
    isLogVerified: newest(tx, 'audit_verified') > 0,
    isLogExported: newest(tx, EXPORT_FINISHED_EVENT) > 0,
  };
}

type PeopleRow = Pick<ChecklistFacts, 'superUserCount' | 'waitingSuperUserCount' | 'activeCount' | 'waitingCount'>;
const NOBODY: PeopleRow = { superUserCount: 0, waitingSuperUserCount: 0, activeCount: 0, waitingCount: 0 };

const PEOPLE_SQL = `SELECT
  count(*) FILTER (WHERE is_super_user = 1 AND status = 'active') AS superUserCount,
  count(*) FILTER (WHERE is_super_user = 1 AND status = 'invited') AS waitingSuperUserCount,
  count(*) FILTER (WHERE is_super_user = 0 AND status = 'active') AS activeCount,
  count(*) FILTER (WHERE is_super_user = 0 AND status = 'invited') AS waitingCount
  FROM user`;

const ROLE_SQL = `SELECT name, (SELECT count(*) FROM user_role JOIN user ON user.id = user_role.user_id
    WHERE user_role.role_id = role.id AND user.status IN ('invited', 'active')) AS holders
  FROM role WHERE id = ? AND is_active = 1`;

// Kept among the settings, so that every choice has its author, its time and its binding to the log.
const OFFICE_SIZE = 'officeSize';
const PUT_AWAY = 'checklistPutAway';
const ROLE_NOT_NEEDED = 'roleNotNeeded:';

function readMark(tx: ReadTx, key: string): { value: string; changed_by: string; changed_at_ms: number } | null {
  return (
    tx
      .prepare<{ value: string; changed_by: string; changed_at_ms: number }>(
        'SELECT value, changed_by, changed_at_ms FROM setting WHERE key = ?',
      )
      .get(key) ?? null
  );
}

function writeMark(tx: WriteTx, key: string, value: string, { byUserId, atMs }: Stamp): void {
  tx.prepare(
    `INSERT INTO setting (key, value, changed_by, changed_at_ms) VALUES (?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_by = excluded.changed_by,
       changed_at_ms = excluded.changed_at_ms, version = version + 1`,
  ).run(key, value, byUserId, atMs);
}

// Whether there is any row at all; whose it is stays unread, so no scope applies.
function hasRow(tx: ReadTx, table: 'provider' | 'patient'): boolean {
  return tx.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() !== undefined;
}

/** The number of the newest entry of this event that succeeded, or 0. */
function newest(tx: ReadTx, event: string): number {
  const found = tx
    .prepare<{ number: number }>(
      `SELECT number FROM audit_entry INDEXED BY audit_entry_by_event
       WHERE event = ? AND outcome = 'succeeded' ORDER BY number DESC LIMIT 1`,
    )
    .get(event);
  return found?.number ?? 0;
}
