// Lists of records: one page of what a call reaches, searched, narrowed and ordered, with titles of what they name.
import type { RecordReach } from '../../shared/authorization/scope.ts';
import type { Field } from '../../shared/catalogue/records/field.ts';
import { listedFields, type RecordType, storedName } from '../../shared/catalogue/records/recordType.ts';
import { recordTypeNamed } from '../../shared/catalogue/records.ts';
import { ALWAYS, allOf, anyOf, type Condition } from '../condition.ts';
import { nameSearch, numberStartsWith, startsWith } from '../repositories/searchToSql.ts';
import type { ReadTx } from '../transaction.ts';
import { reachToSql } from './reachToSql.ts';
import { type RecordLabels, readLabels, readLinks } from './recordLabels.ts';
import { fromColumn, linkFields, type RecordValues, type StoredRow, tableOf } from './recordTable.ts';
import { titleOf } from './recordTitle.ts';

export type FilterValue =
  | null
  | boolean
  | string
  | { readonly from: string | number | null; readonly to: string | number | null };

export interface RecordQuery {
  readonly search: string;
  readonly sort: string;
  readonly isDescending: boolean;
  readonly filter: Readonly<Record<string, FilterValue>>;
  readonly offset: number;
  readonly limit: number;
}

export interface ListedRecord {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly values: RecordValues;
  readonly labels: RecordLabels;
}

/** One page in reach and how many there are in all. Values are not masked yet. */
export function findRecords(
  tx: ReadTx,
  type: RecordType,
  reach: RecordReach,
  query: RecordQuery,
): { readonly total: number; readonly rows: readonly ListedRecord[] } {
  const table = tableOf(type);
  const where = allOf(reachToSql(reach, type), searchToSql(type, query.search), filterToSql(type, query.filter));
  const found = tx
    .prepare<{ total: number }>(`SELECT count(*) AS total FROM ${table} WHERE ${where.sql}`)
    .get(...where.parameters);
  const order = orderBy(type, query.sort, query.isDescending);
  // Only places are sorted and skipped; the wide rows are fetched for the one page that is shown. CROSS JOIN keeps the
  // order of the two: the planner would else read every row and look each one up in the page.
  const rows = tx
    .prepare<StoredRow>(
      `SELECT ${table}.* FROM (SELECT ${table}.rowid AS place FROM ${table} WHERE ${where.sql}
         ORDER BY ${order} LIMIT ? OFFSET ?) AS page
       CROSS JOIN ${table} ON ${table}.rowid = page.place ORDER BY ${order}`,
    )
    .all(...where.parameters, query.limit, query.offset);
  return { total: found?.total ?? 0, rows: listedRows(tx, type, rows) };
}

/** The rows as a list shows them: the listed fields, and the titles of what they name. */
function listedRows(tx: ReadTx, type: RecordType, rows: readonly StoredRow[]): readonly ListedRecord[] {
  const names = listedFields(type);
  const ids = rows.map((row) => String(row.id));
  const links = new Map(
    linkFields(type).flatMap(([name, field]) => (names.includes(name) ? [[name, readLinks(tx, field.link, ids)]] : [])),
  );
  const shown = names.flatMap((name) => {
    const field = type.fields[name];
    return field === undefined ? [] : [{ name, field, column: storedName(name), linked: links.get(name) }];
  });
  const values = rows.map((row) =>
    Object.fromEntries(
      shown.map(({ name, field, column, linked }) => [
        name,
        linked?.get(String(row.id)) ?? emptyLinks(field) ?? fromColumn(field, row[column]),
      ]),
    ),
  );
  const labels = readLabels(tx, type, values);
  return rows.map((row, index) => ({
    id: String(row.id),
    version: Number(row.version),
    title: titleOf(type, values[index] ?? {}),
    values: values[index] ?? {},
    labels: labels[index] ?? {},
  }));
}

function emptyLinks(field: Field): readonly string[] | null {
  return field.kind === 'references' ? [] : null;
}

/** Rows that fit what was typed: by the start of texts and names, by number, or by the title of what they name. */
export function searchToSql(type: RecordType, search: string): Condition {
  const typed = search.trim();
  if (typed === '') return ALWAYS;
  const table = tableOf(type);
  const ways = Object.entries(type.fields).flatMap(([name, field]): Condition[] => {
    if (field.isSearched !== true) return [];
    const column = `${table}.${storedName(name)}`;
    if (field.kind === 'integer') return /^\d{1,9}$/.test(typed) ? [numberStartsWith(column, Number(typed))] : [];
    if (field.kind !== 'reference') return isPersonName(type, name) ? [] : [startsWith(column, typed)];
    const named = field.refersTo === undefined ? null : recordTypeNamed(field.refersTo);
    if (named === null) return [];
    const inner = searchToSql(named, typed);
    const sql = `${column} IN (SELECT ${tableOf(named)}.id FROM ${tableOf(named)} WHERE ${inner.sql})`;
    return [{ sql, parameters: inner.parameters }];
  });
  const isNumber = /^\d{1,9}$/.test(typed);
  if (type.title[0] === 'lastName' && !isNumber) ways.push(nameSearch(typed, table));
  return anyOf(...ways);
}

// Names of people are found in either order and by parts, which nameSearch knows.
function isPersonName(type: RecordType, name: string): boolean {
  return type.title[0] === 'lastName' && type.title.includes(name);
}

function filterToSql(type: RecordType, filter: RecordQuery['filter']): Condition {
  return allOf(
    ...Object.entries(filter).flatMap(([name, value]): Condition[] => {
      const field = type.fields[name];
      if (value === null || field?.isFilter !== true) return [];
      const column = `${tableOf(type)}.${storedName(name)}`;
      // NULL in a younger column stands for what fromColumn() makes of it.
      if (typeof value === 'boolean') return [{ sql: `${column} IS ${value ? '1' : 'NOT 1'}`, parameters: [] }];
      if (typeof value === 'string') {
        const isDefault = value === field.options?.[0]?.value;
        const sql = isDefault ? `(${column} = ? OR ${column} IS NULL)` : `${column} = ?`;
        return [{ sql, parameters: [value] }];
      }
      return [
        ...(value.from === null ? [] : [{ sql: `${column} >= ?`, parameters: [value.from] }]),
        ...(value.to === null ? [] : [{ sql: `${column} <= ?`, parameters: [value.to] }]),
      ];
    }),
  );
}

/** By the asked field, then by the title, then by id: every order is total, and an index can carry it. */
function orderBy(type: RecordType, sort: string, isDescending: boolean): string {
  const table = tableOf(type);
  const names = [sort, ...type.title.filter((name) => name !== sort), 'id'];
  return names.map((name) => `${table}.${storedName(name)} ${isDescending ? 'DESC' : 'ASC'}`).join(', ');
}
