import { describe, expect, it } from 'vitest';
import { MASK_GROUPS, maskValue } from '../../../../shared/authorization/mask.ts';

describe('maskValue', () => {
  it('S2.60 leaves the last four digits of a social security number, however it is written', () => {
    expect(maskValue('ssn', '219099999')).toBe('•••-••-9999');
    expect(maskValue('ssn', '219-09-1234')).toBe('•••-••-1234');
    expect(maskValue('ssn', '12')).toBe('•••-••-••12');
  });
  it('S2.60 leaves the last two digits of a phone number', () => {
    expect(maskValue('phone', '617-555-0147')).toBe('•••-••47');
    expect(maskValue('phone', 'x7')).toBe('•••-•••7');
  });
  it('S2.60 leaves nothing of an insurance number', () => {
    expect(maskValue('insurance', 'M-4711')).toBe('••••••');
  });
  it('shows nothing where nothing is stored', () => {
    for (const group of MASK_GROUPS) expect(maskValue(group, '')).toBe('');
  });
});
