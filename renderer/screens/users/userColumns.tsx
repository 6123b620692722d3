// The columns of the list of users.
import { Badge } from '@mantine/core';
import { displayName } from '../../../shared/people/displayName.ts';
import { looksShared } from '../../../shared/people/looksShared.ts';
import type { GridColumn } from '../../components/grid/gridColumn.ts';
import { shortTime } from '../../components/shortTime.ts';
import { statusLabel, statusWithEnd, type UserRow } from './userWords.ts';

// Shade 9 on white reaches the contrast small letters need.
const STATUS_COLORS: Record<string, string> = {
  Active: 'teal.9',
  Invited: 'blue.9',
  Locked: 'red.9',
  Disabled: 'gray.7',
  Deleted: 'gray.7',
};

export const USER_COLUMNS: readonly GridColumn<UserRow>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 140,
    sortId: 'name',
    render: (row) => (looksShared(`${row.lastName} ${row.firstName}`) ? `! ${displayName(row)}` : displayName(row)),
  },
  { id: 'loginId', header: 'Login ID', width: 92, sortId: 'loginId', render: ({ loginId }) => loginId },
  { id: 'roles', header: 'Role', width: 116, render: rolesText },
  { id: 'scope', header: 'Providers', width: 84, render: scopeText },
  {
    id: 'lastSignIn',
    header: 'Last sign-in',
    width: 118,
    sortId: 'lastSignIn',
    render: ({ lastSignInAtMs }) => (lastSignInAtMs === null ? 'never' : shortTime(lastSignInAtMs, Date.now())),
  },
  {
    id: 'status',
    header: 'Status',
    width: 86,
    sortId: 'status',
    render: (row) => {
      const label = statusLabel(row);
      return (
        <Badge
          size="sm"
          tt="none"
          variant="filled"
          color={STATUS_COLORS[label] ?? 'gray.7'}
          title={statusWithEnd(row, Date.now())}
        >
          {label}
        </Badge>
      );
    },
  },
];

function scopeText({ isSuperUser, scope }: UserRow): string {
  return isSuperUser || scope === 'all' ? 'All' : 'Selected';
}

function rolesText({ isSuperUser, hasAccessSecurity, roleNames }: UserRow): string {
  const names = [...(isSuperUser ? ['Super User'] : hasAccessSecurity ? ['Access Security'] : []), ...roleNames];
  return names.length === 0 ? 'none' : names.join(', ');
}
