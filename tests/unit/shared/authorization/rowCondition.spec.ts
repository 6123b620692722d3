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
  it.each(['cents', 'integer', 'date', 'timeOfDay', 'instant'] as const)(
    'S2.63 a field of kind %s has an order',
    (kind) => {
      expect(operatorsFor(kind)).toEqual(CONDITION_OPERATORS);
    },
  );

  it.each(['choice', 'reference', 'boolean'] as const)('S2.63 a %s is the same or another, with no order', (kind) => {
    expect(operatorsFor(kind)).toEqual(['is', 'isNot']);
  });

  it('S2.63 texts have no conditions, and a constant is of the type of its field', () => {
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
    expect(isNarrower(on('atLeast', 500), on('moreThan', 500))).toBe(false);
    expect(isNarrower(on('moreThan', 500), on('lessThan', 600))).toBe(false);
    expect(isNarrower(on('is', 499), on('lessThan', 500))).toBe(true);
    expect(isNarrower(on('is', 499), { ...on('lessThan', 500), type: 'payment' })).toBe(false);
  });

  it('P5 takes bounds for within everything but one amount where they leave that amount out', () => {
    const allButFive = on('isNot', 500);
    expect([on('atMost', 499), on('atLeast', 501)].map((one) => isNarrower(one, allButFive))).toEqual([true, true]);
    expect([on('atMost', 501), on('atLeast', 499)].map((one) => isNarrower(one, allButFive))).toEqual([false, false]);
  });

  it('needs no alternative beside one without conditions', () => {
    expect(withoutNeedless([[on('is', 1)], []])).toEqual([[]]);
    expect(withoutNeedless([[on('is', 1)]])).toEqual([[on('is', 1)]]);
    expect(withoutNeedless([])).toEqual([]);
  });
});
