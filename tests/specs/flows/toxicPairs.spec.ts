// Rights that should not meet in one hand: pointed out, or refused where the practice wants that (S1.18, S2.36).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TOXIC_PAIRS, toxicPairsIn } from '../../../shared/catalogue/toxicPairs.ts';
import { desk, made, ROLE_REASON as reason, roleDesk } from '../../support/roleDesk.ts';
import { setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

let test: TestCore;
beforeEach(async () => {
  test = startTestCore();
  await setUpPractice(test);
});
afterEach(() => test.close());
const { create, update, changed, read, holder, newestEntry } = roleDesk(() => test);

const refuseThem = () => test.must('rightsRules.setToxicPairs', { was: 'mark', toxicPairs: 'block', reason });
const money = desk({ name: 'Money', permissions: ['financial:update', 'financial:approve'] });

describe('rights that should not meet in one hand', () => {
  it('S1.18 are found also where one of them comes with another right', () => {
    for (const { first, second } of TOXIC_PAIRS) expect(toxicPairsIn([first, second])).toHaveLength(1);
    expect(toxicPairsIn(['financial:delete', 'financial:approve'])).toHaveLength(1);
    expect(toxicPairsIn(['financial:delete', 'claim:approve'])).toEqual([]);
  });

  it('S2.36 can be saved while the practice only points them out', async () => {
    expect((await test.must('rightsRules.read', {})).toxicPairs).toMatchObject({ value: 'mark', changedBy: null });
    expect((await test.call('role.create', made(money))).ok).toBe(true);
  });

  it('S2.36 are refused in roles, in what depends on them, and in people, once the practice wants that', async () => {
    const oldId = await create(money);
    const policyId = await create(desk({ name: 'Approving', permissions: [] }), { kind: 'policy' });
    await create(desk({ name: 'Entering', permissions: ['financial:update'], policyIds: [policyId] }));
    await refuseThem();
    expect(await newestEntry('toxic_pairs_rule_changed')).toMatchObject({
      why: reason,
      changes: [{ old: 'Point them out', new: 'Refuse them' }],
    });
    const again = made({ ...money, name: 'More money' });
    expect((await test.mustRefuse('role.create', again)).message).toContain('enter a refund and approve it');
    const policy = await changed(policyId, desk({ name: 'Approving', permissions: ['financial:approve'] }));
    expect(await test.mustRefuse('role.update', policy)).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
    expect((await read(policyId)).permissions).toEqual([]);
    // What met before stays, and can be changed otherwise.
    expect(await update(oldId, { ...money, purpose: 'Holds the money for now.' })).toMatchObject({ version: 2 });
    await expect(holder('lortiz', ['billing'], 'B', ['financial:approve'])).rejects.toThrow('This practice refuses');
    await holder('mortiz', ['billing'], 'B');
  });

  it('tells whoever changes the rule second that somebody was faster', async () => {
    await refuseThem();
    const late = { was: 'mark' as const, toxicPairs: 'block' as const, reason };
    expect(await test.mustRefuse('rightsRules.setToxicPairs', late)).toMatchObject({ code: 'CONFLICT' });
  });
});

describe('rights beyond the tasks of a role', () => {
  const beyond = desk({ permissions: ['patient:read', 'note:read'] });

  it('S1.18 are saved while the practice only points them out, and refused once it wants that', async () => {
    const roleId = await create(beyond);
    await test.must('rightsRules.setBeyondTasks', { was: 'mark', beyondTasks: 'block', reason });
    const again = made({ ...beyond, name: 'Another desk' });
    expect((await test.mustRefuse('role.create', again)).message).toContain('needs this: Clinical notes: View');
    // What it gave before stays; a role that names no task is measured against none.
    await update(roleId, { ...beyond, purpose: 'Checks in.' });
    const wider = await changed(roleId, { ...beyond, permissions: [...beyond.permissions, 'claim:read'] });
    expect(await test.mustRefuse('role.update', wider)).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
    expect((await test.call('role.create', made({ ...beyond, name: 'Free', taskIds: [] }))).ok).toBe(true);
    expect((await newestEntry('beyond_tasks_rule_changed'))?.changes).toEqual([
      { field: 'Rights beyond the tasks of a role', old: 'Point them out', new: 'Refuse them' },
    ]);
  });
});
