import { describe, expect, it } from 'vitest';
import {
  ALL_ROWS,
  EVERY_ROW,
  EVERY_WAY,
  everyRowOf,
  inScope,
  isReached,
  isWithin,
} from '../../../../shared/authorization/scope.ts';
import { tiesWith } from '../../../support/rowTies.ts';

describe('inScope', () => {
  it('S5.13 All Providers reaches every row, also one of no provider', () => {
    expect(inScope(tiesWith({ providerIds: [] }), ALL_ROWS)).toBe(true);
    expect(inScope(tiesWith({ providerIds: ['p1'] }), ALL_ROWS)).toBe(true);
  });
  it('S5.14 selected providers reach rows of one of them alone', () => {
    expect(inScope(tiesWith({ providerIds: ['p1', 'p2'] }), { ...ALL_ROWS, providers: ['p2'] })).toBe(true);
    expect(inScope(tiesWith({ providerIds: ['p1'] }), { ...ALL_ROWS, providers: ['p2'] })).toBe(false);
    expect(inScope(tiesWith({ providerIds: [] }), { ...ALL_ROWS, providers: ['p2'] })).toBe(false);
  });
  it('S5.14 an empty selection reaches nobody', () => {
    expect(inScope(tiesWith({ providerIds: ['p1'] }), { ...ALL_ROWS, providers: [] })).toBe(false);
  });
});

describe('isWithin', () => {
  it('holds for everything inside All Providers, and All Providers inside nothing less', () => {
    expect(isWithin({ ...ALL_ROWS, providers: ['p1'] }, ALL_ROWS)).toBe(true);
    expect(isWithin(ALL_ROWS, { ...ALL_ROWS, providers: ['p1'] })).toBe(false);
  });
  it('compares selections as sets', () => {
    expect(isWithin({ ...ALL_ROWS, providers: ['p1'] }, { ...ALL_ROWS, providers: ['p2', 'p1'] })).toBe(true);
    expect(isWithin({ ...ALL_ROWS, providers: ['p1', 'p3'] }, { ...ALL_ROWS, providers: ['p2', 'p1'] })).toBe(false);
    expect(isWithin({ ...ALL_ROWS, providers: [] }, { ...ALL_ROWS, providers: [] })).toBe(true);
  });
  it('S2.106 takes a shared patient for more than any limit of providers or locations, and for nothing more than all', () => {
    const shared = (limit: object) => isWithin({ ...ALL_ROWS, ...limit, patientIds: ['x'] }, { ...ALL_ROWS, ...limit });
    expect(shared({})).toBe(true);
    expect(shared({ providers: ['p1'] })).toBe(false);
    expect(shared({ locations: ['l1'] })).toBe(false);
    expect(shared({ providers: ['p1'], locations: ['l1'] })).toBe(false);
  });
});

describe('isReached', () => {
  const row = tiesWith({ providerIds: ['p1'], ownerId: 'you', labels: ['mentalHealth'] });

  it('reaches a row of any owner, label and provider where nothing narrows', () => {
    expect(isReached(row, EVERY_ROW)).toBe(true);
  });
  it('S2.27 reaches one’s own rows alone where only those are open', () => {
    expect(isReached(row, { ...EVERY_ROW, ways: [{ ownerId: 'me', conditions: [] }] })).toBe(false);
    expect(isReached(row, { ...EVERY_ROW, ways: [{ ownerId: 'you', conditions: [] }] })).toBe(true);
  });
  it('S2.27 the rows of one person are theirs alone, and whoever’s rows are everybody’s', () => {
    expect(isReached(row, everyRowOf('you'))).toBe(true);
    expect(isReached(row, everyRowOf('me'))).toBe(false);
    expect(isReached(row, { ...EVERY_ROW, ways: [...EVERY_WAY] })).toBe(true);
  });
  it('S3.11 reaches no row with a hidden label', () => {
    expect(isReached(row, { ...EVERY_ROW, hiddenLabels: ['substanceUse', 'mentalHealth'] })).toBe(false);
    expect(isReached(row, { ...EVERY_ROW, hiddenLabels: ['substanceUse'] })).toBe(true);
  });
  it('S5.14 reaches rows that belong to no provider by nature, whatever the limit', () => {
    const limited = { ...EVERY_ROW, providers: ['p2'] };
    expect(isReached(row, limited)).toBe(false);
    expect(isReached({ ...row, providerIds: 'any' }, limited)).toBe(true);
  });
});
