// Fills a practice that nobody has open: rows through the repositories, one covering entry, one anchor write.

import { appendEntry } from '../../db/audit/append.ts';
import { activateUser, insertUser } from '../../db/repositories/user.ts';
import { setStatus, storeRights } from '../../db/repositories/userRights.ts';
import { type WriteTx, write } from '../../db/transaction.ts';
import { fileSecretStore } from '../../electron/adapters/fileSecretStore.ts';
import { systemClock } from '../../electron/adapters/systemClock.ts';
import { Vault } from '../../electron/keys/vault.ts';
import { newId } from '../../electron/newId.ts';
import { anchorHead, closePracticeFile, openPracticeFile } from '../../electron/practiceFile.ts';
import { BENCH_LOGIN, BENCH_PASSWORD, type BenchPractice } from './benchPractice.ts';

const LAST_NAMES = ['Abbott', 'Brennan', 'Calloway', 'Dempsey', 'Ellison', 'Farrow', 'Garrity', 'Hollis', 'Ingram'];
const FIRST_NAMES = ['Lena', 'Marcus', 'Nadia', 'Owen', 'Priya', 'Quentin', 'Rosa', 'Simon'];

/** Adds `count` users, numbered from `first`, to a stopped practice; one in twenty is disabled, one in ten invited. */
export async function fillUsers(practice: BenchPractice, count: number, first = 0): Promise<void> {
  await fill(practice, count, (tx, { byUserId, nowMs }) => {
    for (let index = first; index < first + count; index++) addUser(tx, index, { byUserId, nowMs });
  });
}

/** What a filling is told besides its transaction. */
export interface Filling {
  readonly byUserId: string;
  readonly nowMs: number;
  /** Adds an entry about one patient to the log; it covers the rows written before it. */
  append(index: number): void;
}

/** Lets `work` write into a stopped practice; a last entry of the program covers what it left uncovered. */
export async function fill(
  practice: BenchPractice,
  count: number,
  work: (tx: WriteTx, filling: Filling) => void,
): Promise<void> {
  const { vaultDir, deviceDir } = practice;
  const clock = systemClock();
  const keyStore = { vaultDir, deviceDir, secretStore: fileSecretStore(), clock };
  const vault = new Vault({ ...keyStore, allowWeakKdfForTests: true });
  const opened = await vault.openWithPassword(BENCH_LOGIN, BENCH_PASSWORD);
  if (opened === null) throw new Error('the practice could not be opened');
  const { keyring, userId: byUserId } = opened;
  opened.userSecretKey.fill(0);
  const file = openPracticeFile({ vaultDir, deviceDir }, vault, keyring);
  try {
    const nowMs = clock.nowMs();
    const keys = { entityKey: file.keyring.entityKey, generation: file.keyring.generation };
    const head = write(file.db, (tx) => {
      const append = (index: number) => void appendEntry(tx, entryOfRead(entryOfFilling(clock, 1), index), keys);
      work(tx, { byUserId, nowMs, append });
      return appendEntry(tx, entryOfFilling(clock, count), keys);
    });
    anchorHead(file, head, clock);
  } finally {
    closePracticeFile(file);
  }
}

function addUser(tx: WriteTx, index: number, { byUserId, nowMs }: { byUserId: string; nowMs: number }): void {
  const userId = newId(nowMs);
  const lastName = `${LAST_NAMES[index % LAST_NAMES.length]}${Math.floor(index / 100)}`;
  const firstName = `${FIRST_NAMES[index % FIRST_NAMES.length]}`;
  const info = {
    lastName,
    firstName,
    middleInitial: '',
    loginId: `user${index}`,
    email: null,
    phone: null,
    note: null,
  };
  const scope = { kind: 'all' } as const;
  insertUser(tx, { userId, ...info, isSuperUser: false, scope, byUserId, nowMs });
  const roleIds = index % 3 === 0 ? ['billing', 'front-desk'] : ['billing'];
  storeRights(tx, userId, { roleIds, exceptions: [], scope }, { byUserId, atMs: nowMs, reason: null });
  if (index % 10 !== 0) activateUser(tx, userId, nowMs);
  else if (index % 20 === 0) setStatus(tx, userId, 'disabled');
}

const EVENTS = ['patient_read', 'patients_listed', 'users_listed', 'patient_updated', 'note_read'];

/** One of many entries that differ in person, event and patient as those of a practice do. */
function entryOfRead(entry: ReturnType<typeof entryOfFilling>, index: number): ReturnType<typeof entryOfFilling> {
  const id = `patient-${(index * 7_919) % 5_003}`;
  const actor = {
    ...entry.actor,
    id: `user-${index % 17}`,
    loginId: `user${index % 17}`,
    name: `Ortiz, ${index % 17}`,
  };
  const event = EVENTS[index % EVENTS.length] ?? '';
  return { ...entry, actor, event, action: 'R', patientId: id, object: { type: 'patient', id, label: 'record' } };
}

function entryOfFilling(clock: ReturnType<typeof systemClock>, count: number): Parameters<typeof appendEntry>[1] {
  return {
    atMs: clock.nowMs(),
    monotonicMs: clock.monotonicMs(),
    bootId: clock.bootId,
    requestId: newId(clock.nowMs()),
    actor: { id: null, loginId: null, name: null, roles: [], isSuperUser: false },
    sessionId: null,
    windowId: null,
    workstation: 'BENCH-1',
    appVersion: '0.1.0',
    procedure: 'program',
    event: 'benchmark_filled',
    action: 'E',
    dicomCode: null,
    object: null,
    patientId: null,
    scope: null,
    outcome: 'succeeded',
    reason: null,
    permission: null,
    why: null,
    count,
    changes: [],
  };
}
