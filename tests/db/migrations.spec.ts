import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMigration } from '../../build/newMigration.ts';
import { MIGRATIONS } from '../../db/migrations/index.ts';
import type { Migration } from '../../db/migrations/migration.ts';
import { PROTECTED_TABLES } from '../../db/protectedTables.ts';
import { openAtVersion } from '../support/openAtVersion.ts';

const addColour: Migration = {
  version: MIGRATIONS.length + 1,
  up: (target) => target.execute('ALTER TABLE setting ADD COLUMN colour TEXT'),
};
const SETTING = "INSERT INTO setting (key, value, changed_by, changed_at_ms) VALUES ('a', 'b', 'c', 1)";

describe('migrations', () => {
  it('are numbered 1, 2, 3 … without a gap', () => {
    expect(MIGRATIONS.map((step) => step.version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  });

  it('create every table from nothing without taking a copy', () => {
    const file = openAtVersion(MIGRATIONS, 0);

    const copies = file.migrateTo(MIGRATIONS.length);

    const tables = file
      .all("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .map((row) => (row as { name: string }).name);
    expect(tables).toEqual(expect.arrayContaining(PROTECTED_TABLES.map((table) => table.name)));
    expect(copies).toEqual([]);
    expect(file.version).toBe(MIGRATIONS.length);
    file.close();
  });

  it('make every table STRICT', () => {
    const file = openAtVersion(MIGRATIONS, MIGRATIONS.length);
    const loose = file.all(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite%'",
    );
    expect(loose).toEqual([]);
    file.close();
  });

  it('keep the rows of the version before, and take one copy first', () => {
    const file = openAtVersion([...MIGRATIONS, addColour], MIGRATIONS.length);
    file.execute(SETTING);

    const copies = file.migrateTo(MIGRATIONS.length + 1);

    expect(copies).toEqual([MIGRATIONS.length]);
    expect(file.all('SELECT key, value, colour FROM setting')).toEqual([{ key: 'a', value: 'b', colour: null }]);
    file.close();
  });

  it('leave everything as it was when a step fails half-way', () => {
    const failing: Migration = {
      version: MIGRATIONS.length + 2,
      up(target) {
        target.execute('DELETE FROM setting');
        throw new Error('power cut');
      },
    };
    const file = openAtVersion([...MIGRATIONS, addColour, failing], MIGRATIONS.length);
    file.execute(SETTING);

    expect(() => file.migrateTo(MIGRATIONS.length + 2)).toThrow('power cut');

    expect(file.version).toBe(MIGRATIONS.length);
    expect(file.all('SELECT * FROM setting')).toHaveLength(1);
    file.close();
  });

  it('refuse a step that leaves a row pointing nowhere', () => {
    const orphaning: Migration = {
      version: MIGRATIONS.length + 1,
      up: (target) =>
        target.execute(
          "PRAGMA defer_foreign_keys=ON; INSERT INTO user_role (user_id, role_id) VALUES ('nobody', 'none')",
        ),
    };
    const file = openAtVersion([...MIGRATIONS, orphaning], MIGRATIONS.length);
    expect(() => file.migrateTo(MIGRATIONS.length + 1)).toThrow();
    expect(file.version).toBe(MIGRATIONS.length);
    file.close();
  });

  it('refuse a list with a gap', () => {
    const file = openAtVersion(MIGRATIONS, 0);
    const gap: Migration = { ...addColour, version: addColour.version + 1 };
    expect(() => openAtVersion([...MIGRATIONS, gap], gap.version)).toThrow(/stands at place/);
    file.close();
  });

  it('refuse a file with tables but no version', () => {
    const file = openAtVersion(MIGRATIONS, 0);
    file.execute('CREATE TABLE stranger (id TEXT) STRICT');
    expect(() => file.migrateTo(1)).toThrow(expect.objectContaining({ code: 'damaged' }));
    file.close();
  });

  it.each(PROTECTED_TABLES)('give $name its three change triggers', ({ name }) => {
    const file = openAtVersion(MIGRATIONS, MIGRATIONS.length);
    const triggers = file.all(
      `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = '${name}'
       AND name LIKE '%\\_notes\\_%' ESCAPE '\\' ORDER BY name`,
    );
    expect(triggers).toEqual(['delete', 'insert', 'update'].map((verb) => ({ name: `${name}_notes_${verb}` })));
    file.close();
  });
});

const LIST_OF_ONE = `// The ordered list of schema steps.
import { createPractice } from './0001-create-practice.ts';
import type { Migration } from './migration.ts';

export const MIGRATIONS: readonly Migration[] = [
  createPractice,
];
`;

describe('new:migration', () => {
  it('writes the step, its line in the list and its test', () => {
    const root = mkdtempSync(join(tmpdir(), 'keyward-new-migration-'));
    mkdirSync(join(root, 'db', 'migrations'), { recursive: true });
    mkdirSync(join(root, 'tests', 'db'), { recursive: true });
    writeFileSync(join(root, 'db', 'migrations', '0001-create-practice.ts'), '');
    writeFileSync(join(root, 'db', 'migrations', 'index.ts'), LIST_OF_ONE);

    const made = createMigration(root, 'add-emergency-access');

    expect(made.version).toBe(2);
    const list = readFileSync(join(root, 'db', 'migrations', 'index.ts'), 'utf8');
    expect(list).toContain("import { addEmergencyAccess } from './0002-add-emergency-access.ts';");
    expect(list).toContain('= [createPractice, addEmergencyAccess];');
    expect(readFileSync(join(root, 'db/migrations/0002-add-emergency-access.ts'), 'utf8')).toContain('version: 2');
    expect(readFileSync(join(root, 'tests/db/0002-add-emergency-access.spec.ts'), 'utf8')).toContain('migrateTo(2)');
    rmSync(root, { recursive: true });
  });

  it('refuses a name that says nothing', () => {
    expect(() => createMigration('.', 'Step2')).toThrow(RangeError);
  });
});
