// What one person may not do alone: refunds, and closing the day (S2.36, S2.110, S2.111).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import { type BillingOffice, openBillingOffice, owed, paymentOf } from '../../support/billingOffice.ts';
import { addActiveUser } from '../../support/startTestCore.ts';

let office: BillingOffice;
beforeEach(async () => {
  office = await openBillingOffice();
  await office.test.must('payment.create', paymentOf(office, { cents: 10_000 }), 'desk');
});
afterEach(() => office.test.close());

const TODAY = '2026-11-22';
const reason = 'Paid twice.';
const ask = (cents: number, window = 'desk') => {
  const { patientId, invoiceId } = office;
  return office.test.call('refund.create', { fields: { patientId, invoiceId, cents, method: 'cash', reason } }, window);
};
const asked = async (cents: number, window = 'desk') => {
  const reply = await ask(cents, window);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value.id;
};
const noted = async (event: string) =>
  (await office.test.must('audit.find', { filter: { ...NO_AUDIT_FILTER, event }, beforeNumber: null, limit: 9 }))
    .entries;

describe('a refund', () => {
  it('S2.36 is asked for by one person, approved by another and then paid out', async () => {
    const id = await asked(4_000);
    expect(await owed(office)).toBe(2_500);
    await office.test.must('refund.approve', { id, version: 1 }, 'manager');
    expect(await owed(office)).toBe(2_500);
    await office.test.must('refund.payOut', { id, version: 2, onDate: TODAY }, 'desk');
    expect(await owed(office)).toBe(6_500);
    expect(await office.test.must('refund.read', { id })).toMatchObject({
      fields: { state: 'paid', paidDate: TODAY },
      labels: { requestedBy: 'Last-desk, First', approvedBy: 'Last-manager, First' },
    });
    expect(await noted('refund_approved')).toHaveLength(1);
  });

  it('S2.36 is not approved by whoever asked for it; the rule has a name, and says who can', async () => {
    const id = await asked(4_000, 'manager');
    const refusal = await office.test.mustRefuse('refund.approve', { id, version: 1 }, 'manager');
    expect(refusal.code).toBe('CONSTRAINT_VIOLATED');
    expect(refusal.message).toContain('“Refunds need two people”');
    expect(refusal.message).toContain('Dana Whitfield can do it');
    expect((await office.test.must('refund.read', { id })).fields.state).toBe('requested');
    expect((await noted('refund_approved'))[0]).toMatchObject({ outcome: 'refused' });
    await office.test.must('refund.approve', { id, version: 1 });
  });

  it('S2.110 is at most what was paid on the invoice, less earlier refunds, asked for or paid', async () => {
    expect(await ask(10_001)).toMatchObject({ ok: false, error: { message: expect.stringContaining('$100.00') } });
    const id = await asked(7_000);
    expect(await ask(3_001)).toMatchObject({ ok: false, error: { message: expect.stringContaining('$30.00') } });
    await office.test.must('refund.reject', { id, version: 1, reason: 'The payment was right.' }, 'manager');
    await asked(10_000);
    expect(await ask(1)).toMatchObject({ ok: false, error: { message: expect.stringContaining('left to refund') } });
  });

  it('S2.110 holds the payment it would come from, and is paid out only once it is approved', async () => {
    const id = await asked(4_000);
    expect(await office.test.mustRefuse('refund.payOut', { id, version: 1, onDate: TODAY }, 'desk')).toMatchObject({
      code: 'CONSTRAINT_VIOLATED',
    });
    const { payments } = await office.test.must('invoice.readAccount', { id: office.invoiceId });
    const payment = { id: payments[0]?.id ?? '', version: 1, onDate: TODAY, reason };
    expect((await office.test.mustRefuse('payment.reverse', payment, 'desk')).message).toContain('refunded');
  });

  it('S2.36 is not paid out on a day before it was approved', async () => {
    const id = await asked(4_000);
    await office.test.must('refund.approve', { id, version: 1 }, 'manager');
    const early = { id, version: 2, onDate: '2026-11-21' };
    expect((await office.test.mustRefuse('refund.payOut', early, 'desk')).message).toContain('approved on 2026-11-22');
    expect((await office.test.must('refund.read', { id })).fields.state).toBe('approved');
    await office.test.must('refund.payOut', { ...early, onDate: TODAY }, 'desk');
  });

  it('refuses two people deciding on one state', async () => {
    const id = await asked(4_000);
    await office.test.must('refund.approve', { id, version: 1 }, 'manager');
    const late = await office.test.mustRefuse('refund.reject', { id, version: 1, reason }, 'A');
    expect(late.code).toBe('CONFLICT');
  });
});

