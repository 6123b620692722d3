import { describe, expect, it } from 'vitest';
import { inScope, isWithin } from '../../../../shared/authorization/scope.ts';

describe('inScope', () => {
  it('S5.13 All Providers reaches every row, also one of no provider', () => {
    expect(inScope([], { providers: 'all' })).toBe(true);
    expect(inScope(['p1'], { providers: 'all' })).toBe(true);
  });
  it('S5.14 selected providers reach rows of one of them alone', () => {
    expect(inScope(['p1', 'p2'], { providers: ['p2'] })).toBe(true);
    expect(inScope(['p1'], { providers: ['p2'] })).toBe(false);
    expect(inScope([], { providers: ['p2'] })).toBe(false);
  });
  it('S5.14 an empty selection reaches nobody', () => {
    expect(inScope(['p1'], { providers: [] })).toBe(false);
  });
});

describe('isWithin', () => {
  it('holds for everything inside All Providers, and All Providers inside nothing less', () => {
    expect(isWithin({ providers: ['p1'] }, { providers: 'all' })).toBe(true);
    expect(isWithin({ providers: 'all' }, { providers: ['p1'] })).toBe(false);
  });
  it('compares selections as sets', () => {
    expect(isWithin({ providers: ['p1'] }, { providers: ['p2', 'p1'] })).toBe(true);
    expect(isWithin({ providers: ['p1', 'p3'] }, { providers: ['p2', 'p1'] })).toBe(false);
    expect(isWithin({ providers: [] }, { providers: [] })).toBe(true);
  });
});
