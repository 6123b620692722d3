// Rights given under conditions, end to end: amounts at the boundary, what is seen, what is refused and in which words.
import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import type { CallInput } from '../../../shared/catalogue/procedures.ts';
import { type BillingOffice, openBillingOffice, owed, paymentOf } from '../../support/billingOffice.ts';
import { addExample } from '../../support/exampleRecord.ts';
import { desk, made, type RoleFields, roleDesk } from '../../support/roleDesk.ts';
import { addActiveUser } from '../../support/startTestCore.ts';

let office: BillingOffice;
let largeId: string;
beforeEach(async () => {
  office = await openBillingOffice();
  const { made: records, test, patientId } = office;
  // A second charge and invoice, so that amounts above five hundred dollars can be paid and refunded.
  await addExample(test, 'charge', records, { unitCents: 200_000, claimId: null });
  const { id } = await addExample(test, 'invoice', records, {});
  const payment = paymentOf({ patientId, invoiceId: id }, { cents: 150_000 });
  largeId = (await test.must('payment.create', payment, 'desk')).id;
  office = { ...office, invoiceId: id };
});
afterEach(() => office.test.close());
const { create, update, changed, holder, newestEntry } = roleDesk(() => office.test);

type Condition = RoleFields['conditions'][number];
const under = (value: number, more: Partial<Condition> = {}): Condition => ({
  permission: 'financial:approve',
  type: 'refund',
  field: 'cents',
  operator: 'lessThan',
  value,
  ...more,
});
const approvers = (conditions: Condition[], more: Partial<RoleFields> = {}) =>
  desk({
    name: 'Approves small refunds',
    purpose: 'Approves refunds under five hundred dollars.',
    taskIds: [],
    permissions: ['patient:read', 'claim:read', 'financial:read', 'financial:approve'],
    conditions,
    ...more,
  });
const asked = async (cents: number) => {
  const { patientId, invoiceId, test } = office;
  const fields = { patientId, invoiceId, cents, method: 'cash' as const, reason: 'Paid twice.' };
  return (await test.must('refund.create', { fields }, 'desk')).id;
};
const NOT_MET = { code: 'FORBIDDEN', reason: 'conditionNotMet' };

