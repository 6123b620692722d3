// A practice of one: what it may confirm alone, when, and that the way out opens for nobody else (S2.36, C6, N8).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import { PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import { type BillingOffice, openLoneOffice, paymentOf } from '../../support/billingOffice.ts';
import { addActiveUser, OWNER, PASSWORD } from '../../support/startTestCore.ts';

const HOUR_MS = 3_600_000;
const REVIEWER = { name: 'Jordan Hill', role: 'Accountant, Hill & Lane' };
const MANAGER = { roleIds: ['manager'], exceptions: [], scope: { kind: 'all' as const } };

let office: BillingOffice;
beforeEach(async () => {
  office = await openLoneOffice();
  await office.test.must('payment.create', paymentOf(office, { cents: 10_000 }));
});
afterEach(() => office.test.close());

const ask = async () => {
  const { patientId, invoiceId } = office;
  const fields = { patientId, invoiceId, cents: 4_000, method: 'cash' as const, reason: 'Paid twice.' };
  return (await office.test.must('refund.create', { fields })).id;
};
const count = async () => {
  const counted = { countedCashCents: 10_000, countedCheckCents: 0, countedCardCents: 0, note: '' };
  return (await office.test.must('reconciliation.create', { fields: { day: '2026-11-22', ...counted } })).id;
};
const nameReviewer = () =>
  office.test.must('outsideReview.setReviewer', { wasName: '', ...REVIEWER, reason: 'Keeps our books.' });
const signIn = () => office.test.must('session.create', { loginId: OWNER.loginId, password: PASSWORD });
const wait = async (hours: number) => {
  office.test.advance(hours * HOUR_MS);
  await signIn();
};
const approveAlone = (id: string) => office.test.call('refund.approveAlone', { id, version: 1 });
const waiting = () => office.test.must('outsideReview.find', { isWaiting: true });
const noted = async (event: string) =>
  (await office.test.must('audit.find', { filter: { ...NO_AUDIT_FILTER, event }, beforeNumber: null, limit: 9 }))
    .entries;
const userOf = async (loginId: string) => {
  const found = await office.test.must('user.find', { ...PROCEDURES['user.find'].example, search: loginId });
  const { userId, version } = await office.test.must('user.read', { userId: found.rows[0]?.userId ?? '' });
  return { userId, version };
};

