import { describe, expect, it } from 'vitest';
import { looksShared } from '../../../../shared/people/looksShared.ts';

describe('looksShared', () => {
  it.each(['Front Desk', 'Desk, Front', 'front_desk', 'frontdesk1', 'Nurse 2', 'Temp', 'ADMIN', 'Room-3 Station'])(
    'warns of `%s`, which several people would use',
    (name) => {
      expect(looksShared(name)).toBe(true);
    },
  );
  it.each(['Ortiz, Lena', 'Desk, Frank', 'Temple, Ann', 'lortiz', 'Nurse Ortiz', '', '42'])(
    'says nothing about `%s`',
    (name) => {
      expect(looksShared(name)).toBe(false);
    },
  );
});
