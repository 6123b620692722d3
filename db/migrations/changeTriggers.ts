// The triggers that note each changed row of a protected table until an audit entry covers it.

/** SQL creating the three triggers for `table`, whose rows are named by one or two key columns.
 *  Part of released steps: its text must never change; a new form gets a new function. */
export function protectTable(table: string, firstKey: string, secondKey?: string): string {
  const keys = secondKey === undefined ? [firstKey] : [firstKey, secondKey];
  const id = (alias: string) => keys.map((key) => `CAST(${alias}.${key} AS TEXT)`).join(" || '|' || ");
  const note = (alias: string) => `INSERT INTO pending_entity (table_name, row_id) VALUES ('${table}', ${id(alias)});`;
  return `
CREATE TRIGGER ${table}_notes_insert AFTER INSERT ON ${table} BEGIN ${note('NEW')} END;
CREATE TRIGGER ${table}_notes_update AFTER UPDATE ON ${table} BEGIN ${note('OLD')} ${note('NEW')} END;
CREATE TRIGGER ${table}_notes_delete AFTER DELETE ON ${table} BEGIN ${note('OLD')} END;
`;
}
