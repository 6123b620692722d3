// What permitted callers are answered by the procedures of codes, claims and money; they leave the practice as it is.
import { PROCEDURES, type ProcedureName } from '../../../shared/catalogue/procedures.ts';
import type { RefusalCode } from '../../../shared/errors.ts';
import type { AccessWorld } from '../../support/accessWorld.ts';
import type { PermittedAnswer } from './permittedAnswers.ts';

const STALE = 9_999;
/** More than is owed, and more than was paid. */
const TOO_MUCH_CENTS = 99_999_999;
const reason = 'Asked by the owner.';

/** The rows whose rules refuse a second record like the example, and those of acts beyond keeping records. */
export function billingAnswers(world: AccessWorld): Readonly<Record<string, PermittedAnswer>> {
  const example = (name: ProcedureName) => PROCEDURES[name].example;
  const refused = (type: string, more: object = {}): PermittedAnswer => ({
    input: { fields: { ...world.records.get(type)?.fields, ...more } },
    answer: 'CONSTRAINT_VIOLATED',
  });
  const ofPatient = (answer: PermittedAnswer): PermittedAnswer => ({
    ...answer,
    outside: { whoIs: 'other', answer: 'CONSTRAINT_VIOLATED' },
  });
  const on = (type: string, answer: 'ok' | RefusalCode, more: object = {}): PermittedAnswer => ({
    input: { id: world.records.get(type)?.id, ...more },
    answer,
    isAimed: true,
    ...(type === 'reconciliation' ? {} : { outside: { whoIs: 'other', answer: 'NOT_FOUND' } }),
  });
  const stale = { version: STALE };
  return {
    'procedureCode.create': refused('procedureCode'),
    'diagnosisCode.create': refused('diagnosisCode'),
    'feeItem.create': refused('feeItem'),
    'feeItem.readFee': { input: example('feeItem.readFee'), answer: 'ok' },
    'claim.readCharges': on('claim', 'ok'),
    'claim.setStatus': on('claim', 'CONFLICT', { ...stale, status: 'submitted' }),
    'claim.close': on('claim', 'CONFLICT', { ...stale, reason }),
    // Its charges are billed already.
    'invoice.create': ofPatient(refused('invoice')),
    'invoice.readAccount': on('invoice', 'ok'),
    'payment.create': ofPatient(refused('payment', { cents: TOO_MUCH_CENTS })),
    'payment.reverse': on('payment', 'CONFLICT', { ...stale, onDate: '2026-11-22', reason }),
    'adjustment.create': ofPatient(refused('adjustment', { cents: TOO_MUCH_CENTS })),
    'adjustment.reverse': on('adjustment', 'CONFLICT', { ...stale, onDate: '2026-11-22', reason }),
    'refund.create': ofPatient(refused('refund', { cents: TOO_MUCH_CENTS })),
    'refund.approve': on('refund', 'CONFLICT', stale),
    'refund.approveAlone': on('refund', 'CONFLICT', stale),
    'refund.readConfirming': on('refund', 'ok'),
    'refund.reject': on('refund', 'CONFLICT', { ...stale, reason }),
    'refund.payOut': on('refund', 'CONFLICT', { ...stale, onDate: '2026-11-22' }),
    'reconciliation.create': refused('reconciliation'),
    'reconciliation.review': on('reconciliation', 'CONFLICT', stale),
    'reconciliation.reviewAlone': on('reconciliation', 'CONFLICT', stale),
    'reconciliation.readConfirming': on('reconciliation', 'ok'),
    'outsideReview.find': { input: example('outsideReview.find'), answer: 'ok' },
    'outsideReview.countWaiting': { input: {}, answer: 'ok' },
    'outsideReview.printSheet': { input: example('outsideReview.printSheet'), answer: 'NOT_FOUND' },
    'outsideReview.markReviewed': { input: example('outsideReview.markReviewed'), answer: 'NOT_FOUND' },
    'outsideReview.readReviewer': { input: {}, answer: 'ok' },
    'outsideReview.setReviewer': {
      input: { ...example('outsideReview.setReviewer'), wasName: 'Somebody else' },
      answer: 'CONFLICT',
    },
    // Whoever is asked for a place chooses none.
    'statement.save': {
      input: { patientId: world.patientId.own, purpose: reason },
      answer: 'ok',
      isAimed: true,
      outside: { whoIs: 'other', answer: 'NOT_FOUND' },
    },
    'report.readBilling': { input: example('report.readBilling'), answer: 'ok' },
    'report.saveBilling': { input: example('report.saveBilling'), answer: 'ok' },
  };
}
