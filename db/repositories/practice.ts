// The practice itself: one row with its name, how far the set-up came, and marks of the vault.
import type { Output } from '../../shared/catalogue/procedures.ts';
import type { ReadTx, WriteTx } from '../transaction.ts';

export type SetupStep = Output<'session.readState'>['setupStep'];

export interface Practice {
  readonly name: string;
  /** IANA name such as `America/New_York`. */
  readonly timeZone: string;
  readonly address: string;
  readonly setupStep: SetupStep;
  /** Why there is no second Super User, in the owner's words; null when there is one or nothing was said. */
  readonly secondSuperUserReason: string | null;
  readonly installId: string;
  /** Somebody left since the root key last changed. */
  readonly isRotationDue: boolean;
  /** Last write number seen of the table that counts tries. */
  readonly gateSequence: number;
  readonly createdAtMs: number;
  readonly version: number;
}

/** Writes the one practice row; a second one is a constraint error. */
export function createPractice(
  tx: WriteTx,
  practice: Pick<Practice, 'name' | 'timeZone' | 'address' | 'setupStep' | 'installId' | 'createdAtMs'>,
): void {
  tx.prepare(
    `INSERT INTO practice (id, name, time_zone, address, setup_step, install_id, created_at_ms)
     VALUES (1, :name, :timeZone, :address, :setupStep, :installId, :createdAtMs)`,
  ).run({
    name: practice.name,
    timeZone: practice.timeZone,
    address: practice.address,
    setupStep: practice.setupStep,
    installId: practice.installId,
    createdAtMs: practice.createdAtMs,
  });
}

/** The practice; throws before the first step of the set-up has made it. */
export function readPractice(tx: ReadTx): Practice {
  const row = tx.prepare<PracticeRow>('SELECT * FROM practice WHERE id = 1').get();
  if (row === undefined) throw new Error('there is no practice yet');
  return {
    name: row.name,
    timeZone: row.time_zone,
    address: row.address,
    setupStep: row.setup_step,
    secondSuperUserReason: row.second_super_user_reason,
    installId: row.install_id,
    isRotationDue: row.rotation_due === 1,
    gateSequence: row.gate_sequence,
    createdAtMs: row.created_at_ms,
    version: row.version,
  };
}

/** Notes at which step an unfinished set-up goes on. */
export function setSetupStep(tx: WriteTx, step: SetupStep): void {
  tx.prepare('UPDATE practice SET setup_step = ?, version = version + 1 WHERE id = 1').run(step);
}

/** Records why there is no second Super User; null once there is one. */
export function setSecondSuperUserReason(tx: WriteTx, reason: string | null): void {
  tx.prepare('UPDATE practice SET second_super_user_reason = ?, version = version + 1 WHERE id = 1').run(reason);
}

/** Marks that the root key must change, or that it did. */
export function setRotationDue(tx: WriteTx, isDue: boolean): void {
  tx.prepare('UPDATE practice SET rotation_due = ? WHERE id = 1').run(isDue ? 1 : 0);
}

/** Keeps the last write number seen of the table that counts tries. */
export function setGateSequence(tx: WriteTx, sequence: number): void {
  tx.prepare('UPDATE practice SET gate_sequence = ? WHERE id = 1').run(sequence);
}

/** When the log was last verified to its end, or null. */
export function lastVerifiedAtMs(tx: ReadTx): number | null {
  return tx.prepare<{ at_ms: number }>('SELECT at_ms FROM audit_checkpoint WHERE id = 1').get()?.at_ms ?? null;
}

interface PracticeRow {
  name: string;
  time_zone: string;
  address: string;
  setup_step: SetupStep;
  second_super_user_reason: string | null;
  install_id: string;
  rotation_due: number;
  gate_sequence: number;
  created_at_ms: number;
  version: number;
}
