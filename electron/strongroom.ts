// Keeps the practice file, its keys and the gate: opened by the first session, closed after the last.
import { appendEntry, type LogHead, lastEntryAtMs } from '../db/audit/append.ts';
import type { AuditEntry } from '../db/audit/entry.ts';
import { saveCheckpoint, verifySince } from '../db/audit/verify.ts';
import { addNotice, closeAlarms, openAlarm } from '../db/repositories/notice.ts';
import { readPractice, setGateSequence, setRotationDue } from '../db/repositories/practice.ts';
import { noteRightHolders } from '../db/repositories/rightHolder.ts';
import { readUser } from '../db/repositories/storedUser.ts';
import { listLogins } from '../db/repositories/user.ts';
import { read, type WriteTx, write } from '../db/transaction.ts';
import type { Clock } from './adapters.ts';
import { type GuardedClock, guardClock } from './clock.ts';
import { recordGateEvents } from './gateEvents.ts';
import { anchorAlarm, gateEvent } from './integrity.ts';
import { entryOfProgram, type ProgramRecord } from './ipc/record.ts';
import type { Gate } from './keys/gate.ts';
import type { Keyring, Vault } from './keys/vault.ts';
import {
  anchorHead,
  closePracticeFile,
  createPracticeFile,
  openPracticeFile,
  type PracticeFile,
  type PracticePaths,
  putPracticeInPlace,
  rotatePracticeFile,
} from './practiceFile.ts';
import type { OwnEntry, Services, StrongroomServices } from './services.ts';

export interface Strongroom {
  readonly clock: GuardedClock;
  readonly services: StrongroomServices;
  /** Number and head of the newest entry to the anchor, if any was written since. */
  readonly anchor: () => void;
  /** What happened while the file was closed goes into the log. */
  flushGate(): void;
  close(): void;
  closeGate(): void;
}

