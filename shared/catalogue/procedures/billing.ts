// Acts on claims and money beyond keeping their records: states, reversals, refunds by two people, the day's close, statements.
import { z } from 'zod';
import { CLAIM_STATUSES, type ClaimStatus } from '../../billing/claimStatus.ts';
import { permission, procedure } from '../entry.ts';
import { PAYMENT_METHODS } from '../records/moneyFields.ts';
import { recordProcedures } from '../records/recordProcedures.ts';
import { rowVersion } from '../records/recordShapes.ts';
import { REFUND_STATES, refund } from '../records/refund.ts';
import { EXAMPLE_ID, id, isoDate, reason, version } from '../schemas.ts';
import { loneAct } from './outsideReview.ts';

const cents = z.int();
const numbered = z.strictObject({ id, version, number: z.string(), cents, date: z.string() });
const words = <const C extends Readonly<Record<string, string>>>(choices: C) =>
  z.enum(Object.keys(choices) as [keyof C & string, ...(keyof C & string)[]]);
const OPEN_STATUSES = Object.keys(CLAIM_STATUSES).filter((status) => status !== 'closed') as [
  Exclude<ClaimStatus, 'closed'>,
];
const chargeLine = z.strictObject({
  id,
  number: z.string(),
  procedure: z.string(),
  serviceDate: z.string(),
  quantity: z.int(),
  unitCents: cents,
  cents,
});
const aClaim = { kind: 'record', type: 'claim', idField: 'id' } as const;
const anInvoice = { kind: 'record', type: 'invoice', idField: 'id' } as const;
const aRefund = { kind: 'record', type: 'refund', idField: 'id' } as const;
const aReconciliation = { kind: 'record', type: 'reconciliation', idField: 'id' } as const;
const one = { id: EXAMPLE_ID, version: 1 };
const reversal = { ...one, onDate: '2026-11-22', reason: 'Entered twice.' };

/** How the second half of an act stands for whoever asks: a sentence where the first half was theirs. */
const confirming = z.strictObject({
  says: z.union([z.null(), z.string()]),
  mayConfirmAlone: z.boolean(),
  /** The act, once it was done alone. */
  loneAct: z.union([z.null(), loneAct]),
});
const CONFIRMING_AUDIT = { none: 'who may take the next step with a record and when, without what it holds' } as const;

/** Asking for a refund makes its record, but needs the right to edit: it moves money that is already booked. */
const requested = recordProcedures({ ...refund, actions: ['create'] })['refund.create'];

