// Playwright: the end-to-end tests against the built app.
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const ROOT = join(import.meta.dirname, '..', '..');

export default defineConfig({
  testDir: join(ROOT, 'tests', 'e2e'),
  testMatch: '*.e2e.ts',
  outputDir: join(ROOT, 'test-results', 'e2e'),
  workers: 2,
  fullyParallel: true,
  // Generous: making keys takes seconds on purpose, and a busy machine must not decide a test.
  timeout: 180_000,
  expect: { timeout: 45_000 },
  // One slow moment of a shared machine must not decide either; what passes only then is named by `npm test`.
  retries: process.env.CI === undefined ? 0 : 1,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: join(ROOT, 'test-results', 'playwright.json') }]],
});
