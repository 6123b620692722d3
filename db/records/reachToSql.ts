// What a call reaches as a WHERE condition on a record type's table; a property test proves that it agrees with isReached().
import type { RecordReach, RowScope } from '../../shared/authorization/scope.ts';
import { type RecordType, storedName } from '../../shared/catalogue/records/recordType.ts';
import { ALWAYS, allOf, anyOf, type Condition } from '../scopeToSql.ts';
import { tableOf } from './recordTable.ts';

const NEVER: Condition = { sql: '0', parameters: [] };

/** The rows of `type` that `reach` allows. Lists are one parameter each, so that the text does not grow with them. */
export function reachToSql(reach: RecordReach, type: RecordType): Condition {
  const conditions = [
    providersToSql(reach, type),
    ownerToSql(reach, type),
    labelToSql(reach, type),
    patientLabelToSql(reach, type),
  ];
  return allOf(...conditions.filter(isNotAlways));
}

function isNotAlways(condition: Condition): boolean {
  return condition !== ALWAYS;
}

function providersToSql(scope: RowScope, type: RecordType): Condition {
  const tie = type.scope.providers;
  if (scope.providers === 'all' || tie.by === 'none') return ALWAYS;
  const parameters = [JSON.stringify(scope.providers)];
  const listed = '(SELECT value FROM json_each(?))';
  const table = tableOf(type);
  switch (tie.by) {
    case 'self':
      return { sql: `${table}.id IN ${listed}`, parameters };
    case 'field':
      return { sql: `${table}.${storedName(tie.field)} IN ${listed}`, parameters };
    case 'links': {
      const link = type.fields[tie.field]?.link;
      if (link === undefined) return NEVER;
      const { table: linkTable, ownColumn, otherColumn } = link;
      const sql = `${table}.id IN (SELECT ${ownColumn} FROM ${linkTable} WHERE ${otherColumn} IN ${listed})`;
      return { sql, parameters };
    }
    case 'patient': {
      const column = `${table}.${storedName(tie.field)}`;
      const sql = `${column} IN (SELECT patient_id FROM patient_provider WHERE provider_id IN ${listed})`;
      return tie.isOpenWithout
        ? anyOf({ sql, parameters }, { sql: `${column} IS NULL`, parameters: [] })
        : { sql, parameters };
    }
  }
}

function ownerToSql({ ownerId }: RecordReach, type: RecordType): Condition {
  if (ownerId === null) return ALWAYS;
  const { owner } = type.scope;
  return owner === undefined ? NEVER : { sql: `${tableOf(type)}.${storedName(owner)} = ?`, parameters: [ownerId] };
}

function labelToSql({ hiddenLabels }: RecordReach, type: RecordType): Condition {
  const { label } = type.scope;
  if (label === undefined || hiddenLabels.length === 0) return ALWAYS;
  const column = `${tableOf(type)}.${storedName(label)}`;
  // NULL in a younger column stands for no label, and NULL NOT IN would hide the row from everybody.
  const sql = `(${column} IS NULL OR ${column} NOT IN (SELECT value FROM json_each(?)))`;
  return { sql, parameters: [JSON.stringify(hiddenLabels)] };
}

/** What is about a patient is as sensitive as the patient's own record. */
function patientLabelToSql({ hiddenLabels }: RecordReach, type: RecordType): Condition {
  if (type.patient === undefined || hiddenLabels.length === 0) return ALWAYS;
  const column = `${tableOf(type)}.${storedName(type.patient)}`;
  const hidden = 'SELECT id FROM patient WHERE sensitivity IN (SELECT value FROM json_each(?))';
  return { sql: `(${column} IS NULL OR ${column} NOT IN (${hidden}))`, parameters: [JSON.stringify(hiddenLabels)] };
}
