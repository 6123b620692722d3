import { describe, expect, it } from 'vitest';
import type { BulkEnd, BulkResult } from '../../../../../renderer/screens/users/bulkActs.ts';
import { brokenWords, outcomeSentence } from '../../../../../renderer/screens/users/bulkWords.ts';

const DONE: BulkEnd = { kind: 'done', code: null };
const REFUSED: BulkEnd = { kind: 'refused', because: 'No.' };
const results = (...ends: BulkEnd[]): BulkResult[] =>
  ends.map((end, at) => ({ userId: String(at), name: 'Ortiz, Lena', loginId: 'lortiz', end }));

describe('the summary of an act on several people', () => {
  it('never reads as if more was done than was', () => {
    expect(outcomeSentence('disable', results(DONE, DONE), 2)).toBe('All 2 people were disabled.');
    expect(outcomeSentence('disable', results(DONE), 1)).toBe('1 person was disabled.');
    expect(outcomeSentence('disable', results(DONE, REFUSED, DONE), 3)).toBe('2 of 3 people were disabled.');
    expect(outcomeSentence('addRole', results(DONE, REFUSED), 2)).toBe('1 of 2 people was given the role.');
    expect(outcomeSentence('addRole', results(DONE, { kind: 'waits' }), 2)).toBe('1 of 2 people was given the role.');
    expect(outcomeSentence('disable', results(REFUSED), 1)).toBe('Nobody was disabled.');
    expect(outcomeSentence('disable', results(DONE), 3)).toBe('1 of 3 people was disabled.');
  });

  it('P6 says of whoever is left out which expectation would break', () => {
    const who = { kind: 'user', name: 'Ortiz, Lena' } as const;
    const words = brokenWords([{ who, isMust: false, act: 'note.read', about: { kind: 'any', name: null } }]);
    expect(words).toContain('would break what is expected: Ortiz, Lena must not open a clinical note. To do it');
  });
});
