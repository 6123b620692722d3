// the program is killed at each step of a root key rotation, and the right people open the vault afterwards.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROTATION_STEPS } from '../../electron/keys/rotate.ts';
import {
  ANNA,
  createdVault,
  enrol,
  opened,
  PASSWORD,
  patientNames,
  rekeyCopy,
  testFolders,
} from '../unit/electron/keys/testVault.ts';

const LEAVER = { userId: 'leaver', loginId: 'eve', password: 'a drawer of brass buttons' };
const SUPPORT = join(import.meta.dirname, '../unit/electron/keys/testVault.ts');

/** Signs in, rotates and kills itself: after a step, or half-way through rekeying the copy. */
const CHILD = `
const { vaultIn, rekeyCopy, openKeyed, ANNA, PASSWORD } = await import(process.env.KEYWARD_SUPPORT);
const folders = JSON.parse(process.env.KEYWARD_FOLDERS);
const die = (step) => { if (step === process.env.KEYWARD_STEP) process.kill(process.pid, 'SIGKILL'); };
const rekey = (from, to, source, target) => {
  rekeyCopy(from, process.env.KEYWARD_STEP === 'copyHalfWritten' ? from : to, source, target);
  die('copyHalfWritten');
};
const vault = vaultIn(folders);
const anna = await vault.openWithPassword(ANNA.loginId, PASSWORD);
vault.rotate(anna.keyring, [ANNA.userId], rekey, folders.databasePath, die);
`;

describe('a program killed during key rotation (R-13)', () => {
  it.each([...ROTATION_STEPS, 'copyHalfWritten'])('at %s leaves exactly the right people', async (step) => {
    const folders = testFolders();
    const { vault, anna, recoveryCode } = await createdVault(folders);
    await enrol(vault, anna, LEAVER);
    const { signal, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', CHILD], {
      encoding: 'utf8',
      env: {
        ...process.env,
        KEYWARD_SUPPORT: SUPPORT,
        KEYWARD_FOLDERS: JSON.stringify(folders),
        KEYWARD_STEP: step,
      },
    });
    expect(`${signal}${stderr}`).toBe('SIGKILL');

    expect(await vault.openWithPassword(LEAVER.loginId, LEAVER.password)).toBeNull();
    const again = opened(await vault.openWithPassword(ANNA.loginId, PASSWORD));
    const keyring = vault.resumeRotation(again.keyring, rekeyCopy, folders.databasePath);
    expect(keyring.generation).toBe(2);
    expect(patientNames(folders.databasePath, keyring.pageKey)).toEqual(['kept']);
    expect((await vault.openWithRecoveryCode(recoveryCode))?.pageKey.equals(keyring.pageKey)).toBe(true);
    expect(await vault.openWithPassword(LEAVER.loginId, LEAVER.password)).toBeNull();
    folders.remove();
  });
});
