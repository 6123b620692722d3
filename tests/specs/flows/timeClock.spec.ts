// The time clock through the real core: own punches, corrections by others, approved weeks (S2.114).
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import { PROCEDURES } from '../../../shared/catalogue/procedures.ts';
import { addActiveUser, START_MS, setUpPractice, startTestCore, type TestCore } from '../../support/startTestCore.ts';

const LIST = PROCEDURES['punch.find'].example;
const HOUR_MS = 3_600_000;
const ALL = { exceptions: [], scope: { kind: 'all' as const } };
const reason = 'Forgot to punch out.';

let test: TestCore;
let desk: string;
let manager: string;
beforeEach(async () => {
  test = startTestCore();
  await setUpPractice(test);
  desk = await addActiveUser(test, 'desk', { roleIds: ['front-desk'], ...ALL }, 'B');
  manager = await addActiveUser(test, 'manager', { roleIds: ['manager'], ...ALL }, 'C');
});
afterEach(() => test.close());

const log = async (event: string) =>
  (await test.must('audit.find', { filter: { ...NO_AUDIT_FILTER, event }, beforeNumber: null, limit: 10 })).entries;
const week = (window: string, day: string | null = null) => test.must('punch.readWeek', { day }, window);
const signIn = (loginId: string, window: string) =>
  test.must('session.create', { loginId, password: 'quiet harbour lantern 47 walnut' }, window);

/** Works eight hours from now; the idle lock asks for the password again. */
async function workADay(): Promise<{ id: string; inAtMs: number; outAtMs: number }> {
  const { id, atMs } = await test.must('punch.in', { note: '' }, 'B');
  test.advance(8 * HOUR_MS);
  await signIn('desk', 'B');
  const out = await test.must('punch.out', { note: '' }, 'B');
  await signIn('manager', 'C');
  await signIn('dwhitfield', 'A');
  return { id, inAtMs: atMs, outAtMs: out.atMs };
}

describe('punching', () => {
  it('S2.114 takes the time from the guarded clock, one open punch at most', async () => {
    expect(await test.must('punch.readOwn', {}, 'B')).toEqual({ openSinceMs: null });
    const { atMs } = await test.must('punch.in', { note: 'Early shift' }, 'B');
    expect(atMs).toBeGreaterThanOrEqual(START_MS);
    expect(atMs).toBeLessThan(START_MS + 60_000);
    expect(await test.must('punch.readOwn', {}, 'B')).toEqual({ openSinceMs: atMs });
    expect(await test.mustRefuse('punch.in', { note: '' }, 'B')).toMatchObject({ code: 'CONFLICT' });
    test.advance(60_000);
    await test.must('punch.out', { note: 'Home' }, 'B');
    expect(await test.mustRefuse('punch.out', { note: '' }, 'B')).toMatchObject({ code: 'CONFLICT' });
    const { rows } = await test.must('punch.find', LIST, 'B');
    expect(rows).toHaveLength(1);
    expect(rows[0]?.values).toMatchObject({ userId: desk, note: 'Early shift · Home' });
  });

  it('S2.114 cannot be typed: no procedure takes a time for oneself', async () => {
    const strange = await test.call('punch.in', { note: '', inAtMs: START_MS } as never, 'B');
    expect(strange).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
    for (const name of ['punch.create', 'punch.update']) expect(PROCEDURES).not.toHaveProperty(name);
  });

  it('S2.114 shows people their own time alone, and a manager everybody’s', async () => {
    await test.must('punch.in', { note: '' }, 'B');
    await test.must('punch.in', { note: '' }, 'C');
    expect((await test.must('punch.find', LIST, 'B')).total).toBe(1);
    expect((await test.must('punch.find', LIST, 'C')).total).toBe(2);
    expect((await week('B')).people.map(({ userId }) => userId)).toEqual([desk]);
    expect((await week('C')).people.map(({ userId }) => userId)).toEqual([desk, manager]);
    const filter = { ...LIST.filter, userId: manager };
    expect((await test.must('punch.find', { ...LIST, filter }, 'C')).total).toBe(1);
  });
});

