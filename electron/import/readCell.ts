// One cell as the value of a field, by the field's kind and schema.
import type { Field, FieldValue } from '../../shared/catalogue/records/field.ts';
import { text } from '../../shared/catalogue/schemas.ts';
import { foldHeader } from './foldHeader.ts';
import { type CellReading, readDay, readInstant } from './readDay.ts';

const cleanText = text(10_000);
const MUST_BE_FILLED = { trouble: 'must be filled in' };

/** The value of a cell for any field but a reference. An empty cell is the empty value of its kind, or refused where the
 *  field is required. `words`: other words of a choice, folded like headers. */
export function readCell(
  field: Field,
  cell: string,
  zone: string,
  words: Readonly<Record<string, string>> = {},
): CellReading<FieldValue> {
  const cleaned = cleanText.safeParse(cell);
  if (!cleaned.success) return { trouble: firstIssue(cleaned.error.issues) };
  const typed = cleaned.data;
  if (typed === '') return field.isRequired ? MUST_BE_FILLED : { value: emptyValue(field) };
  const read = readKind(field, typed, zone, words);
  if ('trouble' in read) return read;
  const checked = field.schema.safeParse(read.value);
  return checked.success
    ? { value: checked.data as FieldValue }
    : { trouble: field.mask === 'ssn' ? SSN_SAYS : firstIssue(checked.error.issues) };
}

/** The value of a field that a file does not bring. */
export function emptyValue(field: Field): FieldValue {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return '';
    case 'choice':
      return field.options?.[0]?.value ?? '';
    case 'boolean':
      return true;
    case 'references':
      return [];
    default:
      return null;
  }
}

const SSN_SAYS = 'must be nine digits, with or without dashes';

function readKind(
  field: Field,
  typed: string,
  zone: string,
  words: Readonly<Record<string, string>>,
): CellReading<FieldValue> {
  switch (field.kind) {
    case 'date':
      return readDay(typed, zone);
    case 'instant':
      return readInstant(typed, zone);
    case 'cents':
      return readCents(typed);
    case 'integer':
      return /^-?\d{1,12}$/.test(typed) ? { value: Number(typed) } : { trouble: 'is not a whole number' };
    case 'boolean':
      return readBoolean(typed);
    case 'choice':
      return readChoice(field, typed, words);
    case 'timeOfDay':
      return { value: typed.padStart(5, '0') };
    default:
      return { value: field.mask === 'ssn' && /^\d{3}-\d{2}-\d{4}$/.test(typed) ? typed.replaceAll('-', '') : typed };
  }
}

function readCents(typed: string): CellReading<number> {
  const plain = typed
    .replace(/^\$\s?/, '')
    .replace(/^(\d{1,3})(,\d{3})+(?=\.|$)/, (whole) => whole.replaceAll(',', ''));
  const parts = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/.exec(plain);
  if (parts === null) return { trouble: 'is not an amount in dollars and whole cents, such as 125.50' };
  const [, sign, dollars, cents = ''] = parts;
  const amount = Number(dollars) * 100 + Number(cents.padEnd(2, '0'));
  return { value: sign === '-' ? -amount : amount };
}

function readBoolean(typed: string): CellReading<boolean> {
  if (/^(yes|y|true|1)$/i.test(typed)) return { value: true };
  if (/^(no|n|false|0)$/i.test(typed)) return { value: false };
  return { trouble: 'is neither yes nor no' };
}

function readChoice(field: Field, typed: string, words: Readonly<Record<string, string>>): CellReading<string> {
  const folded = foldHeader(typed);
  const options = field.options ?? [];
  const found = options.find(({ value, label }) => [value, label].some((word) => foldHeader(word) === folded));
  const value = found?.value ?? (Object.hasOwn(words, folded) ? words[folded] : undefined);
  if (value !== undefined) return { value };
  return { trouble: `is not one of: ${options.map(({ label }) => label).join(', ')}` };
}

function firstIssue(
  issues: readonly { readonly code?: string; readonly message: string; maximum?: unknown }[],
): string {
  const [issue] = issues;
  if (issue?.code === 'too_big') return `is longer than ${String(issue.maximum)} characters`;
  return issue?.message ?? 'cannot be read';
}
