// A stored value as it stands on paper.

import { formatCents } from '../../shared/billing/formatCents.ts';
import type { Field, FieldValue } from '../../shared/catalogue/records/field.ts';

/** The value in words, '' where nothing is stored. What a field names is given by `label`; times by `showTime`. */
export function paperValue(
  field: Field,
  value: FieldValue | undefined,
  label: string | readonly string[] | undefined,
  showTime: (atMs: number) => string,
): string {
  if (label !== undefined) return typeof label === 'string' ? label : label.join('; ');
  if (value === null || value === undefined || Array.isArray(value)) return '';
  switch (field.kind) {
    case 'boolean':
      return value === true ? 'yes' : 'no';
    case 'cents':
      return formatCents(Number(value));
    case 'instant':
      return showTime(Number(value));
    case 'choice':
      return field.options?.find((option) => option.value === value)?.label ?? String(value);
    default:
      return String(value);
  }
}
