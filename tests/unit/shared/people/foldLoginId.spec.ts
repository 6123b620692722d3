import { describe, expect, it } from 'vitest';
import { foldLoginId } from '../../../../shared/people/foldLoginId.ts';

describe('foldLoginId', () => {
  it('S5.05 makes login ids that differ in case alone the same', () => {
    expect(foldLoginId(' LOrtiz ')).toBe(foldLoginId('lortiz'));
  });
  it('folds look-alike wide letters', () => {
    expect(foldLoginId('ｌｏｒｔｉｚ')).toBe('lortiz');
  });
});
