import { describe, expect, it } from 'vitest';
import { fieldProblems } from '../../../../renderer/components/fieldProblems.ts';
import { PROCEDURES } from '../../../../shared/catalogue/procedures.ts';

const { fields } = PROCEDURES['patient.update'].example;
const schema = PROCEDURES['patient.update'].input.shape.fields;

describe('fieldProblems', () => {
  it('finds nothing wrong with a good record', () => {
    expect(fieldProblems(schema, fields)).toEqual({});
  });

  it.each([
    ['an empty required field', { lastName: '  ' }, { lastName: 'Fill this in.' }],
    ['a text that is too long', { zip: '0'.repeat(13) }, { zip: 'Use at most 12 characters.' }],
    ['a day that does not exist', { birthDate: '2014-02-30' }, { birthDate: 'Enter a date that exists.' }],
    ['a missing date of birth', { birthDate: '' }, { birthDate: 'Enter a date that exists.' }],
    ['a wrong date that may be missing', { deathDate: '2014-13-01' }, { deathDate: 'Enter a date that exists.' }],
    ['a long text that may be missing', { phone: '1'.repeat(41) }, { phone: 'Use at most 40 characters.' }],
    ['hidden characters', { city: 'a\u202eb' }, { city: 'This contains characters that cannot be shown.' }],
  ])('says what is wrong in words: %s', (_, change, problems) => {
    expect(fieldProblems(schema, { ...fields, ...change })).toEqual(problems);
  });
});
