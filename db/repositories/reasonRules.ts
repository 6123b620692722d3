// Where a reason is asked before an act, and whether opening a patient is out of pattern (P7, S3.14).
import { VISIT_NEAR_DAYS } from '../../shared/catalogue/accessReasons.ts';
import { isPermissionId, type PermissionId } from '../../shared/catalogue/permissions.ts';
import type { ReadTx, WriteTx } from '../transaction.ts';

export interface ReasonRules {
  /** Every act under one of these rights asks for a reason. */
  readonly permissions: readonly PermissionId[];
  /** Opening what is about a patient asks where the person is none of their providers and no visit is near. */
  readonly isAskedOutOfPattern: boolean;
}

const NO_RULES: ReasonRules = { permissions: [], isAskedOutOfPattern: false };
const KEY = 'rights.reasons';
const DAY_MS = 86_400_000;

/** The rules; none while nothing was set. A right that this version does not know asks nothing. */
export function readReasonRules(tx: ReadTx): ReasonRules {
  const row = tx.prepare<{ value: string }>('SELECT value FROM setting WHERE key = ?').get(KEY);
  if (row === undefined) return NO_RULES;
  const { permissions, isAskedOutOfPattern } = JSON.parse(row.value) as ReasonRules;
  return { permissions: permissions.filter(isPermissionId), isAskedOutOfPattern };
}

export function writeReasonRules(tx: WriteTx, rules: ReasonRules, byUserId: string, atMs: number): void {
  const { permissions, isAskedOutOfPattern } = rules;
  tx.prepare(
    `INSERT INTO setting (key, value, changed_by, changed_at_ms) VALUES (?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_by = excluded.changed_by,
       changed_at_ms = excluded.changed_at_ms, version = version + 1`,
  ).run(KEY, JSON.stringify({ permissions: permissions.toSorted(), isAskedOutOfPattern }), byUserId, atMs);
}

/** Whether the person is no provider of the patient and the patient has no visit near `nowMs`. */
export function isOutOfPattern(tx: ReadTx, userId: string, patientId: string, nowMs: number): boolean {
  const near = VISIT_NEAR_DAYS * DAY_MS;
  return tx.prepare(IN_PATTERN_SQL).get({ userId, patientId, fromMs: nowMs - near, toMs: nowMs + near }) === undefined;
}

const IN_PATTERN_SQL = `SELECT 1 FROM patient_provider JOIN provider ON provider.id = patient_provider.provider_id
    WHERE patient_provider.patient_id = :patientId AND provider.user_id = :userId
  UNION ALL SELECT 1 FROM appointment WHERE patient_id = :patientId AND starts_at_ms BETWEEN :fromMs AND :toMs LIMIT 1`;
