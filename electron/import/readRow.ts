// The cells of one row as values of the record's fields, as far as they can be read.
import type { RecordValues } from '../../db/records/recordTable.ts';
import type { ReadTx } from '../../db/transaction.ts';
import type { Field, FieldValue } from '../../shared/catalogue/records/field.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import type { NamedRecords } from './findNamed.ts';
import { columnsOfField, fixedName, isPerson, WHOLE_NAME } from './importFields.ts';
import type { Fail, ImportRules } from './importRules.ts';
import { readCell } from './readCell.ts';
import { splitName } from './splitName.ts';

/** What reading a row needs besides its cells. */
export interface RowReader {
  readonly type: RecordType;
  /** The fields of the type that a file can bring. */
  readonly fields: readonly (readonly [string, Field])[];
  readonly rules: ImportRules;
  readonly named: NamedRecords;
  readonly zone: string;
}

type Texts = Readonly<Record<string, string>>;

/** The values of the fields that the row brings; every trouble goes to `fail` and leaves its field out. */
export function readRow(tx: ReadTx, given: Texts, reader: RowReader, fail: Fail): RecordValues {
  const texts = withSplitName(given, reader.type);
  const values: Record<string, FieldValue> = {};
  for (const [name, field] of reader.fields) {
    const mark: Fail = (at, message) => fail(placeOf(at, given), message);
    if (field.refersTo !== undefined) readReference(tx, name, field, texts, reader, values, mark);
    else if (name in texts) {
      const cell = titleFor(tx, name, texts[name] ?? '', reader);
      const read = readCell(field, cell, reader.zone, reader.rules.words?.[name]);
      if ('trouble' in read) mark(name, read.trouble);
      else values[name] = read.value;
    }
  }
  return values;
}

// The last name of its own column wins; a whole name fills both.
function withSplitName(texts: Texts, type: RecordType): Texts {
  if (!isPerson(type) || texts[WHOLE_NAME] === undefined) return texts;
  const { lastName = '', firstName = '' } = texts;
  const split = splitName(texts[WHOLE_NAME].trim());
  return {
    ...texts,
    lastName: lastName || split.lastName,
    firstName: firstName || (lastName === '' ? split.firstName : ''),
  };
}

// A name that was split is at fault in its own column.
function placeOf(field: string, given: Texts): string {
  const isSplit = field === 'lastName' || field === 'firstName';
  return isSplit && WHOLE_NAME in given && !(field in given) ? WHOLE_NAME : field;
}

function titleFor(tx: ReadTx, name: string, cell: string, { rules, named }: RowReader): string {
  const typeName = rules.titles?.[name];
  if (typeName === undefined || cell === '') return cell;
  return named.titleOf(tx, typeName, cell.trim()) ?? cell;
}

function readReference(
  tx: ReadTx,
  name: string,
  field: Field,
  texts: Texts,
  { named }: RowReader,
  values: Record<string, FieldValue>,
  fail: Fail,
): void {
  const typeName = field.refersTo ?? '';
  const columns = columnsOfField(name, field).filter((column) => column in texts);
  // Other programs write 0 where they name nothing.
  const cells = columns
    .map((column) => ({ column, cell: (texts[column] ?? '').trim() }))
    .filter(({ cell }) => cell !== '' && cell !== '0');
  const fixed = texts[fixedName(name)];
  const isNothing = cells.length === 0;
  if (isNothing && fixed !== undefined) {
    if (!named.isReached(tx, typeName, fixed)) fail(fixedName(name), 'is not here any more; choose one of the list');
    else values[name] = field.kind === 'references' ? [fixed] : fixed;
    return;
  }
  if (columns.length === 0) return;
  if (isNothing) {
    if (field.isRequired) fail(name, 'must be filled in');
    else values[name] = field.kind === 'references' ? [] : null;
    return;
  }
  const wanted = cells.flatMap(({ column, cell }) =>
    (field.kind === 'references' ? cell.split(/[;|]/) : [cell]).map((part) => ({ column, foreignId: part.trim() })),
  );
  const ids: string[] = [];
  for (const { column, foreignId } of wanted.filter((part) => part.foreignId !== '')) {
    const id = named.find(tx, typeName, foreignId);
    if (id === null) fail(column, `is not the id of ${a(typeName)} here; import those first`);
    else if (!ids.includes(id)) ids.push(id);
  }
  values[name] = field.kind === 'references' ? ids : (ids[0] ?? null);
}

function a(typeName: string): string {
  const words = typeName.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return /^[aeiou]/.test(words) ? `an ${words}` : `a ${words}`;
}
