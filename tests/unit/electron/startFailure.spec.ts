// Why the app cannot start, in a sentence somebody can act on.
import { describe, expect, it } from 'vitest';
import { startFailureSentence } from '../../../electron/startFailure.ts';

const FOLDER = '/data/practice';
const failure = (code: string) => Object.assign(new Error('secret detail at /somewhere'), { code });

describe('a start that fails', () => {
  it.each([
    ['EACCES', 'write access'],
    ['EROFS', 'write protection'],
    ['ENOSPC', 'Make room'],
    ['SQLITE_BUSY', 'in use'],
    ['SQLITE_BUSY_SNAPSHOT', 'in use'],
    ['SQLITE_READONLY_DIRECTORY', 'write protection'],
    ['ENOTDIR', 'Move that file away'],
  ])('because of %s says what to do', (code, advice) => {
    const sentence = startFailureSentence(failure(code), FOLDER);
    expect(sentence).toContain(FOLDER);
    expect(sentence).toContain(advice);
    expect(sentence).not.toContain('secret detail');
  });

  it('for a reason of our own says that reason', () => {
    const error = Object.assign(new Error('x'), { sentence: 'Keyward is already open for this practice.' });
    expect(startFailureSentence(error, FOLDER)).toBe('Keyward is already open for this practice.');
  });

  it.each([[new TypeError('secret detail')], ['secret detail'], [null], [undefined]])(
    'for an unknown reason tells neither its words nor a stack',
    (error) => {
      const sentence = startFailureSentence(error, FOLDER);
      expect(sentence).toContain('Nothing was changed');
      expect(sentence).not.toMatch(/secret detail|\n| at /);
    },
  );
});
