// Procedures of the time clock: punch in and out, weeks, corrections, approval (S2.114).
import { z } from 'zod';
import { permission, procedure, session } from '../entry.ts';
import { atMs, EXAMPLE_ID, empty, id, isoDate, reason, search, text, timeMs, version } from '../schemas.ts';

const punch = { kind: 'record', type: 'punch', idField: 'id' } as const;
const changed = z.strictObject({ id, version });
const note = text(200);
const week = { userId: id, weekStart: isoDate };

export const timeClockProcedures = {
  'practice.findPeople': procedure({
    kind: 'query',
    access: session(
      'names colleagues to assign work to; their names stand on every record anyway, nothing else is told',
    ),
    input: z.strictObject({ search, offset: z.literal(0), limit: z.int().min(1).max(50) }),
    output: z.strictObject({ rows: z.array(z.strictObject({ id, title: z.string() })) }),
    audit: { none: 'the names of colleagues while choosing one; no patient data, no rights and no login IDs' },
    example: { search: '', offset: 0, limit: 30 },
  }),
  'punch.readOwn': procedure({
    kind: 'query',
    access: permission('timeClock:read'),
    input: empty,
    output: z.strictObject({ openSinceMs: timeMs }),
    audit: { none: 'whether one is punched in oneself, for the button in the menu bar' },
    example: {},
  }),
  'punch.in': procedure({
    kind: 'command',
    access: permission('timeClock:create'),
    input: z.strictObject({ note }),
    output: z.strictObject({ id, atMs }),
    audit: { event: 'punched_in', action: 'C', says: 'punched in' },
    example: { note: '' },
  }),
  'punch.out': procedure({
    kind: 'command',
    access: permission('timeClock:create'),
    input: z.strictObject({ note }),
    output: z.strictObject({ id, atMs }),
    audit: { event: 'punched_out', action: 'U', says: 'punched out' },
    example: { note: '' },
  }),
  'punch.readWeek': procedure({
    kind: 'query',
    access: permission('timeClock:read'),
    /** Null: the current week. */
    input: z.strictObject({ day: z.union([z.null(), isoDate]) }),
    output: z.strictObject({
      weekStart: isoDate,
      days: z.array(isoDate),
      isOver: z.boolean(),
      people: z.array(
        z.strictObject({
          userId: id,
          name: z.string(),
          dayMs: z.array(z.int()),
          totalMs: z.int(),
          /** Punched in within this week and not out yet. */
          isOpen: z.boolean(),
          approval: z.union([z.null(), z.strictObject({ by: z.string(), atMs, workedMs: z.int() })]),
        }),
      ),
    }),
    audit: { event: 'time_week_read', action: 'R', says: 'looked at the working time of a week' },
    example: { day: '2026-11-18' },
  }),
  'punch.correct': procedure({
    kind: 'command',
    access: permission('timeClock:update'),
    input: z.strictObject({ id, version, inAtMs: atMs, outAtMs: timeMs, note, reason }),
    output: changed,
    target: punch,
    audit: { event: 'punch_corrected', action: 'U', says: 'corrected a punch' },
    example: {
      id: EXAMPLE_ID,
      version: 1,
      inAtMs: 1_772_000_000_000,
      outAtMs: 1_772_028_800_000,
      note: '',
      reason: 'Forgot to punch out.',
    },
  }),
  'punch.addMissing': procedure({
    kind: 'command',
    access: permission('timeClock:update'),
    input: z.strictObject({ userId: id, inAtMs: atMs, outAtMs: atMs, note, reason }),
    output: z.strictObject({ id }),
    audit: { event: 'punch_added', action: 'C', says: 'added a punch that was missing' },
    example: {
      userId: EXAMPLE_ID,
      inAtMs: 1_772_000_000_000,
      outAtMs: 1_772_028_800_000,
      note: '',
      reason: 'Forgot to punch at all.',
    },
  }),
  'punch.approveWeek': procedure({
    kind: 'command',
    access: permission('timeClock:approve'),
    input: z.strictObject(week),
    output: empty,
    audit: { event: 'time_week_approved', action: 'U', says: 'approved the working time of a week' },
    example: { userId: EXAMPLE_ID, weekStart: '2026-11-15' },
  }),
  'punch.reopenWeek': procedure({
    kind: 'command',
    access: permission('timeClock:approve'),
    input: z.strictObject({ ...week, reason }),
    output: empty,
    audit: { event: 'time_week_reopened', action: 'U', says: 'took back the approval of a week' },
    example: { userId: EXAMPLE_ID, weekStart: '2026-11-15', reason: 'A punch was forgotten.' },
  }),
};
