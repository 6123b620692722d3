// The figures of providers through the real core: what they count, who may see them, and the file (S2.34).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import { PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import { type BillingOffice, openBillingOffice, paymentOf } from '../../support/billingOffice.ts';
import { addExample } from '../../support/exampleRecord.ts';
import { addActiveUser, PASSWORD } from '../../support/startTestCore.ts';

const PERIOD = { fromDay: '2026-11-01', toDay: '2026-11-30', providerIds: null };
const DAY_MS = 86_400_000;

let office: BillingOffice;
let providerId: string;
beforeEach(async () => {
  office = await openBillingOffice();
  providerId = office.idOf('provider');
});
afterEach(() => office.test.close());

const measure = (
  period: Partial<{ fromDay: string; toDay: string; providerIds: string[] | null }> = {},
  window = 'A',
) => office.test.must('provider.readMetrics', { ...PERIOD, ...period }, window);
const lineOf = async (id: string, period = {}) => (await measure(period)).lines.find((line) => line.providerId === id);

async function book(day: string, time: string) {
  const { example } = PROCEDURES['appointment.book'];
  const fields = { ...example.fields, patientId: office.patientId, providerId };
  const answer = await office.test.must('appointment.book', { ...example, fields, day, time, isConfirmed: true });
  if (!('id' in answer)) throw new Error('not booked');
  return { id: answer.id, version: answer.version };
}