/** Nothing is open yet. `services` is asked late, because the services contain this strongroom. */
export function createStrongroom(
  paths: PracticePaths,
  vault: Vault,
  systemClock: Clock,
  services: () => Services,
  fault: (where: string, error: unknown) => void,
): Strongroom {
  const clock = guardClock(systemClock);
  let file: PracticeFile | null = null;
  let gate: Gate | null = null;
  let alarm: string | null = null;
  let practiceName: string | null = null;
  let unanchored: LogHead | null = null;

  const opened = (): PracticeFile => {
    if (file === null) throw new Error('the practice file is locked');
    return file;
  };

  function append(tx: WriteTx, entry: AuditEntry): void {
    const { keyring } = opened();
    noteRightHolders(tx, entry.atMs);
    unanchored = appendEntry(tx, entry, { entityKey: keyring.entityKey, generation: keyring.generation });
  }

  function anchor(): void {
    if (unanchored === null || file === null) return;
    anchorHead(file, unanchored, clock);
    unanchored = null;
  }

  function own(entry: Partial<ProgramRecord> & Pick<ProgramRecord, 'event'>): AuditEntry {
    const all = services();
    const { session = null } = entry;
    const base = { requestId: all.newId(), windowId: session?.windowId ?? null, session };
    return entryOfProgram({ ...base, outcome: 'succeeded', reason: null, ...entry }, all);
  }

  /** Writes an entry of the program itself, with `change` in the same transaction. */
  function record(
    entry: Partial<ProgramRecord> & Pick<ProgramRecord, 'event'>,
    change: (tx: WriteTx) => void = () => undefined,
  ): void {
    write(opened().db, (tx) => {
      change(tx);
      append(tx, own(entry));
    });
    anchor();
  }

  function currentGate(): Gate | null {
    if (gate !== null) return gate;
    const state = vault.state();
    if (state !== 'ready') return null;
    gate = vault.openGate();
    return gate;
  }

  function open(keyring: Keyring): void {
    if (file !== null) {
      if (keyring !== file.keyring) keyring.wipe();
      return;
    }
    try {
      file = openPracticeFile(paths, vault, keyring);
    } catch (error) {
      keyring.wipe();
      throw error;
    }
    currentGate();
    inspect(file);
  }

  /** The checks of every opening: anchor, clock, gate, an unfinished rotation, entries since the last check. */
  function inspect(practice: PracticeFile): void {
    const stored = read(practice.db, (tx) => ({
      practice: readPractice(tx),
      alarm: openAlarm(tx),
      lastAtMs: lastEntryAtMs(tx),
    }));
    practiceName = stored.practice.name;
    const isClockBack = clock.learn(Math.max(stored.lastAtMs, practice.anchoredAtMs));
    const found = anchorAlarm(practice.verdict, practice.isAnchorTorn);
    alarm = stored.alarm;
    if (found !== null) raise(found, practice.verdict);
    if (isClockBack)
      record({
        event: 'clock_regression',
        outcome: 'failed',
        reason: 'the clock stands before the last entry',
      });
    const ofGate = gate === null ? null : gateEvent(gate, stored.practice.gateSequence);
    if (stored.practice.isRotationDue) rotateKeys();
    if (ofGate !== null) record({ event: ofGate, outcome: 'failed', reason: 'see security guide' });
    verifyQuietly(practice).catch((error: unknown) => fault('verify', error));
  }

  /** An alarm stands in the file until a Super User confirms it, so that a restart does not silence it. */
  function raise(sentence: string, reason: string): void {
    alarm = sentence;
    const notice = { id: services().newId(), kind: 'integrity', text: sentence, atMs: clock.nowMs() };
    record({ event: 'integrity_alarm', outcome: 'failed', reason }, (tx) => addNotice(tx, notice));
  }

  /** Verifies what came since the last check, in slices beside the work. */
  async function verifyQuietly(practice: PracticeFile): Promise<void> {
    const report = await verifySince(practice.db).catch(() => null);
    if (report === null || file !== practice) return;
    if (report.firstBreak === null) {
      if (report.entriesChecked === 0) return;
      write(practice.db, (tx) => saveCheckpoint(tx, report, clock.nowMs()));
      return;
    }
    raise(
      `${report.firstBreak.sentence} Only Super Users can work until this is explained.`,
      `entry ${report.firstBreak.number}`,
    );
  }

  function flushGate(): void {
    if (file === null || gate === null) return;
    if (recordGateEvents(file.db, gate, append, services())) anchor();
  }

  function rotateKeys(): void {
    const before = opened();
    const people = read(before.db, listLogins)
      .map(({ userId }) => userId)
      .filter((userId) => vault.slotKind(userId) !== null);
    file = null;
    file = rotatePracticeFile(paths, vault, before, people);
    if (before.keyring !== file.keyring) before.keyring.wipe();
    const changes = [{ field: 'key generation', old: null, new: String(file.keyring.generation) }];
    record({ event: 'key_rotated', changes }, (tx) => setRotationDue(tx, false));
  }

  function close(): void {
    if (file === null) return;
    closePracticeFile(file);
    file = null;
    unanchored = null;
  }

  return {
    clock,
    anchor,
    flushGate,
    close,
    closeGate: () => {
      close();
      gate?.close();
      gate = null;
    },
    services: {
      gate: currentGate,
      isOpen: () => file !== null,
      practiceName: () => practiceName,
      open,
      createIn: (stagingDir, keyring) => {
        file = createPracticeFile(stagingDir, keyring);
      },
      putInPlace: (commit) => {
        anchor();
        file = putPracticeInPlace(paths, vault, opened(), commit);
        practiceName = read(file.db, (tx) => readPractice(tx).name);
      },
      database: () => opened().db,
      keyring: () => opened().keyring,
      integrityAlarm: () => alarm,
      raiseIntegrityAlarm: (sentence) => raise(sentence, 'verification'),
      reviewAlarms: () => {
        alarm = read(opened().db, openAlarm);
      },
      acceptNewComputer: () => {
        gate?.close();
        gate = null;
        currentGate();
        record({ event: 'computer_reenrolled' }, (tx) => {
          setGateSequence(tx, gate?.sequence ?? 0);
          closeAlarms(tx, clock.nowMs());
        });
        alarm = null;
      },
      loginIdOf: (userId) => read(opened().db, (tx) => readUser(tx, userId)?.loginId ?? null),
      checkOwnPassword: async (session, password) => {
        const counted = currentGate();
        if (counted === null || !counted.beginAttempt(session.loginId, clock.nowMs()).mayTry) return false;
        const isRight = await vault.verifyPassword(session.userId, password);
        if (isRight) counted.succeed(session.loginId);
        return isRight;
      },
      recordOwn: ({ sessionId, ...entry }: OwnEntry) =>
        record({ ...entry, session: services().sessions.byId(sessionId) }),
      append,
      rotateKeys: async () => rotateKeys(),
    },
  };
}
