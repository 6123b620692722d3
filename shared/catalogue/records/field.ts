// One field of a record type: its schema, label, sensitivity and place in lists and forms, as data.
import { z } from 'zod';
import type { MaskGroup } from '../../authorization/mask.ts';
import { atMs, id, isoDate, requiredText, text } from '../schemas.ts';

export const FIELD_KINDS = [
  'text',
  'longText',
  'choice',
  'boolean',
  'date',
  'instant',
  'timeOfDay',
  'cents',
  'integer',
  'reference',
  'references',
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** What a value tells about a patient; `none` may stand in the activity log, the others are withheld there. */
export type PhiClass = 'none' | 'identifier' | 'contact' | 'demographic' | 'clinical' | 'financial';

/** A value as it travels: texts are '' when empty, every other kind is null. */
export type FieldValue = string | number | boolean | null | readonly string[];

export interface FieldOptions {
  /** Refuses an empty value. */
  readonly isRequired?: true;
  readonly phi?: PhiClass;
  /** Hidden from whoever lacks the right of this group. */
  readonly mask?: MaskGroup;
  /** The fieldset of the form it stands in. */
  readonly group?: string;
  /** A column of the list, with its smallest width in CSS pixels. */
  readonly gridWidthPx?: number;
  readonly isSortable?: true;
  /** Texts: searched by their start. References: searched through the title of what they name. */
  readonly isSearched?: true;
  /** Choice, boolean and reference: one value; date and instant: a range. */
  readonly isFilter?: true;
  /** Set when the record is made and never changed by a form. */
  readonly isFixed?: true;
  /** Headers under which files of other programs bring it, without regard to case, spaces and underscores. */
  readonly importAs?: readonly string[];
  /** References: how many columns of a file may name some each. Chosen by hand but for the first. */
  readonly importColumns?: number;
  /** One sentence under the input. */
  readonly hint?: string;
}

export interface Field<S extends z.ZodType = z.ZodType, Computed extends boolean = boolean> extends FieldOptions {
  readonly kind: FieldKind;
  readonly label: string;
  readonly schema: S;
  /** Written by the program alone: no form, no input. */
  readonly isComputed: Computed;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** The record type a reference names. */
  readonly refersTo?: string;
  /** Where the ids of `references` are stored: a table of two columns. */
  readonly link?: { readonly table: string; readonly ownColumn: string; readonly otherColumn: string };
  readonly maxLength?: number;
}

export type Fields = Readonly<Record<string, Field>>;

const NO_OPTIONS: FieldOptions = {};

/** Keeps the literal type of the options: a masked field takes null, and only its type can tell. */
function field<S extends z.ZodType, const O extends FieldOptions>(
  kind: FieldKind,
  label: string,
  schema: S,
  options: O,
  more: Pick<Field, 'options' | 'refersTo' | 'link' | 'maxLength'> = {},
): Field<S, false> & O {
  return { kind, label, schema, isComputed: false, ...options, ...more };
}

/** A line of text of at most `maxLength` characters; '' means "not known". */
export function textField<const O extends FieldOptions>(
  label: string,
  maxLength: number,
  options: O = NO_OPTIONS as O,
) {
  const schema = options.isRequired ? requiredText(maxLength) : text(maxLength);
  return field('text', label, schema, options, { maxLength });
}

/** A line of text of a known form. `pattern` also accepts the empty text unless the field is required. */
export function patternField<const O extends FieldOptions>(
  label: string,
  pattern: RegExp,
  says: string,
  options: O = NO_OPTIONS as O,
) {
  const fits = (value: string) => (value === '' ? options.isRequired !== true : pattern.test(value));
  return field('text', label, text(80).refine(fits, says), options, { maxLength: 80 });
}

/** A line of text that `isRight` accepts; the empty text is accepted too. `says` completes the field's name. */
export function checkedTextField(
  label: string,
  isRight: (value: string) => boolean,
  says: string,
  options: Omit<FieldOptions, 'isRequired'> = {},
) {
  const schema = text(80).refine((value) => value === '' || isRight(value), says);
  return field('text', label, schema, options, { maxLength: 80 });
}

/** Several lines of text. */
export function longTextField(label: string, maxLength: number, options: FieldOptions = {}) {
  const schema = options.isRequired ? requiredText(maxLength) : text(maxLength);
  return field('longText', label, schema, options, { maxLength });
}

/** One word of a closed list; `choices` maps stored words to what a person reads. The first is the default. */
export function choiceField<const C extends Readonly<Record<string, string>>>(
  label: string,
  choices: C,
  options: FieldOptions = {},
) {
  const words = Object.keys(choices) as (keyof C & string)[];
  const list = words.map((value) => ({ value, label: choices[value] ?? value }));
  return field('choice', label, z.enum(words as [keyof C & string, ...(keyof C & string)[]]), options, {
    options: list,
  });
}

export function booleanField(label: string, options: FieldOptions = {}) {
  return field('boolean', label, z.boolean(), options);
}

/** A calendar day `YYYY-MM-DD` that exists. */
export function dateField(label: string, options: FieldOptions = {}) {
  return field('date', label, nullable(isoDate, options), options);
}

/** A required calendar day. */
export function requiredDateField(label: string, options: FieldOptions = {}) {
  return field('date', label, isoDate, { ...options, isRequired: true });
}

/** A required point in time, UTC epoch milliseconds. */
export function instantField(label: string, options: FieldOptions = {}) {
  return field('instant', label, atMs, { ...options, isRequired: true });
}

/** A point in time, UTC epoch milliseconds, or null. */
export function optionalInstantField(label: string, options: FieldOptions = {}) {
  return field('instant', label, z.union([z.null(), atMs]), options);
}

/** A required time of day `HH:MM` on the office's clock. */
export function timeOfDayField(label: string, options: FieldOptions = {}) {
  const schema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time such as 08:30');
  return field('timeOfDay', label, schema, { ...options, isRequired: true });
}

/** A required amount in integer cents within `range`. */
export function centsField(label: string, range: { minCents: number; maxCents: number }, options: FieldOptions = {}) {
  const schema = z.int().min(range.minCents).max(range.maxCents);
  return field('cents', label, schema, { ...options, isRequired: true });
}

/** An amount in integer cents within `range`, or null. */
export function optionalCentsField(
  label: string,
  range: { minCents: number; maxCents: number },
  options: FieldOptions = {},
) {
  const schema = z.union([z.null(), z.int().min(range.minCents).max(range.maxCents)]);
  return field('cents', label, schema, options);
}

/** A required whole number within `range`. */
export function integerField(label: string, range: { min: number; max: number }, options: FieldOptions = {}) {
  return field('integer', label, z.int().min(range.min).max(range.max), { ...options, isRequired: true });
}

/** The id of one record of another type, or null. */
export function referenceField(label: string, refersTo: string, options: FieldOptions = {}) {
  return field('reference', label, z.union([z.null(), id]), options, { refersTo });
}

/** The id of one record of another type. */
export function requiredReferenceField(label: string, refersTo: string, options: FieldOptions = {}) {
  return field('reference', label, id, { ...options, isRequired: true }, { refersTo });
}

/** The ids of records of another type, kept in a table of their own. */
export function referencesField(
  label: string,
  refersTo: string,
  link: { readonly table: string; readonly ownColumn: string; readonly otherColumn: string },
  options: FieldOptions = {},
) {
  return field('references', label, z.array(id).max(50), options, { refersTo, link });
}

/** A field the program writes by itself and nobody types. */
export function computed<S extends z.ZodType>(of: Field<S, false>): Field<S, true> {
  return { ...of, isComputed: true };
}

function nullable<S extends z.ZodType>(schema: S, options: FieldOptions) {
  return z.union([z.null(), schema]).refine((value) => value !== null || !options.isRequired, 'must be filled in');
}
