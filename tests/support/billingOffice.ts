// A practice with one patient, a claim and its charges, and three people of the office at windows of their own.
import type { CallInput } from '../../shared/catalogue/procedures.ts';
import { addExample, type MadeRecord } from './exampleRecord.ts';
import { addActiveUser, setUpPractice, startTestCore, type TestCore } from './startTestCore.ts';

export interface BillingOffice {
  readonly test: TestCore;
  readonly made: ReadonlyMap<string, MadeRecord>;
  readonly patientId: string;
  /** An invoice of $125.00, nothing paid yet. */
  readonly invoiceId: string;
  readonly idOf: (typeName: string) => string;
}

/** Windows: `A` the owner, `desk` and `desk2` with the role Billing, `manager` who also approves. */
export async function openBillingOffice(): Promise<BillingOffice> {
  const office = await openLoneOffice();
  const scope = { kind: 'all' as const };
  for (const window of ['desk', 'desk2'])
    await addActiveUser(office.test, window, { roleIds: ['billing'], exceptions: [], scope }, window);
  await addActiveUser(office.test, 'manager', { roleIds: ['manager'], exceptions: [], scope }, 'manager');
  return office;
}

/** The same practice with nobody but its owner at window `A`. */
export async function openLoneOffice(): Promise<BillingOffice> {
  const test = startTestCore();
  await setUpPractice(test);
  const made = new Map<string, MadeRecord>();
  const types = ['location', 'payer', 'provider', 'patient', 'procedureCode', 'diagnosisCode', 'feeItem'];
  for (const type of [...types, 'claim', 'charge', 'invoice']) made.set(type, await addExample(test, type, made));
  const idOf = (typeName: string) => made.get(typeName)?.id ?? '';
  return { test, made, patientId: idOf('patient'), invoiceId: idOf('invoice'), idOf };
}

type PaymentFields = CallInput<'payment.create'>['fields'];

/** A payment in cash of today, other fields as given. */
export function paymentOf(
  { patientId, invoiceId }: Pick<BillingOffice, 'patientId' | 'invoiceId'>,
  given: Partial<PaymentFields>,
): CallInput<'payment.create'> {
  const fields = { patientId, invoiceId, cents: 1_000, method: 'cash' as const, payerId: null, paidDate: '2026-11-22' };
  return { fields: { ...fields, ...given } };
}

/** What is owed on the office's invoice, in cents. */
export async function owed({ test, invoiceId }: Pick<BillingOffice, 'test' | 'invoiceId'>): Promise<number> {
  return (await test.must('invoice.readAccount', { id: invoiceId })).account.balanceCents;
}
