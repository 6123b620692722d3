import { describe, expect, it } from 'vitest';
import { displayName } from '../../../../shared/people/displayName.ts';

describe('displayName', () => {
  it('writes last name, first name and initial', () => {
    expect(displayName({ lastName: 'Ortiz', firstName: 'Lena', middleInitial: 'm' })).toBe('Ortiz, Lena M.');
  });
  it('leaves out what is empty', () => {
    expect(displayName({ lastName: 'Ortiz', firstName: 'Lena', middleInitial: '' })).toBe('Ortiz, Lena');
    expect(displayName({ lastName: 'Maple Street Lab', firstName: '' })).toBe('Maple Street Lab');
  });
});
