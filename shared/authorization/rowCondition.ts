// Conditions on the rows a right reaches, such as "refunds under $500" (S2.63): a small closed rule set, no scripting.
import type { FieldKind, FieldValue } from '../catalogue/records/field.ts';
import { recordTypeNamed } from '../catalogue/records.ts';

export const CONDITION_OPERATORS = ['is', 'isNot', 'lessThan', 'atMost', 'moreThan', 'atLeast'] as const;
export type ConditionOperator = (typeof CONDITION_OPERATORS)[number];

/** One rule: rows of `type` whose `field` stands in this relation to the constant. Rows of other types are not touched. */
export interface RowCondition {
  readonly type: string;
  readonly field: string;
  readonly operator: ConditionOperator;
  readonly value: string | number | boolean;
}

/** Conditions that must all hold. */
export type Conjunction = readonly RowCondition[];

/** A row as a condition sees it. */
export interface ConditionedRow {
  readonly type: string;
  readonly values: Readonly<Record<string, FieldValue>>;
}

type ValueType = 'string' | 'number' | 'boolean';

/** What a field of each kind is compared as, and whether its values have an order; kinds left out have no conditions. */
const COMPARED: Readonly<Partial<Record<FieldKind, { readonly type: ValueType; readonly isOrdered: boolean }>>> = {
  choice: { type: 'string', isOrdered: false },
  reference: { type: 'string', isOrdered: false },
  boolean: { type: 'boolean', isOrdered: false },
  date: { type: 'string', isOrdered: true },
  timeOfDay: { type: 'string', isOrdered: true },
  instant: { type: 'number', isOrdered: true },
  cents: { type: 'number', isOrdered: true },
  integer: { type: 'number', isOrdered: true },
};

/** The operators a field of this kind can be compared with; none where it has no conditions. */
export function operatorsFor(kind: FieldKind): readonly ConditionOperator[] {
  const compared = COMPARED[kind];
  if (compared === undefined) return [];
  return compared.isOrdered ? CONDITION_OPERATORS : ['is', 'isNot'];
}

/** Whether a condition can be judged on a field of this kind at all; one that cannot lets no row through. */
export function isJudgeable({ operator, value }: RowCondition, kind: FieldKind | undefined): boolean {
  if (kind === undefined) return false;
  return operatorsFor(kind).includes(operator) && typeof value === COMPARED[kind]?.type;
}

/** Whether a row meets a condition. A field that is missing, empty or of another type than the constant does not. */
export function meets({ type, values }: ConditionedRow, condition: RowCondition): boolean {
  if (condition.type !== type) return true;
  const value = values[condition.field];
  const kind = recordTypeNamed(type)?.fields[condition.field]?.kind;
  return isJudgeable(condition, kind) && isOfTypeOf(condition.value, value) && compare(value, condition);
}

function isOfTypeOf<T>(known: T, value: unknown): value is T {
  return typeof value === typeof known;
}

function compare(value: RowCondition['value'], { operator, value: constant }: RowCondition): boolean {
  switch (operator) {
    case 'is':
      return value === constant;
    case 'isNot':
      return value !== constant;
    case 'lessThan':
      return value < constant;
    case 'atMost':
      return value <= constant;
    case 'moreThan':
      return value > constant;
    case 'atLeast':
      return value >= constant;
  }
}

/** Whether every row that meets `narrow` meets `wide` as well, as far as the two tell by themselves. */
export function isNarrower(narrow: RowCondition, wide: RowCondition): boolean {
  const { type, field, operator, value } = narrow;
  if (type !== wide.type || field !== wide.field || typeof value !== typeof wide.value) return false;
  if (operator === wide.operator && value === wide.value) return true;
  // One that cannot be judged lets no row through, so only itself is within it.
  if (!isJudgeable(wide, recordTypeNamed(type)?.fields[field]?.kind)) return false;
  if (operator === 'is') return compare(value, wide);
  if (operator === 'isNot' || wide.operator === 'is') return false;
  // The bound itself is the row nearest to what `wide` leaves out; without it `wide` may begin there.
  const touches = { lessThan: 'atMost', moreThan: 'atLeast', atMost: null, atLeast: null }[operator];
  const isUpper = operator === 'lessThan' || operator === 'atMost';
  switch (wide.operator) {
    case 'lessThan':
    case 'atMost':
      return isUpper && (touches === null ? compare(value, wide) : value <= wide.value);
    case 'moreThan':
    case 'atLeast':
      return !isUpper && (touches === null ? compare(value, wide) : value >= wide.value);
    case 'isNot':
      if (touches !== null && value === wide.value) return true;
      return isUpper ? value < wide.value : value > wide.value;
  }
}

/** The alternatives without repetition; one without conditions makes the others needless. */
export function withoutNeedless(alternatives: readonly Conjunction[]): readonly Conjunction[] {
  return alternatives.some((conjunction) => conjunction.length === 0) ? [[]] : alternatives;
}