describe('a practice of one', () => {
  it('C6 N8 is told when it may approve its own refund, and may do so then and not before', async () => {
    await nameReviewer();
    const id = await ask();
    const refusal = await office.test.mustRefuse('refund.approve', { id, version: 1 });
    expect(refusal.message).toContain(
      'You may confirm this yourself after Monday 08:00, because nobody else here may approve refunds.',
    );
    expect(await approveAlone(id)).toMatchObject({ ok: false, error: { code: 'CONSTRAINT_VIOLATED' } });
    await wait(23);
    expect(await approveAlone(id)).toMatchObject({ ok: false });
    await wait(1);
    expect(await office.test.must('refund.readConfirming', { id })).toMatchObject({ mayConfirmAlone: true });
    expect((await office.test.mustRefuse('refund.approve', { id, version: 1 })).message).toContain('now and alone');
    await office.test.must('refund.approveAlone', { id, version: 1 });
    expect((await office.test.must('refund.read', { id })).fields).toMatchObject({
      state: 'approved',
      isApprovedAlone: true,
    });
    await office.test.must('refund.payOut', { id, version: 2, onDate: '2026-11-23' });
  });

  it('N8 leaves a mark: an event of its own, and a line on the list with the number of its entry', async () => {
    await nameReviewer();
    const id = await ask();
    await wait(24);
    await office.test.must('refund.approveAlone', { id, version: 1 });
    const [entry] = await noted('refund_approved_alone');
    expect(entry).toMatchObject({
      outcome: 'succeeded',
      changes: expect.arrayContaining([{ field: 'Approved alone', old: 'no', new: 'yes' }]),
    });
    const { waitingCount, acts } = await waiting();
    expect(waitingCount).toBe(1);
    expect(acts[0]).toMatchObject({
      label: 'Refund R-0000001',
      cents: 4_000,
      doneBy: 'Whitfield, Dana',
      reviewer: REVIEWER,
      entryNumber: entry?.number,
      lastOther: null,
      review: null,
    });
    expect(await office.test.must('outsideReview.countWaiting', {})).toMatchObject({ waitingCount: 1 });
  });

  it('N8 closes a day alone, a day after it was counted last', async () => {
    await nameReviewer();
    const id = await count();
    await wait(20);
    const { fields } = await office.test.must('reconciliation.read', { id });
    const { day, countedCashCents, countedCheckCents, countedCardCents } = fields;
    const again = { day, countedCashCents, countedCheckCents, countedCardCents, note: 'Counted again.' };
    await office.test.must('reconciliation.update', { id, version: 1, fields: again as never });
    await wait(5);
    const early = await office.test.mustRefuse('reconciliation.reviewAlone', { id, version: 2 });
    expect(early.message).toContain('nobody else here may review a day');
    await wait(19);
    await office.test.must('reconciliation.reviewAlone', { id, version: 2 });
    expect((await office.test.must('reconciliation.read', { id })).fields).toMatchObject({
      state: 'reviewed',
      isReviewedAlone: true,
    });
    expect((await waiting()).acts[0]).toMatchObject({ label: 'Close of the day 2026-11-22', cents: 10_000 });
  });

  it('N8 confirms nothing while nobody outside is named, and its own people are no outsiders', async () => {
    const id = await ask();
    await wait(30);
    const refusal = await office.test.mustRefuse('refund.approveAlone', { id, version: 1 });
    expect(refusal.message).toContain('Name your outside reviewer in Security, Settings');
    const own = { wasName: '', name: 'dana  WHITFIELD', role: 'Owner', reason: 'Nobody else.' };
    expect(await office.test.mustRefuse('outsideReview.setReviewer', own)).toMatchObject({
      code: 'CONSTRAINT_VIOLATED',
    });
    const half = { wasName: '', name: 'Jordan Hill', role: '', reason: 'Keeps our books.' };
    expect(await office.test.mustRefuse('outsideReview.setReviewer', half)).toMatchObject({ code: 'INVALID_INPUT' });
    await nameReviewer();
    await office.test.must('refund.approveAlone', { id, version: 1 });
    expect((await noted('outside_reviewer_changed'))[0]?.changes).toEqual([
      { field: 'outside reviewer', old: null, new: 'Jordan Hill, Accountant, Hill & Lane' },
    ]);
  });

  it('N8 cannot shorten the wait by setting the clock of the computer back and forth', async () => {
    await nameReviewer();
    const id = await ask();
    await wait(10);
    office.test.setClockBack(48 * HOUR_MS);
    office.test.restart();
    await signIn();
    expect(await approveAlone(id)).toMatchObject({ ok: false });
  });

  it('S5.12 N8 keeps the wait within its floor', async () => {
    const { version, values } = await office.test.must('setting.read', {});
    const update = (aloneDelayHours: number) =>
      office.test.call('setting.update', { version, values: { ...values, aloneDelayHours }, reason: '' });
    expect(await update(11)).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    expect(await update(12)).toMatchObject({ ok: true });
    await nameReviewer();
    const id = await ask();
    await wait(12);
    expect(await approveAlone(id)).toMatchObject({ ok: true });
  });
});

