import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../shared/schedule/days.ts';
import { freeSlots } from '../../../../shared/schedule/freeSlots.ts';
import {
  type Break,
  breaksOn,
  hoursOn,
  instantSpans,
  openOn,
  timeOf,
  type WeeklyHours,
} from '../../../../shared/schedule/openTimes.ts';
import { covers, joinSpans, overlaps, type Span, withoutSpans } from '../../../../shared/schedule/spans.ts';
import { localOf, MINUTE_MS, startOfDay } from '../../../../shared/schedule/zonedTime.ts';

const weekday = fc.constantFrom(...(['1', '2', '3', '4', '5', '6', '7'] as const));
const stretch = fc
  .tuple(fc.integer({ min: 0, max: 94 }), fc.integer({ min: 1, max: 40 }))
  .map(([from, length]) => ({ start: timeOf(from * 15), end: timeOf(Math.min(from + length, 95) * 15) }));
const hours: fc.Arbitrary<WeeklyHours[]> = fc.array(
  fc.record({ weekday, stretch, locationId: fc.constantFrom(null, 'north', 'south') }).map((one) => ({
    weekday: one.weekday,
    locationId: one.locationId,
    opensAt: one.stretch.start,
    closesAt: one.stretch.end,
  })),
  { maxLength: 14 },
);
const someDay = fc.integer({ min: 0, max: 800 }).map((count) => addDays('2026-01-01', count));
const breaks: fc.Arbitrary<Break[]> = fc.array(
  fc
    .record({
      isWeekly: fc.boolean(),
      weekday: fc.constantFrom('0' as const, '1' as const, '7' as const),
      stretch,
      first: someDay,
      more: fc.nat(5),
    })
    .map(
      (one): Break => ({
        repeats: one.isWeekly ? 'weekly' : 'dated',
        weekday: one.weekday,
        firstDay: one.isWeekly ? null : one.first,
        lastDay: one.isWeekly ? null : addDays(one.first, one.more),
        startsAt: one.stretch.start,
        endsAt: one.stretch.end,
      }),
    ),
  { maxLength: 6 },
);
const zone = fc.constantFrom('America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC');
/** Days on which clocks change, among others. */
const day = fc.oneof(someDay, fc.constantFrom('2026-03-08', '2026-11-01', '2026-10-04', '2026-04-05'));

describe('free times', () => {
  test.prop(
    [
      hours,
      breaks,
      day,
      zone,
      fc.array(fc.tuple(fc.nat(95), fc.integer({ min: 5, max: 240 })), { maxLength: 6 }),
      fc.constantFrom(10, 15, 30, 60),
    ],
    {
      numRuns: 200,
    },
  )(
    'S2.33 lie within the working hours, never in a break and never across an appointment',
    (weekly, away, onDay, where, booked, lengthMinutes) => {
      const busy = booked.map(([quarter, length]): Span => {
        const from = startOfDay(onDay, where) + quarter * 15 * MINUTE_MS;
        return { from, to: from + length * MINUTE_MS };
      });
      const open = instantSpans(onDay, openOn(weekly, away, onDay, null), where);
      const slots = freeSlots(open, busy, {
        lengthMs: lengthMinutes * MINUTE_MS,
        stepMs: 15 * MINUTE_MS,
        notBeforeMs: 0,
        most: 200,
      });
      const worked = hoursOn(weekly, onDay, null);
      const resting = breaksOn(away, onDay);
      for (const slot of slots) {
        expect(slot.to - slot.from).toBe(lengthMinutes * MINUTE_MS);
        expect(busy.some((one) => overlaps(one, slot))).toBe(false);
        for (let atMs = slot.from; atMs < slot.to; atMs += 5 * MINUTE_MS) {
          const { day: shown, minute } = localOf(atMs, where);
          expect(shown).toBe(onDay);
          expect(covers(worked, { from: minute, to: minute + 1 })).toBe(true);
          expect(resting.some((one) => overlaps(one, { from: minute, to: minute + 1 }))).toBe(false);
        }
      }
    },
  );

  it('S2.33 are found around lunch and what is booked, from now on', () => {
    const weekly: WeeklyHours[] = [{ weekday: '1', locationId: null, opensAt: '09:00', closesAt: '12:00' }];
    const away: Break[] = [
      { repeats: 'weekly', weekday: '0', firstDay: null, lastDay: null, startsAt: '10:00', endsAt: '10:30' },
    ];
    const open = instantSpans('2026-11-23', openOn(weekly, away, '2026-11-23', null), 'UTC');
    const at = (time: string) => Date.parse(`2026-11-23T${time}:00Z`);
    const rules = { lengthMs: 30 * MINUTE_MS, stepMs: 15 * MINUTE_MS, notBeforeMs: at('09:15'), most: 10 };
    const slots = freeSlots(open, [{ from: at('11:00'), to: at('11:15') }], rules);
    expect(slots.map(({ from }) => timeOf(localOf(from, 'UTC').minute))).toEqual([
      '09:15',
      '09:30',
      '10:30',
      '11:15',
      '11:30',
    ]);
  });

  it('an absence over days takes the afternoon of the first, the days between, and the morning of the last', () => {
    const away: Break[] = [
      {
        repeats: 'dated',
        weekday: '0',
        firstDay: '2026-12-23',
        lastDay: '2026-12-25',
        startsAt: '13:00',
        endsAt: '08:00',
      },
    ];
    expect(breaksOn(away, '2026-12-22')).toEqual([]);
    expect(breaksOn(away, '2026-12-23')).toEqual([{ from: 780, to: 1_440 }]);
    expect(breaksOn(away, '2026-12-24')).toEqual([{ from: 0, to: 1_440 }]);
    expect(breaksOn(away, '2026-12-25')).toEqual([{ from: 0, to: 480 }]);
  });

  it('hours of one location count there and where no location is asked for', () => {
    const weekly: WeeklyHours[] = [{ weekday: '1', locationId: 'north', opensAt: '20:00', closesAt: '00:00' }];
    expect(hoursOn(weekly, '2026-11-23', 'north')).toEqual([{ from: 1_200, to: 1_440 }]);
    expect(hoursOn(weekly, '2026-11-23', null)).toHaveLength(1);
    expect(hoursOn(weekly, '2026-11-23', 'south')).toEqual([]);
  });
});

describe('stretches of time', () => {
  const spans = fc.array(
    fc.tuple(fc.nat(50), fc.nat(50)).map(([from, to]): Span => ({ from, to })),
    { maxLength: 8 },
  );
  const holds = (list: readonly Span[], moment: number) => list.some(({ from, to }) => from <= moment && moment < to);

  test.prop([spans, spans])('what is left holds a moment exactly when it was there and not taken', (given, taken) => {
    const left = withoutSpans(given, taken);
    for (let moment = 0; moment <= 50; moment += 1)
      expect(holds(left, moment)).toBe(holds(given, moment) && !holds(taken, moment));
    expect(joinSpans(left)).toEqual(left);
  });
});
