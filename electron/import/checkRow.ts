// Checks one row of an import against the rules of its fields, the rows before it and the practice.
import {
  type ImportedPatient,
  type ImportedProvider,
  isImported,
  isProvider,
  providerIdByExternalId,
} from '../../db/repositories/importPeople.ts';
import type { ReadTx } from '../../db/transaction.ts';
import type { RowScope } from '../../shared/authorization/scope.ts';
import { MAX_CELL_CHARACTERS } from './csvLimits.ts';
import type { ImportKind } from './importFields.ts';
import type { FieldSource } from './mapping.ts';
import type { CsvRecord } from './readRecords.ts';
import { splitName } from './splitName.ts';

/** What is wrong where; `column` is empty when the whole row is meant. */
export interface RowError {
  readonly row: number;
  readonly column: string;
  readonly message: string;
}

/** What a check of a whole file keeps from row to row. */
export interface CheckContext {
  readonly kind: ImportKind;
  readonly sources: readonly FieldSource[];
  readonly columnCount: number;
  /** The newest day a birth or death can lie on, `YYYY-MM-DD`. */
  readonly latestDay: string;
  readonly scope: RowScope;
  /** The row in which each id of the old program stood first. */
  readonly rowOfExternalId: Map<string, number>;
}

/** The texts of one row by field name; fields that are not mapped are missing. */
export type RowTexts = Readonly<Record<string, string>>;

export type CheckedRow =
  | { readonly kind: 'provider'; readonly texts: RowTexts; readonly person: ImportedProvider }
  | { readonly kind: 'patient'; readonly texts: RowTexts; readonly person: ImportedPatient };

/** The checked row, or everything that is wrong with it. Never both. */
export function checkRow(tx: ReadTx, record: CsvRecord, context: CheckContext): CheckedRow | RowError[] {
  const { row, cells } = record;
  if (cells.length !== context.columnCount) {
    const message = `the row has ${cells.length} cells, the header has ${context.columnCount}`;
    return [{ row, column: '', message }];
  }
  const errors: RowError[] = [];
  const texts: Record<string, string> = {};
  for (const source of context.sources) {
    const read = readCell(source, cells);
    if ('message' in read) errors.push({ row, column: source.columnName, message: read.message });
    else texts[source.field.field] = read.value;
  }
  const fail = (field: string, message: string) => errors.push({ row, column: columnOf(context, field), message });
  checkExternalId(tx, record, texts, context, fail);
  const checked = context.kind === 'providers' ? asProvider(texts, fail) : asPatient(tx, texts, context, fail);
  return errors.length > 0 ? errors : checked;
}

type Fail = (field: string, message: string) => void;

function readCell({ field, source }: FieldSource, cells: readonly string[]): { value: string } | { message: string } {
  const cell = source.from === 'value' ? source.value : (cells[source.column] ?? '');
  if (cell.length > MAX_CELL_CHARACTERS) return { message: `is longer than ${MAX_CELL_CHARACTERS} characters` };
  const result = field.rule.safeParse(cell);
  if (result.success) return { value: result.data };
  const issue = result.error.issues[0];
  if (issue?.code === 'too_big') return { message: `is longer than ${issue.maximum} characters` };
  return { message: issue?.message ?? 'cannot be read' };
}

function checkExternalId(
  tx: ReadTx,
  { row }: CsvRecord,
  { externalId = '' }: RowTexts,
  { kind, rowOfExternalId }: CheckContext,
  fail: Fail,
): void {
  if (externalId === '') return;
  const firstRow = rowOfExternalId.get(externalId);
  if (firstRow === undefined) rowOfExternalId.set(externalId, row);
  else fail('externalId', `row ${firstRow} and row ${row} have the same id`);
  if (isImported(tx, kind, externalId)) fail('externalId', 'is already here; leave this row out');
}

function asProvider(texts: RowTexts, fail: Fail): CheckedRow {
  const { name = '', lastName = '', firstName = '' } = texts;
  const split = splitName(name);
  const person: ImportedProvider = {
    externalId: texts.externalId || null,
    lastName: lastName || split.lastName,
    firstName: firstName || (lastName === '' ? split.firstName : ''),
    specialty: texts.specialty ?? '',
    gender: texts.gender ?? '',
    organization: texts.organization ?? '',
    address: texts.address ?? '',
    city: texts.city ?? '',
    state: texts.state ?? '',
    zip: texts.zip ?? '',
  };
  const nameField = 'name' in texts && lastName === '' ? 'name' : 'lastName';
  if (person.lastName === '') fail(nameField, 'must be filled in');
  if (person.lastName.length > 80 || person.firstName.length > 80) fail(nameField, 'is longer than 80 characters');
  return { kind: 'provider', texts, person };
}

function asPatient(tx: ReadTx, texts: RowTexts, context: CheckContext, fail: Fail): CheckedRow {
  const { birthDate = '', deathDate = '' } = texts;
  if (birthDate > context.latestDay) fail('birthDate', 'lies in the future');
  if (deathDate > context.latestDay) fail('deathDate', 'lies in the future');
  if (deathDate !== '' && deathDate < birthDate) fail('deathDate', 'lies before the birth');
  const person: ImportedPatient = {
    externalId: texts.externalId || null,
    lastName: texts.lastName ?? '',
    firstName: texts.firstName ?? '',
    middleName: texts.middleName ?? '',
    birthDate,
    deathDate: deathDate || null,
    gender: texts.gender ?? '',
    ssn: texts.ssn || null,
    phone: texts.phone ?? '',
    email: texts.email ?? '',
    address: texts.address ?? '',
    city: texts.city ?? '',
    state: texts.state ?? '',
    county: texts.county ?? '',
    zip: texts.zip ?? '',
    providerId: providerOf(tx, texts, context.scope, fail),
  };
  return { kind: 'patient', texts, person };
}

// A provider outside the importer's scope is as unknown as one that does not exist.
function providerOf(tx: ReadTx, texts: RowTexts, scope: RowScope, fail: Fail): string | null {
  const { providerExternalId = '', provider = '' } = texts;
  if (providerExternalId !== '') {
    const found = providerIdByExternalId(tx, providerExternalId, scope);
    if (found === null) fail('providerExternalId', 'is not the id of a provider here; import the providers first');
    return found;
  }
  if (provider !== '') {
    if (isProvider(tx, provider, scope)) return provider;
    fail('provider', 'is not a provider here; choose one of the list');
    return null;
  }
  if (scope.providers !== 'all') fail('providerExternalId', 'must name a provider you work with');
  return null;
}

function columnOf({ sources }: CheckContext, field: string): string {
  return sources.find((source) => source.field.field === field)?.columnName ?? '';
}