describe('the outside review', () => {
  const doneAlone = async () => {
    await nameReviewer();
    const id = await ask();
    await wait(24);
    await office.test.must('refund.approveAlone', { id, version: 1 });
    const [act] = (await waiting()).acts;
    if (act === undefined) throw new Error('no act is listed');
    return act;
  };

  it('N8 gets a sheet with everything it needs, a place to sign, and no patient', async () => {
    const act = await doneAlone();
    await office.test.must('outsideReview.printSheet', { ids: [act.id] });
    const sheet = office.test.printed.at(-1) ?? '';
    for (const part of ['Refund R-0000001', '$40.00', 'Whitfield, Dana', 'Monday, November 23, 2026, 08:00'])
      expect(sheet).toContain(part);
    for (const part of [`No. ${act.entryNumber}`, 'Jordan Hill, Accountant, Hill &#38; Lane', 'signature'])
      expect(sheet).toContain(part);
    const { title } = await office.test.must('patient.read', { id: office.patientId });
    expect(sheet).not.toContain(title.split(',')[0]);
    expect((await noted('review_sheet_printed'))[0]).toMatchObject({ count: 1 });
  });

  it('N8 is written down once, with name and day, and takes the act off the list', async () => {
    const { id } = await doneAlone();
    const review = { id, version: 1, reviewedBy: 'Jordan Hill', reviewedOn: '2026-11-23' };
    const mark = (given: Partial<typeof review>) =>
      office.test.call('outsideReview.markReviewed', { ...review, ...given });
    expect(await mark({ reviewedOn: '2026-11-22' })).toMatchObject({ ok: false });
    expect(await mark({ reviewedOn: '2026-11-24' })).toMatchObject({ ok: false });
    expect(await mark({ reviewedBy: 'Whitfield, Dana' })).toMatchObject({ ok: false });
    expect(await mark({})).toMatchObject({ ok: true });
    expect(await mark({})).toMatchObject({ ok: false, error: { code: 'CONFLICT' } });
    expect((await waiting()).waitingCount).toBe(0);
    expect((await office.test.must('outsideReview.find', { isWaiting: false })).acts[0]?.review).toMatchObject({
      reviewedBy: 'Jordan Hill',
      recordedBy: 'Whitfield, Dana',
    });
    expect((await noted('lone_act_reviewed')).filter(({ outcome }) => outcome === 'succeeded')).toHaveLength(1);
  });
});

describe('a practice of two', () => {
  it('S2.36 goes by the ordinary rule as soon as a second person holds the right', async () => {
    await nameReviewer();
    const id = await ask();
    await wait(30);
    await addActiveUser(office.test, 'manager', MANAGER, 'manager');
    const refusal = await office.test.mustRefuse('refund.approveAlone', { id, version: 1 });
    expect(refusal.message).toContain('First Last-manager can do it');
    await office.test.must('refund.approve', { id, version: 1 }, 'manager');
    expect((await office.test.must('refund.read', { id })).fields.isApprovedAlone).toBe(false);
  });

  /** Every way in which one of two could make themselves look alone. */
  const WAYS: Readonly<Record<string, () => Promise<unknown>>> = {
    'disabling the other': async () =>
      office.test.must('user.disable', { ...(await userOf('manager')), reason: 'On leave.' }),
    'deleting the other': async () =>
      office.test.must('user.delete', { ...(await userOf('manager')), reason: 'Has left.' }),
    'resetting the password of the other': async () =>
      office.test.must('user.issueActivationCode', { ...(await userOf('manager')), reason: 'Lost it.' }),
    'taking the role of the other': async () => {
      const { userId, version } = await userOf('manager');
      const { info } = await office.test.must('user.read', { userId });
      const rights = { roleIds: ['billing'], exceptions: [], scope: { kind: 'all' as const } };
      await office.test.must('user.update', { userId, version, info, ...rights, reason: 'Bills only.' });
    },
  };

  it('N8 is no practice of one while the other is merely locked out, in person or with a role', async () => {
    await nameReviewer();
    await addActiveUser(office.test, 'manager', MANAGER, 'manager');
    const id = await ask();
    await office.test.must('user.lockOut', { ...(await userOf('manager')), untilMs: null, reason: 'On leave.' });
    await office.test.must('role.lockOut', { roleId: 'manager', untilMs: null, reason: 'Under review.' });
    await wait(30 * 24);
    const refusal = await office.test.mustRefuse('refund.approveAlone', { id, version: 1 });
    expect(refusal.message).toContain('First Last-manager could, but is locked out.');
  });

  it.each(Object.keys(WAYS))('N8 gains nothing on the same day by %s', async (way) => {
    await nameReviewer();
    await addActiveUser(office.test, 'manager', MANAGER, 'manager');
    const early = await ask();
    await WAYS[way]?.();
    await wait(6 * 24);
    const refusal = await office.test.mustRefuse('refund.approveAlone', { id: early, version: 1 });
    expect(refusal.message).toContain('First Last-manager could until Sunday, November 22, 2026, 08:00');
    await wait(2 * 24);
    await office.test.must('refund.approveAlone', { id: early, version: 1 });
    expect((await waiting()).acts[0]?.lastOther).toMatchObject({ name: 'Last-manager, First' });
  });
});
