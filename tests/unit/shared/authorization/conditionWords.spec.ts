// Conditions in words, on what they can be set, and when one is tighter than another (S2.63).
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { fieldsToJudge, typesReachedBy } from '../../../../shared/authorization/conditionChoices.ts';
import { conditionWords, operatorWords } from '../../../../shared/authorization/conditionWords.ts';
import type { RightCondition } from '../../../../shared/authorization/flattenRole.ts';
import { CONDITION_OPERATORS, isJudgeable, isNarrower, meets } from '../../../../shared/authorization/rowCondition.ts';
import { PERMISSION_IDS, type PermissionId } from '../../../../shared/catalogue/permissions.ts';
import { recordTypeNamed } from '../../../../shared/catalogue/records.ts';

const showInstant = (atMs: number) => `at ${atMs}`;
const approve = { permission: 'financial:approve', type: 'refund' } as const;

describe('a condition in words', () => {
  it.each<[RightCondition, string]>([
    [
      { ...approve, field: 'cents', operator: 'lessThan', value: 500_00 },
      'Refunds: Approve only where Amount is less than $500.00',
    ],
    [
      { ...approve, field: 'method', operator: 'isNot', value: 'transfer' },
      'Refunds: Approve only where Method is not “Bank transfer”',
    ],
    [
      { ...approve, field: 'isApprovedAlone', operator: 'is', value: false },
      'Refunds: Approve only where Approved alone is no',
    ],
    [
      { ...approve, field: 'paidDate', operator: 'atMost', value: '2026-12-31' },
      'Refunds: Approve only where Paid out on is at the latest 2026-12-31',
    ],
    [
      { permission: 'note:readOwn', type: 'note', field: 'noteDate', operator: 'lessThan', value: '2026-01-01' },
      'Own clinical notes: View, of clinical notes only where Date of the visit is before 2026-01-01',
    ],
    [{ ...approve, field: 'gone', operator: 'is', value: 3 }, 'Refunds: Approve only where gone is 3'],
    [
      { permission: 'schedule:update', type: 'appointment', field: 'startsAtMs', operator: 'moreThan', value: 5 },
      'Appointments: Edit Data only where Starts is after at 5',
    ],
    [
      { ...approve, field: 'method', operator: 'is', value: 'barter' },
      'Refunds: Approve only where Method is “barter”',
    ],
    // Of another version: neither is known here, and no patient's name is looked up for the log.
    [
      { ...approve, type: 'voucher', field: 'cents', operator: 'is', value: 3 },
      'Voucher: Approve only where cents is 3',
    ],
    [
      { permission: 'note:update', type: 'note', field: 'patientId', operator: 'is', value: 'p1' },
      'Clinical notes: Edit Data only where Patient is one certain record (p1)',
    ],
  ])('S2.63 %j', (condition, words) => {
    expect(conditionWords(condition, showInstant)).toBe(words);
  });

  it.each([
    ['is', 'is', 'is'],
    ['isNot', 'is not', 'is not'],
    ['lessThan', 'is less than', 'is before'],
    ['atMost', 'is at most', 'is at the latest'],
    ['moreThan', 'is more than', 'is after'],
    ['atLeast', 'is at least', 'is at the earliest'],
  ] as const)('S2.63 `%s` is said of amounts as “%s”, of days and times as “%s”', (operator, plain, ofTime) => {
    expect(operatorWords(operator, 'cents')).toBe(plain);
    for (const kind of ['date', 'timeOfDay', 'instant'] as const) expect(operatorWords(operator, kind)).toBe(ofTime);
  });

  it('S2.63 can be set only where it would be judged: on records the right is asked for one by one, and fields that compare', () => {
    for (const permission of PERMISSION_IDS)
      for (const type of typesReachedBy(permission)) {
        for (const [name, field] of fieldsToJudge(type, permission)) {
          expect(['text', 'longText', 'references', 'reference'], `${type.name}.${name}`).not.toContain(field.kind);
          if (permission.endsWith(':create')) expect(field.isComputed).toBe(false);
        }
      }
  });

  it.each([
    ['financial:approve', 'refund reconciliation'],
    ['financial:read', 'invoice payment adjustment refund reconciliation'],
    ['schedule:export', 'appointment workingHours providerBreak'],
    ['note:read', 'note noteAddendum'],
    ['note:readOwn', 'note noteAddendum'],
    ['timeClock:read', 'punch'],
    // Of a new order nothing can be compared: its number and state are not there yet.
    ['inventory:create', 'product orderLine'],
    // A refund is asked for by a command of its own, which names no refund yet.
    ['financial:create', 'invoice payment adjustment reconciliation'],
    // Weeks are approved as a whole, so a condition on one punch would never be asked.
    ['timeClock:approve', ''],
    // A forgotten punch is added by a command of its own, which names none beforehand.
    ['timeClock:update', ''],
    ['patient:readSsn', ''],
    ['user:update', ''],
  ] as const)('S2.63 %s can carry one on: %s', (permission, types) => {
    expect(
      typesReachedBy(permission)
        .map(({ name }) => name)
        .join(' '),
    ).toBe(types);
  });

  it('S2.63 names what the program writes by itself, except where the record is only being added', () => {
    const fieldsOf = (permission: PermissionId) =>
      typesReachedBy(permission)
        .filter(({ name }) => name === 'appointment')
        .flatMap((type) => fieldsToJudge(type, permission))
        .map(([name]) => name)
        .join(' ');
    expect(fieldsOf('schedule:update')).toBe('startsAtMs endsAtMs status isWalkIn');
    expect(fieldsOf('schedule:create')).toBe('startsAtMs endsAtMs');
  });
});

