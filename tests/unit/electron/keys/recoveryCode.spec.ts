// Codes on paper: what is printed comes back, what is mistyped does not.
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  ACTIVATION_CODE_BYTES,
  formatCode,
  parseCode,
  RECOVERY_CODE_BYTES,
} from '../../../../electron/keys/recoveryCode.ts';

const bytes20 = fc.uint8Array({ minLength: 20, maxLength: 20 });

describe('recovery code', () => {
  it('holds 160 bits in 32 characters and a check symbol; an activation code at least 112', () => {
    expect(formatCode(Buffer.alloc(RECOVERY_CODE_BYTES)).replaceAll('-', '')).toHaveLength(33);
    expect(ACTIVATION_CODE_BYTES * 8).toBeGreaterThanOrEqual(112);
  });

  it('writes the check symbol of the value modulo 37', () => {
    expect(formatCode(Buffer.from([0, 0, 0, 4, 210]))).toBe('00000-16JD');
  });

  test.prop([bytes20])('comes back from paper, in any case, with spaces and look-alikes', (bytes) => {
    const typed = formatCode(bytes).toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(parseCode(typed, 20)?.equals(bytes)).toBe(true);
  });

  test.prop([bytes20, fc.nat(31), fc.integer({ min: 1, max: 31 })])(
    'shows any one wrong character',
    (bytes, at, by) => {
      const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
      const symbols = formatCode(bytes).replaceAll('-', '').split('');
      symbols[at] = digits.charAt((digits.indexOf(symbols[at] ?? '') + by) % 32);
      expect(parseCode(symbols.join(''), 20)).toBeNull();
    },
  );

  test.prop([fc.string()])('never throws at what people type', (typed) => {
    const parsed = parseCode(typed, 20);
    expect(parsed === null || parsed.length === 20).toBe(true);
  });
});
