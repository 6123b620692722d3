// The rights model Strict roles: nobody has rights beside their roles, and the Super User tick carries security alone (C1, C4).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { effectivePermissions, heldPermissions } from '../../../shared/authorization/effectivePermissions.ts';
import { PERMISSION_IDS, PERMISSIONS } from '../../../shared/catalogue/permissions.ts';
import { PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import { ROLE_REASON as reason, roleDesk } from '../../support/roleDesk.ts';
import { PASSWORD, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

let test: TestCore;
let lena: string;
beforeEach(async () => {
  test = startTestCore();
  await setUpPractice(test);
  lena = await holder('lortiz', ['front-desk'], 'B', ['claim:read']);
});
afterEach(() => test.close());
const { holder, held, newestEntry } = roleDesk(() => test);

const strict = { was: 'checkbox', rightsModel: 'strict', exceptionCount: 1, reason, password: PASSWORD } as const;
const goStrict = () => test.must('rightsRules.setModel', strict);
const update = async (roleIds: string[], exceptions: { permission: 'claim:read'; effect: 'grant' }[]) => {
  const { version, info, scope } = await test.must('user.read', { userId: lena });
  return test.call('user.update', { userId: lena, version, info, roleIds, exceptions, scope, reason });
};

describe('strict roles', () => {
  it('C1 shows first which personal rights fall away, ends exactly these, and writes each down', async () => {
    expect((await test.must('rightsRules.findExceptions', {})).exceptions).toMatchObject([
      { userId: lena, name: 'Last-lortiz, First', permission: 'claim:read', effect: 'grant' },
    ]);
    expect(await held('B')).toContain('claim:read');
    expect(await test.mustRefuse('rightsRules.setModel', { ...strict, exceptionCount: 0 })).toMatchObject({
      code: 'CONFLICT',
    });
    await goStrict();
    expect(await held('B')).not.toContain('claim:read');
    expect(await held('B')).toContain('schedule:update');
    expect(await newestEntry('rights_model_changed')).toMatchObject({
      why: reason,
      changes: [
        { field: 'Rights model', old: 'Checkboxes', new: 'Strict roles' },
        { field: 'Last-lortiz, First: Claims: View', old: 'added for this user', new: null },
      ],
    });
  });

  it('C1 gives nobody a right beside their roles, and brings none back with the other model', async () => {
    await goStrict();
    expect(await update(['front-desk'], [{ permission: 'claim:read', effect: 'grant' }])).toMatchObject({
      error: { code: 'CONSTRAINT_VIOLATED' },
    });
    expect((await update(['billing'], [])).ok).toBe(true);
    expect(await held('B')).toContain('claim:update');
    const back = { ...strict, was: 'strict', rightsModel: 'checkbox', exceptionCount: 0 } as const;
    await test.must('rightsRules.setModel', back);
    expect((await test.must('user.read', { userId: lena })).exceptions).toEqual([]);
  });

  it('C4 leaves a Super User the security of the practice, and no patient without a role', async () => {
    expect(await held('A')).toContain('patient:read');
    await goStrict();
    for (const id of await held('A')) expect(['Security', 'Super User']).toContain(PERMISSIONS[id].category);
    const { example } = PROCEDURES['patient.find'];
    expect(await test.call('patient.find', example)).toMatchObject({ error: { reason: 'noRight' } });
    expect((await test.call('user.read', { userId: lena })).ok).toBe(true);
  });

  it('C1 is switched by a Super User with the password alone', async () => {
    expect(await test.mustRefuse('rightsRules.setModel', { ...strict, password: 'wrong' })).toMatchObject({
      reason: 'stepUpRequired',
    });
    await holder('admin', ['owner-admin'], 'C');
    expect(await test.call('rightsRules.setModel', strict, 'C')).toMatchObject({ error: { reason: 'noRight' } });
  });

  it('C5 ticks count for nothing, whatever is stored, and the ePHI flag still takes away last', () => {
    const exceptions = PERMISSION_IDS.map((permission) => ({ permission, effect: 'grant' as const }));
    const roles = [{ roleId: 'r', roleName: 'Desk', permissions: ['patient:read', 'list:read'] as const }];
    const rights = { roles, exceptions, isSuperUser: false, hasAccessSecurity: false, isPhiRestricted: false };
    expect([...heldPermissions({ ...rights, isStrict: true })].sort()).toEqual(['list:read', 'patient:read']);
    const flagged = { ...rights, isStrict: true, isPhiRestricted: true };
    expect([...heldPermissions(flagged)]).toEqual(['list:read']);
    const taken = PERMISSION_IDS.map((permission) => ({ permission, effect: 'revoke' as const }));
    const unticked = effectivePermissions({ ...rights, exceptions: taken, isStrict: true });
    expect(unticked.filter(({ isHeld }) => isHeld)).toHaveLength(2);
  });
});
