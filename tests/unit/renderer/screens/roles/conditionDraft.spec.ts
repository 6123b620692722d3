import { describe, expect, it } from 'vitest';
import {
  bindableRights,
  changedDraft,
  conditionOf,
  fitting,
} from '../../../../../renderer/screens/roles/conditionDraft.ts';

describe('the form of a condition', () => {
  it('S2.63 offers the rights of data areas that the role gives, and no others', () => {
    expect(bindableRights(new Set(['financial:approve', 'user:read', 'patient:readSsn', 'note:readOwn']))).toEqual([
      'financial:approve',
      'note:readOwn',
    ]);
  });

  it('S2.63 begins with an amount, and stores the typed dollars as cents', () => {
    const draft = fitting('financial:approve', { type: 'refund' });
    expect(draft).toMatchObject({ type: 'refund', field: 'cents', operator: 'lessThan', typed: '' });
    expect(conditionOf(draft)).toEqual({ problem: 'Type an amount such as 500 or 499.99.' });
    expect(conditionOf({ ...draft, typed: '$1,499.99' })).toEqual({
      permission: 'financial:approve',
      type: 'refund',
      field: 'cents',
      operator: 'lessThan',
      value: 149_999,
    });
    expect(conditionOf({ ...draft, typed: '4.999' })).toHaveProperty('problem');
  });

  it('S2.63 keeps below a changed choice what still fits, and nothing else', () => {
    const typed = fitting('financial:approve', { type: 'refund', field: 'cents', operator: 'atMost', typed: '12' });
    expect(changedDraft(typed, { permission: 'financial:update' })).toMatchObject({ operator: 'atMost', typed: '12' });
    expect(changedDraft(typed, { field: 'method' })).toMatchObject({ operator: 'is', typed: 'cash' });
    expect(changedDraft(typed, { operator: 'moreThan' })).toMatchObject({ operator: 'moreThan', typed: '12' });
    expect(fitting('claim:approve', typed).type).not.toBe('refund');
  });

  it('S2.63 takes yes or no, days and choices as what they are', () => {
    const of = (field: string, typed: string) =>
      conditionOf({ ...fitting('financial:approve', { type: 'refund', field }), typed });
    expect(of('isApprovedAlone', 'no')).toMatchObject({ operator: 'is', value: false });
    expect(of('isApprovedAlone', 'maybe')).toHaveProperty('problem');
    expect(of('paidDate', '2026-12-31')).toMatchObject({ operator: 'lessThan', value: '2026-12-31' });
    expect(of('paidDate', '')).toEqual({ problem: 'Choose a day.' });
    expect(of('method', 'card')).toMatchObject({ value: 'card' });
    expect(of('method', 'gold')).toHaveProperty('problem');
  });
});
