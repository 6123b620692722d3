// Roles of the practice's own: made, copied, changed and deleted through the real core; nobody gives what they lack.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { desk, made, type RoleFields, ROLE_REASON as reason, roleDesk } from '../../support/roleDesk.ts';
import { START_MS, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

const MINUTE_MS = 60_000;
let test: TestCore;
beforeEach(async () => {
  test = startTestCore();
  await setUpPractice(test);
});
afterEach(() => test.close());
const { create, update, changed, read, holder, held, newestEntry } = roleDesk(() => test);

describe('a role of the practice’s own', () => {
  it('S2.26 S4.02 is made with name, purpose and rights, and gives exactly these to whoever holds it', async () => {
    const roleId = await create(desk());
    await holder('lortiz', [roleId], 'B');
    expect((await held('B')).sort()).toEqual(['patient:read', 'schedule:create', 'schedule:read', 'schedule:update']);
    expect(await read(roleId)).toMatchObject({ kind: 'custom', code: 2000, holders: [{ loginId: 'lortiz' }] });
    expect(await newestEntry('role_created')).toMatchObject({
      why: reason,
      objectLabel: 'Evening desk',
      changes: expect.arrayContaining([{ field: 'Patients: View', old: null, new: 'given' }]),
    });
  });

  it('S4.02 has a purpose and a name of its own, and carries nothing of the Super User tick', async () => {
    const refused = (fields: RoleFields) => test.mustRefuse('role.create', made(fields));
    expect(await refused(desk({ purpose: ' ' }))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await refused(desk({ name: 'BILLING' }))).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
    expect((await refused(desk({ permissions: ['superUser:grant'] }))).message).toContain('Super User tick');
  });

  it('P4 is copied from a shipped one, which itself stays as it was shipped', async () => {
    const billing = await read('billing');
    const copy = desk({ name: 'Evening billing', permissions: billing.ownPermissions });
    const roleId = await create(copy, { copiedFromRoleId: 'billing' });
    expect((await read(roleId)).permissions.sort()).toEqual(billing.permissions.sort());
    expect((await newestEntry('role_created'))?.changes).toContainEqual({
      field: 'Copied from',
      old: null,
      new: 'Billing',
    });
    const refusal = await test.mustRefuse('role.update', await changed('billing', desk({ name: 'Billing' })));
    expect(refusal).toMatchObject({ code: 'CONSTRAINT_VIOLATED', message: expect.stringContaining('Copy it') });
  });

  it('S1.06 S2.26 S2.54 keeps every version with who, when, why and what was added and removed', async () => {
    const roleId = await create(desk());
    test.advance(MINUTE_MS);
    await update(roleId, desk({ permissions: ['patient:read', 'call:read'] }), { reason: 'Takes calls instead.' });
    const { versions } = await test.must('role.findVersions', { roleId });
    expect(versions).toMatchObject([
      {
        number: 2,
        added: ['call:read'],
        removed: ['schedule:update'],
        reason: 'Takes calls instead.',
        by: 'Whitfield, Dana',
        atMs: START_MS + MINUTE_MS,
      },
      { number: 1, added: ['patient:read', 'schedule:update'], removed: [], reason },
    ]);
    expect((await newestEntry('role_changed'))?.changes).toEqual([
      { field: 'Calls: View', old: null, new: 'given' },
      { field: 'Schedule: Edit Data', old: 'given', new: null },
    ]);
  });

  it('tells the second of two people editing it that somebody was faster, and changes nothing', async () => {
    const roleId = await create(desk());
    const second = await changed(roleId, desk({ permissions: [] }));
    await update(roleId, desk({ purpose: 'Checks in from four.' }));
    expect(await test.mustRefuse('role.update', second)).toMatchObject({ code: 'CONFLICT' });
    expect((await read(roleId)).permissions).toHaveLength(2);
  });

  it('is not deleted while somebody holds it, and the refusal says who; its versions outlive it', async () => {
    const roleId = await create(desk());
    const userId = await holder('lortiz', [roleId], 'B');
    const about = async () => ({ roleId, version: (await read(roleId)).version, reason });
    expect((await test.mustRefuse('role.delete', await about())).message).toContain('Last-lortiz, First');
    const { version, info } = await test.must('user.read', { userId });
    await test.must('user.update', {
      userId,
      version,
      info,
      roleIds: [],
      exceptions: [],
      scope: { kind: 'all' },
      reason,
    });
    await test.must('role.delete', await about());
    expect(await test.mustRefuse('role.read', { roleId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await newestEntry('role_deleted')).toMatchObject({ objectLabel: 'Evening desk', why: reason });
  });

  it('S1.02 is printed from what is stored, with every permission and who holds it', async () => {
    const roleId = await create(desk({ purpose: 'Checks in <b>late</b>.' }));
    await holder('lortiz', [roleId], 'B');
    await test.must('role.print', { roleId });
    const [sheet = ''] = test.printed;
    for (const said of ['Evening desk', 'schedule:update', 'schedule:read', 'Last-lortiz', 'Checking patients in'])
      expect(sheet).toContain(said);
    expect(sheet).not.toContain('<b>late');
  });
});

describe('nobody gives what they lack (P5, S5.09)', () => {
  it('P5 who may change roles but lacks a right cannot put it into one', async () => {
    const roleId = await create(desk({ permissions: [] }));
    await holder('admin', [], 'B', ['role:read', 'role:create', 'role:update', 'patient:read']);
    const lacking = desk({ name: 'Chart', permissions: ['note:read'] });
    expect(await test.call('role.create', made(lacking), 'B')).toMatchObject({
      error: { code: 'FORBIDDEN', reason: 'givesWhatTheyLack' },
    });
    const wider = await changed(roleId, desk({ permissions: ['note:read'] }));
    expect(await test.call('role.update', wider, 'B')).toMatchObject({ error: { reason: 'givesWhatTheyLack' } });
    const fitting = await changed(roleId, desk({ permissions: ['patient:read'] }));
    expect((await test.call('role.update', fitting, 'B')).ok).toBe(true);
  });

  it('S5.09 only a Super User puts security permissions into a role', async () => {
    await holder('admin', [], 'B', ['role:create', 'user:read']);
    const security = made(desk({ permissions: ['user:read'] }));
    expect(await test.call('role.create', security, 'B')).toMatchObject({ error: { reason: 'onlySuperUserGives' } });
    expect((await test.call('role.create', security)).ok).toBe(true);
  });

  it('P5 nobody widens a role they hold, not even by a right they hold besides, nor its parent or policy', async () => {
    const policyId = await create(desk({ name: 'Phones', permissions: [] }), { kind: 'policy' });
    const parentId = await create(desk({ name: 'Desk', permissions: ['patient:read'], policyIds: [policyId] }));
    const roleId = await create(desk({ parentId, permissions: ['patient:read'] }));
    await holder('admin', [roleId], 'B', ['role:update', 'call:read', 'list:read']);
    for (const [id, fields] of [
      [roleId, desk({ parentId, permissions: ['patient:read', 'list:read'] })],
      [parentId, desk({ name: 'Desk', policyIds: [policyId], permissions: ['patient:read', 'list:read'] })],
      [policyId, desk({ name: 'Phones', permissions: ['call:read'] })],
    ] as const)
      expect(await test.call('role.update', await changed(id, fields), 'B')).toMatchObject({
        error: { reason: 'ownRights' },
      });
    const narrower = await changed(roleId, desk({ parentId, permissions: [] }));
    expect((await test.call('role.update', narrower, 'B')).ok).toBe(true);
  });
});