describe('a right bound to an amount', () => {
  it('S2.63 S2.110 approves a refund of $499.99 and is refused at $500.00, in words', async () => {
    await holder('small', [await create(approvers([under(500_00)]))], 'small');
    const [below, at] = [await asked(499_99), await asked(500_00)];
    await office.test.must('refund.approve', { id: below, version: 1 }, 'small');
    const refusal = await office.test.mustRefuse('refund.approve', { id: at, version: 1 }, 'small');
    expect(refusal).toMatchObject(NOT_MET);
    expect(refusal.message).toContain('does not meet the conditions');
    expect(refusal.message).toContain('“Financial: Approve”');
    expect((await office.test.must('refund.read', { id: at }, 'small')).fields.state).toBe('requested');
    expect(await newestEntry('refund_approved')).toMatchObject({ outcome: 'denied', reason: 'conditionNotMet' });
    for (const name of ['refund.reject', 'refund.approveAlone', 'refund.readConfirming'] as const) {
      const input = { id: at, ...(name === 'refund.readConfirming' ? {} : { version: 1 }) };
      const reason = name === 'refund.reject' ? { reason: 'The payment was right.' } : {};
      expect(await office.test.mustRefuse(name, { ...input, ...reason } as never, 'small')).toMatchObject(NOT_MET);
    }
    await office.test.must('refund.approve', { id: at, version: 1 }, 'manager');
  });

  it('S2.63 binds no other right and no other records', async () => {
    await holder('small', [await create(approvers([under(500_00)]))], 'small');
    await asked(600_00);
    const all = { search: '', sort: 'refundNumber', isDescending: false, offset: 0, limit: 50 } as const;
    const filter = { state: null, isApprovedAlone: null };
    expect((await office.test.must('refund.find', { ...all, filter }, 'small')).total).toBe(1);
  });

  it('S2.63 hides the rows that miss the conditions of the right to look, in lists, details and accounts alike', async () => {
    const seen = [under(500_00, { permission: 'financial:read' })];
    await holder('small', [await create(approvers(seen))], 'small');
    const [below, at] = [await asked(499_99), await asked(500_00)];
    const all = { search: '', sort: 'refundNumber', isDescending: false, offset: 0, limit: 50 } as const;
    const filter = { state: null, isApprovedAlone: null };
    const listed = await office.test.must('refund.find', { ...all, filter }, 'small');
    expect(listed.rows.map(({ id }) => id)).toEqual([below]);
    expect(listed.total).toBe(1);
    const hidden = await office.test.mustRefuse('refund.read', { id: at }, 'small');
    const missing = await office.test.mustRefuse(
      'refund.read',
      { id: '00000000-0000-7000-8000-00000000dead' },
      'small',
    );
    expect(hidden).toEqual(missing);
    // Approving needs looking: the row stays hidden there too.
    expect(await office.test.mustRefuse('refund.approve', { id: at, version: 1 }, 'small')).toEqual(missing);
    const { refunds, account } = await office.test.must('invoice.readAccount', { id: office.invoiceId }, 'small');
    expect(refunds.map(({ id }) => id)).toEqual([below]);
    expect(account.pendingRefundCents).toBe(999_99);
  });

  it('S2.63 S1.19 makes no statement that would name payments beyond the conditions of the right to save one', async () => {
    const saves = approvers([under(500_00, { permission: 'financial:export', type: 'payment' })], {
      permissions: ['patient:read', 'claim:read', 'financial:read', 'financial:export'],
    });
    await holder('small', [await create(saves)], 'small');
    const path = `${office.test.folder}/statement.pdf`;
    const asked = { patientId: office.patientId, purpose: 'The patient asked.' };
    office.test.dialogAnswers.push(path);
    expect(await office.test.mustRefuse('statement.save', asked, 'small')).toMatchObject({
      code: 'CONSTRAINT_VIOLATED',
    });
    expect(existsSync(path)).toBe(false);
    office.test.dialogAnswers.push(path);
    await office.test.must('statement.save', asked);
    expect(existsSync(path)).toBe(true);
  });

  it('S2.110 takes payments under an amount and refuses the one at it before it is booked', async () => {
    const binding: Condition = under(500_00, { permission: 'financial:create', type: 'payment' });
    const takes = approvers([binding], {
      permissions: ['patient:read', 'claim:read', 'financial:read', 'financial:create'],
    });
    await holder('small', [await create(takes)], 'small');
    const before = await owed(office);
    await office.test.must('payment.create', paymentOf(office, { cents: 499_99 }), 'small');
    const refusal = await office.test.mustRefuse('payment.create', paymentOf(office, { cents: 500_00 }), 'small');
    expect(refusal).toMatchObject(NOT_MET);
    expect(await owed(office)).toBe(before - 499_99);
  });

  it('S2.110 asks for refunds, reverses payments and changes charges under an amount only', async () => {
    const role = approvers(
      [
        under(500_00, { permission: 'financial:update' }),
        under(500_00, { permission: 'financial:update', type: 'payment' }),
        under(500_00, { permission: 'claim:update', type: 'charge', field: 'unitCents' }),
      ],
      {
        permissions: ['patient:read', 'list:read', 'claim:read', 'claim:update', 'financial:read', 'financial:update'],
      },
    );
    await holder('small', [await create(role)], 'small');
    const { patientId, invoiceId, test } = office;
    const refund = (cents: number) => ({
      fields: { patientId, invoiceId, cents, method: 'cash' as const, reason: 'Paid twice.' },
    });
    await test.must('refund.create', refund(499_99), 'small');
    expect(await test.mustRefuse('refund.create', refund(500_00), 'small')).toMatchObject(NOT_MET);
    const reversal = { version: 1, onDate: '2026-11-22', reason: 'Entered twice.' };
    const small = (await test.must('payment.create', paymentOf(office, { cents: 100_00 }), 'desk')).id;
    await test.must('payment.reverse', { ...reversal, id: small }, 'small');
    expect(await test.mustRefuse('payment.reverse', { ...reversal, id: largeId }, 'small')).toMatchObject(NOT_MET);
    const { id, fields } = await addExample(test, 'charge', office.made, { unitCents: 100_00, claimId: null });
    const priced = (version: number, unitCents: number) =>
      ({ id, version, fields: { ...fields, unitCents } }) as CallInput<'charge.update'>;
    await test.must('charge.update', priced(1, 499_99), 'small');
    expect(await test.mustRefuse('charge.update', priced(2, 500_00), 'small')).toMatchObject(NOT_MET);
  });
});

