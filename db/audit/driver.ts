// Which index leads a search of the log, and the statements that walk it.
import type { AuditFilter } from './filter.ts';

/** One span of an index; several of them are walked side by side, newest first, without sorting. */
interface Branch {
  readonly index: string;
  readonly where: string;
  readonly value: string | null;
}

/** How candidates are found. No branch: every entry of the span of numbers is one. */
export interface Driver {
  readonly branches: readonly Branch[];
  /** Whether branches and span already are the whole filter; else each candidate must be looked at. */
  readonly isExact: boolean;
}

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly (string | number | null)[];
}

/** The most selective part of the filter leads: a record has few entries, an event many. */
export function driverOf(filter: AuditFilter): Driver {
  const { objectId, patientId, actorId, outcomes, events, workstation, objectType } = filter;
  const parts = [objectId, patientId, actorId, outcomes, events, workstation, objectType];
  const asked = parts.filter((part) => part !== undefined).length;
  const hasText = (filter.text ?? '').trim() !== '';
  const by = (index: string, where: string, values: readonly (string | null)[]): Driver => ({
    // An empty list asks for nothing: `= NULL` is never true.
    branches: [...new Set(values.length === 0 ? [null] : values)].map((value) => ({ index, where, value })),
    isExact: asked === 1 && !hasText,
  });
  if (objectId !== undefined) return by('object_id', 'object_id = ?', [objectId]);
  if (patientId !== undefined) return by('patient', 'patient_id = ?', [patientId]);
  if (actorId !== undefined) return by('actor', 'actor_id IS ?', [actorId]);
  if (outcomes !== undefined && !outcomes.includes('succeeded'))
    return by('trouble', "outcome = ? AND outcome <> 'succeeded'", outcomes);
  if (events !== undefined) return by('event', 'event = ?', events);
  if (objectType !== undefined) return by('object', 'object_type = ?', [objectType]);
  if (workstation !== undefined) return by('workstation', 'workstation = ?', [workstation]);
  return { branches: [], isExact: asked === 0 && !hasText };
}

/** The newest `limit` candidates with `first` <= number < `before`. */
export function candidatesSql(driver: Driver, first: number, before: number, limit: number): Statement {
  const { sql, parameters } = union(driver, 'number, body', 'number >= ? AND number < ?', [first, before]);
  return { sql: `${sql} ORDER BY number DESC LIMIT ?`, parameters: [...parameters, limit] };
}

/** How many candidates there are with `first` <= number <= `last`, counted up to `limit`. */
export function countSql(driver: Driver, first: number, last: number, limit: number): Statement {
  const { sql, parameters } = union(driver, '1', 'number >= ? AND number <= ?', [first, last]);
  return { sql: `SELECT count(*) AS count FROM (${sql} LIMIT ?)`, parameters: [...parameters, limit] };
}

function union(driver: Driver, columns: string, span: string, ends: readonly [number, number]): Statement {
  if (driver.branches.length === 0)
    return { sql: `SELECT ${columns} FROM audit_entry WHERE ${span}`, parameters: ends };
  const selects = driver.branches.map(
    ({ index, where }) =>
      `SELECT ${columns} FROM audit_entry INDEXED BY audit_entry_by_${index} WHERE ${where} AND ${span}`,
  );
  return {
    sql: selects.join(' UNION ALL '),
    parameters: driver.branches.flatMap(({ value }) => [value, ...ends]),
  };
}
