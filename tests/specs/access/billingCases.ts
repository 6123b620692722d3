// Access to claims, money and reports, case by case (S2.110, S2.111, S2.36).
import { type CallInput, PROCEDURES, type ProcedureName } from '../../../shared/catalogue/procedures.ts';
import { type AccessCase, denies, lacks, permits } from './accessCase.ts';
import type { CaseWorld } from './caseInputs.ts';

/** The practice's one record of the type, with what the call wants besides. */
const on =
  (typeName: string, more: object = {}) =>
  async ({ records }: CaseWorld) => ({ id: records.get(typeName)?.id ?? '', ...more });
const example = (name: ProcedureName) => async () => PROCEDURES[name].example;
const statement = async ({ patientId }: CaseWorld): Promise<CallInput<'statement.save'>> => ({
  patientId: patientId.own,
  purpose: 'Asked by the patient.',
});
const version = 1;

export const BILLING_CASES: readonly AccessCase[] = [
  ...permits('invoice_account_read', [
    'S2.21 billing looks at what an invoice still owes',
    'billing',
    'invoice.readAccount',
    on('invoice'),
  ]),
  ...permits('billing_report_read', [
    'S2.111 a privacy officer reads the report without seeing a single entry',
    'privacy-officer',
    'report.readBilling',
    example('report.readBilling'),
  ]),
  ...permits('statement_exported', ['S2.110 a manager saves a statement', 'manager', 'statement.save', statement]),
  ...lacks('financial:read', 'invoice_account_read', [
    'S2.19 a provider sees no money',
    'provider',
    'invoice.readAccount',
    on('invoice'),
  ]),
  ...lacks('financial:read', 'payment_listed', [
    'S2.111 who may read the report may not read the payments',
    'privacy-officer',
    'payment.find',
    example('payment.find'),
  ]),
  ...lacks('financial:approve', 'refund_approved', [
    'S2.36 the billing desk approves no refund',
    'billing',
    'refund.approve',
    on('refund', { version }),
  ]),
  ...lacks('financial:approve', 'reconciliation_reviewed', [
    'S2.36 the billing desk closes no day',
    'billing',
    'reconciliation.review',
    on('reconciliation', { version }),
  ]),
  ...lacks('financial:approve', 'refund_approved_alone', [
    'N8 the billing desk approves no refund alone, whoever else is there',
    'billing',
    'refund.approveAlone',
    on('refund', { version }),
  ]),
  ...lacks('financial:approve', 'reconciliation_reviewed_alone', [
    'N8 the billing desk closes no day alone',
    'billing',
    'reconciliation.reviewAlone',
    on('reconciliation', { version }),
  ]),
  ...denies('CONSTRAINT_VIOLATED', 'CONSTRAINT_VIOLATED', 'refund_approved_alone', [
    'N8 a manager approves nothing alone that somebody else asked for',
    'manager',
    'refund.approveAlone',
    on('refund', { version }),
  ]),
  ...lacks('financial:approve', 'lone_acts_listed', [
    'N8 the billing desk does not see what was done alone',
    'billing',
    'outsideReview.find',
    example('outsideReview.find'),
  ]),
  ...permits('lone_acts_listed', [
    'N8 a manager sees what was done alone',
    'manager',
    'outsideReview.find',
    example('outsideReview.find'),
  ]),
  ...lacks('setting:update', 'outside_reviewer_changed', [
    'N8 a manager does not choose the outside reviewer',
    'manager',
    'outsideReview.setReviewer',
    example('outsideReview.setReviewer'),
  ]),
  ...lacks('claim:approve', 'claim_closed', [
    'S5.07 a manager edits claims and closes none',
    'manager',
    'claim.close',
    on('claim', { version, reason: 'Paid in full.' }),
  ]),
  ...lacks('financial:export', 'statement_exported', [
    'S2.20 the front desk saves no statement',
    'front-desk',
    'statement.save',
    statement,
  ]),
  ...denies('NOT_FOUND', 'outOfScope', 'invoice_account_read', [
    'S5.14 the invoice of a patient of other providers is not there',
    { who: 'billing', limitedTo: 'other' },
    'invoice.readAccount',
    on('invoice'),
  ]),
  ...denies('NOT_FOUND', 'outOfScope', 'statement_exported', [
    'S5.14 nor is their statement',
    { who: 'billing', limitedTo: 'other' },
    'statement.save',
    statement,
  ]),
];
