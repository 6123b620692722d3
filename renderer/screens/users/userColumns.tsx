// The columns of the list of users.
import { Badge } from '@mantine/core';
import { USER_COLUMN_LABELS, USER_SORTS, type UserColumn } from '../../../shared/catalogue/userList.ts';
import { looksShared } from '../../../shared/people/looksShared.ts';
import { statusLabel, userCell } from '../../../shared/people/userCells.ts';
import type { GridColumn } from '../../components/grid/gridColumn.ts';
import { shortTime } from '../../components/shortTime.ts';
import { statusWithEnd, type UserRow } from './userWords.ts';

// Shade 9 on white reaches the contrast small letters need.
const STATUS_COLORS: Record<string, string> = {
  Active: 'teal.9',
  Invited: 'blue.9',
  Locked: 'red.9',
  Disabled: 'gray.7',
  Deleted: 'gray.7',
};

const WIDTHS: Record<UserColumn, number> = {
  name: 112,
  loginId: 80,
  roles: 90,
  scope: 84,
  lastSignIn: 112,
  status: 76,
  lockedUntil: 112,
  created: 112,
  number: 96,
};

const BESIDE_EDITOR: readonly UserColumn[] = ['name', 'roles', 'status'];

/** Which of the chosen columns stay where there is room for few: cut-off words help nobody. */
export function columnsBeside(chosen: readonly UserColumn[]): readonly UserColumn[] {
  const kept = chosen.filter((id) => BESIDE_EDITOR.includes(id));
  return kept.length > 1 ? kept : chosen;
}

/** Grid columns for the chosen ones; name and status show more than words. */
export function gridColumns(chosen: readonly UserColumn[]): readonly GridColumn<UserRow>[] {
  return chosen.map((id) => {
    const sortId = USER_SORTS.find((sort) => sort === id);
    return {
      id,
      header: USER_COLUMN_LABELS[id],
      width: WIDTHS[id],
      render: (row: UserRow) => cellOf(row, id),
      ...(sortId === undefined ? {} : { sortId }),
    };
  });
}

function cellOf(row: UserRow, id: UserColumn) {
  const words = userCell(row, id, (atMs) => shortTime(atMs, Date.now()));
  if (id === 'name') return looksShared(`${row.lastName} ${row.firstName}`) ? `! ${words}` : words;
  if (id !== 'status') return words;
  return (
    <Badge
      size="sm"
      tt="none"
      variant="filled"
      color={STATUS_COLORS[statusLabel(row)] ?? 'gray.7'}
      title={statusWithEnd(row, Date.now())}
    >
      {words}
    </Badge>
  );
}
