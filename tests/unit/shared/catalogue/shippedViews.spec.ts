import { describe, expect, it } from 'vitest';
import { EVENT_GROUPS } from '../../../../shared/catalogue/eventGroups.ts';
import { saysOfEvent } from '../../../../shared/catalogue/ownEvents.ts';
import { SHIPPED_VIEWS } from '../../../../shared/catalogue/shippedViews.ts';
import { readViewFilter, viewFilter } from '../../../../shared/catalogue/viewFilter.ts';

describe('S2.37 the ready-made views of the log', () => {
  it('ask for something, each under a name and an id of its own', () => {
    for (const { filter } of SHIPPED_VIEWS) {
      expect(viewFilter.safeParse(filter).success).toBe(true);
      expect(Object.keys(filter).length).toBeGreaterThan(0);
    }
    expect(new Set(SHIPPED_VIEWS.map(({ name }) => name)).size).toBe(SHIPPED_VIEWS.length);
    expect(new Set(SHIPPED_VIEWS.map(({ viewId }) => viewId)).size).toBe(SHIPPED_VIEWS.length);
  });

  it.each(Object.entries(EVENT_GROUPS))('%s names events that exist, each once', (_id, { events }) => {
    expect(new Set(events).size).toBe(events.length);
    for (const event of events) expect(saysOfEvent(event)).not.toBe(event);
  });
});

describe('a filter from an address or another version', () => {
  it('keeps what is understood and nothing inherited', () => {
    expect(readViewFilter({ outcome: 'denied', period: 'year', other: 1, constructor: 'x' })).toEqual({
      outcome: 'denied',
    });
    for (const value of [null, 'x', 7, []]) expect(readViewFilter(value)).toEqual({});
  });

  it('keeps the choice of nobody signed in', () => {
    expect(readViewFilter({ who: '' })).toEqual({ who: '' });
  });
});
