// A practice made for the benchmark: the real core in a temporary folder, set up and filled.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileSecretStore } from '../../electron/adapters/fileSecretStore.ts';
import { systemClock } from '../../electron/adapters/systemClock.ts';
import { type CoreOptions, createCore } from '../../electron/core.ts';
import { APP_ORIGIN } from '../../electron/ipc/sender.ts';
import type { CallInput, Output, ProcedureName } from '../../shared/catalogue/procedures.ts';
import type { Reply } from '../../shared/errors.ts';

export interface BenchPractice {
  readonly folder: string;
  readonly vaultDir: string;
  readonly deviceDir: string;
  readonly dialogAnswers: string[];
  readonly call: <N extends ProcedureName>(name: N, input: CallInput<N>) => Promise<Reply<Output<N>>>;
  readonly must: <N extends ProcedureName>(name: N, input: CallInput<N>) => Promise<Output<N>>;
  /** Signs out and lets another process open the folder, which stays. */
  stop(): void;
  /** Starts the core again on the folder and signs the Super User in. */
  reopen(): Promise<void>;
  close(): void;
}

/** A quick derivation: it is never what is measured. */
export const BENCH_KDF = { memoryKiB: 8_192, passes: 1, lanes: 1 };
export const BENCH_PASSWORD = 'quiet harbour lantern 47 walnut';

export const BENCH_LOGIN = 'dwhitfield';

/** Sets up a practice with one Super User, signed in. Key derivation is quick here, because it is never what is
 *  measured, unless the built app shall open the practice: the app refuses quick keys.
 *  Units: a failed sign-in is answered `signInReleaseMs` after it began. */
export async function benchPractice(keys: 'quick' | 'real' = 'quick', signInReleaseMs = 1_000): Promise<BenchPractice> {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-bench-'));
  const vaultDir = join(folder, 'vault');
  const deviceDir = join(folder, 'device');
  const dialogAnswers: string[] = [];
  const options: CoreOptions = {
    vaultDir,
    deviceDir,
    secretStore: fileSecretStore(),
    dialogs: {
      chooseOpen: async () => dialogAnswers.shift() ?? null,
      chooseSave: async () => dialogAnswers.shift() ?? null,
      hasPrinter: async () => true,
      print: async () => undefined,
      writePdf: async () => undefined,
    },
    clock: systemClock(),
    workstation: 'BENCH-1',
    appVersion: '0.1.0',
    onKiosk: () => undefined,
    onLocked: () => undefined,
    signInReleaseMs,
    ...(keys === 'quick' ? { weakKdfForTests: BENCH_KDF } : {}),
  };
  let core = createCore(options);
  const call: BenchPractice['call'] = async (name, input) => {
    const sender = { url: `${APP_ORIGIN}/index.html`, isMainFrame: true };
    return (await core.call('bench', sender, name, input)) as Reply<Output<typeof name>>;
  };
  const must: BenchPractice['must'] = async (name, input) => {
    const reply = await call(name, input);
    if (!reply.ok) throw new Error(`${name} was refused: ${reply.error.message}`);
    return reply.value;
  };
  const { recoveryCode } = await must('setup.create', {
    practice: { name: 'Benchmark', timeZone: 'America/New_York', address: '' },
    person: {
      lastName: 'Whitfield',
      firstName: 'Dana',
      middleInitial: '',
      loginId: BENCH_LOGIN,
      password: BENCH_PASSWORD,
    },
  });
  const [first = '', second = ''] = recoveryCode.split('-');
  await must('setup.confirmRecovery', {
    groups: [
      { position: 1, typed: first },
      { position: 2, typed: second },
    ],
  });
  await must('setup.setSecondSuperUser', { kind: 'none', reason: 'Benchmark.' });
  await must('setup.confirmSafety', {});
  await must('setup.chooseRoles', { roleIds: ['front-desk', 'billing'] });
  await must('setup.finish', { note: '' });
  let isStopped = false;
  const stop = () => {
    if (!isStopped) core.shutdown();
    isStopped = true;
  };
  return {
    folder,
    vaultDir,
    deviceDir,
    dialogAnswers,
    call,
    must,
    stop,
    reopen: async () => {
      core = createCore(options);
      isStopped = false;
      await must('session.create', { loginId: BENCH_LOGIN, password: BENCH_PASSWORD });
    },
    close: () => {
      stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
