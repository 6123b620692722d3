// What a practice entered under an older schema is there, unchanged, after each further step.
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../db/migrations/index.ts';
import { openAtVersion, type VersionedFile } from '../support/openAtVersion.ts';

const STAMPS = 'created_at_ms, created_by, changed_at_ms, changed_by';

/** One row of each table that the first version filled, and of the two lists the second one added. */
const FIRST_ROWS: readonly (readonly [table: string, insert: string])[] = [
  [
    'practice',
    `INSERT INTO practice (id, name, time_zone, address, setup_step, install_id, created_at_ms)
     VALUES (1, 'Maple Street', 'America/New_York', '', 'finished', 'install-1', 1)`,
  ],
  ['setting', "INSERT INTO setting (key, value, changed_by, changed_at_ms) VALUES ('idleMinutes', '10', 'u1', 1)"],
  [
    'user',
    `INSERT INTO user (id, number, last_name, first_name, login_id, login_id_folded, status, provider_scope, ${STAMPS})
     VALUES ('u1', 1, 'Whitfield', 'Dana', 'dwhitfield', 'dwhitfield', 'active', 'all', 1, 'u1', 1, 'u1')`,
  ],
  ['role', "INSERT INTO role (id, code, name, kind, purpose) VALUES ('r1', 1, 'Biller', 'clinic', 'Bills.')"],
  ['role_permission', "INSERT INTO role_permission (role_id, permission) VALUES ('r1', 'claim:read')"],
  ['user_role', "INSERT INTO user_role (user_id, role_id) VALUES ('u1', 'r1')"],
  [
    'user_permission',
    "INSERT INTO user_permission (user_id, permission, effect, by_user_id, at_ms) VALUES ('u1', 'list:read', 'grant', 'u1', 1)",
  ],
  [
    'provider',
    `INSERT INTO provider (id, last_name, first_name, ${STAMPS}) VALUES ('p1', 'Patel', 'Ria', 1, 'u1', 1, 'u1')`,
  ],
  [
    'patient',
    `INSERT INTO patient (id, record_number, last_name, first_name, birth_date, city, ${STAMPS})
     VALUES ('k1', 1, 'Ortiz', 'Lena', '1990-01-02', 'Salem', 1, 'u1', 1, 'u1')`,
  ],
  ['patient_provider', "INSERT INTO patient_provider (patient_id, provider_id) VALUES ('k1', 'p1')"],
];

const rowsOf = (file: VersionedFile) =>
  new Map(FIRST_ROWS.map(([table]) => [table, file.all(`SELECT * FROM ${table}`)] as const));

describe('each step after the first', () => {
  it.each(MIGRATIONS.slice(1).map(({ version }) => version))('%i keeps the rows of the version before', (version) => {
    const file = openAtVersion(MIGRATIONS, version - 1);
    for (const [, insert] of FIRST_ROWS) file.execute(insert);
    const before = rowsOf(file);

    expect(file.migrateTo(version)).toEqual([version - 1]);

    for (const [table, rows] of rowsOf(file)) expect(rows, table).toMatchObject(before.get(table) ?? []);
    expect(file.all('PRAGMA foreign_key_check')).toEqual([]);
    file.close();
  });
});
