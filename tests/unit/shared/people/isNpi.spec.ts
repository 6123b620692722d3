import { fc, it as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { isNpi } from '../../../../shared/people/isNpi.ts';

/** The first nine digits of a number and the check digit, found the slow way. */
const npi = fc
  .tuple(fc.constantFrom('1', '2'), fc.stringMatching(/^\d{8}$/))
  .map(([kind, rest]) => kind + rest)
  .map((nine) => nine + '0123456789'.split('').find((digit) => isNpi(nine + digit)));

describe('the check digit of an NPI (S2.32)', () => {
  it('is right in the example of CMS and in no neighbor of it', () => {
    expect(isNpi('1234567893')).toBe(true);
    expect(['1234567890', '1234567892', '1234567894'].map(isNpi)).toEqual([false, false, false]);
  });

  it('takes ten digits that begin with 1 or 2, and nothing else', () => {
    const wrong = [
      '',
      '123456789',
      '12345678930',
      '3234567890',
      '0234567899',
      '1234 56789',
      '１２３４５６７８９３',
      '1234567893\n',
    ];
    expect(wrong.map(isNpi)).toEqual(wrong.map(() => false));
  });

  property.prop([fc.stringMatching(/^[12]\d{8}$/)])('is one digit for every nine', (nine) => {
    expect('0123456789'.split('').filter((digit) => isNpi(nine + digit))).toHaveLength(1);
  });

  property.prop([npi, fc.nat(9), fc.nat(9)])('notices every single wrong digit', (number, place, digit) => {
    const wrong = number.slice(0, place) + String(digit) + number.slice(place + 1);
    expect(isNpi(wrong)).toBe(wrong === number);
  });

  property.prop([npi, fc.nat(8)])('notices neighbors exchanged, but for 0 and 9', (number, place) => {
    const [one = '', other = ''] = number.slice(place, place + 2);
    const wrong = number.slice(0, place) + other + one + number.slice(place + 2);
    const isUnseen = one === other || [one, other].sort().join('') === '09';
    if (/^[12]/.test(wrong)) expect(isNpi(wrong)).toBe(isUnseen);
  });

  property.prop([fc.string()])('never throws', (text) => {
    expect(typeof isNpi(text)).toBe('boolean');
  });
});