const kindOf = (field: string) => recordTypeNamed('refund')?.fields[field]?.kind;
const rule = fc
  .record({
    type: fc.constant('refund'),
    field: fc.constantFrom('cents', 'method', 'paidDate'),
    operator: fc.constantFrom(...CONDITION_OPERATORS),
    value: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom('cash', 'card', '2026-01-01', '2026-01-02')),
  })
  .filter((one) => isJudgeable(one, kindOf(one.field)));
const row = fc.record({
  cents: fc.integer({ min: -1, max: 4 }),
  method: fc.constantFrom('cash', 'card', 'check'),
  paidDate: fc.constantFrom(null, '2025-12-31', '2026-01-01', '2026-01-02', '2026-01-03'),
});

describe('a tighter condition', () => {
  test.prop([rule, rule, row])('S2.63 lets no row through that the wider one stops', (narrow, wide, values) => {
    if (isNarrower(narrow, wide) && meets({ type: 'refund', values }, narrow))
      expect(meets({ type: 'refund', values }, wide)).toBe(true);
  });

  it.each([
    ['lessThan', 499, 'lessThan', 500, true],
    ['lessThan', 500, 'lessThan', 500, true],
    ['lessThan', 501, 'lessThan', 500, false],
    ['atMost', 500, 'lessThan', 500, false],
    ['lessThan', 500, 'atMost', 500, true],
    ['is', 3, 'lessThan', 500, true],
    ['is', 3, 'isNot', 3, false],
    ['moreThan', 5, 'isNot', 5, true],
    ['atLeast', 5, 'isNot', 5, false],
    ['atLeast', 6, 'moreThan', 5, true],
    ['moreThan', 5, 'lessThan', 9, false],
    ['isNot', 5, 'lessThan', 9, false],
  ] as const)('S2.63 %s %i within %s %i: %s', (narrowOperator, narrow, wideOperator, wide, expected) => {
    const about = { type: 'refund', field: 'cents' };
    const found = isNarrower(
      { ...about, operator: narrowOperator, value: narrow },
      { ...about, operator: wideOperator, value: wide },
    );
    expect(found).toBe(expected);
  });
});
