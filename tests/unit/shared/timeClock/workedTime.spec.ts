// Working time per day and week: nothing is lost at midnight, at the week's end or when daylight saving changes (S2.114).
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../../shared/schedule/days.ts';
import { startOfDay } from '../../../../shared/schedule/zonedTime.ts';
import {
  daysOfWeek,
  overlaps,
  spanOfWeek,
  type Worked,
  weekStartOf,
  workedByDay,
} from '../../../../shared/timeClock/workedTime.ts';

const HOUR_MS = 3_600_000;
const ZONE = 'America/New_York';
const NOW_MS = Date.parse('2026-12-31T00:00:00Z');
const at = (text: string) => Date.parse(text);
const hours = (worked: readonly Worked[], weekStart: string, zone = ZONE, nowMs = NOW_MS) =>
  workedByDay(worked, daysOfWeek(weekStart), zone, nowMs).map((ms) => ms / HOUR_MS);

describe('the week of the time clock', () => {
  it('S2.114 begins on Sunday and has seven days', () => {
    for (const day of ['2026-11-15', '2026-11-18', '2026-11-21']) expect(weekStartOf(day)).toBe('2026-11-15');
    expect(weekStartOf('2026-11-22')).toBe('2026-11-22');
    expect(daysOfWeek('2026-11-15').at(-1)).toBe('2026-11-21');
  });

  it('S2.114 is an hour shorter or longer when daylight saving begins or ends', () => {
    const lengths = ['2026-03-01', '2026-03-08', '2026-11-01'].map((week) => {
      const { fromMs, toMs } = spanOfWeek(week, ZONE);
      return (toMs - fromMs) / HOUR_MS;
    });
    expect(lengths).toEqual([168, 167, 169]);
  });
});

describe('the worked time of a day', () => {
  it('S2.114 is split at midnight on the office’s clock', () => {
    const night = { inAtMs: at('2026-11-17T22:00:00-05:00'), outAtMs: at('2026-11-18T06:00:00-05:00') };
    expect(hours([night], '2026-11-15')).toEqual([0, 0, 2, 6, 0, 0, 0]);
  });

  it('S2.114 counts the night in which the clock goes forward as one hour less, and back as one more', () => {
    const spring = { inAtMs: at('2026-03-07T22:00:00-05:00'), outAtMs: at('2026-03-08T06:00:00-04:00') };
    expect(hours([spring], '2026-03-08')[0]).toBe(5);
    const autumn = { inAtMs: at('2026-10-31T22:00:00-04:00'), outAtMs: at('2026-11-01T06:00:00-05:00') };
    expect(hours([autumn], '2026-11-01')[0]).toBe(7);
  });

  it('S2.114 of whoever is still punched in runs until now, and never backwards', () => {
    const open = { inAtMs: at('2026-11-17T08:00:00-05:00'), outAtMs: null };
    expect(hours([open], '2026-11-15', ZONE, at('2026-11-17T11:30:00-05:00'))[2]).toBe(3.5);
    expect(hours([open], '2026-11-15', ZONE, at('2026-11-17T07:00:00-05:00'))[2]).toBe(0);
  });
});

const zones = fc.constantFrom('America/New_York', 'America/Los_Angeles', 'Europe/Berlin', 'Asia/Kolkata', 'UTC');
const weeks = fc.integer({ min: 0, max: 260 }).map((count) => addDays('2024-01-07', count * 7));
const stretches = fc.array(fc.tuple(fc.integer({ min: -48, max: 200 }), fc.integer({ min: 1, max: 1_440 })), {
  maxLength: 8,
});

/** Stretches of minutes from about the week's beginning. */
function workedIn(weekStart: string, zone: string, parts: readonly (readonly [number, number])[]): Worked[] {
  const base = startOfDay(weekStart, zone);
  return parts.map(([hour, minutes]) => {
    const inAtMs = base + hour * HOUR_MS;
    return { inAtMs, outAtMs: inAtMs + minutes * 60_000 };
  });
}

describe('totals of any week in any zone', () => {
  test.prop([weeks, zones, stretches])(
    'S2.114 are what was worked within the week, no minute more or less',
    (weekStart, zone, parts) => {
      const worked = workedIn(weekStart, zone, parts);
      const { fromMs, toMs } = spanOfWeek(weekStart, zone);
      const within = worked.reduce(
        (sum, { inAtMs, outAtMs }) => sum + Math.max(0, Math.min(outAtMs ?? toMs, toMs) - Math.max(inAtMs, fromMs)),
        0,
      );
      const byDay = workedByDay(worked, daysOfWeek(weekStart), zone, NOW_MS);
      expect(byDay.reduce((sum, ms) => sum + ms, 0)).toBe(within);
      for (const ms of byDay) expect(ms).toBeGreaterThanOrEqual(0);
    },
  );

  test.prop([weeks, zones, stretches])(
    'S2.114 of neighbouring weeks share nothing and lose nothing',
    (weekStart, zone, parts) => {
      const worked = workedIn(weekStart, zone, parts);
      const sum = [-7, 0, 7, 14].flatMap((days) =>
        workedByDay(worked, daysOfWeek(addDays(weekStart, days)), zone, NOW_MS),
      );
      const all = worked.reduce((total, { inAtMs, outAtMs }) => total + ((outAtMs ?? inAtMs) - inAtMs), 0);
      expect(sum.reduce((total, ms) => total + ms, 0)).toBe(all);
    },
  );

  test.prop([weeks, zones, stretches])('S2.114 do not depend on the order of punches', (weekStart, zone, parts) => {
    const worked = workedIn(weekStart, zone, parts);
    const days = daysOfWeek(weekStart);
    expect(workedByDay([...worked].reverse(), days, zone, NOW_MS)).toEqual(workedByDay(worked, days, zone, NOW_MS));
  });
});

describe('overlapping stretches', () => {
  const stretch = fc
    .tuple(fc.nat({ max: 50 }), fc.option(fc.integer({ min: 1, max: 50 })))
    .map(([inAtMs, length]): Worked => ({ inAtMs, outAtMs: length === null ? null : inAtMs + length }));
  const holds = ({ inAtMs, outAtMs }: Worked, ms: number) => inAtMs <= ms && (outAtMs === null || ms < outAtMs);

  test.prop([stretch, stretch])('S2.114 are those that share a moment, whichever comes first', (one, other) => {
    const moments = Array.from({ length: 110 }, (_, ms) => ms);
    expect(overlaps(one, other)).toBe(moments.some((ms) => holds(one, ms) && holds(other, ms)));
    expect(overlaps(other, one)).toBe(overlaps(one, other));
  });
});
