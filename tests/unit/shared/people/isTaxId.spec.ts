import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { isTaxId } from '../../../../shared/people/isTaxId.ts';

describe('the form of a tax ID (S4.13)', () => {
  it.each(['12-3456789', '01-0000001', '99-9999999'])('S4.13 %s has it', (text) => {
    expect(isTaxId(text)).toBe(true);
  });

  it.each([
    ['123456789', 'without the hyphen'],
    ['123-45-6789', 'a social security number'],
    ['00-1234567', 'no such prefix'],
    ['12-0000000', 'no number'],
    ['12-345678', 'a digit short'],
    ['12-34567890', 'a digit long'],
    [' 12-3456789', 'with a space'],
    ['١٢-٣٤٥٦٧٨٩', 'digits of another script'],
    ['12-3456789\n', 'with a line end'],
  ])('S4.13 %j has not: %s', (text) => {
    expect(isTaxId(text)).toBe(false);
  });

  test.prop([fc.string()])('S4.13 no social security number and no text without a hyphen passes', (text) => {
    expect(isTaxId(text.replaceAll('-', ''))).toBe(false);
    expect(isTaxId('123-45-6789')).toBe(false);
  });
});
