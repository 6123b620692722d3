// The password rules of NIST SP 800-63B-4 as they are offered to people (S1.07).

import { fc, test as property } from '@fast-check/vitest';
import { dictionary } from '@zxcvbn-ts/language-common';
import { describe, expect, it } from 'vitest';
import { createBlocklist } from '../../../electron/password/blocklist.ts';
import { mostlyOwnWords } from '../../../electron/password/ownWords.ts';
import { createPasswordPolicy } from '../../../electron/passwordPolicy.ts';

const policy = createPasswordPolicy();
const OWN_WORDS = ['Maple Street Family Medicine', 'Whitfield, Dana', 'dwhitfield'];
const check = (password: string) => policy.check(password, OWN_WORDS);

describe('createPasswordPolicy', () => {
  it('S1.07 takes a sentence of unusual words without digits or signs', async () => {
    const verdict = await check('four damp wrens nap quietly');
    expect(verdict).toMatchObject({ isAcceptable: true, score: 4, advice: [] });
  });

  it('S1.07 refuses 14 characters and takes 15, however they are composed', async () => {
    expect((await check('vqzjxkwpmbthgd')).isAcceptable).toBe(false);
    expect((await check('vqzjxkwpmbthgdr')).isAcceptable).toBe(true);
  });

  it('S1.07 counts characters as people see them, after compatibility folding', async () => {
    // 14 emoji are 28 UTF-16 units; the ligature is two letters.
    expect((await check('🦊🐢🦉🐙🦋🐳🦜🐝🦔🐌🦎🐞🦩🐬')).advice.join()).toContain('at least 15');
    expect((await check('vqzjxkwpmbthgﬁ')).advice.join()).not.toContain('at least 15');
  });

  it('S1.07 takes 256 characters and refuses more', async () => {
    const long = 'wren damp quiet harbour lantern walnut sparrow tide '.repeat(5).slice(0, 256);
    expect((await check(long)).isAcceptable).toBe(true);
    expect((await check(`${long}x`)).advice).toContain('Use at most 256 characters.');
  });

  it.each([
    'passwordpassword',
    'PasswordPassword',
    'monkeymonkeymonkey',
    'dragon123456789',
    'qwertysunshine1',
    '123456789qwerty',
    '12345678901234567890',
    'aaaaaaaaaaaaaaaaaaaa',
    'abcdefghijklmnopqrstuvwxyz',
    'Maple Street 2026',
    'dwhitfield dwhitfield',
    'Dana.Whitfield.1',
    'KeywardKeyward!!',
  ])('S1.07 refuses "%s" and says why', async (password) => {
    const verdict = await check(password);
    expect(verdict.isAcceptable).toBe(false);
    expect(verdict.advice.join(' ')).toMatch(/\.$/);
  });

  it('never repeats the password in its advice', async () => {
    for (const password of ['zebra', 'passwordpassword', 'Dana.Whitfield.1'])
      expect((await check(password)).advice.join(' ').toLowerCase()).not.toContain(password.toLowerCase());
  });

  property.prop([fc.string({ unit: 'binary', maxLength: 300 }), fc.array(fc.string(), { maxLength: 10 })], {
    numRuns: 200,
  })('judges any text without failing, and the score bounds the verdict', async (password, ownWords) => {
    const { score, isAcceptable, advice } = await policy.check(password, ownWords);
    expect(Number.isInteger(score) && score >= 0 && score <= 4).toBe(true);
    if (isAcceptable) expect(score).toBeGreaterThanOrEqual(3);
    else expect(advice.length).toBeGreaterThan(0);
  });
});

describe('createBlocklist', () => {
  const common = dictionary['passwords-common'];
  const blocklist = createBlocklist(common);

  it('N-04 blocks at least 10,000 passwords of 15 characters or more', () => {
    const long = new Set(
      common.flatMap((word) => [word, word + word, word + word + word, `${word}1234567`]).filter((w) => w.length >= 15),
    );
    const blocked = [...long].filter((password) => blocklist.has(password));
    expect(blocked.length).toBe(long.size);
    expect(blocked.length).toBeGreaterThanOrEqual(10_000);
  });

  it('does not block a text that merely contains a common password', () => {
    expect(blocklist.has('the dragon sleeps under walnut trees')).toBe(false);
  });
});

describe('mostlyOwnWords', () => {
  it('ignores case, accents, spaces and signs', () => {
    expect(mostlyOwnWords('MAPLE-street.Família!', ['Maple Street Familia'])).toBe(true);
  });

  it('lets an own word be a small part of a long sentence', () => {
    expect(mostlyOwnWords('dana eats four damp walnuts at night', ['Whitfield, Dana'])).toBe(false);
  });

  it('does not join the letters around a removed word to a new one', () => {
    expect(mostlyOwnWords('dakeywardna quiet lantern', ['keyward', 'dana'])).toBe(false);
  });
});
