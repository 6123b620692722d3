import { describe, expect, it } from 'vitest';
import { canAct, STATUS_ACTS, type StatusAct, takesTime } from '../../../../shared/schedule/appointmentStatus.ts';
import { readTime } from '../../../../shared/schedule/appointmentTime.ts';

const NOW_MS = Date.parse('2026-01-22T13:00:00Z');
const ZONE = 'America/New_York';
const typed = { day: '2026-03-09', time: '09:00', lengthMinutes: 30, isSecondHour: false };
const read = (given: Partial<typeof typed>) => readTime({ ...typed, ...given }, ZONE, NOW_MS);

describe('the time of an appointment', () => {
  it('S2.33 becomes instants on the clock of the office', () => {
    const startsAtMs = Date.UTC(2026, 2, 9, 13);
    expect(read({})).toEqual({
      isPossible: true,
      startsAtMs,
      endsAtMs: startsAtMs + 30 * 60_000,
      happensTwice: false,
    });
  });

  it('S2.33 is refused in words in the hour that daylight saving skips', () => {
    expect(read({ day: '2026-03-08', time: '02:30' })).toMatchObject({
      isPossible: false,
      path: 'time',
      says: 'The clocks go forward that day, so there is no 02:30. Choose an earlier or a later time.',
    });
    expect(read({ day: '2026-03-08', time: '01:45' })).toMatchObject({ isPossible: true });
  });

  it('S2.33 comes twice when daylight saving ends, an hour apart', () => {
    const first = read({ day: '2026-11-01', time: '01:30' });
    const second = read({ day: '2026-11-01', time: '01:30', isSecondHour: true });
    expect([first, second]).toMatchObject([{ happensTwice: true }, { happensTwice: true }]);
    if (first.isPossible && second.isPossible) expect(second.startsAtMs - first.startsAtMs).toBe(3_600_000);
  });

  it('S2.33 ends on the day it began, at midnight at the latest', () => {
    expect(read({ time: '23:30' })).toMatchObject({ isPossible: true });
    expect(read({ time: '23:31' })).toMatchObject({ isPossible: false, path: 'lengthMinutes' });
  });

  it('S2.33 in a year that was surely mistyped is refused', () => {
    expect(read({ day: '2206-03-09' })).toMatchObject({ isPossible: false, path: 'day' });
    expect(read({ day: '2024-03-09' })).toMatchObject({ isPossible: false, path: 'day' });
  });
});

describe('the states of an appointment', () => {
  it('S2.108 lead on from booked, and back to it from all others', () => {
    const acts = Object.keys(STATUS_ACTS) as StatusAct[];
    expect(acts.filter((act) => canAct(act, 'booked'))).toEqual(['checkIn', 'complete', 'markNoShow', 'cancel']);
    expect(acts.filter((act) => canAct(act, 'arrived'))).toEqual(['complete', 'cancel', 'restore']);
    for (const status of ['completed', 'cancelled', 'noShow'] as const)
      expect(acts.filter((act) => canAct(act, status))).toEqual(['restore']);
  });

  it('S2.108 take up time unless cancelled or missed', () => {
    expect([takesTime('booked'), takesTime('completed'), takesTime('cancelled'), takesTime('noShow')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
