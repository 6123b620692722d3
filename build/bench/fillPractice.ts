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

/** Adds `count` users to a stopped practice made with real keys; one in twenty is disabled, one in ten invited. */
export async function fillUsers(practice: BenchPractice, count: number): Promise<void> {
  const { vaultDir, deviceDir } = practice;
  const clock = systemClock();
  const vault = new Vault({ vaultDir, deviceDir, secretStore: fileSecretStore(), clock });
  const opened = await vault.openWithPassword(BENCH_LOGIN, BENCH_PASSWORD);
  if (opened === null) throw new Error('the practice could not be opened');
  const { keyring, userId: byUserId } = opened;
  opened.userSecretKey.fill(0);
  const file = openPracticeFile({ vaultDir, deviceDir }, vault, keyring);
  try {
    const nowMs = clock.nowMs();
    const head = write(file.db, (tx) => {
      for (let index = 0; index < count; index++) addUser(tx, index, { byUserId, nowMs });
      const keys = { entityKey: file.keyring.entityKey, generation: file.keyring.generation };
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
