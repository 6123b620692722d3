// Trouble with files, clocks and processes: a clear sentence, and nothing lost (S3.08, S3.10).
import { spawn, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VaultInUseError } from '../../../electron/core.ts';
import { NO_AUDIT_FILTER } from '../../../shared/catalogue/procedures/audit.ts';
import { desk, roleDesk } from '../../support/roleDesk.ts';
import {
  addActiveUser,
  PASSWORD,
  START_MS,
  setUpPractice,
  startTestCore,
  type TestCore,
} from '../../support/startTestCore.ts';

let test: TestCore;
beforeEach(async () => {
  test = startTestCore();
  await setUpPractice(test);
  await test.must('session.delete', {});
});
afterEach(() => test.close());

const signIn = () => test.call('session.create', { loginId: 'dwhitfield', password: PASSWORD });
const file = (...names: string[]) => join(test.folder, ...names);
const events = async (event: string) =>
  (await test.must('audit.find', { filter: { ...NO_AUDIT_FILTER, event }, beforeNumber: null, limit: 50 })).entries;

describe('the files of the practice', () => {
  it('S3.08 refuses a damaged database with a sentence, and keeps the file', async () => {
    const path = file('vault', 'console.db');
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 4_096, 12_288);
    writeFileSync(path, bytes);
    const reply = await signIn();
    expect(reply).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
    expect(JSON.stringify(reply)).toMatch(/damaged|does not fit/);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('S3.10 raises an alarm that stays when the database is older than its anchor', async () => {
    copyFileSync(file('vault', 'console.db'), file('older.db'));
    await test.must('session.create', { loginId: 'dwhitfield', password: PASSWORD });
    await test.must('practice.readStatus', {});
    await test.must('session.delete', {});
    copyFileSync(file('older.db'), file('vault', 'console.db'));
    test.restart();
    await test.must('session.create', { loginId: 'dwhitfield', password: PASSWORD });
    expect((await test.must('session.readState', {})).integrityAlarm).toMatch(/older/);
    expect(await events('integrity_alarm')).toHaveLength(1);
  });

  it('S3.10 raises an alarm when the anchor is gone', async () => {
    test.core.shutdown();
    rmSync(file('device', 'anchor.bin'));
    test.restart();
    await test.must('session.create', { loginId: 'dwhitfield', password: PASSWORD });
    expect((await test.must('session.readState', {})).integrityAlarm).toMatch(/missing/);
  });

  it('S3.08 says that a missing key of this computer needs the recovery code', async () => {
    test.core.shutdown();
    rmSync(file('device'), { recursive: true });
    test.restart();
    expect(await test.must('session.readState', {})).toMatchObject({ stage: 'keyMissing' });
    expect(await test.mustRefuse('session.create', { loginId: 'dwhitfield', password: PASSWORD })).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it('S3.08 calls a damaged key file unusable and deletes nothing', async () => {
    truncateSync(file('vault', 'vault.json'), 40);
    expect(await test.must('session.readState', {})).toMatchObject({ stage: 'unusable' });
    expect(existsSync(file('vault', 'console.db'))).toBe(true);
  });

  it('S2.99 does not count right passwords and codes as wrong tries while the records cannot be opened', async () => {
    const fresh = startTestCore();
    const { recoveryCode } = await setUpPractice(fresh);
    fresh.core.shutdown();
    const database = join(fresh.folder, 'vault', 'console.db');
    renameSync(database, `${database}.away`);
    fresh.restart();
    for (let time = 0; time < 6; time++) {
      const signedIn = await fresh.mustRefuse('session.create', { loginId: 'dwhitfield', password: PASSWORD });
      const recovered = await fresh.mustRefuse('session.recover', { recoveryCode });
      for (const refusal of [signedIn, recovered]) expect(refusal.message).toMatch(/practice file is not there/);
    }
    renameSync(`${database}.away`, database);
    await fresh.must('session.create', { loginId: 'dwhitfield', password: PASSWORD });
    fresh.close();
  });

  it('S2.99 starts a hold, not a free reset, when the counter file is deleted', async () => {
    test.core.shutdown();
    rmSync(file('vault', 'gate.bin'));
    test.restart();
    expect(await signIn()).toMatchObject({ ok: false, error: { code: 'UNAUTHENTICATED' } });
    test.advance(6 * 60_000);
    await test.must('session.create', { loginId: 'dwhitfield', password: PASSWORD });
    expect(await events('gate_missing')).toHaveLength(1);
  });
});

describe('processes and clocks', () => {
  it('S3.08 lets one program at a time open a practice', () => {
    expect(() => startTestCore(test.folder)).toThrow(VaultInUseError);
  });

  it('S1.19 loses nothing that was answered when the process is killed', async () => {
    test.core.shutdown();
    for (let kill = 0; kill < 5; kill++) {
      const lastAnswered = await killDuringWork(test.folder, 20 + kill * 7);
      test.restart();
      await test.must('session.create', { loginId: 'dwhitfield', password: PASSWORD });
      const { entryCount, alarm } = await test.must('audit.readStatus', {});
      expect(entryCount).toBeGreaterThanOrEqual(lastAnswered);
      expect(alarm).toBeNull();
      test.core.shutdown();
    }
    test.restart();
  });

  it('S3.10 records a clock set back and never lets time run backwards in the log', async () => {
    test.setClockBack(3 * 86_400_000);
    test.restart();
    await test.must('session.create', { loginId: 'dwhitfield', password: PASSWORD });
    expect(await events('clock_regression')).toHaveLength(1);
    const { entries } = await test.must('audit.find', { filter: NO_AUDIT_FILTER, beforeNumber: null, limit: 200 });
    const times = entries.map((entry) => entry.atMs).reverse();
    expect(times).toEqual(times.toSorted((left, right) => left - right));
  });

  it.skipIf(process.platform === 'win32')(
    'S1.21 refuses to act when the disk is full, locks all the same, and works again when there is room',
    async () => {
      const { create, update, read } = roleDesk(() => test);
      await signIn();
      const roleId = await create(desk());
      await update(roleId, desk({ permissions: [] }), { effectiveAtMs: START_MS + 3_600_000 });
      test.core.shutdown();
      const blocks = Math.ceil(statSync(file('vault', 'console.db')).size / 1024) + 40;
      const script = join(import.meta.dirname, '..', '..', 'support', 'fullDisk.ts');
      const command = `ulimit -f ${blocks}; trap '' XFSZ; exec "$0" "$1" "$2"`;
      const child = spawnSync('bash', ['-c', command, process.execPath, script, test.folder], {
        encoding: 'utf8',
        timeout: 60_000,
      });
      expect(child.stdout).toBe(
        'refused: The disk is full. Free some space, then try again; nothing was changed.\nlocked: B,C,D,A\n',
      );
      test.restart();
      await test.must('session.create', { loginId: 'dwhitfield', password: PASSWORD });
      expect(await read(roleId)).toMatchObject({ permissions: desk().permissions });
      expect((await test.must('session.readState', {})).integrityAlarm).toBeNull();
    },
  );
});

/** Starts a working child, kills it after `lines` answered calls, and returns the last number it printed. */
function killDuringWork(folder: string, lines: number): Promise<number> {
  const script = join(import.meta.dirname, '..', '..', 'support', 'killedWriter.ts');
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    if (printed.split('\n').length > lines) child.kill('SIGKILL');
  });
  return new Promise((resolve) => child.on('close', () => resolve(Number(printed.trimEnd().split('\n').at(-1)))));
}

describe('a leaver and a crash', () => {
  it('S2.10 takes up a key rotation that a crash prevented, at the next sign-in', async () => {
    await test.must('session.create', { loginId: 'dwhitfield', password: PASSWORD });
    const { keyGeneration } = await test.must('practice.readStatus', {});
    const rights = { roleIds: ['billing'], exceptions: [], scope: { kind: 'all' as const } };
    const userId = await addActiveUser(test, 'lortiz', rights, 'B');
    const { version } = await test.must('user.read', { userId });
    // A folder in the place of the copy makes every attempt at rekeying fail, as a full disk would.
    const blocked = file('vault', 'console.db.next');
    mkdirSync(join(blocked, 'x'), { recursive: true });
    const refusal = await test.mustRefuse('user.disable', { userId, version, reason: 'Left the practice.' });
    expect(refusal.message).toMatch(/^This was saved, but finishing it failed/);
    rmSync(blocked, { recursive: true });
    test.restart();
    await test.must('session.create', { loginId: 'dwhitfield', password: PASSWORD });
    expect((await test.must('practice.readStatus', {})).keyGeneration).toBeGreaterThan(keyGeneration);
    expect(await test.mustRefuse('session.create', { loginId: 'lortiz', password: PASSWORD }, 'B')).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it('S2.100 registers a computer anew with the recovery code and sounds no alarm afterwards', async () => {
    const fresh = startTestCore();
    const { recoveryCode } = await setUpPractice(fresh);
    fresh.core.shutdown();
    rmSync(join(fresh.folder, 'device'), { recursive: true });
    fresh.restart();
    await fresh.must('session.recover', { recoveryCode });
    const { rows } = await fresh.must('user.find', {
      search: '',
      status: 'all',
      roleId: null,
      permission: null,
      sort: 'name',
      isDescending: false,
      offset: 0,
      limit: 10,
    });
    const { userId, version } = await fresh.must('user.read', { userId: rows[0]?.userId ?? '' });
    const { activationCode } = await fresh.must('user.issueActivationCode', {
      userId,
      version,
      reason: 'New computer.',
    });
    await fresh.must('session.delete', {});
    await fresh.must('session.activate', { loginId: 'dwhitfield', activationCode, newPassword: PASSWORD });
    await fresh.must('session.delete', {});
    fresh.restart();
    await fresh.must('session.create', { loginId: 'dwhitfield', password: PASSWORD });
    expect((await fresh.must('session.readState', {})).integrityAlarm).toBeNull();
    fresh.close();
  });
});
