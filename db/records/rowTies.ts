// What ties a record to people, from stored rows: the facts decide() wants of it (XACML: PIP).
import type { RowTies } from '../../shared/authorization/scope.ts';
import { type RecordType, storedName } from '../../shared/catalogue/records/recordType.ts';
import type { ReadTx } from '../transaction.ts';
import { type RecordValues, type StoredRow, tableOf } from './recordTable.ts';

/** The ties of a stored record, or null when it is not there. */
export function readRowTies(tx: ReadTx, type: RecordType, id: string): RowTies | null {
  const row = tx.prepare<StoredRow>(`SELECT * FROM ${tableOf(type)} WHERE id = ?`).get(id);
  if (row === undefined) return null;
  const { owner } = type.scope;
  return {
    providerIds: providersOfRow(tx, type, id, (field) => row[storedName(field)]),
    ownerId: owner === undefined ? null : textOrNull(row[storedName(owner)]),
    labels: labelsOf(tx, type, (field) => row[storedName(field)]),
  };
}

/** The ties a record would have with these values. `id` null: it is not stored yet. */
export function tiesOfValues(tx: ReadTx, type: RecordType, id: string | null, values: RecordValues): RowTies {
  const { owner } = type.scope;
  const tie = type.scope.providers;
  const links = tie.by === 'links' ? values[tie.field] : undefined;
  return {
    providerIds: Array.isArray(links)
      ? (links as readonly string[])
      : providersOfRow(tx, type, id, (field) => values[field]),
    ownerId: owner === undefined ? null : textOrNull(values[owner]),
    labels: labelsOf(tx, type, (field) => values[field]),
  };
}

function providersOfRow(
  tx: ReadTx,
  type: RecordType,
  id: string | null,
  valueIn: (field: string) => unknown,
): RowTies['providerIds'] {
  const tie = type.scope.providers;
  switch (tie.by) {
    case 'none':
      return 'any';
    case 'self':
      return id === null ? [] : [id];
    case 'field': {
      const providerId = textOrNull(valueIn(tie.field));
      return providerId === null ? [] : [providerId];
    }
    case 'links': {
      const link = type.fields[tie.field]?.link;
      if (id === null || link === undefined) return [];
      return tx
        .prepare<{ id: string }>(`SELECT ${link.otherColumn} AS id FROM ${link.table} WHERE ${link.ownColumn} = ?`)
        .all(id)
        .map((row) => row.id);
    }
    case 'patient': {
      const patientId = textOrNull(valueIn(tie.field));
      if (patientId === null) return tie.isOpenWithout ? 'any' : [];
      return tx
        .prepare<{ id: string }>('SELECT provider_id AS id FROM patient_provider WHERE patient_id = ?')
        .all(patientId)
        .map((row) => row.id);
    }
  }
}

/** Its own label, and that of the patient it is about. */
function labelsOf(tx: ReadTx, { scope, patient }: RecordType, valueIn: (field: string) => unknown): readonly string[] {
  const own = scope.label === undefined ? null : textOrNull(valueIn(scope.label));
  const patientId = patient === undefined ? null : textOrNull(valueIn(patient));
  const inherited =
    patientId === null
      ? undefined
      : tx.prepare<{ label: string | null }>('SELECT sensitivity AS label FROM patient WHERE id = ?').get(patientId);
  return [own, inherited?.label ?? null].filter((label) => label !== null);
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
