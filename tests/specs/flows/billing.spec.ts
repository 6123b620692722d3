// Claims, invoices and payments through the real core: what is refused is refused in words, and nothing is half done (S2.110).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import type { CallInput } from '../../../shared/catalogue/procedures.ts';
import { type BillingOffice, openBillingOffice, owed, paymentOf } from '../../support/billingOffice.ts';
import { addExample } from '../../support/exampleRecord.ts';

let office: BillingOffice;
beforeEach(async () => {
  office = await openBillingOffice();
});
afterEach(() => office.test.close());

const reason = 'Entered twice.';
const log = async (event: string) =>
  (await office.test.must('audit.find', { filter: { ...NO_AUDIT_FILTER, event }, beforeNumber: null, limit: 20 }))
    .entries;
const read = (id: string) => office.test.must('claim.read', { id });
const setStatus = (status: CallInput<'claim.setStatus'>['status'], version: number, window = 'desk') =>
  office.test.call('claim.setStatus', { id: office.idOf('claim'), version, status }, window);

describe('a claim', () => {
  it('S2.110 goes only where its state leads, and the log keeps each step without telling of the patient', async () => {
    expect(await setStatus('paid', 1)).toMatchObject({ error: { code: 'CONSTRAINT_VIOLATED' } });
    expect(await setStatus('submitted', 1)).toMatchObject({ ok: true, value: { version: 2 } });
    expect(await setStatus('denied', 2)).toMatchObject({ ok: true });
    expect((await log('claim_status_set')).map(({ changes }) => changes)).toContainEqual([
      { field: 'Status', old: 'Draft', new: 'Submitted' },
    ]);
    expect(await setStatus('draft', 3)).toMatchObject({ ok: true });
  });

  it('S2.110 is not submitted without a charge and a diagnosis', async () => {
    const { id } = await addExample(office.test, 'claim', office.made);
    const refusal = await office.test.mustRefuse('claim.setStatus', { id, version: 1, status: 'submitted' });
    expect(refusal.message).toContain('at least one charge and one diagnosis');
  });

  it('S2.110 stays as it was sent, its charges too, and a closed one stays closed', async () => {
    await setStatus('submitted', 1);
    const { id, version, fields } = await read(office.idOf('claim'));
    const { claimNumber: _number, status: _status, ...typed } = fields;
    const update = { id, version, fields: { ...typed, payerId: null } };
    expect((await office.test.mustRefuse('claim.update', update, 'desk')).message).toContain('Only a draft');
    const charge = office.made.get('charge')?.fields as CallInput<'charge.create'>['fields'];
    expect((await office.test.mustRefuse('charge.create', { fields: charge }, 'desk')).message).toContain('Draft');
    expect((await read(id)).fields.payerId).toBe(typed.payerId);
    await setStatus('paid', version);
    await office.test.must('claim.close', { id, version: version + 1, reason: 'Paid in full.' });
    expect(await setStatus('draft', version + 2)).toMatchObject({ error: { code: 'CONSTRAINT_VIOLATED' } });
    expect((await log('claim_closed'))[0]).toMatchObject({ why: 'Paid in full.' });
  });

  it('S2.110 keeps its diagnoses out of the log', async () => {
    const { id, version, fields } = await read(office.idOf('claim'));
    const { claimNumber: _number, status: _status, ...typed } = fields;
    await office.test.must('claim.update', { id, version, fields: { ...typed, diagnosisCodeIds: [] } });
    expect(JSON.stringify(await log('claim_changed'))).not.toContain('J06.9');
  });

  it('refuses a payer that is taken out of the lists while claims name it, and a payer no longer in use', async () => {
    const id = office.idOf('payer');
    const refusal = await office.test.mustRefuse('payer.delete', { id, version: 1, reason });
    expect(refusal.message).toContain('claims 1');
    const { fields } = await office.test.must('payer.read', { id });
    await office.test.must('payer.update', { id, version: 1, fields: { ...fields, isActive: false } });
    const claim = office.made.get('claim')?.fields as CallInput<'claim.create'>['fields'];
    expect((await office.test.mustRefuse('claim.create', { fields: claim })).message).toContain('Payer');
    expect((await read(office.idOf('claim'))).fields.payerId).toBe(id);
  });

  it('refuses a change made on an older state, and a service in the future', async () => {
    await setStatus('submitted', 1);
    expect(await setStatus('paid', 1, 'desk2')).toMatchObject({ error: { code: 'CONFLICT' } });
    const claim = office.made.get('claim')?.fields as CallInput<'claim.create'>['fields'];
    const future = { fields: { ...claim, serviceDate: '2026-11-23' } };
    expect((await office.test.mustRefuse('claim.create', future)).message).toContain('future');
  });
});

