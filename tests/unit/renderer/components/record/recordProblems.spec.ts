import { describe, expect, it } from 'vitest';
import { valuesOfNew } from '../../../../../renderer/components/record/recordDraft.ts';
import { recordProblems } from '../../../../../renderer/components/record/recordProblems.ts';
import { charge } from '../../../../../shared/catalogue/records/charge.ts';
import type { RecordType } from '../../../../../shared/catalogue/records/recordType.ts';

const TYPE = charge as unknown as RecordType;
const good = valuesOfNew(TYPE, charge.example);

describe('the problems of a form', () => {
  it('are none where the main process would take it', () => {
    expect(recordProblems(TYPE, good, [])).toEqual({});
  });

  it.each([
    ['unitCents', '12.505', 'Type dollars and whole cents, such as 12.50.'],
    ['unitCents', 'twelve', 'Type dollars and whole cents, such as 12.50.'],
    ['unitCents', '', 'Fill this in.'],
    ['unitCents', '1000000.00', 'This amount is too small or too large.'],
    ['unitCents', '-1', 'This amount is too small or too large.'],
    ['quantity', '1.5', 'Type a whole number.'],
    ['quantity', '0', 'This number is too small or too large.'],
    ['quantity', '', 'Fill this in.'],
    ['providerId', '', 'Choose one.'],
    ['serviceDate', '2026-02-30', 'Enter a date that exists.'],
  ])('say of %s “%s” what to do', (name, typed, says) => {
    expect(recordProblems(TYPE, { ...good, [name]: typed }, [])).toEqual({ [name]: says });
  });
});
