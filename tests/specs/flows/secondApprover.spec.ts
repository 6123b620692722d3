// A second person approves changes of rights, where the practice wants it so (S1.06).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { desk, ROLE_REASON as reason, roleDesk } from '../../support/roleDesk.ts';
import { changedRights, makeSuperUser, onlyWaiting, switchOn } from '../../support/secondApprover.ts';
import { PASSWORD, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

let test: TestCore;
let ben: string;
let lena: string;
beforeEach(async () => {
  test = startTestCore();
  await setUpPractice(test);
  ben = await holder('bmoss', [], 'B');
  lena = await holder('lortiz', ['front-desk'], 'L');
});
afterEach(() => test.close());
const { create, update, changed, read, holder, held, newestEntry } = roleDesk(() => test);

const rule = { reason, password: PASSWORD };
const on = async () => {
  await makeSuperUser(test, ben);
  await switchOn(test);
};
const approve = { reason: '' };

describe('the rule (S1.06)', () => {
  it('S1.06 cannot be switched on where nobody else could approve, and says why', async () => {
    const refusal = await test.mustRefuse('rightsRules.setSecondApprover', { was: 'off', isOn: true, ...rule });
    expect(refusal).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
    expect(refusal.message).toContain('only Super User');
    await makeSuperUser(test, ben);
    await switchOn(test);
    expect(await newestEntry('second_approver_rule_changed')).toMatchObject({
      why: reason,
      changes: [{ field: 'A second person approves changes of rights', old: 'Off', new: 'On' }],
    });
  });

  it('S1.06 is switched by a Super User with the password, and off by two of them', async () => {
    await on();
    await holder('admin', [], 'C');
    const off = { was: 'on' as const, isOn: false, ...rule };
    expect(await test.call('rightsRules.setSecondApprover', off, 'C')).toMatchObject({ error: { reason: 'noRight' } });
    expect(await test.mustRefuse('rightsRules.setSecondApprover', { ...off, password: 'wrong' })).toMatchObject({
      reason: 'stepUpRequired',
    });
    expect(await test.must('rightsRules.setSecondApprover', off)).toEqual({ value: 'ending' });
    const again = { ...off, was: 'ending' as const };
    expect((await test.mustRefuse('rightsRules.setSecondApprover', again)).message).toContain('You asked for this');
    const asked = await changedRights(test, lena, { roleIds: ['front-desk', 'billing'] });
    expect((await test.must('user.update', asked)).needsApproval).toBe(true);
    expect(await test.must('rightsRules.setSecondApprover', again, 'B')).toEqual({ value: 'off' });
    expect((await newestEntry('second_approver_rule_changed'))?.changes).toContainEqual({
      field: 'Asked for by',
      old: null,
      new: 'Whitfield, Dana',
    });
  });

  it('S1.06 the wish to switch it off can be taken back, and where one Super User is left that one is enough', async () => {
    await on();
    await test.must('rightsRules.setSecondApprover', { was: 'on', isOn: false, ...rule });
    expect(await test.must('rightsRules.setSecondApprover', { was: 'ending', isOn: true, ...rule })).toEqual({
      value: 'on',
    });
    const { version } = await test.must('user.read', { userId: ben });
    await test.must('user.disable', { userId: ben, version, reason });
    expect(await test.must('rightsRules.setSecondApprover', { was: 'on', isOn: false, ...rule })).toEqual({
      value: 'off',
    });
  });
});

describe('a change of a role (S1.06)', () => {
  it('S1.06 waits with reason and before and after, and is applied with both names once somebody else approves', async () => {
    const roleId = await create(desk());
    await on();
    const answer = await update(roleId, desk({ permissions: ['patient:read'] }));
    expect(answer).toEqual({ version: 1, needsApproval: true });
    expect((await read(roleId)).permissions).toContain('schedule:update');
    expect((await read(roleId)).proposed).toMatchObject({ by: 'Whitfield, Dana' });
    expect(await newestEntry('role_change_proposed')).toMatchObject({ outcome: 'succeeded', why: reason });
    expect(await newestEntry('role_changed')).toBeUndefined();
    const waiting = await onlyWaiting(test);
    expect(waiting).toMatchObject({
      kind: 'role',
      targetName: 'Evening desk',
      reason,
      isOwn: true,
      isStale: false,
      changes: [{ field: 'Schedule: Edit Data', old: 'given', new: null }],
    });
    const { proposalId } = waiting;
    const own = await test.mustRefuse('proposal.approveRoleChange', { proposalId, ...approve });
    expect(own).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
    expect(own.message).toContain('nobody approves their own');
    await test.must('proposal.approveRoleChange', { proposalId, reason: 'Looked at it.' }, 'B');
    expect((await read(roleId)).permissions).toEqual(['patient:read']);
    const { versions } = await test.must('role.findVersions', { roleId });
    expect(versions[0]).toMatchObject({ by: 'Whitfield, Dana', approvedBy: 'Last-bmoss, First', reason });
    expect(versions[1]?.approvedBy).toBeNull();
    expect(await newestEntry('role_change_approved')).toMatchObject({
      why: reason,
      changes: [
        { field: 'Asked for by', old: null, new: 'Whitfield, Dana' },
        { field: 'Word of whoever approved', old: null, new: 'Looked at it.' },
        { field: 'Schedule: Edit Data', old: 'given', new: null },
      ],
    });
    const { decided } = await test.must('proposal.find', {});
    expect(decided).toMatchObject([{ state: 'approved', decidedBy: 'Last-bmoss, First', by: 'Whitfield, Dana' }]);
    const gone = await test.mustRefuse('proposal.approveRoleChange', { proposalId, ...approve }, 'B');
    expect(gone).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('S1.06 on a later day waits for the approval first and then for its day', async () => {
    const roleId = await create(desk());
    await on();
    const { clockMs } = { clockMs: (await onlyEntryTime()) + 3_600_000 };
    await update(roleId, desk({ permissions: ['patient:read'] }), { effectiveAtMs: clockMs });
    const { proposalId } = await onlyWaiting(test);
    await test.must('proposal.approveRoleChange', { proposalId, ...approve }, 'B');
    expect((await read(roleId)).waiting).toMatchObject({
      effectiveAtMs: clockMs,
      by: 'Whitfield, Dana',
      approvedBy: 'Last-bmoss, First',
    });
    expect((await read(roleId)).permissions).toContain('schedule:update');
    test.advance(3_700_000);
    await test.must('session.create', { loginId: 'dwhitfield', password: PASSWORD });
    expect((await read(roleId)).permissions).toEqual(['patient:read']);
    const { versions } = await test.must('role.findVersions', { roleId });
    expect(versions[0]).toMatchObject({ by: 'Whitfield, Dana', approvedBy: 'Last-bmoss, First' });
  });

  it('S1.06 is refused in words once the role moved on, and can only be turned down then', async () => {
    const roleId = await create(desk());
    await on();
    const later = (await onlyEntryTime()) + 3_600_000;
    // Asked for and approved: it waits for its day, which moves the version on.
    await update(roleId, desk({ name: 'Late desk' }), { effectiveAtMs: later });
    await test.must(
      'proposal.approveRoleChange',
      { proposalId: (await onlyWaiting(test)).proposalId, ...approve },
      'B',
    );
    const { version } = await read(roleId);
    await test.must('role.withdrawChange', { roleId, version, reason });
    await update(roleId, desk({ name: 'Early desk' }));
    const { proposalId } = await onlyWaiting(test);
    expect(await test.mustRefuse('role.update', await changed(roleId, desk({ name: 'Desk' })))).toMatchObject({
      code: 'CONSTRAINT_VIOLATED',
    });
    await test.must('role.delete', { roleId, version: version + 1, reason });
    expect((await onlyWaiting(test)).isStale).toBe(true);
    const stale = await test.mustRefuse('proposal.approveRoleChange', { proposalId, ...approve }, 'B');
    expect(stale).toMatchObject({ code: 'CONFLICT' });
    expect(stale.message).toContain('changed since it was asked for');
    await test.must('proposal.rejectRoleChange', { proposalId, reason: 'Gone.' }, 'B');
    const { decided } = await test.must('proposal.find', {});
    expect(decided.find((one) => one.proposalId === proposalId)).toMatchObject({ state: 'rejected' });
  });

  it('P5 nobody approves for a role what they could not put into it, or for a role of their own', async () => {
    const roleId = await create(desk({ permissions: ['patient:read'] }));
    await on();
    await holderWithAccessSecurity('sec', 'S');
    await update(roleId, desk({ permissions: ['patient:read', 'note:read'] }));
    const { proposalId } = await onlyWaiting(test);
    expect(await test.call('proposal.approveRoleChange', { proposalId, ...approve }, 'S')).toMatchObject({
      error: { code: 'FORBIDDEN', reason: 'givesWhatTheyLack' },
    });
    expect(await newestEntry('role_change_approved')).toMatchObject({ outcome: 'denied', reason: 'givesWhatTheyLack' });
    expect(await test.call('proposal.approveRoleChange', { proposalId, ...approve }, 'L')).toMatchObject({
      error: { reason: 'noRight' },
    });
    expect((await read(roleId)).permissions).not.toContain('note:read');
  });
});

describe('a change of the rights of a person (S1.06)', () => {
  it('S1.06 that gives a role waits whole; approved it counts at once, and says who approved it', async () => {
    await on();
    const asked = await changedRights(test, lena, { roleIds: ['front-desk', 'billing'] });
    const withName = { ...asked, info: { ...asked.info, lastName: 'Ortiz', email: 'lena@example.org' } };
    expect((await test.must('user.previewUpdate', withoutReason(withName))).needsApproval).toBe(true);
    expect((await test.must('user.update', withName)).needsApproval).toBe(true);
    expect(await held('L')).not.toContain('claim:read');
    expect((await test.must('user.read', { userId: lena })).info.lastName).toBe('Last-lortiz');
    const waiting = await onlyWaiting(test);
    expect(waiting.changes).toContainEqual({ field: 'Roles', old: 'Front desk', new: 'Front desk, Billing' });
    expect(JSON.stringify(waiting)).not.toContain('example.org');
    await test.must('proposal.approveUserChange', { proposalId: waiting.proposalId, ...approve }, 'B');
    expect(await held('L')).toContain('claim:read');
    const { info } = await test.must('user.read', { userId: lena });
    expect(info).toMatchObject({ lastName: 'Ortiz', email: 'lena@example.org' });
    expect(await newestEntry('rights_change_approved')).toMatchObject({ why: reason, objectId: lena });
  });

  it('S1.06 that only takes away counts at once, and makes an older wish stale', async () => {
    await on();
    await test.must('user.update', await changedRights(test, lena, { roleIds: ['front-desk', 'billing'] }));
    const taken = await test.must('user.update', await changedRights(test, lena, { roleIds: [] }));
    expect(taken.needsApproval).toBe(false);
    expect(await held('L')).toEqual([]);
    const { proposalId, isStale } = await onlyWaiting(test);
    expect(isStale).toBe(true);
    expect(await test.mustRefuse('proposal.approveUserChange', { proposalId, ...approve }, 'B')).toMatchObject({
      code: 'CONFLICT',
    });
    await test.must('proposal.rejectUserChange', { proposalId, reason: 'Not any more.' });
    expect((await test.must('proposal.find', {})).decided[0]).toMatchObject({ state: 'withdrawn' });
  });

  it('S1.06 a single right waits like a role does, and so does a role that gives nothing new', async () => {
    const roleId = await create(desk({ permissions: ['patient:read'] }));
    await on();
    const right = { exceptions: [{ permission: 'claim:read' as const, effect: 'grant' as const }] };
    expect((await test.must('user.update', await changedRights(test, lena, right))).needsApproval).toBe(true);
    await test.must('proposal.rejectUserChange', { proposalId: (await onlyWaiting(test)).proposalId, reason });
    const role = { roleIds: ['front-desk', roleId] };
    expect((await test.must('user.update', await changedRights(test, lena, role))).needsApproval).toBe(true);
  });

  it('S1.06 S2.61 an earlier end of a role counts at once, a later one waits', async () => {
    await on();
    const until = async (validUntil: string | null) => {
      const wish = await changedRights(test, lena, {});
      const terms = { roleId: 'front-desk', dates: { validFrom: null, validUntil }, locationIds: null };
      return (await test.must('user.update', { ...wish, roleTerms: [terms] })).needsApproval;
    };
    expect(await until('2027-06-30')).toBe(false);
    expect(await until('2027-03-31')).toBe(false);
    expect(await until('2027-12-31')).toBe(true);
  });

  it('S1.06 wants a reason, one wish at a time, and no rights for somebody who is only added', async () => {
    await on();
    const roleIds = ['front-desk', 'billing'];
    const silent = await test.mustRefuse('user.update', await changedRights(test, lena, { roleIds, reason: '' }));
    expect(silent).toMatchObject({ code: 'CONSTRAINT_VIOLATED', fields: [{ path: 'reason' }] });
    await test.must('user.update', await changedRights(test, lena, { roleIds }));
    const second = await test.mustRefuse('user.update', await changedRights(test, lena, { roleIds }), 'B');
    expect(second.message).toContain('Whitfield, Dana');
    const info = { lastName: 'New', firstName: 'Nick', middleInitial: '', loginId: 'nnew' };
    const added = {
      info: { ...info, email: null, phone: null, note: null },
      roleIds: ['billing'],
      exceptions: [],
      scope: { kind: 'all' as const },
      copiedFromUserId: null,
    };
    expect((await test.mustRefuse('user.add', added)).message).toContain('Add the person without roles');
    await test.must('user.add', { ...added, roleIds: [] });
  });

  it('P5 nobody approves what they could not give: Access Security neither patients nor a Super User’s rights', async () => {
    await on();
    await holderWithAccessSecurity('sec', 'S');
    await test.must('user.update', await changedRights(test, lena, { roleIds: ['front-desk', 'billing'] }));
    const first = await onlyWaiting(test);
    expect(
      await test.call('proposal.approveUserChange', { proposalId: first.proposalId, ...approve }, 'S'),
    ).toMatchObject({ error: { reason: 'givesWhatTheyLack' } });
    await test.must('proposal.rejectUserChange', { proposalId: first.proposalId, reason: 'No.' }, 'S');
    await test.must('user.update', await changedRights(test, ben, { roleIds: ['billing'] }));
    const { proposalId } = await onlyWaiting(test);
    expect(await test.call('proposal.approveUserChange', { proposalId, ...approve }, 'S')).toMatchObject({
      error: { reason: 'targetIsSuperUser' },
    });
  });

  it('P5 a holder of Access Security asks for a role and a Super User approves it; nobody widens themselves', async () => {
    await on();
    const sec = await holderWithAccessSecurity('sec', 'S');
    const own = await changedRights(test, sec, { roleIds: ['billing'] });
    expect(await test.call('user.update', own, 'S')).toMatchObject({ error: { reason: 'ownRights' } });
    await test.must('user.update', await changedRights(test, sec, { roleIds: ['billing'] }));
    const { proposalId } = await onlyWaiting(test);
    expect(await test.call('proposal.approveUserChange', { proposalId, ...approve }, 'S')).toMatchObject({
      error: { reason: 'ownRights' },
    });
    await test.must('proposal.approveUserChange', { proposalId, ...approve }, 'B');
  });
});

async function holderWithAccessSecurity(loginId: string, window: string): Promise<string> {
  const userId = await holder(loginId, [], window);
  const { version } = await test.must('user.read', { userId });
  await test.must('user.setAccessSecurity', { userId, version, ...rule, hasAccessSecurity: true });
  return userId;
}

function withoutReason<T extends { reason: string }>({ reason: _reason, ...rest }: T): Omit<T, 'reason'> {
  return rest;
}

async function onlyEntryTime(): Promise<number> {
  return (await newestEntry('second_approver_rule_changed'))?.atMs ?? 0;
}
