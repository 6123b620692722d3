// Which dates of birth no living person can have.
import { describe, expect, it } from 'vitest';
import { isBeforeAnyLife } from '../../../../shared/people/longestLife.ts';

describe('a birth before any life', () => {
  it.each([
    ['1896-11-21', '2026-11-22', true],
    ['1896-11-22', '2026-11-22', false],
    ['0201-04-06', '2026-11-22', true],
    ['1890-01-02', '1970-03-04', false],
    ['0001-01-01', '0100-01-01', false],
  ] as const)('S2.107 born %s, seen %s: %s', (birthDate, today, expected) => {
    expect(isBeforeAnyLife(birthDate, today)).toBe(expected);
  });
});
