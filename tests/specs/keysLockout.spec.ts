// N-02: killing the program in the middle of a try gives nobody more tries than the limit.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createdVault, drawn, opened, testFolders, vaultIn } from '../unit/electron/keys/testVault.ts';

const SUPPORT = join(import.meta.dirname, '../unit/electron/keys/testVault.ts');
const KILLS = Number(process.env.KEYWARD_KILLS ?? '12');

/** Tries as fast as it can and says each permission it got. */
const CHILD = `
const { vaultIn } = await import(process.env.KEYWARD_SUPPORT);
const { writeSync } = await import('node:fs');
const gate = vaultIn(JSON.parse(process.env.KEYWARD_FOLDERS)).openGate();
writeSync(1, '.');
for (;;) if (gate.beginAttempt('anna', 0).mayTry) writeSync(1, 'T');
`;

it('a program killed in the counter write never grants more tries than the limit (N-02)', {
  timeout: 300_000,
}, async () => {
  const folders = testFolders();
  await createdVault(folders);
  let granted = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const env = { ...process.env, KEYWARD_SUPPORT: SUPPORT, KEYWARD_FOLDERS: JSON.stringify(folders) };
    const child = spawn(process.execPath, ['--input-type=module', '-e', CHILD], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.on('data', (data) => {
      granted += String(data).split('T').length - 1;
    });
    await once(child.stdout, 'data');
    await new Promise((resolve) => setTimeout(resolve, drawn(kill, 4)));
    child.kill('SIGKILL');
    await once(child, 'close');
  }
  expect(granted).toBeGreaterThan(0);
  expect(granted).toBeLessThanOrEqual(5);
  const gate = opened(vaultIn(folders).openGate());
  expect(gate.isLocked('anna', 0)).toBe(true);
  gate.close();
  folders.remove();
});
