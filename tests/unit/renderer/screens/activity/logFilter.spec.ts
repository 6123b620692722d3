import { describe, expect, it } from 'vitest';
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

  it('knows whether anything is narrowed', () => {
    expect(isNarrowed(parseLogFilter({}))).toBe(false);
    expect(isNarrowed({ area: 'user' })).toBe(true);
  });
});
