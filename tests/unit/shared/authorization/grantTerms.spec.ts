import { describe, expect, it } from 'vitest';
import {
  isWithinHours,
  type Moment,
  UNLIMITED,
  type WeeklyWindow,
  withheldBy,
} from '../../../../shared/authorization/grantTerms.ts';

const SUNDAY = 7;
const at = (weekday: number, minuteOfDay: number, more: Partial<Moment> = {}): Moment => ({
  day: '2026-11-22',
  weekday,
  minuteOfDay,
  locationIds: [],
  ...more,
});
const window = (weekday: number, fromMinute: number, untilMinute: number): WeeklyWindow => ({
  weekday,
  fromMinute,
  untilMinute,
});
const inHours = (hours: readonly WeeklyWindow[], moment: Moment) => withheldBy(UNLIMITED, [hours], moment) === null;

describe('withheldBy', () => {
  it('S2.79 counts the first and the last day in', () => {
    const from = { ...UNLIMITED, validFrom: '2026-11-22' };
    const until = { ...UNLIMITED, validUntil: '2026-11-22' };
    const on = (day: string) => at(1, 0, { day });
    expect(withheldBy(from, [], on('2026-11-21'))).toBe('rightNotYet');
    expect(withheldBy(from, [], on('2026-11-22'))).toBeNull();
    expect(withheldBy(until, [], on('2026-11-22'))).toBeNull();
    expect(withheldBy(until, [], on('2026-11-23'))).toBe('rightEnded');
  });

  it('S2.29 counts at the place of work and wherever that is part of; bound to no place it counts nowhere', () => {
    const bound = { ...UNLIMITED, locationIds: ['region'] };
    expect(withheldBy(bound, [], at(1, 0, { locationIds: ['office', 'region'] }))).toBeNull();
    expect(withheldBy(bound, [], at(1, 0, { locationIds: ['other'] }))).toBe('otherLocation');
    expect(withheldBy(bound, [], at(1, 0))).toBe('otherLocation');
    expect(withheldBy({ ...bound, locationIds: [] }, [], at(1, 0, { locationIds: ['office'] }))).toBe('otherLocation');
  });

  it('names days before places and places before hours', () => {
    const all = { validFrom: '2026-12-01', validUntil: '2026-12-02', locationIds: ['x'] };
    const hours = [[window(1, 0, 60)]];
    expect(withheldBy(all, hours, at(2, 0))).toBe('rightNotYet');
    expect(withheldBy({ ...all, validFrom: null }, hours, at(2, 0, { day: '2026-12-03' }))).toBe('rightEnded');
    expect(withheldBy({ ...all, validFrom: null }, hours, at(2, 0))).toBe('otherLocation');
    expect(withheldBy(UNLIMITED, hours, at(2, 0))).toBe('outsideHours');
  });

  it('S2.62 keeps the first minute of a window and leaves out the last', () => {
    const hours = [window(1, 480, 1_020)];
    expect([479, 480, 1_019, 1_020].map((minute) => inHours(hours, at(1, minute)))).toEqual([false, true, true, false]);
    expect(inHours(hours, at(2, 600))).toBe(false);
  });

  it('S2.62 runs a window on across midnight, and across the end of the week', () => {
    const night = [window(SUNDAY, 1_320, 360)];
    expect(inHours(night, at(SUNDAY, 1_319))).toBe(false);
    expect(inHours(night, at(SUNDAY, 1_320))).toBe(true);
    expect(inHours(night, at(1, 0))).toBe(true);
    expect(inHours(night, at(1, 359))).toBe(true);
    expect(inHours(night, at(1, 360))).toBe(false);
    expect(inHours(night, at(SUNDAY, 0))).toBe(false);
  });

  it('S2.62 takes the same start and end, and midnight to midnight, for a whole day', () => {
    for (const day of [window(3, 0, 0), window(3, 0, 1_440)]) {
      expect([at(3, 0), at(3, 1_439), at(2, 1_439), at(4, 0)].map((moment) => inHours([day], moment))).toEqual([
        true,
        true,
        false,
        false,
      ]);
    }
    const fromNine = [window(3, 540, 540)];
    expect([at(3, 539), at(3, 540), at(4, 539), at(4, 540)].map((moment) => inHours(fromNine, moment))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('S2.64 keeps every set of hours; a set without windows is no limit', () => {
    const [morning, noon] = [window(1, 0, 720), window(1, 600, 900)];
    expect(withheldBy(UNLIMITED, [[morning], [noon]], at(1, 660))).toBeNull();
    expect(withheldBy(UNLIMITED, [[morning], [noon]], at(1, 300))).toBe('outsideHours');
    expect(withheldBy(UNLIMITED, [[], []], at(1, 300))).toBeNull();
  });
});

describe('isWithinHours', () => {
  const isWithin = (inner: WeeklyWindow[], outer: WeeklyWindow[]) => isWithinHours([inner], [outer]);

  it('puts windows that touch together, and follows them across midnight and the week', () => {
    const day = window(1, 480, 1_020);
    expect(isWithin([day], [window(1, 480, 700), window(1, 700, 1_020)])).toBe(true);
    expect(isWithin([day], [window(1, 480, 700), window(1, 701, 1_020)])).toBe(false);
    expect(isWithin([window(SUNDAY, 1_320, 360)], [window(SUNDAY, 1_200, 0), window(1, 0, 360)])).toBe(true);
    expect(isWithin([window(SUNDAY, 1_320, 361)], [window(SUNDAY, 1_200, 0), window(1, 0, 360)])).toBe(false);
    expect(isWithin([window(1, 0, 60)], [window(SUNDAY, 1_380, 60)])).toBe(true);
  });

  it('S2.64 counts the minutes at which all sets are kept: those of a parent and a child together', () => {
    const [early, late, noon] = [window(1, 480, 780), window(1, 660, 1_020), window(1, 660, 780)];
    expect(isWithinHours([[early], [late]], [[noon]])).toBe(true);
    expect(isWithinHours([[noon]], [[early], [late]])).toBe(true);
    expect(isWithinHours([[early]], [[early], [late]])).toBe(false);
  });

  it('S2.62 takes every hour of the week for no limit at all, and no limit for more than any other hours', () => {
    const wholeWeek = [1, 2, 3, 4, 5, 6, SUNDAY].map((weekday) => window(weekday, 0, 1_440));
    expect(isWithinHours([], [wholeWeek])).toBe(true);
    expect(isWithinHours([[]], [wholeWeek])).toBe(true);
    expect(isWithinHours([], [wholeWeek.slice(1)])).toBe(false);
    expect(isWithinHours([wholeWeek], [])).toBe(true);
    expect(isWithinHours([], [])).toBe(true);
  });
});
