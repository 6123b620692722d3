// Pieces of a WHERE clause with the values for their question marks.

/** A condition and the values for its question marks, in order. */
export interface Condition {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

/** The condition that is always true, and the one that never is. */
export const ALWAYS: Condition = { sql: '1', parameters: [] };
export const NEVER: Condition = { sql: '0', parameters: [] };

/** All of the conditions at once. */
export function allOf(...conditions: readonly Condition[]): Condition {
  return joined(conditions, ' AND ');
}

/** At least one of the conditions; none at all is never true. In parentheses, so that it can stand after an AND:
 *  `id = ? AND a OR b` would reach every row of b. */
export function anyOf(...conditions: readonly Condition[]): Condition {
  if (conditions.length === 0) return NEVER;
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
