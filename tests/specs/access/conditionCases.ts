// Access bound to amounts, act by act (S2.63, S2.110); how conditions meet lists and hours is among the limits.
import type { ProcedureName } from '../../../shared/catalogue/procedures.ts';
import { type AccessCase, denies, permits } from './accessCase.ts';
import type { CaseWorld } from './caseInputs.ts';
import { permittedAnswers } from './permittedAnswers.ts';

const theRefund =
  (more: object = {}) =>
  async ({ records }: CaseWorld) => ({ id: records.get('refund')?.id ?? '', ...more });
const version = 1;
/** The input of the access matrix: real ids. */
const usual = (name: ProcedureName) => async (world: CaseWorld) => permittedAnswers(world)[name]?.input;

export const CONDITION_CASES: readonly AccessCase[] = [
  ...denies('FORBIDDEN', 'conditionNotMet', 'refund_approved', [
    'S2.63 whoever approves refunds under five dollars does not approve one of five dollars',
    'approver-under-five',
    'refund.approve',
    theRefund({ version }),
  ]),
  ...denies('FORBIDDEN', 'conditionNotMet', 'refund_rejected', [
    'S2.63 nor do they reject it',
    'approver-under-five',
    'refund.reject',
    theRefund({ version, reason: 'The payment was right.' }),
  ]),
  ...denies('FORBIDDEN', 'conditionNotMet', 'refund_approved_alone', [
    'S2.63 N8 nor do they approve it alone',
    'approver-under-five',
    'refund.approveAlone',
    theRefund({ version }),
  ]),
  ...permits('sensitive_read', [
    'S2.63 they look at it all the same, because looking has no such condition',
    'approver-under-five',
    'refund.read',
    theRefund(),
  ]),
  ...permits(null, [
    'S2.63 whoever approves refunds up to five dollars may approve that one',
    'approver-up-to-five',
    'refund.readConfirming',
    theRefund(),
  ]),
  ...denies('NOT_FOUND', 'outOfScope', 'sensitive_read', [
    'S2.63 for whoever looks at refunds under five dollars one of five dollars is not there',
    'looker-under-five',
    'refund.read',
    theRefund(),
  ]),
  ...denies('NOT_FOUND', 'outOfScope', 'refund_approved', [
    'S2.63 nor is it there to be approved',
    'looker-under-five',
    'refund.approve',
    theRefund({ version }),
  ]),
  ...denies('FORBIDDEN', 'conditionNotMet', 'payment_added', [
    'S2.110 whoever takes payments under fifty dollars takes none of fifty dollars',
    'taker-under-fifty',
    'payment.create',
    usual('payment.create'),
  ]),
];
