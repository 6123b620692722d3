// Composes everything that needs no Electron: app, harness, tests and tour all start here.
import { head } from '../db/audit/append.ts';
import { readSettings } from '../db/repositories/setting.ts';
import { read, write } from '../db/transaction.ts';
import type { Reply } from '../shared/errors.ts';
import type { Clock, Dialogs, SecretStore } from './adapters.ts';
import { applyDueRoleChanges, isRoleChangeDue } from './dueRoleChanges.ts';
import { createImports } from './imports.ts';
import { admit, perform } from './ipc/act.ts';
import { createRouter, type Route } from './ipc/router.ts';
import type { Sender } from './ipc/stages.ts';
import { createJobs } from './jobs.ts';
import { assertCryptography } from './keys/selfTest.ts';
import { type KdfParameters, Vault } from './keys/vault.ts';
import { acquireVaultLock } from './keys/vaultLock.ts';
import { newId } from './newId.ts';
import { createPasswordPolicy } from './passwordPolicy.ts';
import { recheckExpectations } from './recheckExpectations.ts';
import type { Services } from './services.ts';
import { keepKiosks } from './session/keepKiosks.ts';
import type { Session } from './session/session.ts';
import { createSessions } from './session/sessions.ts';
import { holdFailures, isEntrance } from './signIn/holdFailures.ts';
import { createRecoverySheet } from './signIn/shownRecovery.ts';
import { createStrongroom } from './strongroom.ts';

export interface CoreOptions {
  readonly vaultDir: string;
  readonly deviceDir: string;
  readonly secretStore: SecretStore;
  readonly dialogs: Dialogs;
  readonly clock: Clock;
  readonly workstation: string;
  readonly appVersion: string;
  /** A window's session ended: its page must be cleared. */
  onLocked(windowId: string): void;
  /** A window becomes a kiosk that shows one patient their record, or stops being one (S1.23). */
  onKiosk(windowId: string, isOn: boolean): void;
  /** A fault that was answered with INTERNAL, for the technical log. */
  onFault?(where: string, error: unknown): void;
  /** Key derivation below the floor, for tests of everything else. */
  readonly weakKdfForTests?: KdfParameters;
  /** How long a failed sign-in takes whatever went wrong; one second unless a test shortens it. */
  readonly signInReleaseMs?: number;
}

export interface Core {
  call(windowId: string, sender: Sender, name: unknown, input: unknown): Promise<unknown>;
  lock(windowId: string, why: 'idle' | 'os' | 'user'): void;
  closeWindow(windowId: string): void;
  /** Looks at the clock and locks what is idle; runs by itself every second, tests call it after moving the clock. */
  tick(): void;
  shutdown(): void;
}

/** Thrown when another program holds this practice. */
export class VaultInUseError extends Error {
  readonly sentence = 'Keyward is already open for this practice. Use the window that is open, or close it first.';
  constructor() {
    super('another process holds the vault');
    this.name = 'VaultInUseError';
  }
}

const TICK_MS = 1_000;

