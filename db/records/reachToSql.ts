// What a call reaches as a WHERE condition on a record type's table; a property test proves that it agrees with isReached().
import type { RecordReach } from '../../shared/authorization/scope.ts';
import { type RecordType, storedName } from '../../shared/catalogue/records/recordType.ts';
import { ALWAYS, allOf, type Condition } from '../condition.ts';
import { limitsToSql } from './limitsToSql.ts';
import { tableOf } from './recordTable.ts';
import { waysToSql } from './waysToSql.ts';

/** The rows of `type` that `reach` allows. Lists are one parameter each, so that the text does not grow with them. */
export function reachToSql(reach: RecordReach, type: RecordType): Condition {
  const conditions = [
    limitsToSql(reach, type),
    waysToSql(reach.ways, type),
    labelToSql(reach, type),
    patientLabelToSql(reach, type),
  ];
  return allOf(...conditions.filter((condition) => condition !== ALWAYS));
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
