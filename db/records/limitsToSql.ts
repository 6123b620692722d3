// The limits of a person as a WHERE condition on a record type's table; a property test proves that it agrees with inScope().
import type { RowScope } from '../../shared/authorization/scope.ts';
import {
  type LocationTie,
  locationTieOf,
  type ProviderTie,
  type RecordType,
  storedName,
} from '../../shared/catalogue/records/recordType.ts';
import { ALWAYS, allOf, anyOf, type Condition, NEVER } from '../condition.ts';
import { tableOf } from './recordTable.ts';

const LISTED = '(SELECT value FROM json_each(?))';

/** The rows of `type` within the limits. Lists are one parameter each, so that the text does not grow with them. */
export function limitsToSql(scope: RowScope, type: RecordType): Condition {
  const location = locationTieOf(type);
  const bounds = [
    scope.providers === 'all' ? ALWAYS : providersToSql(scope.providers, type),
    scope.locations === 'all' || location === null ? ALWAYS : locationsToSql(scope.locations, location, type),
  ].filter((condition) => condition !== ALWAYS);
  const patient = patientColumn(type);
  if (bounds.length === 0 || patient === null || scope.patientIds.length === 0) return allOf(...bounds);
  const granted = { sql: `${patient} IN ${LISTED}`, parameters: [JSON.stringify(scope.patientIds)] };
  return anyOf(granted, allOf(...bounds));
}

/** The column that names the patient a row is, or is about; null for types without. */
function patientColumn(type: RecordType): string | null {
  if (type.name === 'patient') return `${tableOf(type)}.id`;
  return type.patient === undefined ? null : `${tableOf(type)}.${storedName(type.patient)}`;
}

function providersToSql(ids: readonly string[], type: RecordType): Condition {
  const tie: ProviderTie = type.scope.providers;
  const parameters = [JSON.stringify(ids)];
  const table = tableOf(type);
  switch (tie.by) {
    case 'none':
      return ALWAYS;
    case 'self':
      return { sql: `${table}.id IN ${LISTED}`, parameters };
    case 'field':
      return { sql: `${table}.${storedName(tie.field)} IN ${LISTED}`, parameters };
    case 'links': {
      const link = type.fields[tie.field]?.link;
      if (link === undefined) return NEVER;
      const { table: linkTable, ownColumn, otherColumn } = link;
      const sql = `${table}.id IN (SELECT ${ownColumn} FROM ${linkTable} WHERE ${otherColumn} IN ${LISTED})`;
      return { sql, parameters };
    }
    case 'patient':
      return throughPatient(
        type,
        tie,
        `SELECT patient_id FROM patient_provider WHERE provider_id IN ${LISTED}`,
        parameters,
      );
  }
}

function locationsToSql(ids: readonly string[], tie: LocationTie, type: RecordType): Condition {
  const parameters = [JSON.stringify(ids)];
  if (tie.by === 'field') return { sql: `${tableOf(type)}.${storedName(tie.field)} IN ${LISTED}`, parameters };
  return throughPatient(type, tie, `SELECT id FROM patient WHERE location_id IN ${LISTED}`, parameters);
}

function throughPatient(
  type: RecordType,
  { field, isOpenWithout }: { readonly field: string; readonly isOpenWithout: boolean },
  patients: string,
  parameters: Condition['parameters'],
): Condition {
  const column = `${tableOf(type)}.${storedName(field)}`;
  const inReach = { sql: `${column} IN (${patients})`, parameters };
  return isOpenWithout ? anyOf(inReach, { sql: `${column} IS NULL`, parameters: [] }) : inReach;
}