/** Starts the core on a folder. Throws VaultInUseError when another process holds it. */
export function createCore(options: CoreOptions): Core {
  const paths = { vaultDir: options.vaultDir, deviceDir: options.deviceDir };
  const faults = options.onFault ?? (() => undefined);
  const lock = acquireVaultLock(options.vaultDir);
  if (lock === null) throw new VaultInUseError();

  const ended: Session[] = [];
  let entering = 0;
  const makeId = () => newId(strongroom.clock.nowMs());
  const sessions = createSessions(
    (session) => ended.push(session),
    (windowId, isOn) => options.onKiosk(windowId, isOn),
  );
  const { weakKdfForTests: kdf } = options;
  const vault = new Vault({
    ...paths,
    secretStore: options.secretStore,
    clock: options.clock,
    ...(kdf === undefined ? {} : { kdf, allowWeakKdfForTests: true }),
  });
  const strongroom = createStrongroom(paths, vault, options.clock, () => services, faults);
  const services: Services = {
    ...strongroom.services,
    clock: strongroom.clock,
    dialogs: options.dialogs,
    secretStore: options.secretStore,
    workstation: options.workstation,
    appVersion: options.appVersion,
    vault,
    sessions,
    jobs: createJobs(makeId),
    imports: createImports(makeId),
    passwordPolicy: createPasswordPolicy(),
    signInReleaseMs: options.signInReleaseMs ?? 1_000,
    newId: makeId,
    recoverySheet: createRecoverySheet(),
    fire: { admit, perform },
  };
  // Begun when the window has been asked for its page: the browser takes longer for that than the answers take here.
  const checked = new Promise((resolve) => setImmediate(resolve)).then(assertCryptography);
  // Awaited by every call; this line only keeps a failure from being called unhandled before the first one.
  checked.catch((error: unknown) => faults('selfTest', error));
  const door = createRouter(services, { anchor: strongroom.anchor, settle, fault: faults });
  const route = holdFailures(letIn, services);
  const ticking = setInterval(tick, TICK_MS);
  ticking.unref();

  /** The same door. Whoever is being let in has the file open before their session begins, so that no other call may
   *  close it meanwhile. */
  async function letIn(...call: Parameters<Route>): Promise<Reply<unknown>> {
    if (!isEntrance(call[2])) return door(...call);
    entering += 1;
    try {
      return await door(...call);
    } finally {
      entering -= 1;
      settle();
    }
  }

  /** Clears the windows whose session ended, and closes the file when nobody is left. */
  function settle(): void {
    try {
      strongroom.flushGate();
    } catch (error) {
      faults('flushGate', error);
    }
    for (const session of ended.splice(0)) {
      services.jobs.endSession(session.sessionId);
      services.imports.endSession(session.sessionId);
      services.recoverySheet.forget(session.sessionId);
      options.onLocked(session.windowId);
    }
    if (sessions.windows().length === 0 && entering === 0) strongroom.close();
  }

  function endWindow(windowId: string, event: string): void {
    const session = sessions.of(windowId);
    if (session === null) return;
    try {
      services.recordOwn({
        event,
        sessionId: session.sessionId,
        outcome: 'succeeded',
        reason: null,
        count: null,
        changes: [],
      });
    } catch (error) {
      // A lock must never fail because the disk is full.
      faults('lock', error);
    }
    sessions.end(windowId);
    settle();
  }

  /** Calls outside the log do not look for due changes themselves, so they are put into force here at the latest. On a
   *  full disk they wait, and so does every call that is written to the log; the windows lock all the same. */
  function putDueChangesInForce(): void {
    try {
      if (!read(services.database(), (tx) => isRoleChangeDue(tx, strongroom.clock.nowMs()))) return;
      write(services.database(), (tx) => {
        const before = head(tx).number;
        applyDueRoleChanges(tx, services);
        recheckExpectations(tx, before, services);
      });
      strongroom.anchor();
    } catch (error) {
      faults('roleChange', error);
    }
  }

  function tick(): void {
    if (!services.isOpen() || sessions.windows().length === 0) return;
    const { idleMinutes, sessionHours } = read(services.database(), (tx) => readSettings(tx).values);
    putDueChangesInForce();
    keepKiosks(services);
    const rules = { idleTimeoutMs: idleMinutes * 60_000, sessionTimeoutMs: sessionHours * 3_600_000 };
    for (const { windowId, why } of sessions.overdue(rules, strongroom.clock.monotonicMs()))
      endWindow(windowId, why === 'idle' ? 'session_idle_locked' : 'session_expired');
  }

  return {
    call: async (...call) => {
      await checked;
      return route(...call);
    },
    lock: (windowId, why) => endWindow(windowId, why === 'user' ? 'session_locked' : `session_${why}_locked`),
    tick,
    closeWindow: (windowId) => endWindow(windowId, 'session_closed'),
    shutdown: () => {
      clearInterval(ticking);
      for (const windowId of sessions.windows()) endWindow(windowId, 'session_closed');
      strongroom.closeGate();
      lock.release();
    },
  };
}
