// A2 and A5: somebody with file tools, or with a key of the past, forges the key file; the right password shows it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '../../electron/keys/hkdf.ts';
import { hpkeKeyPair } from '../../electron/keys/hpke.ts';
import type { Vault } from '../../electron/keys/vault.ts';
import { VaultDamagedError } from '../../electron/keys/vault.ts';
import type { JsonValue } from '../../shared/canonicalJson.ts';
import { canonicalJson } from '../../shared/canonicalJson.ts';
import { ANNA, createdVault, enrol, PASSWORD, type TestFolders, testFolders } from '../unit/electron/keys/testVault.ts';

const MALLORY = { userId: 'mallory', loginId: 'mallory', password: 'a drawer of brass buttons' };

interface KeyFile {
  checksum: string;
  record: { slots: { [key: string]: JsonValue }[]; [key: string]: JsonValue };
  [key: string]: JsonValue;
}

let folders: TestFolders;
let vault: Vault;
beforeEach(async () => {
  folders = testFolders();
  const made = await createdVault(folders);
  vault = made.vault;
  await enrol(vault, made.anna, MALLORY);
  made.anna.keyring.wipe();
});
afterEach(() => folders.remove());

/** Change the key file and give it a fitting checksum, as anybody can who reads this program's source. */
function forge(change: (file: KeyFile) => void): void {
  const path = join(folders.vaultDir, 'vault.json');
  const file = JSON.parse(readFileSync(path, 'utf8')) as KeyFile;
  change(file);
  const { checksum: _old, ...body } = file;
  const checksum = sha256(Buffer.from(canonicalJson(body))).toString('hex');
  writeFileSync(path, `${canonicalJson({ ...body, checksum })}\n`);
  expect(vault.state()).toBe('ready');
}

function slotOf(file: KeyFile, userId: string): { [key: string]: JsonValue } {
  const slot = file.record.slots.find((candidate) => candidate.userId === userId);
  if (slot === undefined) throw new Error('no slot');
  return slot;
}

describe('a forged key file', () => {
  it('that says the same as before still opens, so the forger’s tool is good (control)', async () => {
    forge(() => undefined);
    expect(await vault.openWithPassword(ANNA.loginId, PASSWORD)).not.toBeNull();
  });

  it.each<[string, (file: KeyFile) => void]>([
    ['a slot taken away', (file) => file.record.slots.pop()],
    [
      'an own public key in a colleague’s slot',
      (file) => {
        slotOf(file, ANNA.userId).publicKey = hpkeKeyPair().publicKey.toString('hex');
      },
    ],
    [
      'a slot given to another person',
      (file) => {
        slotOf(file, MALLORY.userId).userId = 'somebody-else';
      },
    ],
    [
      'an expiry moved',
      (file) => {
        slotOf(file, MALLORY.userId).expiresAtMs = 4_000_000_000_000;
      },
    ],
    [
      'another generation',
      (file) => {
        file.record.generation = 2;
      },
    ],
    [
      'another cost for new slots',
      (file) => {
        file.record.kdf = { memoryKiB: 8, passes: 1, lanes: 1 };
      },
    ],
    [
      'another receipt key',
      (file) => {
        file.record.receiptPublicKey = '00'.repeat(32);
      },
    ],
    [
      'login ids exchanged between two people',
      (file) => {
        const [anna, mallory] = [slotOf(file, ANNA.userId), slotOf(file, MALLORY.userId)];
        const annaId = anna.lookupId ?? null;
        anna.lookupId = mallory.lookupId ?? null;
        mallory.lookupId = annaId;
      },
    ],
  ])('with %s opens for nobody', async (_name, change) => {
    forge(change);
    const answers = await Promise.allSettled([
      vault.openWithPassword(ANNA.loginId, PASSWORD),
      vault.openWithPassword(MALLORY.loginId, MALLORY.password),
      vault.openWithPassword(ANNA.loginId, MALLORY.password),
    ]);
    for (const answer of answers) {
      if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(VaultDamagedError);
      else expect(answer.value).toBeNull();
    }
  });
});
