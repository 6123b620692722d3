// Roles that take over from others: parents, policies, and changes on a later day, through the real core.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { desk, made, ROLE_REASON as reason, roleDesk } from '../../support/roleDesk.ts';
import { PASSWORD, START_MS, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

const HOUR_MS = 3_600_000;
let test: TestCore;
beforeEach(async () => {
  test = startTestCore();
  await setUpPractice(test);
});
afterEach(() => test.close());
const { create, update, changed, read, holder, held, newestEntry } = roleDesk(() => test);

describe('inheritance (S2.64)', () => {
  it('S2.64 a child takes its parent’s rights, also those the parent is given later, but for what it narrows', async () => {
    const parentId = await create(desk({ name: 'Desk' }));
    const roleId = await create(desk({ parentId, permissions: ['patient:read', 'schedule:read'] }));
    await holder('lortiz', [roleId], 'B');
    expect((await held('B')).sort()).toEqual(['patient:read', 'schedule:read']);
    await update(parentId, desk({ name: 'Desk', permissions: ['patient:read', 'schedule:update', 'call:read'] }));
    expect((await held('B')).sort()).toEqual(['call:read', 'patient:read', 'schedule:read']);
    await update(parentId, desk({ name: 'Desk', permissions: ['call:read'] }));
    expect(await held('B')).toEqual(['call:read']);
  });

  it('S2.64 a child gives more than its parent only where a Super User confirms it', async () => {
    const parentId = await create(desk({ name: 'Desk' }));
    const wider = made(desk({ parentId, permissions: ['patient:read', 'call:read'] }));
    expect((await test.mustRefuse('role.create', wider)).message).toContain('more than its parent: Calls: View');
    await holder('admin', [], 'B', ['role:create', 'patient:read', 'call:read']);
    const confirmed = { ...wider, confirmsWidening: true };
    expect(await test.call('role.create', confirmed, 'B')).toMatchObject({ error: { code: 'CONSTRAINT_VIOLATED' } });
    expect((await test.call('role.create', confirmed)).ok).toBe(true);
  });

  it('S1.23 S2.64 no role takes its rights from the role Patient, whose limit to one record it would not take over', async () => {
    const child = made(desk({ parentId: 'patient', permissions: ['patient:read'] }));
    expect((await test.mustRefuse('role.create', child)).message).toContain('one linked record alone');
    const roleId = await create(desk({ name: 'Desk' }));
    const moved = await changed(roleId, desk({ name: 'Desk', parentId: 'patient', permissions: ['patient:read'] }));
    expect((await test.mustRefuse('role.update', moved)).message).toContain('one linked record alone');
  });

  it('S2.64 refuses circles and lines of more than three, and leaves everything as it was', async () => {
    const top = await create(desk({ name: 'Top' }));
    const middle = await create(desk({ name: 'Middle', parentId: top }));
    const low = await create(desk({ name: 'Low', parentId: middle }));
    const lower = made(desk({ name: 'Lower', parentId: low }));
    expect((await test.mustRefuse('role.create', lower)).message).toContain('longer lines are not allowed');
    for (const parentId of [top, low]) {
      const circle = await changed(top, desk({ name: 'Top', parentId }));
      expect((await test.mustRefuse('role.update', circle)).message).toContain('circle');
    }
    expect((await read(low)).permissions.sort()).toEqual([
      'patient:read',
      'schedule:create',
      'schedule:read',
      'schedule:update',
    ]);
    const needed = { roleId: top, version: (await read(top)).version, reason };
    expect((await test.mustRefuse('role.delete', needed)).message).toContain('“Middle”');
  });
});

describe('policies (S4.01, S4.06)', () => {
  it('S4.01 S4.06 stack on roles as a union, are not given to people, and stay while a role carries them', async () => {
    const policyId = await create(desk({ name: 'Phones', permissions: ['call:update'] }), { kind: 'policy' });
    const roleId = await create(desk({ policyIds: [policyId], permissions: ['patient:read'] }));
    await holder('lortiz', [roleId], 'B');
    expect((await held('B')).sort()).toEqual(['call:create', 'call:read', 'call:update', 'patient:read']);
    expect((await read(roleId)).ownPermissions).toEqual(['patient:read']);
    const { error } = (await test.call('user.add', {
      info: {
        lastName: 'Park',
        firstName: 'Jo',
        middleInitial: '',
        loginId: 'jpark',
        email: null,
        phone: null,
        note: null,
      },
      roleIds: [policyId],
      exceptions: [],
      scope: { kind: 'all' },
      copiedFromUserId: null,
    })) as { error: { message: string } };
    expect(error.message).toContain('not given to people');
    const gone = { roleId: policyId, version: 1, reason };
    expect((await test.mustRefuse('role.delete', gone)).message).toContain('“Evening desk”');
    await update(policyId, desk({ name: 'Phones', permissions: ['call:read'] }));
    expect((await held('B')).sort()).toEqual(['call:read', 'patient:read']);
  });
});

describe('a change on a later day (S1.06)', () => {
  const later = START_MS + 24 * HOUR_MS;
  const signIn = () => test.must('session.create', { loginId: 'dwhitfield', password: PASSWORD });

  it('S1.06 waits, lets nothing else in between, and takes effect at the next call after its time', async () => {
    const roleId = await create(desk());
    await update(roleId, desk({ permissions: ['patient:read'] }), { effectiveAtMs: later });
    expect(await read(roleId)).toMatchObject({ waiting: { effectiveAtMs: later, by: 'Whitfield, Dana' } });
    expect((await read(roleId)).permissions).toHaveLength(2);
    const between = await changed(roleId, desk({ permissions: [] }));
    expect((await test.mustRefuse('role.update', between)).message).toContain('waits for its day');
    test.advance(24 * HOUR_MS);
    await signIn();
    expect(await read(roleId)).toMatchObject({ waiting: null, permissions: ['patient:read'] });
    expect(await newestEntry('role_change_applied')).toMatchObject({
      outcome: 'succeeded',
      changes: [
        { field: 'Planned by', old: null, new: 'Whitfield, Dana' },
        { field: 'Schedule: Edit Data', old: 'given', new: null },
      ],
    });
    expect((await test.must('role.findVersions', { roleId })).versions).toHaveLength(2);
  });

  it('S1.06 is refused for a day that is past, and can be taken back', async () => {
    const roleId = await create(desk());
    const past = await changed(roleId, desk({ permissions: [] }), { effectiveAtMs: START_MS });
    expect((await test.mustRefuse('role.update', past)).message).toContain('past already');
    const { version } = await update(roleId, desk({ permissions: [] }), { effectiveAtMs: later });
    await test.must('role.withdrawChange', { roleId, version, reason });
    test.advance(25 * HOUR_MS);
    await signIn();
    expect((await read(roleId)).permissions).toHaveLength(2);
  });

  it('P5 is dropped when its maker may not make it any more, and the log says so', async () => {
    const roleId = await create(desk({ permissions: [] }));
    const userId = await holder('admin', [], 'B', ['role:read', 'role:update', 'patient:read']);
    const planned = await changed(roleId, desk({ permissions: ['patient:read'] }), { effectiveAtMs: later });
    expect((await test.call('role.update', planned, 'B')).ok).toBe(true);
    const { version } = await test.must('user.read', { userId });
    await test.must('user.disable', { userId, version, reason });
    test.advance(25 * HOUR_MS);
    await signIn();
    expect(await read(roleId)).toMatchObject({ waiting: null, permissions: [] });
    expect(await newestEntry('role_change_dropped')).toMatchObject({
      outcome: 'refused',
      reason: 'whoever planned it may not make it any more',
    });
  });
});
