// The policy binder: each step of defining and giving roles on paper, with reason, approver and date (S3.05).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { desk, ROLE_REASON as reason, roleDesk } from '../../support/roleDesk.ts';
import { changedRights, makeSuperUser, onlyWaiting, switchOn } from '../../support/secondApprover.ts';
import { setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

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
const { create, update, read, holder, newestEntry } = roleDesk(() => test);

const binder = async (window = 'A') => {
  await test.must('role.printBinder', { reason: 'For the annual review.' }, window);
  return text(test.printed.at(-1) ?? '');
};

describe('the policy binder (S3.05)', () => {
  it('S3.05 names every role with purpose, tasks and rights, and stands in the log with what it was for', async () => {
    const paper = await binder();
    for (const { name, purpose } of (await test.must('role.find', {})).roles) {
      expect(paper).toContain(name);
      expect(paper).toContain(purpose);
    }
    expect(paper).toContain('Schedule: Edit Data | schedule:update | PHI');
    expect(paper).toContain('It is as it was shipped.');
    expect(paper).toContain('Activity log is kept | 6 years');
    expect(paper).toContain('Whitfield, Dana (dwhitfield) | Super User');
    expect(await newestEntry('policy_binder_printed')).toMatchObject({
      outcome: 'succeeded',
      why: 'For the annual review.',
      count: 15,
    });
  });

  it('S3.05 tells of each version who, when, why and approved by whom, and of each giving the same', async () => {
    const roleId = await create(desk({ hours: [{ weekday: 1, fromMinute: 480, untilMinute: 1_020 }] }));
    await makeSuperUser(test, ben);
    await switchOn(test);
    await update(roleId, desk({ permissions: ['patient:read'] }));
    await test.must(
      'proposal.approveRoleChange',
      { proposalId: (await onlyWaiting(test)).proposalId, reason: '' },
      'B',
    );
    await test.must('user.update', await changedRights(test, lena, { roleIds: ['front-desk', roleId] }));
    const { proposalId } = await onlyWaiting(test);
    await test.must('proposal.approveUserChange', { proposalId, reason: '' }, 'B');
    await test.must('user.update', await changedRights(test, lena, { roleIds: [roleId], reason: 'Left the desk.' }));
    const paper = await binder();
    const page = paper.slice(paper.indexOf('Purpose | Checks patients in after five.'));
    expect(page).toContain('Made for | Checking patients in\nCounts | ');
    expect(page).toMatch(
      /2 \| \S+ \S+ \| Whitfield, Dana \| Last-bmoss, First \| Asked by the owner\. \| – \| Schedule: Edit Data, counts .*Monday/,
    );
    expect(page).toMatch(/1 \| \S+ \S+ \| Whitfield, Dana \| not needed \| Asked by the owner\./);
    expect(page).toMatch(
      /Last-lortiz, First \(lortiz\) \| \S+ \S+ \| Whitfield, Dana \| Last-bmoss, First \| Asked by the owner\. \| held/,
    );
    expect(paper).toMatch(/\(lortiz\) .* \| \S+ \S+ by Whitfield, Dana: Left the desk\./);
  });

  it('S3.05 keeps the versions of a role that was deleted, and tells what waits', async () => {
    const roleId = await create(desk({ name: 'Night desk' }));
    await test.must('role.delete', { roleId, version: (await read(roleId)).version, reason });
    await makeSuperUser(test, ben);
    await switchOn(test);
    await test.must('user.update', await changedRights(test, lena, { roleIds: ['front-desk', 'billing'] }));
    const paper = await binder();
    expect(paper).toContain('Roles that were deleted');
    expect(paper).toContain('Night desk');
    expect(paper).toMatch(/Last-lortiz, First \| Whitfield, Dana, \S+ \S+ \| Asked by the owner\./);
  });

  it('S3.05 is for holders of its right alone, and no text in it becomes markup', async () => {
    await create(desk({ name: 'Desk <img src=x onerror=alert(1)>' }));
    await holder('officer', ['security-officer'], 'O');
    const refusal = await test.call('role.printBinder', { reason }, 'L');
    expect(refusal).toMatchObject({ error: { reason: 'noRight' } });
    await binder('O');
    expect(test.printed.at(-1)).not.toContain('<img');
  });
});

/** The paper as text: cells and terms parted by bars, rows by line ends. */
function text(html: string): string {
  return html
    .replaceAll(/<\/(td|th)><(td|th)[^>]*>|<\/dt><dd>/g, ' | ')
    .replaceAll(/<\/(tr|dd|p|h\d|li)>/g, '\n')
    .replaceAll(/<style>[^<]*<\/style>|<[^>]+>/g, '')
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}