describe('an invoice', () => {
  it('S2.110 bills every open charge once, and its charges stay as billed', async () => {
    const { charges, account } = await office.test.must('invoice.readAccount', { id: office.invoiceId });
    expect(charges.map(({ cents }) => cents)).toEqual([12_500]);
    expect(account).toMatchObject({ chargedCents: 12_500, balanceCents: 12_500 });
    const again = { fields: { patientId: office.patientId, issueDate: '2026-11-22' } };
    expect((await office.test.mustRefuse('invoice.create', again, 'desk')).message).toContain('Add the charges first');
    const { id, version, fields } = await office.test.must('charge.read', { id: office.idOf('charge') });
    const { chargeNumber: _number, ...typed } = fields;
    const dearer = { id, version, fields: { ...typed, unitCents: 99_900 } };
    expect((await office.test.mustRefuse('charge.update', dearer)).message).toContain('stands on an invoice');
    expect((await office.test.mustRefuse('charge.delete', { id, version, reason })).message).toContain('invoices 1');
  });
});

describe('payments and adjustments', () => {
  it('S2.110 take at most what is owed, to the cent, and never a part of a cent', async () => {
    for (const cents of [12_501, 0, -5])
      expect(await office.test.mustRefuse('payment.create', paymentOf(office, { cents }), 'desk')).toMatchObject({
        code: 'CONSTRAINT_VIOLATED',
      });
    for (const cents of [10.5, 0.1 + 0.2, Number.NaN])
      expect(await office.test.mustRefuse('payment.create', paymentOf(office, { cents }), 'desk')).toMatchObject({
        code: 'INVALID_INPUT',
        fields: [{ path: 'fields.cents' }],
      });
    expect(await owed(office)).toBe(12_500);
    await office.test.must('payment.create', paymentOf(office, { cents: 12_500 }), 'desk');
    expect(await owed(office)).toBe(0);
    const more = await office.test.mustRefuse('payment.create', paymentOf(office, { cents: 1 }), 'desk2');
    expect(more.message).toBe('Nothing is owed on this invoice any more.');
  });

  it('S2.110 are taken back by a counter entry with its reason, once', async () => {
    const { id } = await office.test.must('payment.create', paymentOf(office, { cents: 5_000 }), 'desk');
    const reversal = { id, version: 1, onDate: '2026-11-22', reason };
    const counter = await office.test.must('payment.reverse', reversal, 'desk2');
    expect(await owed(office)).toBe(12_500);
    const { payments } = await office.test.must('invoice.readAccount', { id: office.invoiceId });
    expect(payments.map(({ cents, isReversed, reverses }) => [cents, isReversed, reverses])).toEqual([
      [5_000, true, ''],
      [-5_000, false, payments[0]?.number],
    ]);
    expect((await office.test.mustRefuse('payment.reverse', reversal, 'desk')).message).toContain('reversed already');
    const back = { ...reversal, id: counter.id };
    expect((await office.test.mustRefuse('payment.reverse', back, 'desk')).message).toContain('a reversal itself');
    expect((await log('payment_reversed')).at(-1)).toMatchObject({ why: reason, patientId: office.patientId });
  });

  it('S2.110 an adjustment lowers what is owed and its reversal brings it back', async () => {
    const fields = {
      patientId: office.patientId,
      invoiceId: office.invoiceId,
      cents: 2_500,
      kind: 'contractual' as const,
      adjustedDate: '2026-11-22',
      reason: 'Agreed rate.',
    };
    const { id } = await office.test.must('adjustment.create', { fields }, 'desk');
    expect(await owed(office)).toBe(10_000);
    await office.test.must('adjustment.reverse', { id, version: 1, onDate: '2026-11-22', reason }, 'desk');
    expect(await owed(office)).toBe(12_500);
  });

  it('refuse an invoice of another patient, a day to come, and a reversal before the payment', async () => {
    const other = await addExample(office.test, 'patient', office.made, { lastName: 'Quigley' });
    const wrong = paymentOf({ ...office, patientId: other.id }, {});
    expect((await office.test.mustRefuse('payment.create', wrong)).message).toContain('another patient');
    const tomorrow = paymentOf(office, { paidDate: '2026-11-23' });
    expect((await office.test.mustRefuse('payment.create', tomorrow)).message).toContain('future');
    const mistyped = paymentOf(office, { paidDate: '0206-11-22' });
    expect((await office.test.mustRefuse('payment.create', mistyped)).message).toContain('more than ten years ago');
    const { id } = await office.test.must('payment.create', paymentOf(office, {}));
    const early = { id, version: 1, onDate: '2026-11-21', reason };
    expect((await office.test.mustRefuse('payment.reverse', early)).message).toContain('before the payment itself');
  });
});

describe('the billing lists', () => {
  it('hold a code and a fee once, and find the fee of the day', async () => {
    const code = office.made.get('procedureCode')?.fields as CallInput<'procedureCode.create'>['fields'];
    expect((await office.test.mustRefuse('procedureCode.create', { fields: code })).message).toContain('99213');
    const fee = office.made.get('feeItem')?.fields as CallInput<'feeItem.create'>['fields'];
    expect((await office.test.mustRefuse('feeItem.create', { fields: fee })).message).toContain('already');
    const asked = { procedureCodeId: office.idOf('procedureCode'), payerId: office.idOf('payer') };
    expect(await office.test.must('feeItem.readFee', { ...asked, day: '2026-11-22' })).toEqual({ cents: 12_500 });
    expect(await office.test.must('feeItem.readFee', { ...asked, day: '2025-12-31' })).toEqual({ cents: null });
  });
});
