// N-02: killing the program in the middle of a try gives nobody more tries than the limit.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { TestFolders } from '../unit/electron/keys/testVault.ts';
import { createdVault, drawn, opened, testFolders, vaultIn } from '../unit/electron/keys/testVault.ts';

const SUPPORT = join(import.meta.dirname, '../unit/electron/keys/testVault.ts');
const KILLS = Number(process.env.KEYWARD_KILLS ?? '12');
const KILLS_PER_ROUND = 4;

/** Tries again and again and says each permission it got. */
const CHILD = `
const { vaultIn } = await import(process.env.KEYWARD_SUPPORT);
const { writeSync } = await import('node:fs');
const gate = vaultIn(JSON.parse(process.env.KEYWARD_FOLDERS)).openGate();
writeSync(1, '.');
for (;;) {
  if (gate.beginAttempt('anna', 0).mayTry) writeSync(1, 'T');
  await new Promise((resolve) => setTimeout(resolve, 1));
}
`;

/** How many tries a program was granted before it was killed `afterMs` after its start. */
async function grantedUntilKilled(folders: TestFolders, afterMs: number): Promise<number> {
  const env = { ...process.env, KEYWARD_SUPPORT: SUPPORT, KEYWARD_FOLDERS: JSON.stringify(folders) };
  const child = spawn(process.execPath, ['--input-type=module', '-e', CHILD], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (data) => {
    said += String(data);
  });
  await once(child.stdout, 'data');
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  child.kill('SIGKILL');
  await once(child, 'close');
  return said.split('T').length - 1;
}

it('a program killed in the counter write never grants more tries than the limit (N-02)', {
  timeout: 600_000,
}, async () => {
  const folders = testFolders();
  await createdVault(folders);
  let total = 0;
  for (let round = 0; round < KILLS / KILLS_PER_ROUND; round += 1) {
    let granted = 0;
    for (let kill = 0; kill < KILLS_PER_ROUND; kill += 1) {
      granted += await grantedUntilKilled(folders, drawn(round * KILLS_PER_ROUND + kill, 4));
    }
    expect(granted).toBeLessThanOrEqual(5);
    total += granted;
    const gate = opened(vaultIn(folders).openGate());
    expect(gate.condition).toBe('ok');
    gate.unlock('anna');
    gate.close();
  }
  expect(total, 'control: some tries were granted').toBeGreaterThan(0);
  folders.remove();
});
