// What an export is for: a choice, and words of one's own.

const OTHER = 'Another purpose';
/** The longest purpose the log keeps. */
const MAX_LENGTH = 200;

export const PURPOSES = [
  'Annual HIPAA audit',
  'Review of access and rights',
  'Investigation of an incident',
  'Accounting of disclosures for a patient',
  'Request of an authority or court',
  OTHER,
];

/** The purpose as one text, or null while it says nothing. */
export function purposeOf(kind: string | null, details: string): string | null {
  const words = details.trim();
  if (kind === null || (kind === OTHER && words === '')) return null;
  if (kind === OTHER) return words.slice(0, MAX_LENGTH);
  return (words === '' ? kind : `${kind}: ${words}`).slice(0, MAX_LENGTH);
}
