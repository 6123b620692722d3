// What belongs to a provider's profile besides its record: photo, commission, the login, licenses that run out.
import type { RowScope } from '../../shared/authorization/scope.ts';
import { provider } from '../../shared/catalogue/records/provider.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { displayName } from '../../shared/people/displayName.ts';
import { limitsToSql } from '../records/limitsToSql.ts';
import type { ReadTx, WriteTx } from '../transaction.ts';
import { nameOfActor } from './storedUser.ts';

const PROVIDER = provider as unknown as RecordType;

/** Who writes and when (S5.15). */
interface Stamp {
  readonly byUserId: string;
  readonly nowMs: number;
}

export interface StoredPhoto {
  readonly jpegBase64: string;
  readonly changedAtMs: number;
  readonly changedBy: string;
}

/** The provider's photo, or null. */
export function readPhoto(tx: ReadTx, providerId: string): StoredPhoto | null {
  const photo = tx
    .prepare<StoredPhoto>(
      `SELECT jpeg_base64 AS jpegBase64, changed_at_ms AS changedAtMs, changed_by AS changedBy
       FROM provider_photo WHERE provider_id = ?`,
    )
    .get(providerId);
  return photo === undefined ? null : { ...photo, changedBy: nameOfActor(tx, photo.changedBy) };
}

/** Stores the one photo of a provider in place of an older one; the caller has checked it. */
export function storePhoto(tx: WriteTx, providerId: string, jpegBase64: string, { byUserId, nowMs }: Stamp): void {
  tx.prepare(
    `INSERT INTO provider_photo (provider_id, jpeg_base64, changed_at_ms, changed_by) VALUES (?, ?, ?, ?)
     ON CONFLICT (provider_id) DO UPDATE SET jpeg_base64 = excluded.jpeg_base64,
       changed_at_ms = excluded.changed_at_ms, changed_by = excluded.changed_by`,
  ).run(providerId, jpegBase64, nowMs, byUserId);
}

/** Removes the photo, if there is one. */
export function deletePhoto(tx: WriteTx, providerId: string): void {
  tx.prepare('DELETE FROM provider_photo WHERE provider_id = ?').run(providerId);
}

/** Basis points by provider; providers without commission are missing. */
export function readCommissions(tx: ReadTx): ReadonlyMap<string, number> {
  const rows = tx
    .prepare<{ id: string; basisPoints: number }>(
      'SELECT provider_id AS id, basis_points AS basisPoints FROM provider_commission',
    )
    .all();
  return new Map(rows.map(({ id, basisPoints }) => [id, basisPoints]));
}

/** Stores the commission of a provider; 0 takes it away. */
export function storeCommission(tx: WriteTx, providerId: string, basisPoints: number, stamp: Stamp): void {
  if (basisPoints === 0) {
    tx.prepare('DELETE FROM provider_commission WHERE provider_id = ?').run(providerId);
    return;
  }
  tx.prepare(
    `INSERT INTO provider_commission (provider_id, basis_points, changed_at_ms, changed_by) VALUES (?, ?, ?, ?)
     ON CONFLICT (provider_id) DO UPDATE SET basis_points = excluded.basis_points,
       changed_at_ms = excluded.changed_at_ms, changed_by = excluded.changed_by`,
  ).run(providerId, basisPoints, stamp.nowMs, stamp.byUserId);
}

/** Active providers in scope whose license ends on `lastDay` (`YYYY-MM-DD`) or before, the earliest first. */
export function licensesEndingBy(
  tx: ReadTx,
  scope: RowScope,
  lastDay: string,
): { readonly id: string; readonly title: string; readonly expires: string }[] {
  const inScope = limitsToSql(scope, PROVIDER);
  return tx
    .prepare<{ id: string; lastName: string; firstName: string; expires: string }>(
      `SELECT id, last_name AS lastName, first_name AS firstName, license_expires AS expires FROM provider
       WHERE license_expires <= ? AND is_active = 1 AND ${inScope.sql} ORDER BY license_expires, last_name, id`,
    )
    .all(lastDay, ...inScope.parameters)
    .map(({ id, expires, ...name }) => ({ id, title: displayName(name), expires }));
}

/** Which provider other than `exceptId` names this user or this NPI already, or null. */
export function otherProviderWith(
  tx: ReadTx,
  column: 'user_id' | 'npi',
  value: string,
  exceptId: string | null,
): string | null {
  const found = tx
    .prepare<{ id: string }>(`SELECT id FROM provider WHERE ${column} = ? AND id IS NOT ?`)
    .get(value, exceptId);
  return found?.id ?? null;
}
