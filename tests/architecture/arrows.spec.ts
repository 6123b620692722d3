// The arrows between folders: the product keeps them, and every rule is alive.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DEPENDENCY_RULES } from '../../build/config/dependencyRules.ts';
import { cruiseModules } from './cruiseModules.ts';
import { ROOT, sourceFiles } from './sourceFiles.ts';

const FOLDERS = ['shared', 'db', 'electron', 'renderer', 'build'] as const;
/** The checker is content with nothing when it cannot read TypeScript, so it must have read at least so many modules. */
const MODULE_FLOOR = 300;

const planted = mkdtempSync(join(tmpdir(), 'keyward-arrows-'));
afterAll(() => rmSync(planted, { recursive: true, force: true }));

/** One broken arrow per rule: the file and its import; targets are made beside it. */
const PLANTED: readonly (readonly [rule: string, file: string, target: string])[] = [
  ['shared-is-pure', 'shared/a.ts', 'node:fs'],
  ['shared-is-pure', 'shared/b.ts', '../db/open.ts'],
  ['db-knows-no-window', 'db/a.ts', '../electron/core.ts'],
  ['one-file-opens-the-driver', 'db/b.ts', 'better-sqlite3'],
  ['electron-knows-no-page', 'electron/a.ts', '../renderer/main.tsx'],
  ['only-thin-files-import-electron', 'electron/handlers/a.ts', 'electron'],
  ['renderer-only-asks', 'renderer/a.tsx', '../electron/core.ts'],
  ['renderer-has-no-node', 'renderer/b.tsx', 'node:path'],
  ['screens-stand-alone', 'renderer/screens/one/One.tsx', '../two/Two.tsx'],
  ['tests-are-never-imported', 'build/a.ts', '../tests/support/x.ts'],
  ['product-does-not-need-its-build', 'electron/b.ts', '../build/run.ts'],
  ['no-circles', 'db/c.ts', './d.ts'],
  ['nothing-missing', 'renderer/c.tsx', './nowhere.ts'],
];

describe('the arrows', () => {
  it('are kept by every module of the product and its build', async () => {
    const { modules, violations } = await cruiseModules(ROOT, FOLDERS);
    expect(violations).toEqual([]);
    expect(modules.length).toBeGreaterThan(MODULE_FLOOR);
    const files = sourceFiles(...FOLDERS).filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'));
    expect(files.filter((path) => !modules.includes(path))).toEqual([]);
  });

  it('are guarded by rules that all say what to do instead', () => {
    for (const { comment } of DEPENDENCY_RULES) expect(comment.length).toBeGreaterThan(40);
    expect([...new Set(PLANTED.map(([rule]) => rule))].sort()).toEqual(DEPENDENCY_RULES.map(({ name }) => name).sort());
  });

  it('are found broken where a broken one is planted', async () => {
    for (const [, file, target] of PLANTED) {
      if (target.startsWith('.') && !target.includes('nowhere'))
        write(join(dirname(file), target), 'export const x = 1;\n');
      write(file, `import '${target}';\nexport const x = 1;\n`);
    }
    write('db/d.ts', "import './c.ts';\nexport const x = 1;\n");
    const { violations } = await cruiseModules(planted, FOLDERS);
    for (const [rule, file] of PLANTED)
      expect(
        violations.some((violation) => violation.startsWith(`${rule}: ${file} ->`)),
        `${rule} in ${file}`,
      ).toBe(true);
  });
});

function write(file: string, content: string): void {
  const path = join(planted, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
