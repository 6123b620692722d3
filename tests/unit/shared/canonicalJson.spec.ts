import { fc, it as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type JsonValue } from '../../../shared/canonicalJson.ts';

describe('canonicalJson', () => {
  it('writes the example of RFC 8785 3.2.2 as the standard does', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('orders members by UTF-16 code units, as in RFC 8785 3.2.3', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    expect(Object.values(JSON.parse(canonicalJson(value)))).toHaveLength(7);
    expect([...canonicalJson(value).matchAll(/:(\d)/g)].map((match) => match[1])).toEqual('2467153'.split(''));
  });

  it('leaves out members that are undefined and writes minus zero as zero', () => {
    expect(canonicalJson({ a: undefined, b: -0 })).toBe('{"b":0}');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, '\ud800'])('refuses what JSON cannot carry (%#)', (value) => {
    expect(() => canonicalJson({ value })).toThrow(TypeError);
  });

  it('refuses a member name with a lone surrogate', () => {
    expect(() => canonicalJson({ '\udc00': 1 })).toThrow(TypeError);
  });

  property.prop([fc.jsonValue({ noUnicodeString: false })])('gives back the same value when parsed', (value) => {
    fc.pre(JSON.stringify(value).isWellFormed() && !JSON.stringify(value).includes('\\ud'));
    expect(JSON.parse(canonicalJson(value as JsonValue))).toEqual(JSON.parse(JSON.stringify(value)));
  });

  property.prop([fc.uniqueArray(fc.tuple(fc.string(), fc.integer()), { selector: ([name]) => name })])(
    'does not depend on the order members were added in',
    (members) => {
      const forwards = Object.fromEntries(members);
      const backwards = Object.fromEntries([...members].reverse());
      expect(canonicalJson(forwards)).toBe(canonicalJson(backwards));
    },
  );
});
