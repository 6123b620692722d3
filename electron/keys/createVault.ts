// The first start: everything is made in a staging folder and put in place at the end, so a kill starts clean.

import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { calibrate } from './derive.ts';
import { commitDeviceSecret, deviceCheckOf, discardStagedDeviceSecret, stageDeviceSecret } from './deviceSecret.ts';
import { renameSynced, syncFolder, writeSynced } from './durableFile.ts';
import { createGateFile } from './gate.ts';
import { hpkeKeyPair } from './hpke.ts';
import type { Keyring } from './keyring.ts';
import { makeKeyring, sealLasting, secretsOf } from './keyring.ts';
import { firstSlot, prepareRecovery } from './prepareSlot.ts';
import { randomSecret } from './secretBytes.ts';
import type { VaultContext } from './vaultContext.ts';
import { stagingDirOf, vaultStateOf } from './vaultContext.ts';
import type { VaultRecord } from './vaultFile.ts';
import { writeVaultFile } from './vaultFile.ts';

/** A vault that exists only once commit() returned. */
export interface CreatedVault {
  keyring: Keyring;
  userSecretKey: Buffer;
  recoveryCode: string;
  /** Where the other new files (console.db, anchor.bin) are made before commit; close them first. */
  stagingDir: string;
  /** Move everything into place; the key file goes last and makes it real. */
  readonly commit: () => void;
}

/** Make a vault for its first person. Throws when there is one, or the remains of one. */
export async function createVault(
  context: VaultContext,
  first: { userId: string; loginId: string; password: string },
): Promise<CreatedVault> {
  const { options } = context;
  if (vaultStateOf(options) !== 'absent') throw new Error('there is a vault already');
  const stagingDir = stagingDirOf(options);
  setAsideUnfinished(options.vaultDir);
  rmSync(stagingDir, { recursive: true, force: true });
  discardStagedDeviceSecret(options.deviceDir);
  for (const folder of [stagingDir, options.deviceDir]) mkdirSync(folder, { recursive: true, mode: 0o700 });

  const kdf = options.kdf ?? (await calibrate(options.clock));
  const base = { installId: randomUUID(), generation: 1, kdf };
  const rootKey = randomSecret(32);
  const keyring = makeKeyring(base.installId, 1, rootKey, randomSecret(32), null);
  const deviceSecret = stageDeviceSecret(options.deviceDir, options.secretStore);
  const { secretKey } = hpkeKeyPair();
  try {
    const slot = await firstSlot(base, rootKey, deviceSecret, secretKey, first);
    const { code, recovery } = await prepareRecovery(base, rootKey, 1);
    const record: VaultRecord = {
      ...base,
      nextGeneration: null,
      deviceCheck: deviceCheckOf(deviceSecret, base.installId),
      receiptPublicKey: keyring.receiptPublicKey.toString('hex'),
      lasting: [{ generation: 1, sealed: sealLasting(rootKey, base.installId, 1, secretsOf(keyring).lastingSecret) }],
      recoveries: [recovery],
      slots: [slot],
    };
    writeVaultFile(join(stagingDir, 'vault.json'), record, secretsOf(keyring).headerKey);
    createGateFile({ vaultDir: stagingDir, installId: base.installId, deviceSecret, clock: options.clock });
    context.live.add(keyring);
    return { keyring, userSecretKey: secretKey, recoveryCode: code, stagingDir, commit: () => commitVault(context) };
  } finally {
    deviceSecret.fill(0);
  }
}

/** A first start cut short while its files were put in place leaves a database no key opens. It is kept, out of the way. */
function setAsideUnfinished(vaultDir: string): void {
  const unfinished = join(vaultDir, 'console.db');
  if (existsSync(unfinished)) renameSynced(unfinished, `${unfinished}.unfinished`);
}

/** INVARIANT: vault.json is the last file to be moved; until then the state is `absent` and create() starts again. */
function commitVault(context: VaultContext): void {
  const { vaultDir, deviceDir } = context.options;
  const stagingDir = stagingDirOf(context.options);
  if (!existsSync(join(stagingDir, 'vault.json'))) throw new Error('there is nothing to put in place');
  rmSync(join(deviceDir, 'anchor.bin'), { force: true });
  for (const name of readdirSync(stagingDir)) {
    const place = name === 'anchor.bin' ? deviceDir : vaultDir;
    if (name !== 'vault.json') moveFile(join(stagingDir, name), join(place, name));
  }
  commitDeviceSecret(deviceDir);
  renameSynced(join(stagingDir, 'vault.json'), join(vaultDir, 'vault.json'));
  rmSync(stagingDir, { recursive: true, force: true });
  syncFolder(vaultDir);
}

/** The two folders may lie on different disks, where no rename reaches. */
function moveFile(from: string, to: string): void {
  try {
    renameSynced(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    writeSynced(to, readFileSync(from));
    syncFolder(dirname(to));
  }
}
