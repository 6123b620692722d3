// The harness: JSON lines in, one answer per line out, through the same door as a window (house.md 13).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { deviceFolder } from '../../electron/deviceFolder.ts';

const HARNESS = join(import.meta.dirname, '..', '..', 'build', 'harness', 'harness.ts');

function speak(lines: readonly unknown[], args: readonly string[], env = process.env) {
  const input = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const { status, stdout, stderr } = spawnSync(process.execPath, [HARNESS, ...args], {
    input: `${input}\n`,
    encoding: 'utf8',
    env,
    timeout: 60_000,
  });
  const answers = status === 0 ? stdout.trimEnd().split('\n') : [];
  return { status, stderr, answers: answers.map((line) => JSON.parse(line) as unknown) };
}

it('answers each line in its turn, refuses a forged sender and survives what it cannot read', () => {
  const { status, answers } = speak(
    [
      { id: 1, call: 'session.readState', input: {} },
      { id: 2, call: 'session.readState', input: {}, sender: 'https://evil.example' },
      { id: 3, clock: 'advance', ms: 60_000 },
      'no JSON at all',
      { id: 4, call: '__proto__', input: {} },
      { id: 5, window: 'B', do: 'close' },
    ],
    ['--quick-keys', '--fixed-clock', '2026-11-22T08:00:00Z'],
  );
  expect(status).toBe(0);
  expect(answers).toMatchObject([
    { ready: true },
    { id: 1, reply: { ok: true, value: { stage: 'firstRun' } } },
    { id: 2, reply: { ok: false, error: { code: 'FORBIDDEN' } } },
    { id: 3, nowMs: Date.parse('2026-11-22T08:01:00Z') },
    { id: null, error: expect.any(String) },
    { id: 4, reply: { ok: false, error: { code: 'INVALID_INPUT' } } },
    { id: 5, done: 'close' },
  ]);
});

it('never opens a place where a real practice lives, and says so in a sentence', () => {
  const home = mkdtempSync(join(tmpdir(), 'keyward-harness-home-'));
  const env = { ...process.env, HOME: home, USERPROFILE: home, KEYWARD_DATA_DIR: join(home, 'elsewhere') };
  for (const place of [
    join(home, '.config', 'Keyward'),
    join(home, 'elsewhere'),
    deviceFolder(process.platform, env, home),
  ]) {
    const { status, stderr } = speak([], ['--data', place], env);
    expect(status, place).toBe(2);
    expect(stderr).toMatch(/^The harness never opens a practice’s real folder\. .*\n$/);
  }
  expect(readdirSync(home)).toEqual([]);
  rmSync(home, { recursive: true });
});

it('keeps a folder that was named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-harness-test-'));
  const create = {
    practice: { name: 'Maple Street', timeZone: 'America/New_York', address: '' },
    person: {
      lastName: 'Whitfield',
      firstName: 'Dana',
      middleInitial: '',
      loginId: 'dwhitfield',
      password: 'quiet harbour lantern 47 walnut',
    },
  };
  speak([{ id: 1, call: 'setup.create', input: create }], ['--quick-keys', '--data', folder]);
  const { answers } = speak([{ id: 2, call: 'session.readState', input: {} }], ['--quick-keys', '--data', folder]);
  expect(answers[1]).toMatchObject({ id: 2, reply: { ok: true, value: { stage: 'signIn' } } });
  rmSync(folder, { recursive: true });
});