describe('the reconciliation of a day', () => {
  const count = (cash: number, note = '', window = 'desk') =>
    office.test.call(
      'reconciliation.create',
      { fields: { day: TODAY, countedCashCents: cash, countedCheckCents: 0, countedCardCents: 0, note } },
      window,
    );
  const counted = async (cash: number, note = '', window = 'desk') => {
    const reply = await count(cash, note, window);
    if (!reply.ok) throw new Error(reply.error.message);
    return reply.value.id;
  };

  it('S2.111 holds what was counted against what was recorded, and wants a difference explained', async () => {
    expect(await count(9_900)).toMatchObject({ error: { message: expect.stringContaining('$1.00 less than') } });
    const id = await counted(9_900, 'A dollar is missing.');
    expect((await office.test.must('reconciliation.read', { id })).fields).toMatchObject({
      recordedCashCents: 10_000,
      differenceCents: -100,
      state: 'prepared',
    });
    expect(await count(10_000)).toMatchObject({ error: { message: expect.stringContaining('counted already') } });
  });

  it('S2.36 is reviewed by somebody else than whoever counted last', async () => {
    const id = await counted(9_900, 'A dollar is missing.');
    const fields = { day: TODAY, countedCashCents: 10_000, countedCheckCents: 0, countedCardCents: 0, note: '' };
    await office.test.must('reconciliation.update', { id, version: 1, fields }, 'manager');
    const refusal = await office.test.mustRefuse('reconciliation.review', { id, version: 2 }, 'manager');
    expect(refusal.message).toContain('“The day is reviewed by a second person”');
    await office.test.must('reconciliation.review', { id, version: 2 });
    expect((await office.test.must('reconciliation.read', { id })).fields).toMatchObject({
      state: 'reviewed',
      differenceCents: 0,
    });
  });

  it('S2.111 closes the day: nothing more is entered on it, in words that say what to do', async () => {
    const id = await counted(10_000);
    await office.test.must('reconciliation.review', { id, version: 1 }, 'manager');
    const refusal = await office.test.mustRefuse('payment.create', paymentOf(office, {}), 'desk');
    expect(refusal.message).toContain('is closed');
    expect(refusal.message).toContain('tomorrow');
    const yesterday = paymentOf(office, { paidDate: '2026-11-21' });
    await office.test.must('payment.create', yesterday, 'desk');
    const refund = await asked(100);
    await office.test.must('refund.approve', { id: refund, version: 1 }, 'manager');
    const payOut = { id: refund, version: 2, onDate: TODAY };
    expect((await office.test.mustRefuse('refund.payOut', payOut, 'desk')).message).toContain('is closed');
    office.test.advance(24 * 3_600_000);
    await office.test.must('session.create', { loginId: 'desk', password: 'quiet harbour lantern 47 walnut' }, 'desk');
    await office.test.must('refund.payOut', { ...payOut, onDate: '2026-11-23' }, 'desk');
  });

  it('S2.111 is not reviewed on figures the books have left behind', async () => {
    const id = await counted(10_000);
    await office.test.must('payment.create', paymentOf(office, { cents: 500 }), 'desk');
    const refusal = await office.test.mustRefuse('reconciliation.review', { id, version: 1 }, 'manager');
    expect(refusal).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('new count') });
  });
});

describe('what leaves the office', () => {
  it('S2.110 a statement holds every entry and the balance, and is an export in the log', async () => {
    const path = join(office.test.folder, 'statement.pdf');
    office.test.dialogAnswers.push(path);
    const saved = await office.test.must(
      'statement.save',
      { patientId: office.patientId, purpose: 'Asked by the patient.' },
      'desk',
    );
    expect(saved).toEqual({ isSaved: true, fileName: 'statement.pdf' });
    const html = readFileSync(path, 'utf8');
    for (const part of ['Amount due: <strong>$25.00', '99213', 'Payment: Cash', '-$100.00', '<th scope="col">'])
      expect(html).toContain(part);
    expect((await noted('statement_exported'))[0]).toMatchObject({
      patientId: office.patientId,
      why: 'Asked by the patient.',
    });
  });

  it('S2.111 the report adds up by provider and payer, is saved with its reason, and keeps to a provider limit', async () => {
    const range = { from: '2026-11-01', to: '2026-11-30' };
    const report = await office.test.must('report.readBilling', range, 'desk');
    const sums = { chargedCents: 12_500, adjustedCents: 0, receivedCents: 10_000 };
    expect(report.total).toEqual({ name: 'Total', ...sums });
    expect(report.byProvider).toMatchObject([sums]);
    expect(report.aging[0]).toMatchObject({ invoiceCount: 1, balanceCents: 2_500 });
    const path = join(office.test.folder, 'report.csv');
    office.test.dialogAnswers.push(path);
    await office.test.must('report.saveBilling', { ...range, purpose: 'Month end.' }, 'desk');
    expect(readFileSync(path, 'utf8')).toContain('125.00');
    expect((await noted('billing_report_exported'))[0]).toMatchObject({ why: 'Month end.' });
    const rights = { roleIds: ['billing'], exceptions: [], scope: { kind: 'selected' as const, providerIds: [] } };
    await addActiveUser(office.test, 'limited', rights, 'limited');
    expect((await office.test.must('report.readBilling', range, 'limited')).total.chargedCents).toBe(0);
    const backwards = { from: '2026-11-30', to: '2026-11-01' };
    expect((await office.test.mustRefuse('report.readBilling', backwards, 'desk')).message).toContain('Exchange them');
  });
});
