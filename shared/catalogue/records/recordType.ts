// A record type as data: from it come its procedures, masks, grid columns, form, import mapping and documentation.
import type { DataArea } from '../dataAreas.ts';
import type { Fields, FieldValue } from './field.ts';

export const RECORD_ACTIONS = ['find', 'read', 'readHistory', 'create', 'update', 'delete', 'export'] as const;
export type RecordAction = (typeof RECORD_ACTIONS)[number];

/** What ties a row to a provider limit. `none`: the row belongs to no provider and every holder of the right reaches it. */
export type ProviderTie =
  | { readonly by: 'none' }
  /** The row is a provider. */
  | { readonly by: 'self' }
  /** A field of the row names the provider. */
  | { readonly by: 'field'; readonly field: string }
  /** A field of kind `references` names the providers. */
  | { readonly by: 'links'; readonly field: string }
  /** A field names a patient, and the patient's providers count. `isOpenWithout`: a row without patient is reached by all. */
  | { readonly by: 'patient'; readonly field: string; readonly isOpenWithout: boolean };

/** What ties a row to a location limit: a field that names the location, or that of the patient a field names. */
export type LocationTie =
  | { readonly by: 'field'; readonly field: string }
  | { readonly by: 'patient'; readonly field: string; readonly isOpenWithout: boolean };

export interface RecordScope {
  readonly providers: ProviderTie;
  /** The location of a row; what reaches its provider through a patient is where the patient is and need not say so. */
  readonly location?: LocationTie;
  /** The field that names the user a row belongs to; with an "own" right only those rows are reached. */
  readonly owner?: string;
  /** The field that names the user to whom a row opens its patient (S2.106). */
  readonly grantee?: string;
  /** The choice field whose words are sensitivity labels (S3.11). */
  readonly label?: string;
}

export interface RecordType<
  N extends string = string,
  F extends Fields = Fields,
  A extends RecordAction = RecordAction,
> {
  /** The table and the domain of its procedures: lower camel case for the domain; the table is its snake form. */
  readonly name: N;
  /** `appointment`, `appointments`: as they stand in sentences. */
  readonly one: string;
  readonly many: string;
  readonly area: DataArea;
  readonly fields: F;
  /** Text fields that together are the record's title in lists, pickers and headings. */
  readonly title: readonly (keyof F & string)[];
  readonly titleJoin: string;
  /** The field whose value names the record in the activity log; it must not be PHI. Null: the type's word alone. */
  readonly logLabel: (keyof F & string) | null;
  /** The field that names the patient the record is about. */
  readonly patient?: keyof F & string;
  readonly scope: RecordScope;
  readonly defaultSort: { readonly field: keyof F & string; readonly isDescending: boolean };
  readonly actions: readonly A[];
  /** Keeps an id of the program it was imported from. */
  readonly isImported?: true;
  /** Values of a valid record; ids of references are example ids. */
  readonly example: Readonly<Record<string, FieldValue>>;
}

/** What ties a row to a location limit; null: it belongs to none by nature and every limit lets it through. */
export function locationTieOf({ scope }: RecordType): LocationTie | null {
  return scope.location ?? (scope.providers.by === 'patient' ? scope.providers : null);
}

/** Declares one record type; keeps the literal types of its fields. */
export function recordType<const N extends string, F extends Fields, const A extends RecordAction>(
  type: RecordType<N, F, A>,
): RecordType<N, F, A> {
  return type;
}

/** `feeItem` is stored in the table `fee_item`, `ownColumn` in the column `own_column`. */
export function storedName(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The names of the fields that stand in a list, in order: the grid's columns and what the title needs. */
export function listedFields(type: RecordType): readonly string[] {
  return Object.keys(type.fields).filter(
    (name) => type.fields[name]?.gridWidthPx !== undefined || type.title.includes(name),
  );
}

/** The names of the fields a list can be ordered by. */
export function sortableFields(type: RecordType): readonly string[] {
  return Object.keys(type.fields).filter((name) => type.fields[name]?.isSortable === true);
}

/** The names of the fields a list can be narrowed by. */
export function filterFields(type: RecordType): readonly string[] {
  return Object.keys(type.fields).filter((name) => type.fields[name]?.isFilter === true);
}