describe('corrections', () => {
  it('S2.114 are made by holders of the right with a reason, old and new in the log', async () => {
    const { id, inAtMs, outAtMs } = await workADay();
    const fixed = { id, version: 2, inAtMs, outAtMs: outAtMs - HOUR_MS, note: 'Left at five', reason };
    await test.must('punch.correct', fixed, 'C');
    expect((await week('C')).people[0]?.totalMs).toBe(outAtMs - HOUR_MS - inAtMs);
    expect((await log('punch_corrected'))[0]).toMatchObject({
      why: reason,
      changes: [
        { field: 'Out', old: new Date(outAtMs).toISOString(), new: new Date(outAtMs - HOUR_MS).toISOString() },
        { field: 'Note', old: null, new: 'Left at five' },
      ],
    });
    expect(await test.mustRefuse('punch.correct', { ...fixed, version: 3 }, 'B')).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('S2.114 never concern one’s own time, whatever the rights', async () => {
    for (const window of ['C', 'A']) {
      const { id, atMs } = await test.must('punch.in', { note: '' }, window);
      test.advance(60_000);
      await test.must('punch.out', { note: '' }, window);
      const fixed = { id, version: 2, inAtMs: atMs - HOUR_MS, outAtMs: atMs, note: '', reason };
      expect(await test.mustRefuse('punch.correct', fixed, window)).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
      expect(await test.mustRefuse('punch.delete', { id, version: 2, reason }, window)).toMatchObject({
        code: 'CONSTRAINT_VIOLATED',
      });
    }
    const added = { userId: manager, inAtMs: START_MS - HOUR_MS, outAtMs: START_MS - 1, note: '', reason };
    expect(await test.mustRefuse('punch.addMissing', added, 'C')).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
    await test.must('punch.addMissing', added);
    expect((await week('C')).people.find(({ userId }) => userId === manager)?.totalMs).toBeGreaterThan(HOUR_MS);
  });

  it('S2.114 make no impossible times, no overlap and no second open punch', async () => {
    const { id, inAtMs, outAtMs } = await workADay();
    const fix = (inMs: number, outMs: number | null) =>
      test.mustRefuse('punch.correct', { id, version: 2, inAtMs: inMs, outAtMs: outMs, note: '', reason }, 'C');
    expect(await fix(outAtMs, inAtMs)).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await fix(inAtMs, outAtMs + HOUR_MS)).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await fix(inAtMs - 30 * HOUR_MS, outAtMs)).toMatchObject({ code: 'INVALID_INPUT' });
    const overlap = { userId: desk, inAtMs: inAtMs + HOUR_MS, outAtMs, note: '', reason };
    expect(await test.mustRefuse('punch.addMissing', overlap, 'C')).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
    test.advance(60_000);
    await test.must('punch.in', { note: '' }, 'B');
    expect(await fix(inAtMs, null)).toMatchObject({ code: 'CONSTRAINT_VIOLATED' });
  });
});

describe('approved weeks', () => {
  // 2026-11-22 is a Sunday: the week of 2026-11-15 is over.
  const worked = { inAtMs: START_MS - 50 * HOUR_MS, outAtMs: START_MS - 42 * HOUR_MS };
  const about = () => ({ userId: desk, weekStart: '2026-11-15' });
  beforeEach(async () => {
    await test.must('punch.addMissing', { userId: desk, ...worked, note: '', reason }, 'C');
  });

  it('S2.114 are approved by another person, once, when they are over and every punch has its end', async () => {
    await test.must('punch.approveWeek', about(), 'C');
    const [person] = (await week('B', '2026-11-20')).people;
    expect(person).toMatchObject({
      totalMs: 8 * HOUR_MS,
      approval: { by: 'Last-manager, First', workedMs: 8 * HOUR_MS },
    });
    expect((await log('time_week_approved'))[0]).toMatchObject({
      objectLabel: 'week of 2026-11-15, Last-desk, First',
      changes: [{ field: 'Approved minutes', old: null, new: '480' }],
    });
    expect(await test.mustRefuse('punch.approveWeek', about(), 'C')).toMatchObject({ code: 'CONFLICT' });
    for (const [weekStart, userId, code] of [
      ['2026-11-22', desk, 'CONSTRAINT_VIOLATED'],
      ['2026-11-16', desk, 'INVALID_INPUT'],
      ['2026-11-08', desk, 'NOT_FOUND'],
      ['2026-11-15', manager, 'CONSTRAINT_VIOLATED'],
    ] as const)
      expect(await test.mustRefuse('punch.approveWeek', { userId, weekStart }, 'C')).toMatchObject({ code });
    expect(await test.mustRefuse('punch.approveWeek', about(), 'B')).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('S2.114 stand until the approval is taken back with a reason', async () => {
    await test.must('punch.approveWeek', about(), 'C');
    const [row] = (await test.must('punch.find', LIST, 'C')).rows;
    const id = row?.id ?? '';
    const fixed = { id, version: 1, ...worked, outAtMs: worked.outAtMs - HOUR_MS, note: '', reason };
    expect((await test.mustRefuse('punch.correct', fixed, 'C')).message).toContain('approved');
    expect(await test.mustRefuse('punch.delete', { id, version: 1, reason }, 'C')).toMatchObject({
      code: 'CONSTRAINT_VIOLATED',
    });
    await test.must('punch.reopenWeek', { ...about(), reason: 'One hour too many.' }, 'C');
    expect((await log('time_week_reopened'))[0]).toMatchObject({ why: 'One hour too many.' });
    await test.must('punch.correct', fixed, 'C');
    expect((await week('C', '2026-11-15')).people[0]).toMatchObject({ totalMs: 7 * HOUR_MS, approval: null });
    expect(await test.mustRefuse('punch.reopenWeek', { ...about(), reason }, 'C')).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('colleagues to choose from', () => {
  it('are named by the start of either name, and nothing else is told of them', async () => {
    const find = (search: string) => test.must('practice.findPeople', { search, offset: 0, limit: 30 }, 'B');
    expect((await find('')).rows).toHaveLength(3);
    expect((await find('whit')).rows).toEqual([{ id: expect.any(String), title: 'Whitfield, Dana' }]);
    expect((await find('dan')).rows).toHaveLength(1);
    expect((await find('nobody')).rows).toEqual([]);
  });
});
