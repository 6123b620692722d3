// Puts users, providers and patients into a test database, each change with its audit entry.
import { appendEntry } from '../../db/audit/append.ts';
import { insertRecord } from '../../db/records/storedRecord.ts';
import { lockOut } from '../../db/repositories/lockOut.ts';
import { insertUser, type NewUser } from '../../db/repositories/user.ts';
import { type RightsToStore, storeRights } from '../../db/repositories/userRights.ts';
import { type ReadTx, read, type WriteTx, write } from '../../db/transaction.ts';
import { location } from '../../shared/catalogue/records/location.ts';
import type { RecordType } from '../../shared/catalogue/records/recordType.ts';
import { anAuditEntry } from './anAuditEntry.ts';
import type { TestDatabase } from './createTestDatabase.ts';

export const NOW_MS = Date.parse('2026-11-22T13:00:00Z');

/** A UUID that ends in `number`. */
export function testId(number: number): string {
  return `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

/** Runs `work` in a write transaction and covers what it changed with one entry. */
export function change<T>({ db, keys }: TestDatabase, work: (tx: WriteTx) => T): T {
  return write(db, (tx) => {
    const result = work(tx);
    appendEntry(tx, anAuditEntry(), keys);
    return result;
  });
}

/** Runs `work` in a read transaction. */
export function look<T>({ db }: TestDatabase, work: (tx: ReadTx) => T): T {
  return read(db, work);
}

/** Adds a user named after `number`; active unless told, with the given rights. */
export function addUser(
  tx: WriteTx,
  number: number,
  given: Partial<NewUser & RightsToStore> & { readonly status?: 'invited' | 'active' | 'disabled' } = {},
): string {
  const userId = testId(number);
  const { roleIds = [], exceptions = [], scope = { kind: 'all' }, status = 'active', ...user } = given;
  insertUser(tx, {
    userId,
    lastName: `Last${number}`,
    firstName: `First${number}`,
    middleInitial: '',
    loginId: `login${number}`,
    isSuperUser: false,
    byUserId: userId,
    nowMs: NOW_MS,
    scope,
    ...user,
  });
  storeRights(tx, userId, { roleIds, exceptions, scope }, { byUserId: userId, atMs: NOW_MS, reason: null });
  tx.prepare('UPDATE user SET status = ? WHERE id = ?').run(status, userId);
  return userId;
}

/** Locks a user out, in their own words, until `untilMs` or for good. */
export function lockUserOut(tx: WriteTx, userId: string, untilMs: number | null): void {
  lockOut(tx, { kind: 'user', id: userId }, { untilMs, reason: 'away', byUserId: userId, atMs: NOW_MS });
}

/** Adds a provider named after `number`. */
export function addProvider(
  tx: WriteTx,
  number: number,
  given: { lastName?: string; isActive?: boolean } = {},
): string {
  const id = testId(100_000 + number);
  tx.prepare(
    `INSERT INTO provider (id, last_name, first_name, is_active, created_at_ms, created_by, changed_at_ms, changed_by)
     VALUES (?, ?, 'Ria', ?, ?, 'test', ?, 'test')`,
  ).run(id, given.lastName ?? `Doctor${number}`, given.isActive === false ? 0 : 1, NOW_MS, NOW_MS);
  return id;
}

/** Adds a patient with record number `number` who belongs to the given providers. */
export function addPatient(
  tx: WriteTx,
  number: number,
  given: { lastName?: string; firstName?: string; providerIds?: readonly string[]; ssn?: string } = {},
): string {
  const id = testId(200_000 + number);
  tx.prepare(
    `INSERT INTO patient (id, record_number, last_name, first_name, birth_date, ssn, created_at_ms, created_by,
       changed_at_ms, changed_by) VALUES (?, ?, ?, ?, '2014-10-06', ?, ?, 'test', ?, 'test')`,
  ).run(id, number, given.lastName ?? `Patient${number}`, given.firstName ?? 'Pat', given.ssn ?? null, NOW_MS, NOW_MS);
  const assign = tx.prepare('INSERT INTO patient_provider (patient_id, provider_id) VALUES (?, ?)');
  for (const providerId of given.providerIds ?? []) assign.run(id, providerId);
  return id;
}

/** Adds a location, below `parentId` where one is given. */
export function addLocation(tx: WriteTx, id: string, parentId: string | null = null): void {
  const values = { ...location.example, name: `Office ${id.slice(-4)}`, parentId };
  insertRecord(tx, location as unknown as RecordType, id, values, { byUserId: 'test', nowMs: NOW_MS });
}
