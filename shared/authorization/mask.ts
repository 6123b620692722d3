// Which field values a subject sees masked, as data, and the one function that masks (S2.60).

/** The groups of fields that can be hidden from a role while the rest of the record is shown. */
export const MASK_GROUPS = ['ssn', 'insurance', 'phone'] as const;
export type MaskGroup = (typeof MASK_GROUPS)[number];

/** What stands in the place of a hidden value: at most its last digits, and nothing at all where nothing is stored.
 *  Screens, lists, print and export use this one form. */
export function maskValue(group: MaskGroup, value: string): string {
  if (value === '') return '';
  const digits = value.replaceAll(/\D/g, '');
  switch (group) {
    case 'ssn':
      return `•••-••-${digits.slice(-4).padStart(4, '•')}`;
    case 'phone':
      return `•••-••${digits.slice(-2).padStart(2, '•')}`;
    case 'insurance':
      return '••••••';
  }
}
