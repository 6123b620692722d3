// A user of the list in words, column by column: the same on screen, in a file and on paper.
import type { Output } from '../catalogue/procedures.ts';
import type { UserColumn } from '../catalogue/userList.ts';
import { displayName } from './displayName.ts';

export type ListedUser = Output<'user.find'>['rows'][number];

/** The words of one cell; `showTime` writes UTC epoch milliseconds. Pure. */
export function userCell(user: ListedUser, column: UserColumn, showTime: (atMs: number) => string): string {
  switch (column) {
    case 'name':
      return displayName(user);
    case 'loginId':
      return user.loginId;
    case 'roles':
      return rolesText(user);
    case 'scope':
      return user.isSuperUser || user.scope === 'all' ? 'All' : 'Selected';
    case 'lastSignIn':
      return user.lastSignInAtMs === null ? 'never' : showTime(user.lastSignInAtMs);
    case 'status':
      return statusLabel(user);
    case 'lockedUntil':
      if (!user.isLockedOut) return '';
      return user.lockedOutUntilMs === null ? 'until unlocked' : showTime(user.lockedOutUntilMs);
    case 'created':
      return showTime(user.createdAtMs);
    case 'number':
      return String(user.number);
  }
}

/** The one state that matters most. */
export function statusLabel({ status, isLockedOut }: Pick<ListedUser, 'status' | 'isLockedOut'>): string {
  if (status === 'deleted') return 'Deleted';
  if (status === 'disabled') return 'Disabled';
  if (isLockedOut) return 'Locked';
  return status === 'invited' ? 'Invited' : 'Active';
}

function rolesText({ isSuperUser, hasAccessSecurity, roleNames }: ListedUser): string {
  const names = [...(isSuperUser ? ['Super User'] : hasAccessSecurity ? ['Access Security'] : []), ...roleNames];
  return names.length === 0 ? 'none' : names.join(', ');
}
