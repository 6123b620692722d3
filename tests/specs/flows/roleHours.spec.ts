// Hours of roles on the guarded clock of the practice: inside, outside, across midnight and when the clocks are changed.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import { desk, made, type RoleFields, ROLE_REASON as reason, roleDesk } from '../../support/roleDesk.ts';
import { PASSWORD, START_MS, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

/** The practice is in New York: five hours behind UTC in winter, four in summer. */
const at = (iso: string) => Date.parse(iso);
let test: TestCore;
let nowMs: number;
beforeEach(async () => {
  test = startTestCore();
  nowMs = START_MS;
  await setUpPractice(test);
});
afterEach(() => test.close());
const { create, update, changed, read, holder, newestEntry } = roleDesk(() => test);

type Hours = RoleFields['hours'];
const on = (weekdays: number[], fromMinute: number, untilMinute: number): Hours =>
  weekdays.map((weekday) => ({ weekday, fromMinute, untilMinute }));
const NIGHT = on([6], 22 * 60, 6 * 60);

/** The clock of the tests runs on by itself, so moments before a boundary keep minutes away from it. What somebody is
 *  answered who looks at the schedule at this moment; signed in anew, since sessions end by themselves. */
async function askedAt(iso: string): Promise<string> {
  test.advance(at(iso) - nowMs);
  nowMs = at(iso);
  await test.must('session.create', { loginId: 'lortiz', password: PASSWORD }, 'B');
  const reply = await test.call('schedule.read', PROCEDURES['schedule.read'].example, 'B');
  return reply.ok ? 'open' : (reply.error.reason ?? reply.error.code);
}
const held = async (hours: Hours) => {
  const roleId = await create(desk({ hours }));
  await holder('lortiz', [roleId], 'B');
  return roleId;
};

describe('hours of a role', () => {
  it('S2.62 count from their first minute until before their last, and the refusal says that it is the hour', async () => {
    await held(on([1, 2, 3, 4, 5], 8 * 60, 17 * 60));
    // Monday, the 23rd of November 2026.
    expect(await askedAt('2026-11-23T12:57:00Z')).toBe('outsideHours');
    expect(await askedAt('2026-11-23T13:00:00Z')).toBe('open');
    expect(await askedAt('2026-11-23T21:57:00Z')).toBe('open');
    expect(await askedAt('2026-11-23T22:00:00Z')).toBe('outsideHours');
    const reply = await test.call('schedule.read', PROCEDURES['schedule.read'].example, 'B');
    expect(reply).toMatchObject({ ok: false, error: { message: expect.stringContaining('at this hour') } });
    // Saturday at noon.
    expect(await askedAt('2026-11-28T17:00:00Z')).toBe('outsideHours');
  });

  it('S2.62 go on across midnight, and across the end of the week', async () => {
    await held([...NIGHT, ...on([7], 23 * 60, 60)]);
    expect(await askedAt('2026-11-29T02:57:00Z')).toBe('outsideHours');
    expect(await askedAt('2026-11-29T03:00:00Z')).toBe('open');
    expect(await askedAt('2026-11-29T10:57:00Z')).toBe('open');
    expect(await askedAt('2026-11-29T11:00:00Z')).toBe('outsideHours');
    // From Sunday 23:00 into Monday.
    expect(await askedAt('2026-11-30T04:00:00Z')).toBe('open');
    expect(await askedAt('2026-11-30T06:00:00Z')).toBe('outsideHours');
  });

  it('S2.62 follow the clock on the wall when an hour is left out in spring', async () => {
    // On the 14th of March 2027 two o’clock is followed by three o’clock.
    await held(on([7], 60, 2 * 60 + 30));
    expect(await askedAt('2027-03-14T05:57:00Z')).toBe('outsideHours');
    expect(await askedAt('2027-03-14T06:57:00Z')).toBe('open');
    expect(await askedAt('2027-03-14T07:00:00Z')).toBe('outsideHours');
  });

  it('S2.62 follow the clock on the wall when an hour comes twice in autumn', async () => {
    // On the 7th of November 2027 the hour from one to two comes twice.
    await held(on([7], 60, 2 * 60));
    expect(await askedAt('2027-11-07T04:57:00Z')).toBe('outsideHours');
    expect(await askedAt('2027-11-07T05:30:00Z')).toBe('open');
    expect(await askedAt('2027-11-07T06:30:00Z')).toBe('open');
    expect(await askedAt('2027-11-07T07:00:00Z')).toBe('outsideHours');
  });

  it('S2.62 S2.64 of a parent must be kept as well as one’s own', async () => {
    const parentId = await create(desk({ name: 'Days', hours: on([1], 8 * 60, 12 * 60) }));
    const childId = await create(desk({ parentId, hours: on([1], 10 * 60, 17 * 60) }));
    expect((await read(childId)).inherited).toEqual([
      { roleId: parentId, from: 'parent', hours: on([1], 480, 720), conditions: [] },
    ]);
    await holder('lortiz', [childId], 'B');
    expect(await askedAt('2026-11-23T14:00:00Z')).toBe('outsideHours');
    expect(await askedAt('2026-11-23T15:30:00Z')).toBe('open');
    expect(await askedAt('2026-11-23T18:00:00Z')).toBe('outsideHours');
  });

  it('S2.62 stand on roles, not on policies, and name a weekday and minutes that exist', async () => {
    const policy = made(desk({ name: 'Nights', hours: NIGHT, taskIds: [] }), { kind: 'policy' });
    expect((await test.mustRefuse('role.create', policy)).message).toContain('Hours are set on roles, not on policies');
    for (const wrong of [on([0], 0, 60), on([8], 0, 60), on([1], 1_440, 60), on([1], 0, 1_441), on([1], 0.5, 60)])
      expect(await test.mustRefuse('role.create', made(desk({ hours: wrong })))).toMatchObject({
        code: 'INVALID_INPUT',
      });
  });

  it('S1.06 S2.62 stand in words in the log and on the role sheet, and in every version', async () => {
    const roleId = await create(desk({ hours: NIGHT }));
    const night = 'Saturday from 22:00 until 06:00 the next day';
    expect((await newestEntry('role_created'))?.changes).toContainEqual({ field: 'Hours', old: 'always', new: night });
    await update(roleId, desk());
    expect((await newestEntry('role_changed'))?.changes).toEqual([{ field: 'Hours', old: night, new: 'always' }]);
    const { versions } = await test.must('role.findVersions', { roleId });
    expect(versions.map(({ hours }) => hours)).toEqual([[], NIGHT]);
    await update(roleId, desk({ hours: NIGHT }));
    await test.must('role.print', { roleId });
    expect(test.printed.at(-1)).toContain(night);
  });

  it('S2.62 P5 are made longer only by somebody who holds the rights; made shorter by whoever changes roles', async () => {
    const roleId = await create(desk({ hours: on([1], 8 * 60, 17 * 60) }));
    await holder('admin', [], 'C', ['role:read', 'role:create', 'role:update', 'user:read']);
    const attempt = (hours: Hours) => changed(roleId, desk({ hours }));
    for (const longer of [[], on([1], 8 * 60, 17 * 60 + 1), on([1, 2], 8 * 60, 17 * 60)])
      expect(await test.mustRefuse('role.update', await attempt(longer), 'C')).toMatchObject({
        reason: 'givesWhatTheyLack',
      });
    await test.must('role.update', { ...(await attempt(on([1], 9 * 60, 12 * 60))), reason }, 'C');
  });
});
