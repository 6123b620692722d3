// The list of users, searched, filtered and sorted a page at a time.
import type { PermissionId } from '../../shared/catalogue/permissions.ts';
import type { Output } from '../../shared/catalogue/procedures.ts';
import type { UserSort } from '../../shared/catalogue/userList.ts';
import { foldLoginId } from '../../shared/people/foldLoginId.ts';
import { ALWAYS, allOf, anyOf, type Condition } from '../condition.ts';
import type { ReadTx } from '../transaction.ts';
import { holderIds } from './holderIds.ts';
import { locationsAbove } from './locationTree.ts';
import { isLockedOutSql, type LockOutOfPerson, latestEnd, lockOutsOfPeople } from './lockOut.ts';
import type { UserStatus } from './rights.ts';
import { nameSearch, startsWith } from './searchToSql.ts';

export interface UserListQuery {
  readonly search: string;
  readonly status: 'active' | 'locked' | 'disabled' | 'all';
  readonly roleId: string | null;
  /** People who hold this right, whatever gives it; null: everybody. */
  readonly permission: PermissionId | null;
  /** People whose location limit lets them reach this location; null: everybody. */
  readonly locationId: string | null;
  /** These people alone; null: everybody. */
  readonly userIds: readonly string[] | null;
  readonly sort: UserSort;
  readonly isDescending: boolean;
  readonly offset: number;
  readonly limit: number;
  /** Shows Super Users alone, as the recovery code does. */
  readonly superUsersOnly: boolean;
  readonly nowMs: number;
  /** Users under the timed lock of wrong passwords, which only the gate knows, with when it ends. */
  readonly timeLocks: ReadonlyMap<string, number>;
}

/** One page of users and how many there are in all. `active` includes those who have not set a password yet;
 *  deleted users appear under `all` alone. The search also knows login ids that were given up (S5.16). */
export function findUsers(tx: ReadTx, query: UserListQuery): Output<'user.find'> {
  const where = allOf(
    statusIs(query),
    roleIs(query.roleId),
    reachesLocation(tx, query.locationId),
    isAmong(query.userIds),
    isAmong(query.permission === null ? null : holderIds(tx, query.permission, query.nowMs)),
    superUsersOnly(query),
    matches(query.search),
  );
  const found = tx
    .prepare<{ total: number }>(`SELECT count(*) AS total FROM user WHERE ${where.sql}`)
    .get(...where.parameters);
  const order = orderBy(query);
  const page = [...where.parameters, ...order.parameters, query.limit, query.offset, ...order.parameters];
  // CROSS JOIN: the page is made first, then its users are fetched by their places (see findPatients).
  const rows = tx
    .prepare<ListRow>(
      `SELECT user.* FROM (SELECT user.rowid AS place FROM user WHERE ${where.sql} ORDER BY ${order.sql} LIMIT ? OFFSET ?)
       AS page CROSS JOIN user ON user.rowid = page.place ORDER BY ${order.sql}`,
    )
    .all(...page);
  const userIds = rows.map((row) => row.id);
  const roleNames = roleNamesOf(tx, userIds);
  const lockOuts = lockOutsOfPeople(tx, userIds, query.nowMs);
  return {
    total: found?.total ?? 0,
    rows: rows.map((row) =>
      listRow(row, roleNames.get(row.id) ?? [], lockOuts.get(row.id) ?? [], query.timeLocks.get(row.id)),
    ),
  };
}

interface ListRow {
  id: string;
  number: number;
  last_name: string;
  first_name: string;
  middle_initial: string;
  login_id: string;
  is_super_user: number;
  has_access_security: number;
  provider_scope: 'all' | 'selected';
  last_sign_in_at_ms: number | null;
  created_at_ms: number;
  status: UserStatus;
}

function statusIs({ status, nowMs, timeLocks }: UserListQuery): Condition {
  switch (status) {
    case 'active':
      return { sql: "user.status IN ('invited', 'active')", parameters: [] };
    case 'disabled':
      return { sql: "user.status = 'disabled'", parameters: [] };
    case 'locked':
      return allOf(
        { sql: "user.status <> 'deleted'", parameters: [] },
        anyOf(isLockedOutSql(nowMs), isAmong([...timeLocks.keys()])),
      );
    case 'all':
      return ALWAYS;
  }
}

