import { describe, expect, it } from 'vitest';
import { isSameFilter } from '../../../../../renderer/components/views/savedViews.ts';
import { auditFilterOf, isNarrowed, parseLogFilter } from '../../../../../renderer/screens/activity/logFilter.ts';
import { auditFilter } from '../../../../../shared/catalogue/procedures/audit.ts';

describe('the filter in the address', () => {
  it('leaves out what it does not understand and keeps the rest', () => {
    const filter = parseLogFilter({ from: 'yesterday', outcome: 'denied', area: 7, text: 'claims', other: 'x' });
    expect(filter).toMatchObject({ outcome: 'denied', text: 'claims' });
    expect(filter.from).toBeUndefined();
    expect(filter.area).toBeUndefined();
  });

  it('becomes a filter the main process accepts, whatever stands in the address', () => {
    for (const search of [{}, null, 'x', { from: '2026-11-01', to: '2026-11-22', record: '7', text: 12 }])
      expect(auditFilter.safeParse(auditFilterOf(parseLogFilter(search))).success).toBe(true);
  });

  it('takes both days whole', () => {
    const { fromMs, toMs } = auditFilterOf({ from: '2026-11-22', to: '2026-11-22' });
    expect(Number(toMs) - Number(fromMs)).toBe(86_400_000 - 1);
  });

  it('S2.37 counts periods from the day of looking, today included', () => {
    const noon = new Date(2026, 10, 22, 12);
    expect(auditFilterOf({ period: 'today' }, noon).fromMs).toBe(new Date(2026, 10, 22).getTime());
    expect(auditFilterOf({ period: 'week' }, noon).fromMs).toBe(new Date(2026, 10, 16).getTime());
    expect(auditFilterOf({ period: 'month' }, noon)).toMatchObject({
      fromMs: new Date(2026, 9, 24).getTime(),
      toMs: null,
    });
  });

  it('S2.37 is the same filter whatever the order of its parts', () => {
    expect(isSameFilter({ area: 'user', what: undefined, text: 'x' }, { text: 'x', area: 'user' })).toBe(true);
    expect(isSameFilter({ area: 'user' }, {})).toBe(false);
  });

  it('knows whether anything is narrowed', () => {
    expect(isNarrowed(parseLogFilter({}))).toBe(false);
    expect(isNarrowed({ area: 'user' })).toBe(true);
  });
});
