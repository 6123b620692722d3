// The ways in which a right is held, own rows and conditions, as a WHERE condition on a record type's table.
import type { ConditionOperator, RowCondition } from '../../shared/authorization/rowCondition.ts';
import { isJudgeable } from '../../shared/authorization/rowCondition.ts';
import { EVERY_WAY, type Way } from '../../shared/authorization/scope.ts';
import { type RecordType, storedName } from '../../shared/catalogue/records/recordType.ts';
import { ALWAYS, allOf, anyOf, type Condition, NEVER } from '../condition.ts';
import { fromColumn, tableOf, toColumn } from './recordTable.ts';

/** The rows of `type` that are open in at least one of the ways. */
export function waysToSql(ways: readonly Way[], type: RecordType): Condition {
  if (ways === EVERY_WAY) return ALWAYS;
  const conditions = ways.map((way) => wayToSql(way, type));
  return conditions.includes(ALWAYS) ? ALWAYS : anyOf(...conditions);
}

function wayToSql({ ownerId, conditions }: Way, type: RecordType): Condition {
  const parts = conditions.filter((condition) => condition.type === type.name).map((one) => conditionToSql(one, type));
  if (ownerId !== null) parts.unshift(ownerToSql(ownerId, type));
  return parts.length === 0 ? ALWAYS : allOf(...parts);
}

function ownerToSql(ownerId: string, type: RecordType): Condition {
  const { owner } = type.scope;
  return owner === undefined ? NEVER : { sql: `${tableOf(type)}.${storedName(owner)} = ?`, parameters: [ownerId] };
}

const OPERATORS: Readonly<Record<ConditionOperator, string>> = {
  is: '=',
  isNot: '<>',
  lessThan: '<',
  atMost: '<=',
  moreThan: '>',
  atLeast: '>=',
};

/** NULL compares as unknown, so a row without a value is never reached, as meets() has it. */
function conditionToSql(condition: RowCondition, type: RecordType): Condition {
  const field = type.fields[condition.field];
  if (field === undefined || !isJudgeable(condition, field.kind)) return NEVER;
  const value = toColumn(condition.value);
  const column = `${tableOf(type)}.${storedName(condition.field)}`;
  if (value === null) return NEVER;
  const operator = OPERATORS[condition.operator];
  // What NULL in a younger column stands for, as fromColumn() has it.
  const standsFor = fromColumn(field, null);
  return standsFor === null
    ? { sql: `${column} ${operator} ?`, parameters: [value] }
    : { sql: `coalesce(${column}, ?) ${operator} ?`, parameters: [toColumn(standsFor) ?? '', value] };
}
