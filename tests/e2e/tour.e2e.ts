// The tour itself: the main job from the empty computer to the auditor's verified files (S2.44, S5.01, S5.03, S5.14).
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ROOT } from '../../build/launchApp.ts';

test('S2.44 the tour meets every expectation and leaves its files', async () => {
  test.setTimeout(300_000);
  const out = mkdtempSync(join(tmpdir(), 'keyward-tour-test-'));
  const env = { ...process.env, KEYWARD_HEADLESS: '1' };
  const tour = spawn(process.execPath, [join(ROOT, 'build', 'tour', 'tour.ts'), '--out', out], { cwd: ROOT, env });
  let said = '';
  tour.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const code = await new Promise((resolve) => tour.on('close', resolve));
  expect(code, said).toBe(0);
  const { steps } = JSON.parse(readFileSync(join(out, 'tour.json'), 'utf8')) as { steps: unknown[] };
  expect(steps.length).toBeGreaterThan(25);
  for (const file of ['audit.csv', 'audit.jsonl', 'receipt.txt', 'screens/01-setup-welcome.png'])
    expect(existsSync(join(out, file)), file).toBe(true);
  rmSync(out, { recursive: true, force: true });
});
