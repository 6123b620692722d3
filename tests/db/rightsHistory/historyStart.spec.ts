import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../../db/migrations/index.ts';
import { openAtVersion } from '../../support/openAtVersion.ts';

const STEP = 17;

describe('the step that begins the history of rights (N7)', () => {
  it('remembers in an older file with which entry it began, since nothing is known of before', () => {
    const file = openAtVersion(MIGRATIONS, STEP - 1);
    for (const number of [1, 2, 3])
      file.execute(`INSERT INTO audit_entry (number, body, hash) VALUES (${number}, '{"atMs":5}', zeroblob(32))`);
    file.migrateTo(STEP);
    expect(file.all('SELECT id, number FROM rights_history_start')).toEqual([{ id: 1, number: 3 }]);
    file.close();
  });

  it('knows everything in a new file', () => {
    const file = openAtVersion(MIGRATIONS, STEP);
    expect(file.all('SELECT id, number FROM rights_history_start')).toEqual([]);
    file.close();
  });

  it('keeps a row once for each entry that overwrites it, and a login that only signs in not at all', () => {
    const file = openAtVersion(MIGRATIONS, STEP);
    file.execute(`INSERT INTO user (id, number, last_name, first_name, login_id, login_id_folded, status, provider_scope,
      created_at_ms, created_by, changed_at_ms, changed_by)
      VALUES ('u1', 1, 'Whitfield', 'Dana', 'dw', 'dw', 'active', 'all', 1, 'u1', 1, 'u1')`);
    file.execute(`INSERT INTO audit_entry (number, body, hash) VALUES (1, '{"atMs":5}', zeroblob(32));
      INSERT INTO audit_entity (number, table_name, row_id, generation, hash) VALUES (1, 'user', 'u1', 1, zeroblob(32))`);
    file.execute('UPDATE user SET last_sign_in_at_ms = 7');
    expect(file.all('SELECT 1 FROM rights_history')).toEqual([]);
    file.execute("UPDATE user SET status = 'disabled'; UPDATE user SET is_super_user = 1");
    const kept = file.all("SELECT since_number, until_number, body ->> '$.status' AS status FROM rights_history");
    expect(kept).toEqual([{ since_number: 1, until_number: 2, status: 'active' }]);
    file.close();
  });
});
