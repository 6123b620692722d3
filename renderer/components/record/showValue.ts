// A stored value as a person reads it.
import type { Field, FieldValue } from '../../../shared/catalogue/records/field.ts';
import { showDate, showTime } from '../showTime.ts';
import { showCents } from './showCents.ts';

/** The value in words; references are shown by `label`, which the main process sends along. */
export function showValue(field: Field, value: FieldValue | undefined, label?: string | readonly string[]): string {
  if (label !== undefined) return typeof label === 'string' ? label : label.join(' · ');
  if (value === null || value === undefined) return '';
  switch (field.kind) {
    case 'boolean':
      return value === true ? 'Yes' : 'No';
    case 'date':
      return showDate(String(value));
    case 'instant':
      return showTime(Number(value));
    case 'cents':
      return showCents(Number(value));
    case 'choice':
      return field.options?.find((option) => option.value === value)?.label ?? String(value);
    default:
      return String(value);
  }
}
