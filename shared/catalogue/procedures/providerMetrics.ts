// The figures of providers: rights of their own, apart from entering what they count (S2.34).
import { z } from 'zod';
import { permission, procedure } from '../entry.ts';
import { exportOutput } from '../records/recordShapes.ts';
import { id, isoDate, reason } from '../schemas.ts';

const cents = z.int();
const count = z.int().min(0);
const figures = {
  /** All appointments that start in the period, whatever became of them. */
  bookedCount: count,
  completedCount: count,
  cancelledCount: count,
  noShowCount: count,
  chargedCents: cents,
  receivedCents: cents,
  ratingCount: count,
  starsHundredths: z.union([z.null(), z.int().min(100).max(500)]),
  commissionCents: cents,
};
const line = z.strictObject({
  providerId: id,
  name: z.string(),
  ...figures,
  commissionBasisPoints: z.int().min(0).max(10_000),
});
/** Both days included, on the practice's clock. Null: every provider within reach. */
const query = { fromDay: isoDate, toDay: isoDate, providerIds: z.union([z.null(), z.array(id).max(200)]) };
const example = { fromDay: '2026-11-01', toDay: '2026-11-30', providerIds: null };

export const providerMetricsProcedures = {
  'provider.readMetrics': procedure({
    kind: 'query',
    access: permission('report:readMetrics'),
    input: z.strictObject(query),
    output: z.strictObject({ lines: z.array(line), total: z.strictObject(figures) }),
    audit: { event: 'provider_metrics_read', action: 'R', says: 'looked at the figures of providers' },
    example,
  }),
  'provider.exportMetrics': procedure({
    kind: 'command',
    access: permission('report:exportMetrics'),
    input: z.strictObject({ ...query, purpose: reason }),
    output: exportOutput,
    audit: {
      event: 'provider_metrics_exported',
      action: 'R',
      says: 'saved the figures of providers to a file',
      dicomCode: '110106',
    },
    example: { ...example, purpose: 'Asked by the owner.' },
  }),
};
