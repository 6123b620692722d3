// The check digit of a National Provider Identifier.

/** What the check digit counts besides the ten digits: the card issuer prefix 80840 of health cards. */
const ISSUER_PREFIX = '80840';

/** Whether `text` is a National Provider Identifier: ten digits beginning with 1 or 2 whose last is the Luhn check digit
 *  over the prefix 80840 and the others. Says nothing about whether the number was ever given out. Pure; never throws.
 *  Source: CMS, Requirements for National Provider Identifier (NPI) and NPI Check Digit; 45 CFR 162.406. */
export function isNpi(text: string): boolean {
  return /^[12]\d{9}$/.test(text) && luhnSum(ISSUER_PREFIX + text) % 10 === 0;
}

/** Adds the digits, every second one from the right doubled and cast out. Source: ISO/IEC 7812-1 Annex B. */
function luhnSum(digits: string): number {
  return digits
    .split('')
    .toReversed()
    .reduce((sum, digit, place) => {
      const doubled = Number(digit) * (place % 2 === 1 ? 2 : 1);
      return sum + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
}