function roleIs(roleId: string | null): Condition {
  if (roleId === null) return ALWAYS;
  return { sql: 'user.id IN (SELECT user_id FROM user_role WHERE role_id = ?)', parameters: [roleId] };
}

/** A Super User reaches every location; a login linked to a patient record reaches no other record at any of them. */
function reachesLocation(tx: ReadTx, locationId: string | null): Condition {
  if (locationId === null) return ALWAYS;
  return {
    sql: `(user.is_super_user = 1 OR (user.patient_id IS NULL AND (coalesce(user.location_scope, 'all') = 'all'
      OR user.id IN (SELECT user_id FROM user_location WHERE location_id IN (SELECT value FROM json_each(?))))))`,
    parameters: [JSON.stringify(locationsAbove(tx, locationId))],
  };
}

function isAmong(userIds: readonly string[] | null): Condition {
  if (userIds === null) return ALWAYS;
  return { sql: 'user.id IN (SELECT value FROM json_each(?))', parameters: [JSON.stringify(userIds)] };
}

function superUsersOnly(query: UserListQuery): Condition {
  return query.superUsersOnly ? { sql: 'user.is_super_user = 1', parameters: [] } : ALWAYS;
}

function matches(search: string): Condition {
  const typed = search.trim();
  if (typed === '') return ALWAYS;
  const login = startsWith('user.login_id_folded', foldLoginId(typed));
  const retired = startsWith('login_id_folded', foldLoginId(typed));
  return anyOf(nameSearch(typed, 'user'), login, {
    sql: `user.id IN (SELECT user_id FROM retired_login_id WHERE ${retired.sql})`,
    parameters: retired.parameters,
  });
}

function orderBy({ sort, isDescending, nowMs }: UserListQuery): Condition {
  const way = isDescending ? 'DESC' : 'ASC';
  const name = `user.last_name ${way}, user.first_name ${way}, user.id ${way}`;
  switch (sort) {
    case 'name':
      return { sql: name, parameters: [] };
    case 'loginId':
      return { sql: `user.login_id_folded ${way}`, parameters: [] };
    case 'lastSignIn':
      return { sql: `user.last_sign_in_at_ms ${way}, ${name}`, parameters: [] };
    case 'created':
      return { sql: `user.created_at_ms ${way}, ${name}`, parameters: [] };
    case 'status': {
      const lockedOut = isLockedOutSql(nowMs);
      return { sql: `user.status ${way}, ${lockedOut.sql} ${way}, ${name}`, parameters: lockedOut.parameters };
    }
  }
}

function roleNamesOf(tx: ReadTx, userIds: readonly string[]): Map<string, string[]> {
  const names = new Map<string, string[]>();
  const rows = tx
    .prepare<{ user_id: string; name: string }>(
      `SELECT user_role.user_id, role.name FROM user_role JOIN role ON role.id = user_role.role_id
       WHERE user_role.user_id IN (SELECT value FROM json_each(?)) ORDER BY role.code, role.id`,
    )
    .all(JSON.stringify(userIds));
  for (const { user_id, name } of rows) names.set(user_id, [...(names.get(user_id) ?? []), name]);
  return names;
}

function listRow(
  row: ListRow,
  roleNames: string[],
  lockOuts: readonly LockOutOfPerson[],
  timeLockedUntilMs: number | undefined,
): Output<'user.find'>['rows'][number] {
  const ends = timeLockedUntilMs === undefined ? lockOuts : [...lockOuts, { untilMs: timeLockedUntilMs }];
  return {
    userId: row.id,
    number: row.number,
    lastName: row.last_name,
    firstName: row.first_name,
    middleInitial: row.middle_initial,
    loginId: row.login_id,
    roleNames,
    isSuperUser: row.is_super_user === 1,
    hasAccessSecurity: row.has_access_security === 1,
    scope: row.provider_scope,
    lastSignInAtMs: row.last_sign_in_at_ms,
    createdAtMs: row.created_at_ms,
    status: row.status,
    isLockedOut: ends.length > 0,
    isLockedOutInPerson: timeLockedUntilMs !== undefined || lockOuts.some(({ kind }) => kind === 'user'),
    lockedOutUntilMs: latestEnd(ends),
  };
}
