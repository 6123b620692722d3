// `npm run harness`: the real core behind JSON lines on standard input and output (house.md 13).
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { fileSecretStore } from '../../electron/adapters/fileSecretStore.ts';
import { systemClock } from '../../electron/adapters/systemClock.ts';
import type { Clock } from '../../electron/adapters.ts';
import { createCore } from '../../electron/core.ts';
import { deviceFolder } from '../../electron/deviceFolder.ts';
import { APP_ORIGIN } from '../../electron/ipc/sender.ts';
import { harnessLine } from './harnessLine.ts';
import { movableClock } from './movableClock.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    'fixed-clock': { type: 'string' },
    'quick-keys': { type: 'boolean', default: false },
  },
});

const folder = chooseFolder(values.data);
const fixedAt = values['fixed-clock'];
const movable = movableClock(fixedAt === undefined ? systemClock() : stoppedClock(Date.parse(fixedAt)));
const answers: (string | null)[] = [];
const core = createCore({
  vaultDir: join(folder, 'vault'),
  deviceDir: join(folder, 'device'),
  secretStore: fileSecretStore(),
  dialogs: {
    chooseOpen: async () => answers.shift() ?? null,
    chooseSave: async () => answers.shift() ?? null,
    hasPrinter: async () => true,
    print: async () => undefined,
    writePdf: async () => undefined,
  },
  clock: movable.clock,
  workstation: 'HARNESS-1',
  appVersion: '0.1.0',
  onKiosk: () => undefined,
  onLocked: (window) => say({ locked: window }),
  // Weak keys are for fuzzing volume only and work in folders made by the harness itself.
  ...(values['quick-keys'] ? { weakKdfForTests: { memoryKiB: 8_192, passes: 1, lanes: 1 }, signInReleaseMs: 0 } : {}),
});

const lines = createInterface({ input: process.stdin });
let last = Promise.resolve();
lines.on('line', (line) => {
  last = last.then(() => handle(line));
});
lines.on('close', () => {
  void last.then(() => {
    core.shutdown();
    if (values.data === undefined) rmSync(folder, { recursive: true, force: true });
  });
});
say({ ready: true });

async function handle(line: string): Promise<void> {
  if (line.trim() === '') return;
  const parsed = harnessLine(line);
  if ('error' in parsed) return say({ id: null, error: parsed.error });
  const { id } = parsed;
  switch (parsed.kind) {
    case 'call': {
      const sender = { url: parsed.sender ?? `${APP_ORIGIN}/index.html`, isMainFrame: parsed.isMainFrame ?? true };
      return say({ id, reply: await core.call(parsed.window, sender, parsed.call, parsed.input) });
    }
    case 'clock':
      movable.advance(parsed.ms);
      core.tick();
      return say({ id, nowMs: movable.clock.nowMs() });
    case 'window':
      if (parsed.do === 'close') core.closeWindow(parsed.window);
      else core.lock(parsed.window, 'os');
      return say({ id, done: parsed.do });
    case 'dialog':
      answers.push(parsed.dialog);
      return say({ id, waiting: answers.length });
  }
}

function say(message: unknown): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

function stoppedClock(atMs: number): Clock {
  if (Number.isNaN(atMs)) fail('The time given to --fixed-clock is not a date. Write it like 2026-11-22T08:00:00Z.');
  return { nowMs: () => atMs, monotonicMs: () => 0, bootId: 'harness' };
}

/** A folder of its own, or a given one that lies nowhere near a practice's real data. */
function chooseFolder(given: string | undefined): string {
  if (given === undefined) return mkdtempSync(join(tmpdir(), 'keyward-harness-'));
  const folder = resolve(given);
  const real = existsSync(folder) ? realpathSync(folder) : folder;
  const home = homedir();
  const { XDG_CONFIG_HOME, APPDATA, KEYWARD_DATA_DIR } = process.env;
  const forbidden = [
    ...['.config', 'AppData', 'Library'].map((name) => join(home, name)),
    ...[XDG_CONFIG_HOME, APPDATA, KEYWARD_DATA_DIR].flatMap((root) => (root ? [resolve(root)] : [])),
    resolve(deviceFolder(process.platform, process.env, home)),
  ];
  if (forbidden.some((root) => [folder, real].some((path) => `${path}${sep}`.startsWith(`${root}${sep}`))))
    fail('The harness never opens a practice’s real folder. Give it an empty folder elsewhere.');
  return folder;
}

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}
