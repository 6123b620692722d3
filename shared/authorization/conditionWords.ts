// The conditions of a role in words (S2.63): the same on screens, on paper and in the log.
import { formatCents } from '../billing/formatCents.ts';
import { capitalized } from '../catalogue/capitalized.ts';
import { DATA_AREAS, VERB_LABELS, VERBS } from '../catalogue/dataAreas.ts';
import { PERMISSIONS, type PermissionId } from '../catalogue/permissions.ts';
import type { Field } from '../catalogue/records/field.ts';
import { recordTypeNamed } from '../catalogue/records.ts';
import type { RightCondition } from './flattenRole.ts';
import type { ConditionOperator, RowCondition } from './rowCondition.ts';

/** As they stand between a field and a constant; days and times have words of their own. */
const OPERATORS: Readonly<Record<ConditionOperator, readonly [plain: string, ofTime: string]>> = {
  is: ['is', 'is'],
  isNot: ['is not', 'is not'],
  lessThan: ['is less than', 'is before'],
  atMost: ['is at most', 'is at the latest'],
  moreThan: ['is more than', 'is after'],
  atLeast: ['is at least', 'is at the earliest'],
};

/** `is less than`; `is before` for days and times. */
export function operatorWords(operator: ConditionOperator, kind: Field['kind']): string {
  const [plain, ofTime] = OPERATORS[operator];
  return kind === 'date' || kind === 'timeOfDay' || kind === 'instant' ? ofTime : plain;
}

/** `Refunds: Approve only where Amount is less than $500.00`. `showInstant` writes a point in time as the reader's
 *  clock has it. A field or type that this version does not know is named as stored: no row meets such a condition. */
export function conditionWords(condition: RightCondition, showInstant: (atMs: number) => string): string {
  const type = recordTypeNamed(condition.type);
  const many = type?.many ?? condition.type;
  const verb = type === null || condition.permission.startsWith(`${type.area}:`) ? verbOf(condition.permission) : null;
  const right =
    verb === null ? `${PERMISSIONS[condition.permission].label}, of ${many}` : `${capitalized(many)}: ${verb}`;
  return `${right} only where ${ruleWords(condition, type?.fields[condition.field], showInstant)}`;
}

function ruleWords(condition: RowCondition, field: Field | undefined, showInstant: (atMs: number) => string): string {
  const { operator, value } = condition;
  if (field === undefined) return `${condition.field} ${OPERATORS[operator][0]} ${String(value)}`;
  return `${field.label} ${operatorWords(operator, field.kind)} ${valueWords(value, field, showInstant)}`;
}

function valueWords(value: RowCondition['value'], field: Field, showInstant: (atMs: number) => string): string {
  switch (field.kind) {
    case 'cents':
      return formatCents(Number(value));
    case 'boolean':
      return value === true ? 'yes' : 'no';
    case 'choice':
      return `“${field.options?.find((option) => option.value === value)?.label ?? String(value)}”`;
    case 'instant':
      return showInstant(Number(value));
    case 'reference':
      // Its title may be patient data, which has no place in the log.
      return `one certain record (${String(value)})`;
    default:
      return String(value);
  }
}

/** The verb of a cell of the matrix, or null for a finer right. */
function verbOf(permission: PermissionId): string | null {
  const [area = '', verb = ''] = permission.split(':');
  const found = VERBS.find((one) => one === verb);
  return found !== undefined && Object.hasOwn(DATA_AREAS, area) ? VERB_LABELS[found] : null;
}
