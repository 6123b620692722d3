// Vitest: everything but the end-to-end tests, on plain Node.
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const ROOT = join(import.meta.dirname, '..', '..');

/** The shell itself exists for Linux only, and the stand-ins of the start are shell scripts; elsewhere there is Electron. */
const SHELL_ONLY = [
  'tests/shell/quitting.spec.ts',
  'tests/shell/start.spec.ts',
  'tests/shell/worlds.spec.ts',
  'tests/shell/walls.spec.ts',
  'tests/shell/realWindow.spec.ts',
];

export default defineConfig({
  root: ROOT,
  // Electron's own package would try to fetch its binary: a unit test that imports it has a wrong arrow.
  resolve: { alias: { electron: join(import.meta.dirname, 'electronIsMissing.ts') } },
  test: {
    include: ['tests/{unit,specs,db,architecture,shell,regression}/**/*.spec.{ts,tsx}'],
    exclude: process.platform === 'linux' ? [] : SHELL_ONLY,
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
