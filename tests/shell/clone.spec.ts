// Contract of the shell: a message arrives as what was sent.
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { decodeClone, encodeClone } from '../../build/shell/clone.ts';

const roundTrip = (value: unknown): unknown => decodeClone(encodeClone(value));

describe('a message as text', () => {
  test.prop([fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true })])(
    'comes back as it was',
    (value) => {
      expect(roundTrip(value)).toEqual(structuredClone(value));
    },
  );

  it('keeps cycles and shared parts', () => {
    const shared = { a: 1 };
    const given: { list: unknown[]; self?: unknown } = { list: [shared, shared] };
    given.self = given;
    const found = roundTrip(given) as typeof given;
    expect(found.self).toBe(found);
    expect(found.list[0]).toBe(found.list[1]);
  });

  it('does not touch prototypes', () => {
    const found = roundTrip(JSON.parse('{"__proto__":{"polluted":true}}')) as object;
    expect(Object.getPrototypeOf(found)).toBe(Object.prototype);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('refuses functions in Electron’s words', () => {
    expect(() => encodeClone({ run: () => 1 })).toThrow('An object could not be cloned.');
  });
});
