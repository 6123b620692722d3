// The rules about rights as stored over the usual choices; a word this version does not know does not count.
import { isPermissionId, type PermissionId } from '../../shared/catalogue/permissions.ts';
import {
  BEYOND_TASKS_RULES,
  type BeyondTasksRule,
  RIGHTS_MODELS,
  RIGHTS_RULES,
  type RightsModel,
  SECOND_APPROVER_RULES,
  type SecondApproverRule,
  TOXIC_PAIRS_RULES,
  type ToxicPairsRule,
} from '../../shared/catalogue/rightsRules.ts';
import { displayName } from '../../shared/people/displayName.ts';
import type { ReadTx, WriteTx } from '../transaction.ts';
import { nameOfActor } from './storedUser.ts';

export interface StoredRule<Value> {
  readonly value: Value;
  readonly changedById: string | null;
  readonly changedBy: string | null;
  readonly changedAtMs: number | null;
}

const TOXIC_PAIRS = 'rights.toxicPairs';
const BEYOND_TASKS = 'rights.beyondTasks';
const SECOND_APPROVER = 'rights.secondApprover';
/** Where the rights model stands among the settings. */
export const RIGHTS_MODEL_KEY = 'rights.model';

/** A right that one person has or lacks beside their roles. */
export interface PersonalException {
  readonly userId: string;
  readonly name: string;
  readonly permission: PermissionId;
  readonly effect: 'grant' | 'revoke';
  readonly reason: string | null;
}

/** What happens where rights meet that should not. */
export function readToxicPairsRule(tx: ReadTx): StoredRule<ToxicPairsRule> {
  return readRule(tx, TOXIC_PAIRS, TOXIC_PAIRS_RULES, RIGHTS_RULES.toxicPairs.usual);
}

/** Stores what happens from now on. */
export function writeToxicPairsRule(tx: WriteTx, value: ToxicPairsRule, byUserId: string, atMs: number): void {
  writeRule(tx, TOXIC_PAIRS, value, byUserId, atMs);
}

/** What happens where a role gives more than its tasks need. */
export function readBeyondTasksRule(tx: ReadTx): StoredRule<BeyondTasksRule> {
  return readRule(tx, BEYOND_TASKS, BEYOND_TASKS_RULES, RIGHTS_RULES.beyondTasks.usual);
}

/** Stores what happens from now on. */
export function writeBeyondTasksRule(tx: WriteTx, value: BeyondTasksRule, byUserId: string, atMs: number): void {
  writeRule(tx, BEYOND_TASKS, value, byUserId, atMs);
}

/** Whether people may have rights beside their roles. */
export function readRightsModel(tx: ReadTx): StoredRule<RightsModel> {
  return readRule(tx, RIGHTS_MODEL_KEY, RIGHTS_MODELS, RIGHTS_RULES.rightsModel.usual);
}

/** Stores the model. */
export function writeRightsModel(tx: WriteTx, value: RightsModel, byUserId: string, atMs: number): void {
  writeRule(tx, RIGHTS_MODEL_KEY, value, byUserId, atMs);
}

/** Whether changes of rights wait for a second person. */
export function readSecondApproverRule(tx: ReadTx): StoredRule<SecondApproverRule> {
  return readRule(tx, SECOND_APPROVER, SECOND_APPROVER_RULES, RIGHTS_RULES.secondApprover.usual);
}

/** Whether they do now; one that is only asked to be switched off still holds. */
export function needsSecondApprover(tx: ReadTx): boolean {
  return readSecondApproverRule(tx).value !== 'off';
}

/** Stores what happens from now on. */
export function writeSecondApproverRule(tx: WriteTx, value: SecondApproverRule, byUserId: string, atMs: number): void {
  writeRule(tx, SECOND_APPROVER, value, byUserId, atMs);
}

/** Every personal tick and untick of the practice, by name. */
export function findPersonalExceptions(tx: ReadTx): PersonalException[] {
  return tx
    .prepare<{
      userId: string;
      lastName: string;
      firstName: string;
      middleInitial: string;
      permission: string;
      effect: 'grant' | 'revoke';
      reason: string | null;
    }>(
      `SELECT user.id AS userId, last_name AS lastName, first_name AS firstName, middle_initial AS middleInitial,
         permission, effect, reason FROM user_permission JOIN user ON user.id = user_permission.user_id
       ORDER BY last_name, first_name, user.id, permission`,
    )
    .all()
    .flatMap(({ userId, permission, effect, reason, ...name }) =>
      isPermissionId(permission) ? [{ userId, name: displayName(name), permission, effect, reason }] : [],
    );
}

/** Ends every personal tick and untick. */
export function deletePersonalExceptions(tx: WriteTx): void {
  tx.prepare('DELETE FROM user_permission').run();
}

function readRule<Value extends string>(
  tx: ReadTx,
  key: string,
  known: readonly Value[],
  usual: Value,
): StoredRule<Value> {
  const row = tx
    .prepare<{ value: string; by: string; atMs: number }>(
      'SELECT value, changed_by AS by, changed_at_ms AS atMs FROM setting WHERE key = ?',
    )
    .get(key);
  const value = known.find((one) => one === row?.value);
  if (row === undefined || value === undefined)
    return { value: usual, changedById: null, changedBy: null, changedAtMs: null };
  return { value, changedById: row.by, changedBy: nameOfActor(tx, row.by), changedAtMs: row.atMs };
}

function writeRule(tx: WriteTx, key: string, value: string, byUserId: string, atMs: number): void {
  tx.prepare(
    `INSERT INTO setting (key, value, changed_by, changed_at_ms) VALUES (?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_by = excluded.changed_by,
       changed_at_ms = excluded.changed_at_ms, version = version + 1`,
  ).run(key, value, byUserId, atMs);
}