describe('provider metrics (S2.34)', () => {
  it('S2.34 count appointments by how they ended, on the practice’s own days', async () => {
    const before = (await lineOf(providerId))?.bookedCount ?? 0;
    const [kept, missed, called] = [
      await book('2026-11-23', '08:00'),
      await book('2026-11-23', '09:00'),
      await book('2026-11-24', '23:30'),
    ];
    await book('2026-12-01', '00:00');
    await office.test.must('appointment.cancel', { ...called, reason: 'The patient called.' });
    office.test.advance(3 * DAY_MS);
    await office.test.must('session.create', { loginId: 'dwhitfield', password: PASSWORD });
    await office.test.must('appointment.complete', { ...kept, reason: '' });
    await office.test.must('appointment.markNoShow', { ...missed, reason: '' });
    expect(await lineOf(providerId)).toMatchObject({
      bookedCount: before + 3,
      completedCount: 1,
      noShowCount: 1,
      cancelledCount: 1,
    });
    expect(await lineOf(providerId, { fromDay: '2026-11-24', toDay: '2026-11-24' })).toMatchObject({
      bookedCount: 1,
      cancelledCount: 1,
    });
  });

  it('S2.34 take commission of what was received, in whole cents', async () => {
    await office.test.must('provider.setCommission', { id: providerId, basisPoints: 333 });
    await office.test.must('payment.create', paymentOf(office, { cents: 5_000 }), 'desk');
    expect(await lineOf(providerId)).toMatchObject({
      chargedCents: 12_500,
      receivedCents: 5_000,
      commissionBasisPoints: 333,
      commissionCents: 167,
    });
    await office.test.must('provider.setCommission', { id: providerId, basisPoints: 0 });
    expect((await measure()).total).toMatchObject({ receivedCents: 5_000, commissionCents: 0 });
  });

  it('S2.34 average the ratings of the period, named or not, and refuse stars and days that cannot be', async () => {
    const stars = (count: number, day = '2026-11-20') => ({
      providerId,
      patientId: null,
      stars: count,
      day,
      comment: '',
    });
    const others = (await lineOf(providerId))?.ratingCount ?? 0;
    for (const count of [5, 4, 4]) await office.test.must('rating.create', { fields: stars(count, '2026-10-20') });
    expect(await lineOf(providerId, { fromDay: '2026-10-01', toDay: '2026-10-31' })).toMatchObject({
      ratingCount: 3,
      starsHundredths: 433,
    });
    expect((await lineOf(providerId))?.ratingCount).toBe(others);
    for (const count of [0, 6, 2.5])
      expect((await office.test.mustRefuse('rating.create', { fields: stars(count) })).code).toBe('INVALID_INPUT');
    expect((await office.test.mustRefuse('rating.create', { fields: stars(3, '2026-11-23') })).message).toContain(
      'future',
    );
  });

  it('S2.34 refuse a period that ends before it begins', async () => {
    const refusal = await office.test.mustRefuse('provider.readMetrics', { ...PERIOD, toDay: '2026-10-31' });
    expect(refusal.message).toBe('The first day lies after the last one. Exchange them and try again.');
  });

  it('S2.34 S5.14 show people with a provider limit their providers alone, asked for or not', async () => {
    const { id: other } = await addExample(office.test, 'provider', office.made, { lastName: 'Stone' });
    const exceptions = [{ permission: 'report:readMetrics' as const, effect: 'grant' as const }];
    await addActiveUser(
      office.test,
      'limited',
      { roleIds: [], exceptions, scope: { kind: 'selected', providerIds: [other] } },
      'L',
    );
    expect((await measure({}, 'L')).lines.map((line) => line.providerId)).toEqual([other]);
    expect((await measure({ providerIds: [providerId] }, 'L')).lines).toEqual([]);
    const all = (await measure()).lines.map((line) => line.providerId);
    expect(all).toEqual(expect.arrayContaining([providerId, other]));
  });

  it('S2.34 are closed to holders of every other report', async () => {
    const exceptions = (['report:read', 'report:export', 'list:delete'] as const).map((permission) => ({
      permission,
      effect: 'grant' as const,
    }));
    await addActiveUser(office.test, 'reports', { roleIds: [], exceptions, scope: { kind: 'all' } }, 'R');
    expect((await office.test.mustRefuse('provider.readMetrics', PERIOD, 'R')).code).toBe('FORBIDDEN');
    const saved = { ...PERIOD, purpose: 'Curious.' };
    expect((await office.test.mustRefuse('provider.exportMetrics', saved, 'R')).code).toBe('FORBIDDEN');
    const set = { id: providerId, basisPoints: 10_000 };
    expect((await office.test.mustRefuse('provider.setCommission', set, 'R')).code).toBe('FORBIDDEN');
  });

  it('S2.34 keep the rate of commission out of the log and the history of the profile', async () => {
    await office.test.must('provider.setCommission', { id: providerId, basisPoints: 4_321 });
    const { lines } = await office.test.must('provider.readHistory', { id: providerId });
    expect(lines[0]?.says).toBe('set the commission of a provider');
    expect(JSON.stringify(lines)).not.toMatch(/4321|43\.21/);
  });

  it('S2.34 are saved with their entry in the log, a formula as text, and not at all without a file', async () => {
    await addExample(office.test, 'provider', office.made, { lastName: '=1+1', firstName: '' });
    const path = join(office.test.folder, 'metrics.csv');
    office.test.dialogAnswers.push(path, null);
    const input = { ...PERIOD, purpose: 'Asked by the owner.' };
    const { lines } = await measure();
    expect(await office.test.must('provider.exportMetrics', input)).toEqual({
      isSaved: true,
      fileName: 'metrics.csv',
      rowCount: lines.length,
    });
    const content = readFileSync(path, 'utf8');
    expect(content).toMatch(/Provider \(2026-11-01 to 2026-11-30\)/);
    expect(content).not.toMatch(/(^|[\r\n,"])=/);
    expect(content.trim().split(/\r?\n/)).toHaveLength(lines.length + 2);
    const filter = { ...NO_AUDIT_FILTER, event: 'provider_metrics_exported' };
    const { entries } = await office.test.must('audit.find', { filter, beforeNumber: null, limit: 1 });
    expect(entries[0]).toMatchObject({ count: lines.length, why: 'Asked by the owner.' });
    expect(await office.test.must('provider.exportMetrics', input)).toEqual({ isSaved: false });
  });
});
