// What one migration step is.

/** What a step may do to the file: run SQL text, or prepared statements in bulk. */
export interface MigrationTarget {
  execute(sql: string): void;
  prepare(sql: string): {
    run(...parameters: readonly (string | number | null)[]): unknown;
    all(...parameters: readonly (string | number | null)[]): unknown[];
  };
}

/** One numbered, forward-only step of the schema. Versions are 1, 2, 3 … without gaps; a released step never changes. */
export interface Migration {
  readonly version: number;
  up(target: MigrationTarget): void;
}
