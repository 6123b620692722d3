// Creates the next numbered schema step, its line in the list and its test: npm run new:migration -- add-something
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What was made: the step's file, the list, and the test, relative to the project's root. */
export interface NewMigration {
  readonly version: number;
  readonly files: readonly string[];
}

/** Writes the next step named `verbNoun` (such as `add-emergency-access`) under `root`.
 *  Throws RangeError for a name that is not lower-case words joined by hyphens, or that is taken. */
export function createMigration(root: string, verbNoun: string): NewMigration {
  if (!/^[a-z]+(-[a-z]+)+$/.test(verbNoun))
    throw new RangeError('name the step by verb and noun, such as add-something');
  const folder = join(root, 'db', 'migrations');
  const numbers = readdirSync(folder).map((name) => Number(/^(\d{4})-/.exec(name)?.[1] ?? 0));
  const version = Math.max(0, ...numbers) + 1;
  const name = `${String(version).padStart(4, '0')}-${verbNoun}`;
  const exported = verbNoun.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const step = join('db', 'migrations', `${name}.ts`);
  const list = join('db', 'migrations', 'index.ts');
  const test = join('tests', 'db', `${name}.spec.ts`);
  if (existsSync(join(root, test))) throw new RangeError('a test of that name is already there');
  writeFileSync(join(root, step), stepText(version, exported, verbNoun), { flag: 'wx' });
  writeFileSync(join(root, list), listText(readFileSync(join(root, list), 'utf8'), name, exported));
  writeFileSync(join(root, test), testText(version, name, exported), { flag: 'wx' });
  return { version, files: [step, list, test] };
}

function stepText(version: number, exported: string, verbNoun: string): string {
  return `// Schema step ${version}: ${verbNoun.replaceAll('-', ' ')}.
import type { Migration } from './migration.ts';

/** ${verbNoun.replaceAll('-', ' ')}. A new column must be nullable, or every audited row hash changes. */
export const ${exported}: Migration = {
  version: ${version},
  up(target) {
    target.execute(\`\`);
  },
};
`;
}

function listText(list: string, name: string, exported: string): string {
  const withImport = list.replace(
    'import type { Migration }',
    `import { ${exported} } from './${name}.ts';\nimport type { Migration }`,
  );
  return withImport.replace(
    /\[([^\]]*)\];\s*$/,
    (_, steps: string) => `[${steps.trim().replace(/,$/, '')}, ${exported}];\n`,
  );
}

function testText(version: number, name: string, exported: string): string {
  return `import { expect, it } from 'vitest';
import { MIGRATIONS } from '../../db/migrations/index.ts';
import { ${exported} } from '../../db/migrations/${name}.ts';
import { openAtVersion } from '../support/openAtVersion.ts';

it('step ${version} keeps the rows that were there', () => {
  const file = openAtVersion(MIGRATIONS, ${version - 1});
  file.execute("INSERT INTO setting (key, value, changed_by, changed_at_ms) VALUES ('a', 'b', 'c', 1)");

  file.migrateTo(${version});

  expect(${exported}.version).toBe(${version});
  expect(file.all('SELECT key, value FROM setting')).toEqual([{ key: 'a', value: 'b' }]);
  file.close();
});
`;
}

if (import.meta.main) {
  const made = createMigration(process.cwd(), process.argv[2] ?? '');
  for (const file of made.files) console.log(file);
}
