import { fc, it as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { PERIODS, type PeriodName, periodOf } from '../../../../shared/metrics/periods.ts';
import { addDays } from '../../../../shared/schedule/days.ts';

const day = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('the periods of a report', () => {
  it('end where the calendar ends them', () => {
    expect(periodOf('thisMonth', '2028-02-10')).toEqual({ fromDay: '2028-02-01', toDay: '2028-02-29' });
    expect(periodOf('lastMonth', '2026-01-31')).toEqual({ fromDay: '2025-12-01', toDay: '2025-12-31' });
    expect(periodOf('thisQuarter', '2026-11-22')).toEqual({ fromDay: '2026-10-01', toDay: '2026-12-31' });
    expect(periodOf('lastQuarter', '2026-02-01')).toEqual({ fromDay: '2025-10-01', toDay: '2025-12-31' });
    expect(periodOf('lastYear', '2026-11-22')).toEqual({ fromDay: '2025-01-01', toDay: '2025-12-31' });
  });

  property.prop([day])('hold today, or end on the eve of the one that does', (today) => {
    for (const unit of ['Month', 'Quarter', 'Year']) {
      const now = periodOf(`this${unit}` as PeriodName, today);
      expect(now.fromDay <= today && today <= now.toDay).toBe(true);
      expect(addDays(periodOf(`last${unit}` as PeriodName, today).toDay, 1)).toBe(now.fromDay);
    }
  });

  it('have a name each', () => {
    expect(new Set(Object.values(PERIODS)).size).toBe(Object.keys(PERIODS).length);
  });
});
