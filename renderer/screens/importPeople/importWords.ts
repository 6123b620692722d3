// The words and types the steps of an import share.

import type { CallInput, Output } from '../../../shared/catalogue/procedures.ts';
import { showCount } from '../../components/showTime.ts';

export type ImportKind = CallInput<'import.choose'>['kind'];
export type ChosenFile = Extract<Output<'import.choose'>, { isChosen: true }>;
export type ImportField = ChosenFile['fields'][number];
export type Mapping = CallInput<'import.check'>['mapping'];

/** `1 patient`, `3,400 providers`. */
export function people(kind: ImportKind, count: number): string {
  const noun = kind === 'patients' ? 'patient' : 'provider';
  return `${showCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A cell as it may be shown: of a Social Security number the last four characters alone. */
export function shownCell(field: string, cell: string): string {
  return field === 'ssn' && cell !== '' ? `••• •• ${cell.slice(-4)}` : cell;
}

/** `1 row`, `3,400 rows`. */
export function rows(count: number): string {
  return `${showCount(count)} ${count === 1 ? 'row' : 'rows'}`;
}
