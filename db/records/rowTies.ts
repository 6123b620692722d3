// What ties a record to people and places, from stored rows: the facts decide() wants of it (XACML: PIP).
import type { RowTies } from '../../shared/authorization/scope.ts';
import type { FieldValue } from '../../shared/catalogue/records/field.ts';
import { locationTieOf, type RecordType, storedName } from '../../shared/catalogue/records/recordType.ts';
import type { ReadTx } from '../transaction.ts';
import { columnFields, fromColumn, type RecordValues, type StoredRow, tableOf } from './recordTable.ts';

/** The ties of a stored record, or null when it is not there. */
export function readRowTies(tx: ReadTx, type: RecordType, id: string): RowTies | null {
  const row = tx.prepare<StoredRow>(`SELECT * FROM ${tableOf(type)} WHERE id = ?`).get(id);
  if (row === undefined) return null;
  const values = columnFields(type).map(([name, field]) => [name, fromColumn(field, row[storedName(name)])] as const);
  return tiesOfValues(tx, type, id, Object.fromEntries(values));
}

/** The ties a record would have with these values. `id` null: it is not stored yet. */
export function tiesOfValues(tx: ReadTx, type: RecordType, id: string | null, values: RecordValues): RowTies {
  const { owner, grantee } = type.scope;
  const aboutId = type.patient === undefined ? null : textOrNull(values[type.patient]);
  return {
    type: type.name,
    values,
    providerIds: providersOf(tx, type, id, values),
    locationIds: locationsOf(tx, type, values),
    patientId: type.name === 'patient' ? id : aboutId,
    ownerId: owner === undefined ? null : textOrNull(values[owner]),
    grantedTo: grantee === undefined ? null : textOrNull(values[grantee]),
    labels: labelsOf(tx, type, values, aboutId),
  };
}

function providersOf(tx: ReadTx, type: RecordType, id: string | null, values: RecordValues): RowTies['providerIds'] {
  const tie = type.scope.providers;
  switch (tie.by) {
    case 'none':
      return 'any';
    case 'self':
      return id === null ? [] : [id];
    case 'field':
      return listOf(values[tie.field]);
    case 'links': {
      const given = values[tie.field];
      if (Array.isArray(given)) return given as readonly string[];
      const link = type.fields[tie.field]?.link;
      if (id === null || link === undefined) return [];
      return idsFrom(tx, `SELECT ${link.otherColumn} AS id FROM ${link.table} WHERE ${link.ownColumn} = ?`, id);
    }
    case 'patient': {
      const patientId = textOrNull(values[tie.field]);
      if (patientId === null) return tie.isOpenWithout ? 'any' : [];
      return idsFrom(tx, 'SELECT provider_id AS id FROM patient_provider WHERE patient_id = ?', patientId);
    }
  }
}

function locationsOf(tx: ReadTx, type: RecordType, values: RecordValues): RowTies['locationIds'] {
  const tie = locationTieOf(type);
  if (tie === null) return 'any';
  if (tie.by === 'field') return listOf(values[tie.field]);
  const patientId = textOrNull(values[tie.field]);
  if (patientId === null) return tie.isOpenWithout ? 'any' : [];
  return idsFrom(tx, 'SELECT location_id AS id FROM patient WHERE id = ? AND location_id IS NOT NULL', patientId);
}

/** Its own label, and that of the patient it is about. */
function labelsOf(tx: ReadTx, { scope }: RecordType, values: RecordValues, aboutId: string | null): readonly string[] {
  const own = scope.label === undefined ? null : textOrNull(values[scope.label]);
  const inherited =
    aboutId === null
      ? undefined
      : tx.prepare<{ label: string | null }>('SELECT sensitivity AS label FROM patient WHERE id = ?').get(aboutId);
  return [own, inherited?.label ?? null].filter((label) => label !== null);
}

function idsFrom(tx: ReadTx, sql: string, id: string): string[] {
  return tx
    .prepare<{ id: string }>(sql)
    .all(id)
    .map((row) => row.id);
}

function listOf(value: FieldValue | undefined): readonly string[] {
  const id = textOrNull(value);
  return id === null ? [] : [id];
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
