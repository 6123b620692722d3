// Runs the stand-alone verifier as an auditor would.
import { spawnSync } from 'node:child_process';

/** Its exit code (0 fits, 1 differs, 2 not checked) and what it printed. */
export function runVerifier(...args: readonly string[]): { code: number | null; text: string } {
  const run = spawnSync(process.execPath, ['build/verify.mjs', ...args], { encoding: 'utf8' });
  return { code: run.status, text: run.stdout + run.stderr };
}
