// Checks one row of an import against the rules of its fields, the rows before it and the practice.
import { findImported } from '../../db/records/importedRecords.ts';
import type { RecordValues } from '../../db/records/recordTable.ts';
import { tiesOfValues } from '../../db/records/rowTies.ts';
import { readRecord } from '../../db/records/storedRecord.ts';
import { type Person, patientsBornOn, samePerson } from '../../db/repositories/similarPatients.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { isReached, type RecordReach, type RowTies } from '../../shared/authorization/scope.ts';
import { type LocationTie, locationTieOf, type ProviderTie } from '../../shared/catalogue/records/recordType.ts';
import { text } from '../../shared/catalogue/schemas.ts';
import { changedValues } from './changedValues.ts';
import type { PlannedIds } from './findNamed.ts';
import type { CheckedRow, KnownRows, RawRow, RowError } from './importedRow.ts';
import { EXTERNAL_ID } from './importFields.ts';
import type { ImportFacts } from './importRules.ts';
import { emptyValue } from './readCell.ts';
import { type RowReader, readRow } from './readRow.ts';
import { failTaken, type ValuesSeen } from './uniqueFields.ts';

/** What a check of a whole file keeps from row to row. */
export interface CheckContext extends RowReader {
  readonly reach: RecordReach;
  readonly knownRows: KnownRows;
  readonly facts: ImportFacts;
  readonly newId: () => string;
  /** Every row of this import by the id of the old program. */
  readonly planned: PlannedIds;
  readonly seen: ValuesSeen;
  /** Rows of this import that will not be saved, whatever comes after, by type and id of the old program. */
  readonly leftOut: Set<string>;
  /** What ties the patients that this import brings to providers and places, by our id. */
  readonly plannedPatients: Map<string, Pick<RowTies, 'providerIds' | 'locationIds'>>;
  /** People born on a day by names and date, each with the words that say where they are. */
  readonly people: Map<string, Map<string, string>>;
}

/** The checked row and what a person should know of it, or everything that is wrong with it. Never both. */
export type RowOutcome =
  | { readonly errors: readonly RowError[] }
  | { readonly checked: CheckedRow; readonly values: RecordValues; readonly warning: string | null };

const idText = text(64);

/** Looks at one row; what it brings is remembered for the rows after it. */
export function checkRow(tx: ReadTx, raw: RawRow, context: CheckContext): RowOutcome {
  const { type, knownRows, leftOut } = context;
  if (raw.errors.length > 0) return { errors: raw.errors };
  if (isPartOfLeftOut(raw, context)) return LEFT_OUT;
  const outcome = checkOwn(tx, raw, context);
  if ('errors' in outcome || (outcome.checked.act === 'leaveOut' && knownRows === 'leaveOut'))
    leftOut.add(`${type.name} ${raw.texts[EXTERNAL_ID] ?? ''}`);
  return outcome;
}

const LEFT_OUT: RowOutcome = { checked: { act: 'leaveOut' }, values: {}, warning: null };

/** A charge is not added to a claim that is here already when what is here is to be left alone, and one whose claim has
 *  errors would only repeat them. */
function isPartOfLeftOut({ texts }: RawRow, { type, rules, leftOut }: CheckContext): boolean {
  const { partOf } = rules;
  if (partOf === undefined) return false;
  return leftOut.has(`${type.fields[partOf]?.refersTo ?? ''} ${texts[partOf] ?? ''}`);
}

function checkOwn(tx: ReadTx, raw: RawRow, context: CheckContext): RowOutcome {
  const errors: RowError[] = [];
  const fail = (field: string, message: string) =>
    void errors.push({ row: raw.row, column: raw.columnOf(field), message });
  const { type, knownRows } = context;
  const externalId = readExternalId(raw, context, fail);
  const known = externalId === null ? null : findImported(tx, type, externalId);
  const id = known?.id ?? context.newId();
  if (externalId !== null) plan(context, externalId, raw.row, id);
  if (known !== null && knownRows === 'leaveOut' && errors.length === 0) return LEFT_OUT;
  const given = readRow(tx, raw.texts, context, fail);
  if (known !== null) return changeOf(tx, { id, row: raw.row, given }, context, errors, fail);
  if (errors.length === 0)
    for (const [name, { isRequired }] of context.fields)
      if (isRequired && !(name in given)) fail(name, 'must be filled in');
  const values = { ...startValues(context), ...given };
  if (errors.length === 0) context.rules.check?.(values, null, context.facts, fail);
  if (errors.length === 0) context.rules.checkStored?.(tx, { id, before: null, after: values }, fail);
  failTaken(tx, type, { id, row: raw.row, values, before: null }, context.seen, fail);
  if (errors.length === 0) failUnreached(tx, null, values, context, fail);
  if (errors.length > 0) return { errors };
  if (type.name === 'patient') {
    const { providerIds, locationIds } = tiesOfValues(tx, type, id, values);
    context.plannedPatients.set(id, { providerIds, locationIds });
  }
  const warning = type.name === 'patient' ? warnOfSimilar(tx, raw.row, values, context) : null;
  return { checked: { act: 'add', id, externalId, values }, values, warning };
}

