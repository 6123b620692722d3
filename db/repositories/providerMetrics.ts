// The rows provider metrics count: providers in scope, their appointments and ratings in a period.
import type { RowScope } from '../../shared/authorization/scope.ts';
import { provider } from '../../shared/catalogue/records/provider.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import type { AppointmentCounts, MeasuredProvider, RatingSums } from '../../shared/metrics/providerMetrics.ts';
import { displayName } from '../../shared/people/displayName.ts';
import { limitsToSql } from '../records/limitsToSql.ts';
import type { ReadTx } from '../transaction.ts';

const PROVIDER = provider as unknown as RecordType;

/** The providers in scope by name, active or not; `onlyIds` narrows further, and ids out of scope are as if missing. */
export function measuredProviders(
  tx: ReadTx,
  scope: RowScope,
  onlyIds: readonly string[] | null,
): readonly MeasuredProvider[] {
  const reached = limitsToSql(scope, PROVIDER);
  return tx
    .prepare<{ id: string; lastName: string; firstName: string; isActive: number }>(
      `SELECT id, last_name AS lastName, first_name AS firstName, is_active AS isActive FROM provider
       WHERE ${reached.sql} ORDER BY last_name, first_name, id`,
    )
    .all(...reached.parameters)
    .filter(({ id }) => onlyIds === null || onlyIds.includes(id))
    .map(({ id, isActive, ...name }) => ({ id, name: displayName(name), isActive: isActive === 1 }));
}

/** Appointments by provider that start from `fromMs` on and before `beforeMs`, UTC epoch milliseconds. */
export function countAppointments(
  tx: ReadTx,
  fromMs: number,
  beforeMs: number,
): ReadonlyMap<string, AppointmentCounts> {
  const rows = tx
    .prepare<AppointmentCounts & { id: string }>(
      `SELECT provider_id AS id, count(*) AS bookedCount, sum(status = 'completed') AS completedCount,
         sum(status = 'cancelled') AS cancelledCount, sum(status = 'noShow') AS noShowCount
       FROM appointment WHERE starts_at_ms >= ? AND starts_at_ms < ? GROUP BY provider_id`,
    )
    .all(fromMs, beforeMs);
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** Ratings by provider on the days `fromDay` to `toDay`, both included. */
export function sumRatings(tx: ReadTx, fromDay: string, toDay: string): ReadonlyMap<string, RatingSums> {
  const rows = tx
    .prepare<RatingSums & { id: string }>(
      `SELECT provider_id AS id, count(*) AS ratingCount, sum(stars) AS starsSum FROM rating
       WHERE day BETWEEN ? AND ? GROUP BY provider_id`,
    )
    .all(fromDay, toDay);
  return new Map(rows.map(({ id, ...sums }) => [id, sums]));
}
