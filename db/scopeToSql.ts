// RowScope as a WHERE condition; a property test proves that it agrees with inScope().
import type { RowScope } from '../shared/authorization/scope.ts';

/** A condition and the values for its question marks, in order. */
export interface Condition {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

/** The condition that is always true. */
export const ALWAYS: Condition = { sql: '1', parameters: [] };

/** The rows of `patient` or `provider` that `scope` reaches, on the table under its own name.
 *  The list of providers is one parameter, so that the text of a statement does not grow with it. */
export function scopeToSql(scope: RowScope, table: 'patient' | 'provider'): Condition {
  if (scope.providers === 'all') return ALWAYS;
  const parameters = [JSON.stringify(scope.providers)];
  const listed = 'SELECT value FROM json_each(?)';
  if (table === 'provider') return { sql: `provider.id IN (${listed})`, parameters };
  return {
    sql: `patient.id IN (SELECT patient_id FROM patient_provider WHERE provider_id IN (${listed}))`,
    parameters,
  };
}

/** All of the conditions at once. */
export function allOf(...conditions: readonly Condition[]): Condition {
  return joined(conditions, ' AND ');
}

/** At least one of the conditions; none at all is never true. In parentheses, so that it can stand after an AND:
 *  `id = ? AND a OR b` would reach every row of b. */
export function anyOf(...conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) return { sql: '0', parameters: [] };
  const { sql, parameters } = joined(conditions, ' OR ');
  return { sql: `(${sql})`, parameters };
}

function joined(conditions: readonly Condition[], word: string): Condition {
  const first = conditions[0];
  if (first === undefined) return ALWAYS;
  if (conditions.length === 1) return first;
  return {
    sql: conditions.map(({ sql }) => `(${sql})`).join(word),
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}
