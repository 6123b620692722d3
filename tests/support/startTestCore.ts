// The real core on temporary folders with a movable clock and quick keys.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { movableClock } from '../../build/harness/movableClock.ts';
import { fileSecretStore } from '../../electron/adapters/fileSecretStore.ts';
import { type Core, type CoreOptions, createCore } from '../../electron/core.ts';
import { APP_ORIGIN } from '../../electron/ipc/sender.ts';
import type { CallInput, Output, ProcedureName } from '../../shared/catalogue/procedures.ts';
import type { Refusal, Reply } from '../../shared/errors.ts';

export const START_MS = Date.parse('2026-11-22T13:00:00Z');
export const OWN_SENDER = { url: `${APP_ORIGIN}/index.html`, isMainFrame: true };
export const PASSWORD = 'quiet harbour lantern 47 walnut';

export interface TestCore {
  readonly core: Core;
  readonly folder: string;
  /** Answers for the next file choosers, first in first out. */
  readonly dialogAnswers: (string | null)[];
  readonly locked: string[];
  readonly printed: string[];
  /** What was printed without asking, whether a printer is there, and which windows were made kiosks, in order. */
  readonly desk: { hasPrinter: boolean; readonly silent: string[]; readonly kiosk: [window: string, isOn: boolean][] };
  readonly faults: unknown[];
  advance(ms: number): void;
  setClockBack(ms: number): void;
  /** Calls as window `window`; `A` unless told. */
  call<N extends ProcedureName>(name: N, input: CallInput<N>, window?: string): Promise<Reply<Output<N>>>;
  /** The value of a call that must succeed. */
  must<N extends ProcedureName>(name: N, input: CallInput<N>, window?: string): Promise<Output<N>>;
  /** The refusal of a call that must not succeed. */
  mustRefuse<N extends ProcedureName>(name: N, input: CallInput<N>, window?: string): Promise<Refusal>;
  /** Ends this core and starts another on the same folders, as a restart of the program does. */
  restart(): void;
  close(): void;
}

/** Starts a core; `folder` lets a test prepare or keep the files. */
export function startTestCore(folder = mkdtempSync(join(tmpdir(), 'keyward-test-'))): TestCore {
  const started = performance.now();
  const movable = movableClock({
    nowMs: () => START_MS,
    monotonicMs: () => Math.floor(performance.now() - started),
    bootId: 'test-boot',
  });
  const dialogAnswers: (string | null)[] = [];
  const locked: string[] = [];
  const printed: string[] = [];
  const desk: TestCore['desk'] = { hasPrinter: true, silent: [], kiosk: [] };
  const faults: unknown[] = [];
  const options: CoreOptions = {
    vaultDir: join(folder, 'vault'),
    deviceDir: join(folder, 'device'),
    secretStore: fileSecretStore(),
    dialogs: {
      chooseOpen: async () => dialogAnswers.shift() ?? null,
      chooseSave: async () => dialogAnswers.shift() ?? null,
      hasPrinter: async () => desk.hasPrinter,
      print: async (html, how) => void (how?.isSilent ? desk.silent : printed).push(html),
      writePdf: async (html, path) => writeFileSync(path, html),
    },
    clock: movable.clock,
    workstation: 'FRONT-1',
    appVersion: '0.1.0',
    onLocked: (window) => void locked.push(window),
    onKiosk: (window, isOn) => void desk.kiosk.push([window, isOn]),
    onFault: (where, error) => void faults.push([where, error]),
    weakKdfForTests: { memoryKiB: 8_192, passes: 1, lanes: 1 },
    signInReleaseMs: 0,
  };
  let core = createCore(options);

  const call: TestCore['call'] = async (name, input, window = 'A') =>
    (await core.call(window, OWN_SENDER, name, input)) as Reply<Output<typeof name>>;
  return {
    get core() {
      return core;
    },
    folder,
    dialogAnswers,
    locked,
    printed,
    desk,
    faults,
    advance: (ms) => {
      movable.advance(ms);
      core.tick();
    },
    setClockBack: movable.setBack,
    call,
    must: async (name, input, window) => {
      const reply = await call(name, input, window);
      if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.error)} ${String(faults.at(-1))}`);
      return reply.value;
    },
    mustRefuse: async (name, input, window) => {
      const reply = await call(name, input, window);
      if (reply.ok) throw new Error(`${name} was permitted`);
      return reply.error;
    },
    restart: () => {
      core.shutdown();
      core = createCore(options);
    },
    close: () => {
      core.shutdown();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const OWNER = { lastName: 'Whitfield', firstName: 'Dana', middleInitial: '', loginId: 'dwhitfield' };

/** Sets a practice up to its end with Dana Whitfield as its only Super User, signed in at window A. */
export async function setUpPractice(test: TestCore): Promise<{ recoveryCode: string }> {
  const { recoveryCode } = await test.must('setup.create', {
    practice: { name: 'Maple Street Family Medicine', timeZone: 'America/New_York', address: '' },
    person: { ...OWNER, password: PASSWORD },
  });
  const groups = recoveryCode.split('-');
  await test.must('setup.confirmRecovery', {
    groups: [
      { position: 1, typed: groups[0] ?? '' },
      { position: 3, typed: groups[2] ?? '' },
    ],
  });
  await test.must('setup.setSecondSuperUser', { kind: 'none', reason: 'The owner works alone.' });
  await test.must('setup.confirmSafety', {});
  const { roles } = await test.must('role.find', {});
  await test.must('setup.chooseRoles', { roleIds: roles.map((role) => role.roleId) });
  await test.must('setup.finish', { note: '' });
  return { recoveryCode };
}

/** Adds a user and activates them at window `window`, who is then signed in there. */
export async function addActiveUser(
  test: TestCore,
  loginId: string,
  rights: Omit<CallInput<'user.add'>, 'info' | 'copiedFromUserId'>,
  window: string,
): Promise<string> {
  const info = {
    lastName: `Last-${loginId}`,
    firstName: 'First',
    middleInitial: '',
    loginId,
    email: null,
    phone: null,
    note: null,
  };
  const { userId, activationCode } = await test.must('user.add', { info, ...rights, copiedFromUserId: null });
  await test.must('session.activate', { loginId, activationCode, newPassword: PASSWORD }, window);
  return userId;
}
