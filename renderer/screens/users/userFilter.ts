// The filter of the list of users as it stands in the address, and its words.
import { DATA_AREAS, type Verb } from '../../../shared/catalogue/dataAreas.ts';
import { PERMISSIONS, type PermissionId } from '../../../shared/catalogue/permissions.ts';
import { readUserViewFilter, type UserViewFilter } from '../../../shared/catalogue/userList.ts';
import type { Chip } from '../../components/FilterChips.tsx';
import { areaOf } from '../../components/rightsGroups.ts';
import type { FilterChange } from '../../components/useAddressFilter.ts';

export type UserFilter = UserViewFilter;
export type UserFilterChange = FilterChange<UserFilter>;

/** Reads the filter from the search part of an address; what is not understood is left out. */
export function parseUserFilter(search: unknown): UserFilter {
  if (typeof search !== 'object' || search === null) return {};
  // An address typed by hand has no types: digits arrive as a number even where words are meant.
  const typed = Object.entries(search).map(([part, value]) => [
    part,
    part === 'search' && typeof value === 'number' ? String(value) : value,
  ]);
  return readUserViewFilter(Object.fromEntries(typed));
}

/** The filter as the main process wants it: the active people unless asked otherwise. */
export function userQueryOf({ search, status, roleId, permission, locationId }: UserFilter) {
  return {
    search: search ?? '',
    status: status ?? ('active' as const),
    roleId: roleId ?? null,
    permission: permission ?? null,
    locationId: locationId ?? null,
  };
}

const STATUS_WORDS = { locked: 'Locked', disabled: 'Disabled', all: 'All' } as const;

/** One chip for each filter in force. */
export function userChips(
  { search, status, roleId, permission, locationId }: UserFilter,
  roles: readonly { readonly roleId: string; readonly name: string }[],
  locations: readonly { readonly locationId: string; readonly name: string }[],
): readonly Chip<UserFilterChange>[] {
  const chips: Chip<UserFilterChange>[] = [];
  const add = (says: string, without: UserFilterChange) => chips.push({ says, without });
  if (status !== undefined) add(`Status = ${STATUS_WORDS[status]}`, { status: null });
  if (roleId !== undefined)
    add(`Role = ${roles.find((role) => role.roleId === roleId)?.name ?? 'one role'}`, { roleId: null });
  if (locationId !== undefined)
    add(`Location = ${locations.find((one) => one.locationId === locationId)?.name ?? 'one location'}`, {
      locationId: null,
    });
  if (permission !== undefined) add(canWords(permission), { permission: null });
  if (search !== undefined) add(`Search = “${search}”`, { search: null });
  return chips;
}

const CAN: Record<Verb, string> = {
  read: 'view',
  create: 'add',
  update: 'edit',
  delete: 'delete',
  export: 'export',
  approve: 'approve',
};

/** `Can delete claims`, or the name of a right outside the data areas: `Can: Verify the activity log`. */
export function canWords(permission: PermissionId): string {
  const cell = areaOf(permission);
  if (cell === null) return `Can: ${PERMISSIONS[permission].label}`;
  return `Can ${CAN[cell.verb]} ${DATA_AREAS[cell.area].label.toLowerCase()}`;
}
