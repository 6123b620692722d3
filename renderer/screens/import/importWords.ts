// The words and types the steps of an import share.

import type { PermissionId } from '../../../shared/catalogue/permissions.ts';
import type { CallInput, Output } from '../../../shared/catalogue/procedures.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { recordTypeNamed } from '../../../shared/catalogue/records.ts';
import { showCount } from '../../components/showTime.ts';
import type { JobView } from '../../ipc/useJob.ts';

export type ImportKind = CallInput<'import.choose'>['kind'];
export type ChosenFile = Extract<Output<'import.choose'>, { isChosen: true }>;
export type ImportField = ChosenFile['fields'][number];
export type Mapping = CallInput<'import.check'>['mapping'];
export type KnownRows = CallInput<'import.check'>['knownRows'];
export type Counts = JobView['counts'];

/** The record type of that name; throws for a name that is none. */
export function typeOfKind(kind: string): RecordType {
  const type = recordTypeNamed(kind);
  if (type === null) throw new Error(`no record type \`${kind}\``);
  return type;
}

/** Whether a person with these rights may add what a file of that kind brings. */
export function canImport(kind: string, can: (permission: PermissionId) => boolean): boolean {
  return can(`${typeOfKind(kind).area}:create` as PermissionId);
}

/** `1 payer`, `3,400 patients`; records where a file brings several kinds. */
export function records(kind: ImportKind, count: number): string {
  const type = recordTypeNamed(kind) ?? { one: 'record', many: 'records' };
  return `${showCount(count)} ${count === 1 ? type.one : type.many}`;
}

/** What an import does, as one sentence without its end: `3 patients added, 2 changed, 1 left out`. */
export function outcome(kind: ImportKind, { added, changed, leftOut }: Counts): string {
  const parts = [
    added > 0 || changed === 0 ? `${records(kind, added)} added` : '',
    changed === 0 ? '' : `${added > 0 ? showCount(changed) : records(kind, changed)} changed`,
    leftOut === 0 ? '' : `${rows(leftOut)} left out`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** What an import will do, as one sentence: `This will add 3 patients, change 2 (5 fields) and leave 1 row out.` */
export function plan(kind: ImportKind, { added, changed, changedFields, leftOut }: Counts): string {
  const fields = `${showCount(changedFields)} ${changedFields === 1 ? 'field' : 'fields'}`;
  const parts = [
    added > 0 ? `add ${records(kind, added)}` : '',
    changed > 0 ? `change ${added > 0 ? showCount(changed) : records(kind, changed)} (${fields})` : '',
    leftOut > 0 ? `leave ${rows(leftOut)} out` : '',
  ].filter((part) => part !== '');
  const last = parts.at(-1) ?? 'change nothing';
  return `This will ${parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`}`;
}

/** A cell as it may be shown: of a Social Security number the last four characters alone. */
export function shownCell(field: string, cell: string): string {
  return field === 'ssn' && cell !== '' ? `••• •• ${cell.slice(-4)}` : cell;
}

/** `1 row`, `3,400 rows`. */
export function rows(count: number): string {
  return `${showCount(count)} ${count === 1 ? 'row' : 'rows'}`;
}