export const billingProcedures = {
  'claim.readCharges': procedure({
    kind: 'query',
    access: permission('claim:read'),
    input: z.strictObject({ id }),
    output: z.strictObject({
      totalCents: cents,
      charges: z.array(chargeLine.extend({ invoiceNumber: z.union([z.null(), z.string()]) })),
    }),
    target: aClaim,
    audit: { event: 'claim_charges_read', action: 'R', says: 'looked at the charges of a claim', dicomCode: '110110' },
    example: { id: EXAMPLE_ID },
  }),
  'claim.setStatus': procedure({
    kind: 'command',
    access: permission('claim:update'),
    input: z.strictObject({ id, version, status: z.enum(OPEN_STATUSES) }),
    output: rowVersion,
    target: aClaim,
    audit: { event: 'claim_status_set', action: 'U', says: 'changed the status of a claim', dicomCode: '110110' },
    example: { ...one, status: 'submitted' },
  }),
  'claim.close': procedure({
    kind: 'command',
    access: permission('claim:approve'),
    input: z.strictObject({ id, version, reason }),
    output: rowVersion,
    target: aClaim,
    audit: { event: 'claim_closed', action: 'U', says: 'closed a claim', dicomCode: '110110' },
    example: { ...one, reason: 'Paid in full.' },
  }),
  'feeItem.readFee': procedure({
    kind: 'query',
    access: permission('list:read'),
    input: z.strictObject({ procedureCodeId: id, payerId: z.union([z.null(), id]), day: isoDate }),
    output: z.strictObject({ cents: z.union([z.null(), cents]) }),
    audit: { none: 'Looks one price up in the fee schedule, which holds nothing about patients.' },
    example: { procedureCodeId: EXAMPLE_ID, payerId: null, day: '2026-11-20' },
  }),
  'invoice.readAccount': procedure({
    kind: 'query',
    access: permission('financial:read'),
    input: z.strictObject({ id }),
    output: z.strictObject({
      charges: z.array(chargeLine),
      payments: z.array(
        numbered.extend({
          method: words(PAYMENT_METHODS),
          paidBy: z.string(),
          reverses: z.string(),
          isReversed: z.boolean(),
        }),
      ),
      adjustments: z.array(
        numbered.extend({ kind: z.string(), reason: z.string(), reverses: z.string(), isReversed: z.boolean() }),
      ),
      refunds: z.array(numbered.extend({ method: words(PAYMENT_METHODS), state: words(REFUND_STATES) })),
      account: z.strictObject({
        chargedCents: cents,
        paidCents: cents,
        adjustedCents: cents,
        refundedCents: cents,
        pendingRefundCents: cents,
        balanceCents: cents,
        refundableCents: cents,
      }),
    }),
    target: anInvoice,
    audit: {
      event: 'invoice_account_read',
      action: 'R',
      says: 'looked at the account of an invoice',
      dicomCode: '110110',
    },
    example: { id: EXAMPLE_ID },
  }),
  'payment.reverse': procedure({
    kind: 'command',
    access: permission('financial:update'),
    input: z.strictObject({ id, version, onDate: isoDate, reason }),
    output: rowVersion,
    target: { kind: 'record', type: 'payment', idField: 'id' },
    audit: { event: 'payment_reversed', action: 'C', says: 'reversed a payment', dicomCode: '110110' },
    example: reversal,
  }),
  'adjustment.reverse': procedure({
    kind: 'command',
    access: permission('financial:update'),
    input: z.strictObject({ id, version, onDate: isoDate, reason }),
    output: rowVersion,
    target: { kind: 'record', type: 'adjustment', idField: 'id' },
    audit: { event: 'adjustment_reversed', action: 'C', says: 'reversed an adjustment', dicomCode: '110110' },
    example: reversal,
  }),
  'refund.create': {
    ...requested,
    access: permission('financial:update'),
    audit: { event: 'refund_requested', action: 'C', says: 'asked for a refund', dicomCode: '110110' } as const,
  },
  'refund.approve': procedure({
    kind: 'command',
    access: permission('financial:approve'),
    input: z.strictObject({ id, version }),
    output: rowVersion,
    target: aRefund,
    audit: { event: 'refund_approved', action: 'U', says: 'approved a refund', dicomCode: '110110' },
    example: one,
  }),
  'refund.approveAlone': procedure({
    kind: 'command',
    access: permission('financial:approve'),
    input: z.strictObject({ id, version }),
    output: rowVersion,
    target: aRefund,
    audit: {
      event: 'refund_approved_alone',
      action: 'U',
      says: 'approved their own refund, alone after the wait',
      dicomCode: '110110',
    },
    example: one,
  }),
  'refund.readConfirming': procedure({
    kind: 'query',
    access: permission('financial:approve'),
    input: z.strictObject({ id }),
    output: confirming,
    target: aRefund,
    audit: CONFIRMING_AUDIT,
    example: { id: EXAMPLE_ID },
  }),
  'refund.reject': procedure({
    kind: 'command',
    access: permission('financial:approve'),
    input: z.strictObject({ id, version, reason }),
    output: rowVersion,
    target: aRefund,
    audit: { event: 'refund_rejected', action: 'U', says: 'rejected a refund', dicomCode: '110110' },
    example: { ...one, reason: 'The payment was right.' },
  }),
  'refund.payOut': procedure({
    kind: 'command',
    access: permission('financial:update'),
    input: z.strictObject({ id, version, onDate: isoDate }),
    output: rowVersion,
    target: aRefund,
    audit: { event: 'refund_paid_out', action: 'U', says: 'paid a refund out', dicomCode: '110110' },
    example: { ...one, onDate: '2026-11-22' },
  }),
  'reconciliation.review': procedure({
    kind: 'command',
    access: permission('financial:approve'),
    input: z.strictObject({ id, version }),
    output: rowVersion,
    target: aReconciliation,
    audit: { event: 'reconciliation_reviewed', action: 'U', says: 'reviewed a reconciliation and closed its day' },
    example: one,
  }),
  'reconciliation.reviewAlone': procedure({
    kind: 'command',
    access: permission('financial:approve'),
    input: z.strictObject({ id, version }),
    output: rowVersion,
    target: aReconciliation,
    audit: {
      event: 'reconciliation_reviewed_alone',
      action: 'U',
      says: 'reviewed their own count and closed its day, alone after the wait',
    },
    example: one,
  }),
  'reconciliation.readConfirming': procedure({
    kind: 'query',
    access: permission('financial:approve'),
    input: z.strictObject({ id }),
    output: confirming,
    target: aReconciliation,
    audit: CONFIRMING_AUDIT,
    example: { id: EXAMPLE_ID },
  }),
  'statement.save': procedure({
    kind: 'command',
    access: permission('financial:export'),
    input: z.strictObject({ patientId: id, purpose: reason }),
    output: z.union([
      z.strictObject({ isSaved: z.literal(false) }),
      z.strictObject({ isSaved: z.literal(true), fileName: z.string() }),
    ]),
    target: { kind: 'record', type: 'patient', idField: 'patientId' },
    audit: {
      event: 'statement_exported',
      action: 'R',
      says: 'saved the statement of a patient as a PDF file',
      dicomCode: '110106',
    },
    example: { patientId: EXAMPLE_ID, purpose: 'Asked by the patient.' },
  }),
};
