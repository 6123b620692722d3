import { describe, expect, it } from 'vitest';
import {
  CONDITION_OPERATORS,
  type ConditionOperator,
  isJudgeable,
  isNarrower,
  meets,
  operatorsFor,
  type RowCondition,
  withoutNeedless,
} from '../../../../shared/authorization/rowCondition.ts';
import type { FieldValue } from '../../../../shared/catalogue/records/field.ts';

const on = (operator: ConditionOperator, value: RowCondition['value'], field = 'cents'): RowCondition => ({
  type: 'refund',
  field,
  operator,
  value,
});
const refund = (values: Record<string, FieldValue>) => ({ type: 'refund', values });

describe('meets', () => {
  it.each([
    ['is', [false, true, false]],
    ['isNot', [true, false, true]],
    ['lessThan', [true, false, false]],
    ['atMost', [true, true, false]],
    ['moreThan', [false, false, true]],
    ['atLeast', [false, true, true]],
  ] as const)('S2.63 compares amounts: %s', (operator, expected) => {
    expect([499, 500, 501].map((cents) => meets(refund({ cents }), on(operator, 500)))).toEqual(expected);
  });

  it('S2.63 compares days as days, and words only as the same or another', () => {
    expect(meets(refund({ paidDate: '2026-11-09' }), on('lessThan', '2026-11-10', 'paidDate'))).toBe(true);
    expect(meets(refund({ method: 'card' }), on('isNot', 'cash', 'method'))).toBe(true);
    expect(meets(refund({ method: 'card' }), on('lessThan', 'cash', 'method'))).toBe(false);
    expect(meets(refund({ isApprovedAlone: false }), on('is', false, 'isApprovedAlone'))).toBe(true);
  });

  it('lets nothing through where the field is missing, empty, of another type or cannot be compared', () => {
    for (const operator of CONDITION_OPERATORS) {
      expect(meets(refund({}), on(operator, 500))).toBe(false);
      expect(meets(refund({ cents: null }), on(operator, 500))).toBe(false);
      expect(meets(refund({ cents: '500' }), on(operator, 500))).toBe(false);
      expect(meets(refund({ cents: 500 }), on(operator, '500'))).toBe(false);
      expect(meets(refund({ ghost: 500 }), on(operator, 500, 'ghost'))).toBe(false);
      expect(meets(refund({ reason: 'x' }), on(operator, 'x', 'reason'))).toBe(false);
    }
  });

  it('does not touch rows of other types', () => {
    expect(meets({ type: 'claim', values: {} }, on('is', 500))).toBe(true);
  });
});

describe('which conditions can be judged', () => {
  it('has an order for amounts and days alone, and none at all for texts and lists', () => {
    expect(operatorsFor('cents')).toEqual(CONDITION_OPERATORS);
    expect(operatorsFor('choice')).toEqual(['is', 'isNot']);
    expect(operatorsFor('longText')).toEqual([]);
    expect(isJudgeable(on('is', 1), undefined)).toBe(false);
    expect(isJudgeable(on('is', 1), 'cents')).toBe(true);
    expect(isJudgeable(on('is', '1'), 'cents')).toBe(false);
    expect(isJudgeable(on('atMost', 'x'), 'choice')).toBe(false);
  });

  it('P5 takes nothing for narrower than a condition that cannot be judged, but itself', () => {
    const doubtful = on('atLeast', 'card', 'method');
    expect(isNarrower(on('is', 'cash', 'method'), doubtful)).toBe(false);
    expect(isNarrower(doubtful, doubtful)).toBe(true);
  });

  it('P5 tells bounds that touch apart', () => {
    expect(isNarrower(on('lessThan', 500), on('atMost', 500))).toBe(true);
    expect(isNarrower(on('atMost', 500), on('lessThan', 500))).toBe(false);
    expect(isNarrower(on('lessThan', 500), on('isNot', 500))).toBe(true);
    expect(isNarrower(on('atMost', 500), on('isNot', 500))).toBe(false);
    expect(isNarrower(on('moreThan', 500), on('atLeast', 500))).toBe(true);
    expect(isNarrower(on('moreThan', 500), on('lessThan', 600))).toBe(false);
    expect(isNarrower(on('is', 499), on('lessThan', 500))).toBe(true);
    expect(isNarrower(on('is', 499), { ...on('lessThan', 500), type: 'payment' })).toBe(false);
  });

  it('needs no alternative beside one without conditions', () => {
    expect(withoutNeedless([[on('is', 1)], []])).toEqual([[]]);
    expect(withoutNeedless([[on('is', 1)]])).toEqual([[on('is', 1)]]);
    expect(withoutNeedless([])).toEqual([]);
  });
});
