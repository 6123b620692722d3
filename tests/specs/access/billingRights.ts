// Who may do what with codes, claims, money and reports, by the cells of the rights matrix (S2.110, S2.111, S2.36).

const both = (types: readonly string[], ...actions: readonly string[]) =>
  types.flatMap((type) => actions.map((action) => `${type}.${action}`));

/** The price list belongs to the lists; looking one price up comes with seeing them. */
export const BILLING_LISTS = ['procedureCode', 'diagnosisCode', 'feeItem'];
export const LOOK_UP_FEES = ['feeItem.readFee'];

const CLAIM_TYPES = ['claim', 'charge'];
export const LOOK_AT_CLAIMS = [...both(CLAIM_TYPES, 'find', 'read', 'readHistory'), 'claim.readCharges'];
export const CHANGE_CLAIMS = [...both(CLAIM_TYPES, 'create', 'update'), 'claim.setStatus'];
const SAVE_CLAIMS = both(CLAIM_TYPES, 'export');

const MONEY_TYPES = ['invoice', 'payment', 'adjustment', 'refund', 'reconciliation'];
const LOOK_AT_MONEY = [...both(MONEY_TYPES, 'find', 'read', 'readHistory'), 'invoice.readAccount'];
/** What was entered is never edited: it is reversed, refunded or counted again. */
const CHANGE_MONEY = [
  ...both(['invoice', 'payment', 'adjustment', 'reconciliation'], 'create'),
  'reconciliation.update',
  'payment.reverse',
  'adjustment.reverse',
  'refund.create',
  'refund.payOut',
];
const SAVE_MONEY = [...both(MONEY_TYPES, 'export'), 'statement.save'];
const APPROVE_MONEY = [
  'refund.approve',
  'refund.reject',
  'reconciliation.review',
  // Where nobody else could, and what becomes of it (N8).
  'refund.approveAlone',
  'refund.readConfirming',
  'reconciliation.reviewAlone',
  'reconciliation.readConfirming',
  'outsideReview.find',
  'outsideReview.countWaiting',
  'outsideReview.printSheet',
  'outsideReview.markReviewed',
];

export const READ_REPORT = ['report.readBilling'];
export const WHOLE_REPORT = [...READ_REPORT, 'report.saveBilling'];

/** Everything of the office but deleting claims and closing them. */
export const DAILY_BILLING = [
  ...LOOK_AT_CLAIMS,
  ...CHANGE_CLAIMS,
  ...SAVE_CLAIMS,
  ...LOOK_AT_MONEY,
  ...CHANGE_MONEY,
  ...SAVE_MONEY,
  ...WHOLE_REPORT,
];
/** A manager approves money; the billing desk asks for it (S2.36). */
export const MANAGED_BILLING = [...DAILY_BILLING, ...APPROVE_MONEY];
export const WHOLE_BILLING = [...MANAGED_BILLING, ...both(CLAIM_TYPES, 'delete'), 'claim.close'];
