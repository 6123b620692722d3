// The billing report: a right of its own, apart from entering money (S2.111).
import { z } from 'zod';
import { permission, procedure } from '../entry.ts';
import { exportOutput } from '../records/recordShapes.ts';
import { isoDate, reason } from '../schemas.ts';

const cents = z.int();
const moneyLine = z.strictObject({ name: z.string(), chargedCents: cents, adjustedCents: cents, receivedCents: cents });
const range = { from: isoDate, to: isoDate };
const example = { from: '2026-11-01', to: '2026-11-30' };

export const billingReportProcedures = {
  'report.readBilling': procedure({
    kind: 'query',
    access: permission('report:read'),
    input: z.strictObject(range),
    output: z.strictObject({
      byProvider: z.array(moneyLine),
      byPayer: z.array(moneyLine),
      /** What was owed at the end of the range, by age. */
      aging: z.array(z.strictObject({ label: z.string(), invoiceCount: z.int(), balanceCents: cents })),
      total: moneyLine,
    }),
    audit: { event: 'billing_report_read', action: 'R', says: 'looked at the billing report' },
    example,
  }),
  'report.saveBilling': procedure({
    kind: 'command',
    access: permission('report:export'),
    input: z.strictObject({ ...range, purpose: reason }),
    output: exportOutput,
    audit: {
      event: 'billing_report_exported',
      action: 'R',
      says: 'saved the billing report to a file',
      dicomCode: '110106',
    },
    example: { ...example, purpose: 'Asked by the owner.' },
  }),
};
