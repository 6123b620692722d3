// The theorem of the second person: while the rule is on, no call of one person widens anybody, whatever the order (S1.06).
import { fc, test as prop } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { desk, ROLE_REASON as reason, roleDesk } from '../../support/roleDesk.ts';
import { changedRights, makeSuperUser, switchOn } from '../../support/secondApprover.ts';
import { setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

const WINDOWS = ['A', 'B', 'C', 'S'] as const;
const ROLE_RIGHTS = ['patient:read', 'schedule:read', 'claim:read', 'list:read'] as const;
const GIVEN_ROLES = ['front-desk', 'billing', 'inventory'] as const;

const step = fc.record({
  window: fc.constantFrom(...WINDOWS),
  act: fc.constantFrom('role', 'user', 'approve', 'approve', 'reject'),
  pick: fc.nat({ max: 15 }),
});

describe('the second person (S1.06)', () => {
  prop.prop([fc.array(step, { minLength: 10, maxLength: 25 })], { numRuns: 4 })(
    'S1.06 P5 what is given grows by an approval of somebody else alone',
    async (steps) => {
      const test = startTestCore();
      try {
        await everyStepHolds(test, steps);
      } finally {
        test.close();
      }
    },
    120_000,
  );
});

async function everyStepHolds(test: TestCore, steps: readonly { window: string; act: string; pick: number }[]) {
  await setUpPractice(test);
  const { create, holder } = roleDesk(() => test);
  const lena = await holder('lortiz', [], 'L');
  for (const [loginId, window] of [
    ['bmoss', 'B'],
    ['chale', 'C'],
  ] as const)
    await makeSuperUser(test, await holder(loginId, [], window));
  await holder('sec', [], 'S', ['user:read', 'user:update', 'role:read', 'role:update']);
  const roleId = await create(desk({ permissions: ['list:read'] }));
  await switchOn(test);
  const chosen = <T>(all: readonly T[], pick: number) => all.filter((_, place) => (pick & (1 << place)) !== 0);
  const given = async () => [
    ...(await test.must('role.read', { roleId })).permissions,
    ...(await test.must('user.read', { userId: lena })).roleIds,
  ];
  for (const { window, act, pick } of steps) {
    const before = await given();
    let isApproved = false;
    if (act === 'role') {
      const { version } = await test.must('role.read', { roleId });
      const fields = desk({ permissions: chosen(ROLE_RIGHTS, pick) });
      const rest = { effectiveAtMs: null, confirmsWidening: false, reason };
      await test.call('role.update', { roleId, version, fields, ...rest }, window);
    } else if (act === 'user') {
      const wish = await changedRights(test, lena, { roleIds: chosen(GIVEN_ROLES, pick) });
      await test.call('user.update', wish, window);
    } else {
      const { waiting } = await test.must('proposal.find', {});
      const one = waiting[pick % Math.max(1, waiting.length)];
      if (one === undefined) continue;
      const { proposalId, kind } = one;
      if (act === 'approve') {
        const name = kind === 'role' ? 'proposal.approveRoleChange' : 'proposal.approveUserChange';
        isApproved = (await test.call(name, { proposalId, reason: '' }, window)).ok;
      } else {
        const name = kind === 'role' ? 'proposal.rejectRoleChange' : 'proposal.rejectUserChange';
        await test.call(name, { proposalId, reason: 'No.' }, window);
      }
    }
    const after = await given();
    if (!isApproved) expect(after.filter((id) => !before.includes(id))).toEqual([]);
  }
  const { decided } = await test.must('proposal.find', {});
  for (const { state, by, decidedBy } of decided) {
    if (state === 'approved') expect(decidedBy).not.toBe(by);
    if (state === 'withdrawn') expect(decidedBy).toBe(by);
  }
  const { versions } = await test.must('role.findVersions', { roleId });
  for (const { number, by, approvedBy } of versions)
    if (number > 1) {
      expect(approvedBy).not.toBeNull();
      expect(approvedBy).not.toBe(by);
    }
  expect(test.faults).toEqual([]);
}