const OUT_OF_REACH = 'must name a provider you work with';
const OUT_OF_PLACE = 'must name a location you work at';
const HIDDEN_LABEL = 'is a class of records that you may not see yourself';

type Mark = (field: string, message: string) => void;

function readExternalId({ texts, row }: RawRow, { type, planned }: CheckContext, fail: Mark): string | null {
  const cell = texts[EXTERNAL_ID];
  if (cell === undefined) return null;
  const read = idText.safeParse(cell);
  if (!read.success) {
    const [issue] = read.error.issues;
    fail(
      EXTERNAL_ID,
      issue?.code === 'too_big' ? `is longer than ${String(issue.maximum)} characters` : 'cannot be used',
    );
    return null;
  }
  if (read.data === '') return null;
  const first = planned.get(type.name)?.get(read.data);
  if (first !== undefined) fail(EXTERNAL_ID, `row ${first.row} and row ${row} have the same id`);
  return read.data;
}

function plan({ type, planned }: CheckContext, externalId: string, row: number, id: string): void {
  const ofType = planned.get(type.name) ?? new Map();
  planned.set(type.name, ofType);
  if (!ofType.has(externalId)) ofType.set(externalId, { row, id });
}

function startValues({ fields }: CheckContext): RecordValues {
  const typed = fields.filter(([, { isComputed }]) => !isComputed);
  return Object.fromEntries(typed.map(([name, field]) => [name, emptyValue(field)]));
}

function changeOf(
  tx: ReadTx,
  { id, row, given }: { id: string; row: number; given: RecordValues },
  context: CheckContext,
  errors: RowError[],
  fail: Mark,
): RowOutcome {
  const { type, reach, rules, facts } = context;
  const stored = readRecord(tx, type, reach, id);
  if (stored === null) fail(EXTERNAL_ID, 'is here already and outside what you may change; leave this row out');
  if (stored === null || errors.length > 0) return { errors };
  const changes = changedValues(type, stored.values, given, reach.hiddenMasks, fail);
  const after = { ...stored.values, ...changes };
  rules.check?.(after, stored.values, facts, fail);
  if (Object.keys(changes).length > 0) rules.checkStored?.(tx, { id, before: stored.values, after }, fail);
  failTaken(tx, type, { id, row, values: after, before: stored.values }, context.seen, fail);
  if (errors.length === 0) failUnreached(tx, id, after, context, fail);
  if (errors.length > 0) return { errors };
  if (Object.keys(changes).length === 0) return LEFT_OUT;
  const { version } = stored;
  return { checked: { act: 'change', id, version, values: changes }, values: after, warning: null };
}

/** Nobody brings in a record, or changes one into a record, that they would not reach themselves. */
function failUnreached(tx: ReadTx, id: string | null, values: RecordValues, context: CheckContext, fail: Mark): void {
  const { type, reach } = context;
  // Without any limit or label every row is reached, and most importers have none.
  if (reach.providers === 'all' && reach.locations === 'all' && type.scope.label === undefined) return;
  const ties = { ...tiesOfValues(tx, type, id, values), ...tiesOfPlanned(values, context) };
  if (isReached(ties, reach)) return;
  const { label } = type.scope;
  if (label !== undefined && isReached(ties, { ...reach, hiddenLabels: [] })) fail(label, HIDDEN_LABEL);
  else if (isReached(ties, { ...reach, locations: 'all' })) fail(fieldOf(locationTieOf(type)), OUT_OF_PLACE);
  else fail(fieldOf(type.scope.providers), OUT_OF_REACH);
}

/** A patient of the same import is not stored yet. */
function tiesOfPlanned(values: RecordValues, { type, plannedPatients }: CheckContext): Partial<RowTies> {
  const { providers } = type.scope;
  return providers.by === 'patient' ? (plannedPatients.get(String(values[providers.field])) ?? {}) : {};
}

function fieldOf(tie: ProviderTie | LocationTie | null): string {
  return tie !== null && 'field' in tie ? tie.field : EXTERNAL_ID;
}

function warnOfSimilar(tx: ReadTx, row: number, values: RecordValues, { reach, people }: CheckContext): string | null {
  const who: Person = {
    lastName: String(values.lastName),
    firstName: String(values.firstName),
    birthDate: String(values.birthDate),
  };
  let born = people.get(who.birthDate);
  if (born === undefined) {
    const here = patientsBornOn(tx, reach, who.birthDate);
    born = new Map(here.map((other) => [samePerson(other), `record ${other.recordNumber}`]));
    people.set(who.birthDate, born);
  }
  const where = born.get(samePerson(who));
  if (where === undefined) {
    born.set(samePerson(who), `row ${row}`);
    return null;
  }
  return `may be the same person as ${where}: same names and date of birth`;
}
