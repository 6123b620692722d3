// One program per vault, and a lock that never outlives its holder.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { acquireVaultLock } from '../../../../electron/keys/vaultLock.ts';
import { opened, testFolders } from './testVault.ts';

const SOURCE = join(import.meta.dirname, '../../../../electron/keys/vaultLock.ts');
const HOLDER = `
const { acquireVaultLock } = await import(process.env.KEYWARD_SOURCE);
console.log(acquireVaultLock(process.env.KEYWARD_DIR) === null ? 'refused' : 'held');
setInterval(() => undefined, 1_000);
`;

it('gives the lock to one holder at a time', () => {
  const folders = testFolders();
  const first = opened(acquireVaultLock(folders.vaultDir));
  expect(acquireVaultLock(folders.vaultDir)).toBeNull();
  first.release();
  first.release();
  opened(acquireVaultLock(folders.vaultDir)).release();
  folders.remove();
});

it('is refused while another process holds it and free once that process is killed (R-12)', async () => {
  const folders = testFolders();
  const env = { ...process.env, KEYWARD_SOURCE: SOURCE, KEYWARD_DIR: folders.vaultDir };
  const holder = spawn(process.execPath, ['--input-type=module', '-e', HOLDER], { env });
  const [said] = await once(holder.stdout, 'data');
  expect(String(said).trim()).toBe('held');
  expect(acquireVaultLock(folders.vaultDir)).toBeNull();
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  opened(acquireVaultLock(folders.vaultDir)).release();
  folders.remove();
});
