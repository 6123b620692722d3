// What is chosen and typed for a new condition, and the condition it makes; pure (S2.63).
import { fieldsToJudge, typesReachedBy } from '../../../shared/authorization/conditionChoices.ts';
import type { RightCondition } from '../../../shared/authorization/flattenRole.ts';
import {
  type ConditionOperator,
  isJudgeable,
  operatorsFor,
  type RowCondition,
} from '../../../shared/authorization/rowCondition.ts';
import { PERMISSION_IDS, type PermissionId } from '../../../shared/catalogue/permissions.ts';
import type { Field } from '../../../shared/catalogue/records/field.ts';
import { instantOfLocal } from '../../components/record/localInstant.ts';
import { parseCents } from '../../components/record/showCents.ts';

export interface ConditionDraft {
  readonly permission: PermissionId;
  readonly type: string;
  readonly field: string;
  readonly operator: ConditionOperator;
  /** As it stands in the input. */
  readonly typed: string;
}

/** The rights among those given that can be bound, in the order of the matrix. */
export function bindableRights(given: ReadonlySet<PermissionId>): readonly PermissionId[] {
  return PERMISSION_IDS.filter((id) => given.has(id) && typesReachedBy(id).length > 0);
}

/** A draft that fits together: what was chosen below a changed choice falls back to the first that fits. An amount is
 *  what conditions are mostly about, so it is proposed first. */
export function fitting(permission: PermissionId, wanted: Partial<Omit<ConditionDraft, 'permission'>>): ConditionDraft {
  const types = typesReachedBy(permission);
  const type = types.find(({ name }) => name === wanted.type) ?? types[0];
  const fields = type === undefined ? [] : fieldsToJudge(type, permission);
  const amount = fields.find(([, { kind }]) => kind === 'cents') ?? fields[0];
  const [field = '', declared] = fields.find(([name]) => name === wanted.field) ?? amount ?? [];
  const operators = declared === undefined ? [] : operatorsOf(declared);
  const operator = operators.find((one) => one === wanted.operator) ?? firstOperator(operators);
  const isSameField = field === wanted.field && type?.name === wanted.type;
  return {
    permission,
    type: type?.name ?? '',
    field,
    operator,
    typed: isSameField && wanted.typed !== undefined ? wanted.typed : firstValue(declared),
  };
}

/** The draft after one choice; a value stays only as long as the field it was typed for. */
export function changedDraft(draft: ConditionDraft, more: Partial<ConditionDraft>): ConditionDraft {
  const { typed, permission, ...wanted } = { ...draft, ...more };
  const isOtherField = wanted.type !== draft.type || wanted.field !== draft.field;
  return fitting(permission, isOtherField && more.typed === undefined ? wanted : { ...wanted, typed });
}

/** A choice between yes and no needs no second operator. */
export function operatorsOf({ kind }: Field): readonly ConditionOperator[] {
  return kind === 'boolean' ? ['is'] : operatorsFor(kind);
}

function firstOperator(operators: readonly ConditionOperator[]): ConditionOperator {
  return operators.includes('lessThan') ? 'lessThan' : 'is';
}

function firstValue(field: Field | undefined): string {
  if (field?.kind === 'boolean') return 'yes';
  return field?.kind === 'choice' ? (field.options?.[0]?.value ?? '') : '';
}

/** The field a draft is about, or null. */
export function fieldOf({ permission, type, field }: ConditionDraft): Field | null {
  const found = typesReachedBy(permission).find(({ name }) => name === type);
  return found?.fields[field] ?? null;
}

/** The condition, or what must be typed otherwise. */
export function conditionOf(draft: ConditionDraft): RightCondition | { readonly problem: string } {
  const field = fieldOf(draft);
  if (field === null) return { problem: 'Choose a field of these records.' };
  const value = constantOf(draft.typed, field);
  if (value === null) return { problem: PROBLEMS[field.kind] ?? 'Choose a value.' };
  const { permission, type, operator } = draft;
  const condition = { permission, type, field: draft.field, operator, value };
  return isJudgeable(condition, field.kind) ? condition : { problem: 'Choose how the two are compared.' };
}

const PROBLEMS: Readonly<Partial<Record<Field['kind'], string>>> = {
  cents: 'Type an amount such as 500 or 499.99.',
  integer: 'Type a whole number.',
  date: 'Choose a day.',
  timeOfDay: 'Choose a time of day.',
  instant: 'Choose a day and a time.',
};

function constantOf(typed: string, field: Field): RowCondition['value'] | null {
  switch (field.kind) {
    case 'cents':
      return parseCents(typed);
    case 'integer':
      return /^-?\d{1,9}$/.test(typed.trim()) ? Number(typed) : null;
    case 'boolean':
      return typed === 'yes' || typed === 'no' ? typed === 'yes' : null;
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(typed) ? typed : null;
    case 'timeOfDay':
      return /^([01]\d|2[0-3]):[0-5]\d$/.test(typed) ? typed : null;
    case 'instant':
      return instantOfLocal(typed);
    case 'choice':
      return field.options?.some(({ value }) => value === typed) === true ? typed : null;
    default:
      return null;
  }
}
