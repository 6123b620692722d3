// A practice with a claim, an invoice of $125.00 and a payment of $100.00, and people at the billing desk.
import { PROCEDURES } from '../../shared/catalogue/procedures.ts';
import type { Preparation } from './practice.ts';

/** Adds the records, `desk` who may bill, and `boss` who may approve. Days lie before any today. */
export async function addBilling(practice: Preparation): Promise<void> {
  await addMoney(practice);
  await practice.addUser('desk', 'Ortiz', { roleIds: ['billing'] });
  await practice.addUser('boss', 'Roe', { roleIds: ['manager'] });
}

/** Adds the records alone; answers the patient and the invoice. */
export async function addMoney({ must }: Preparation): Promise<{ patientId: string; invoiceId: string }> {
  const { id: providerId } = await must('provider.create', {
    fields: { ...PROCEDURES['provider.create'].example.fields, lastName: 'Patel', firstName: 'Ria', locationIds: [] },
  });
  const { id: payerId } = await must('payer.create', PROCEDURES['payer.create'].example);
  const { id: patientId } = await must('patient.create', {
    fields: { ...PROCEDURES['patient.create'].example.fields, providerIds: [providerId] },
  });
  const { id: procedureCodeId } = await must('procedureCode.create', PROCEDURES['procedureCode.create'].example);
  const { id: diagnosisId } = await must('diagnosisCode.create', PROCEDURES['diagnosisCode.create'].example);
  await must('feeItem.create', { fields: { procedureCodeId, payerId: null, cents: 12_500, validFrom: '2020-01-01' } });
  const visit = { patientId, providerId, serviceDate: '2026-01-05' };
  const { id: claimId } = await must('claim.create', {
    fields: { ...visit, payerId, diagnosisCodeIds: [diagnosisId] },
  });
  await must('charge.create', { fields: { ...visit, claimId, procedureCodeId, quantity: 1, unitCents: 12_500 } });
  const { id: invoiceId } = await must('invoice.create', { fields: { patientId, issueDate: '2026-01-06' } });
  await must('payment.create', {
    fields: { patientId, invoiceId, cents: 10_000, method: 'cash', payerId: null, paidDate: '2026-01-07' },
  });
  return { patientId, invoiceId };
}
