// One hash over the schema text, so that a trigger or table changed behind the program is noticed at open.
import { hash } from 'node:crypto';
import { canonicalJson } from '../shared/canonicalJson.ts';

/** One row of sqlite_schema. */
export interface SchemaObject {
  readonly type: string;
  readonly name: string;
  readonly tableName: string;
  readonly sql: string | null;
}

/** SHA-256, as hex, of the schema objects in the given order. */
export function schemaDigest(objects: readonly SchemaObject[]): string {
  return hash('sha256', canonicalJson(objects.map(({ type, name, tableName, sql }) => [type, name, tableName, sql])));
}