describe('a condition of a role', () => {
  it('S2.63 must fit a field, bind a right the role gives, and be asked for on such records', async () => {
    const refused = (fields: RoleFields) => office.test.mustRefuse('role.create', made(fields));
    for (const wrong of [{ field: 'gone' }, { type: 'gone' }, { value: 'much' }, { field: 'reason', value: 'x' }])
      expect(await refused(approvers([under(1, wrong)]))).toMatchObject({ code: 'INVALID_INPUT' });
    expect((await refused(approvers([under(1, { permission: 'financial:delete' })]))).message).toContain(
      'does not give that right',
    );
    const nowhere = under(1, { permission: 'financial:approve', type: 'payment' });
    expect((await refused(approvers([nowhere]))).message).toContain('one by one');
  });

  it('S1.06 S2.63 stands in the log, the versions and the waiting change, before and after', async () => {
    const roleId = await create(approvers([under(500_00)]));
    const words = (amount: string) => `Refunds: Approve only where Amount is less than ${amount}`;
    expect((await newestEntry('role_created'))?.changes).toContainEqual({
      field: 'Condition',
      old: null,
      new: words('$500.00'),
    });
    await update(roleId, approvers([under(300_00)]));
    expect((await newestEntry('role_changed'))?.changes).toEqual([
      { field: 'Condition', old: null, new: words('$300.00') },
      { field: 'Condition', old: words('$500.00'), new: null },
    ]);
    const { versions } = await office.test.must('role.findVersions', { roleId });
    expect(versions.map(({ conditions }) => conditions)).toEqual([[under(300_00)], [under(500_00)]]);
    const later = { effectiveAtMs: Date.parse('2026-12-01T12:00:00Z') };
    await update(roleId, approvers([under(200_00)]), later);
    const { waiting, conditions } = await office.test.must('role.read', { roleId });
    expect(waiting?.fields.conditions).toEqual([under(200_00)]);
    expect(conditions).toEqual([under(300_00)]);
    await office.test.must('role.print', { roleId });
    expect(office.test.printed.at(-1)).toContain(words('$300.00'));
  });

  it('S2.63 P5 is loosened only by somebody who holds the right whole; tightening it gives nothing', async () => {
    const roleId = await create(approvers([under(500_00)]));
    const security = ['role:read', 'role:create', 'role:update', 'user:read'] as const;
    await holder('admin', [await create(approvers([under(500_00)], { name: 'Own approving' }))], 'admin', [
      ...security,
    ]);
    const whole = await create(approvers([], { name: 'Approves all' }));
    await holder('chief', [whole], 'chief', [...security]);
    const attempt = async (conditions: Condition[]) => changed(roleId, approvers(conditions));
    for (const looser of [[], [under(500_01)], [under(500_00, { operator: 'atMost' })]])
      expect(await office.test.mustRefuse('role.update', await attempt(looser), 'admin')).toMatchObject({
        reason: 'givesWhatTheyLack',
      });
    await office.test.must('role.update', await attempt([under(499_99)]), 'admin');
    await office.test.must('role.update', await attempt([under(900_00)]), 'chief');
  });

  it('S2.63 S2.64 of a parent binds the child, and the child adds its own', async () => {
    const parentId = await create(approvers([under(500_00)]));
    const given = approvers([under(0, { operator: 'moreThan' })], { name: 'Child', parentId });
    const childId = await create(given);
    const child = await office.test.must('role.read', { roleId: childId });
    expect(child).toMatchObject({
      conditions: [{ operator: 'moreThan' }],
      inherited: [{ roleId: parentId, from: 'parent', conditions: [{ operator: 'lessThan', value: 500_00 }] }],
    });
    await holder('small', [childId], 'small');
    const at = await asked(500_00);
    expect(await office.test.mustRefuse('refund.approve', { id: at, version: 1 }, 'small')).toMatchObject(NOT_MET);
  });

  it('S2.63 of a role does not bind what another role of the person gives whole', async () => {
    const scope = { kind: 'all' as const };
    const roleIds = [await create(approvers([under(500_00)])), 'manager'];
    await addActiveUser(office.test, 'both', { roleIds, exceptions: [], scope }, 'both');
    await office.test.must('refund.approve', { id: await asked(600_00), version: 1 }, 'both');
    const filter = { ...NO_AUDIT_FILTER, event: 'refund_approved' };
    const { entries } = await office.test.must('audit.find', { filter, beforeNumber: null, limit: 9 });
    expect(entries[0]).toMatchObject({ outcome: 'succeeded' });
  });
});
