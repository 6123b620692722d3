// The list of users: finding, saving as CSV, printing, and the columns a person chose for it (screens 6.2, 6.7).
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { CSV_BYTE_ORDER_MARK, csvLine } from '../../db/audit/csv.ts';
import { createLocalTime } from '../../db/audit/localTime.ts';
import { readLayout, storeLayout } from '../../db/repositories/listLayout.ts';
import { locationNames } from '../../db/repositories/locationTree.ts';
import { readPractice } from '../../db/repositories/practice.ts';
import { readRole } from '../../db/repositories/role.ts';
import { listLogins } from '../../db/repositories/user.ts';
import { findUsers } from '../../db/repositories/userList.ts';
import type { ReadTx } from '../../db/transaction.ts';
import { PERMISSIONS } from '../../shared/catalogue/permissions.ts';
import type { Input } from '../../shared/catalogue/procedures.ts';
import { USER_COLUMN_LABELS, userColumns } from '../../shared/catalogue/userList.ts';
import { type ListedUser, userCell } from '../../shared/people/userCells.ts';
import type { AuditNote, AuthorizedCall, Handlers } from '../ipc/stages.ts';
import { listSheetHtml } from '../listSheet.ts';
import type { Services } from '../services.ts';
import { actingUserId } from './actingUser.ts';
import { saveAfterCommit } from './saveAfterCommit.ts';

export type UserListName = 'user.find' | 'user.export' | 'user.print' | 'user.readLayout' | 'user.saveLayout';
type Asker = Pick<AuthorizedCall, 'subject' | 'nowMs'>;
type Taken = Input<'user.print'>;
type Query = Omit<Taken, 'columns'> & { readonly offset: number; readonly limit: number };

const LIST = 'users';
const PAGE_ROWS = 200;

export const userListHandlers: Pick<Handlers, UserListName> = {
  'user.find': (call, tx, services) => {
    const found = findPage(call, tx, services, { ...call.input, userIds: null });
    call.note({ count: found.rows.length });
    return found;
  },
  'user.export': (call, tx, services) => {
    const { path } = call.prepared;
    if (path === null) return { isSaved: false };
    const { columns, purpose } = call.input;
    const rows = findAll(call, tx, services, call.input);
    const showTime = createLocalTime(readPractice(tx).timeZone);
    const lines = [
      csvLine(columns.map((column) => USER_COLUMN_LABELS[column])),
      ...rows.map((row) => csvLine(columns.map((column) => userCell(row, column, showTime)))),
    ];
    const text = CSV_BYTE_ORDER_MARK + lines.join('');
    const trouble = saveAfterCommit(call, path, text);
    if (trouble !== null) return trouble;
    const sha256 = createHash('sha256').update(text).digest('hex');
    const label = `${basename(path)} (${rows.length} rows)`;
    call.note({
      why: purpose,
      count: rows.length,
      object: { type: 'user', id: 'list', label },
      changes: [...takenChanges(tx, call.input), { field: `sha256 ${basename(path)}`, old: null, new: sha256 }],
    });
    return { isSaved: true, fileName: basename(path), rowCount: rows.length };
  },
  'user.print': (call, tx, services) => {
    const { columns } = call.input;
    const rows = findAll(call, tx, services, call.input);
    const { name, timeZone } = readPractice(tx);
    const showTime = shortTimes(timeZone);
    call.note({ count: rows.length, changes: takenChanges(tx, call.input) });
    const html = listSheetHtml({
      title: 'Users',
      practiceName: name,
      facts: filterFacts(tx, call.input),
      heads: columns.map((column) => USER_COLUMN_LABELS[column]),
      rows: rows.map((row) => columns.map((column) => userCell(row, column, showTime))),
      counted: rows.length === 1 ? '1 user' : `${rows.length} users`,
      printedBy: call.session?.name ?? '',
      printedAt: showTime(call.nowMs),
    });
    call.afterCommit(() => services.dialogs.print(html));
    return { count: rows.length };
  },
  'user.readLayout': (call, tx) => {
    const stored = userColumns.safeParse(readLayout(tx, actingUserId(call), LIST));
    return { columns: stored.success ? stored.data : null };
  },
  'user.saveLayout': (call, tx) => {
    const { columns } = call.input;
    const userId = actingUserId(call);
    const before = readLayout(tx, userId, LIST);
    call.note({
      changes: [{ field: 'columns', old: before === null ? null : before.join(', '), new: columns.join(', ') }],
    });
    storeLayout(tx, userId, LIST, { columns, nowMs: call.nowMs });
    return {};
  },
};

function findPage(call: Asker, tx: ReadTx, services: Services, query: Query) {
  const gate = services.gate();
  const timeLocks = new Map<string, number>();
  for (const { userId, loginId } of gate?.hasLocks() ? listLogins(tx) : []) {
    const untilMs = gate?.lockedUntilMs(loginId, call.nowMs) ?? null;
    if (untilMs !== null) timeLocks.set(userId, untilMs);
  }
  const superUsersOnly = call.subject?.kind === 'recovery';
  return findUsers(tx, { ...query, superUsersOnly, timeLocks, nowMs: call.nowMs });
}

function findAll(call: Asker, tx: ReadTx, services: Services, query: Taken): ListedUser[] {
  const rows: ListedUser[] = [];
  for (let offset = 0; ; offset += PAGE_ROWS) {
    const page = findPage(call, tx, services, { ...query, offset, limit: PAGE_ROWS });
    rows.push(...page.rows);
    if (page.rows.length < PAGE_ROWS) return rows;
  }
}

/** `2026-11-22 08:00 -05:00`: no seconds on paper. */
function shortTimes(timeZone: string): (atMs: number) => string {
  const localTime = createLocalTime(timeZone);
  return (atMs) => localTime(atMs).replace(/^(.{10})T(.{5}).*([+-]\d\d:\d\d)$/, '$1 $2 $3');
}

function filterFacts(
  tx: ReadTx,
  { search, status, roleId, permission, locationId, userIds }: Taken,
): [string, string][] {
  return [
    ['Status', status],
    ...(userIds === null ? [] : [['Chosen', `${userIds.length} people by hand`] as [string, string]]),
    ...(search === '' ? [] : [['Search', search] as [string, string]]),
    ...(roleId === null ? [] : [['Role', readRole(tx, roleId)?.name ?? roleId] as [string, string]]),
    ...(locationId === null
      ? []
      : [['Location', locationNames(tx, [locationId]).get(locationId) ?? locationId] as [string, string]]),
    ...(permission === null ? [] : [['Can', PERMISSIONS[permission].label] as [string, string]]),
  ];
}

function takenChanges(tx: ReadTx, taken: Taken): NonNullable<AuditNote['changes']> {
  return [
    { field: 'columns', old: null, new: taken.columns.join(', ') },
    ...filterFacts(tx, taken).map(([term, words]) => ({ field: `filter ${term}`, old: null, new: words })),
  ];
}
