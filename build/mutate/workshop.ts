// A copy of the project in the temporary folder, where mutants are tried without touching the project itself.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Mutant, withMutant } from './mutants.ts';

export type Verdict = 'killed' | 'survived';

export interface Workshop {
  /** Runs the tests with the mutant in place; null: without any. Killed: a test failed or none came to an end. */
  readonly try: (mutant: Mutant | null) => Promise<Verdict>;
  readonly close: () => void;
}

const COPIED = ['shared', 'db', 'electron', 'renderer', 'build', 'tests', 'package.json', 'tsconfig.json'];
/** A mutant that runs in circles is killed by the clock. */
const LONGEST_TRIAL_MS = 60_000;
/** Enough random practices to notice a mutant, few enough to try hundreds. */
const ORACLE_WORLDS = '1500';

/** Copies the project at `root` and tries mutants with the given test files, those of the changed file
 *  first and then one group after the other, until one notices. */
export function openWorkshop(root: string, groups: readonly (readonly string[])[]): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-mutate-'));
  for (const name of COPIED) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return {
    try: async (mutant) => {
      if (mutant === null) return runGroups(folder, groups);
      const path = join(folder, mutant.file);
      const original = readFileSync(path, 'utf8');
      writeFileSync(path, withMutant(original, mutant));
      try {
        return await runGroups(folder, [ownTests(folder, mutant), ...groups]);
      } finally {
        writeFileSync(path, original);
      }
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The tests of the changed file itself, which notice most. */
function ownTests(folder: string, { file }: Mutant): readonly string[] {
  const tests = join('tests', 'unit', file.replace(/\.ts$/, '.spec.ts'));
  return existsSync(join(folder, tests)) ? [tests] : [];
}

async function runGroups(folder: string, groups: readonly (readonly string[])[]): Promise<Verdict> {
  for (const tests of groups) if (tests.length > 0 && (await runTests(folder, tests)) === 'killed') return 'killed';
  return 'survived';
}

function runTests(folder: string, tests: readonly string[]): Promise<Verdict> {
  const vitest = join(folder, 'node_modules', 'vitest', 'vitest.mjs');
  const config = join('build', 'config', 'vitest.ts');
  const child = spawn(
    process.execPath,
    [vitest, 'run', '--bail', '1', '--no-isolate', '--no-file-parallelism', '--config', config, ...tests],
    {
      cwd: folder,
      stdio: 'ignore',
      env: { ...process.env, KEYWARD_ORACLE_WORLDS: ORACLE_WORLDS },
      detached: process.platform !== 'win32',
    },
  );
  return new Promise((resolve, reject) => {
    const clock = setTimeout(() => {
      if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
      else child.kill('SIGKILL');
    }, LONGEST_TRIAL_MS);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(clock);
      resolve(code === 0 ? 'survived' : 'killed');
    });
  });
}
