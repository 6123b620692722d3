// N-06: after lock no key is left anywhere in the memory of the process; read from outside, where the system allows it.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';

const FOLDER = join(import.meta.dirname, '../unit/electron/keys/testVault.ts');
const KEYRING = join(import.meta.dirname, '../../electron/keys/keyring.ts');

/** Opens a vault, names its keys in hex, locks when told and waits. */
const CHILD = `
const { vaultIn, testFolders, createdVault, rekeyCopy, ANNA, PASSWORD } = await import(process.env.KEYWARD_SUPPORT);
const { secretsOf } = await import(process.env.KEYWARD_KEYRING);
const folders = testFolders();
const { vault, anna } = await createdVault(folders);
const old = anna.keyring;
const keys = { oldRoot: secretsOf(old).rootKey.toString('hex'), oldPage: old.pageKey.toString('hex') };
const keyring = vault.rotate(old, [ANNA.userId], rekeyCopy, folders.databasePath);
const { rootKey, headerKey, lastingSecret } = secretsOf(keyring);
const { pageKey, anchorKey, entityKey, receiptSecretKey } = keyring;
const userSecretKey = anna.userSecretKey;
for (const [name, key] of Object.entries({ rootKey, headerKey, lastingSecret, pageKey, anchorKey, entityKey, receiptSecretKey, userSecretKey }))
  keys[name] = key.toString('hex');
console.log(JSON.stringify(keys));
process.stdin.once('data', () => {
  keyring.wipe();
  userSecretKey.fill(0);
  folders.remove();
  console.log('locked');
});
`;

/** How often each key (raw bytes) lies in the writable memory of a process. */
function countInMemory(pid: number, keys: Record<string, string>): Record<string, number> {
  const counts = Object.fromEntries(Object.keys(keys).map((name) => [name, 0]));
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
    const range = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line);
    if (range === null) continue;
    const start = BigInt(`0x${range[1]}`);
    const bytes = Buffer.alloc(Number(BigInt(`0x${range[2]}`) - start));
    const length = readableBytes(memory, bytes, start);
    for (const [name, key] of Object.entries(keys)) {
      counts[name] = (counts[name] ?? 0) + occurrences(bytes.subarray(0, length), Buffer.from(key, 'hex'));
    }
  }
  closeSync(memory);
  return counts;
}

function readableBytes(memory: number, into: Buffer, start: bigint): number {
  try {
    return readSync(memory, into, 0, into.length, start);
  } catch {
    return 0;
  }
}

function occurrences(bytes: Buffer, wanted: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 1)) count += 1;
  return count;
}

async function line(child: ChildProcessByStdio<Writable, Readable, null>): Promise<string> {
  const [data] = await once(child.stdout, 'data');
  return String(data).trim();
}

describe.skipIf(process.platform !== 'linux')('memory after lock', () => {
  it('holds no key, neither of this generation nor of the one before (N-06)', { timeout: 120_000 }, async () => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', CHILD], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, KEYWARD_SUPPORT: FOLDER, KEYWARD_KEYRING: KEYRING },
    });
    const keys = JSON.parse(await line(child)) as Record<string, string>;
    const pid = child.pid ?? 0;
    const whileOpen = countInMemory(pid, { pageKey: keys.pageKey ?? '' });
    expect(whileOpen.pageKey, 'control: an open vault holds its key').toBeGreaterThan(0);
    child.stdin.write('lock\n');
    expect(await line(child)).toBe('locked');
    const afterLock = countInMemory(pid, keys);
    child.kill();
    expect(afterLock).toEqual(Object.fromEntries(Object.keys(keys).map((name) => [name, 0])));
  });
});
