// What the list of users can show, be narrowed by and be kept as under a name (screens 6.2).
import { z } from 'zod';
import { id, permissionId, search, slug } from './schemas.ts';
import { understoodParts } from './viewFilter.ts';

/** The columns a person may choose, in the order in which they are offered. */
export const USER_COLUMNS = [
  'name',
  'loginId',
  'roles',
  'scope',
  'lastSignIn',
  'status',
  'lockedUntil',
  'created',
  'number',
] as const;
export type UserColumn = (typeof USER_COLUMNS)[number];

/** Heads of the columns on screen, in files and on paper. */
export const USER_COLUMN_LABELS: Record<UserColumn, string> = {
  name: 'Name',
  loginId: 'Login ID',
  roles: 'Role',
  scope: 'Providers',
  lastSignIn: 'Last sign-in',
  status: 'Status',
  lockedUntil: 'Locked until',
  created: 'Created',
  number: 'User number',
};

/** What is shown until somebody chooses otherwise. */
export const FIRST_USER_COLUMNS: readonly UserColumn[] = ['name', 'loginId', 'roles', 'scope', 'lastSignIn', 'status'];

/** Columns of a list in the order somebody gave them, each once, the name always among them. */
export const userColumns = z
  .array(z.enum(USER_COLUMNS))
  .max(USER_COLUMNS.length)
  .refine((columns) => columns.includes('name'), 'must hold the name')
  .transform((chosen) => [...new Set(chosen)]);

export const USER_SORTS = ['name', 'loginId', 'lastSignIn', 'status', 'created'] as const;
export type UserSort = (typeof USER_SORTS)[number];

const STATUSES = ['active', 'locked', 'disabled', 'all'] as const;

/** What narrows and orders the list; null does not narrow. */
export const userQuery = {
  search,
  status: z.enum(STATUSES),
  roleId: z.union([z.null(), slug]),
  /** People who hold this right, whatever gives it. */
  permission: z.union([z.null(), permissionId]),
  /** People whose location limit lets them reach this location (S2.75). */
  locationId: z.union([z.null(), id]).default(null),
  sort: z.enum(USER_SORTS),
  isDescending: z.boolean(),
};

/** Everybody who can sign in, in order of name. */
export const ACTIVE_USERS = {
  search: '',
  status: 'active',
  roleId: null,
  permission: null,
  sort: 'name',
  isDescending: false,
} as const;

const PARTS = {
  search: z.string().min(1).max(100),
  /** Left out: the active ones, as the list begins. */
  status: z.enum(['locked', 'disabled', 'all']),
  roleId: slug,
  permission: permissionId,
  locationId: id,
};

/** The filters of the list as a person sees and saves them; members left out do not narrow.
 *  INVARIANT: no member is called as one of the activity log's, so that no view of both lists reads alike. */
export const userViewFilter = z.strictObject(PARTS).partial();
export type UserViewFilter = z.output<typeof userViewFilter>;

/** What is understood of a filter from an address or from a file of another version; the rest is left out. */
export function readUserViewFilter(value: unknown): UserViewFilter {
  return userViewFilter.parse(understoodParts(PARTS, value));
}
