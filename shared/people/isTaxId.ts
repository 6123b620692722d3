// The form of an Employer Identification Number, the tax id of a practice.

/** Whether `text` has the form of an Employer Identification Number, `12-3456789`: two digits that are not both zero, a
 *  hyphen, seven digits that are not all zero. Says nothing about whether the number was ever given out. Pure; never throws.
 *  Source: Internal Revenue Service, Understanding your EIN (Publication 1635). */
export function isTaxId(text: string): boolean {
  return /^\d{2}-\d{7}$/.test(text) && !text.startsWith('00') && !text.endsWith('-0000000');
}
