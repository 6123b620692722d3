import { describe, expect, it } from 'vitest';
import {
  readUserViewFilter,
  USER_COLUMNS,
  userColumns,
  userViewFilter,
} from '../../../../shared/catalogue/userList.ts';
import { viewFilter } from '../../../../shared/catalogue/viewFilter.ts';

describe('the filters and columns of the list of users', () => {
  it('share no member with the filters of the activity log, so that no two views read alike', () => {
    const ofLog = Object.keys(viewFilter.shape);
    expect(Object.keys(userViewFilter.shape).filter((part) => ofLog.includes(part))).toEqual([]);
  });

  it('leave out what is not understood', () => {
    const typed = { search: 'or', status: 'lost', roleId: 'billing', permission: 'claim:fly', text: 'x' };
    expect(readUserViewFilter(typed)).toEqual({ search: 'or', roleId: 'billing' });
    expect(readUserViewFilter(null)).toEqual({});
  });

  it('keep the columns in the order somebody gave them, each once, and the name among them', () => {
    expect(userColumns.parse(['status', 'name', 'roles'])).toEqual(['status', 'name', 'roles']);
    expect(userColumns.parse(['status', 'name', 'status'])).toEqual(['status', 'name']);
    expect(userColumns.safeParse(['status']).success).toBe(false);
    expect(userColumns.safeParse([...USER_COLUMNS, 'name']).success).toBe(false);
  });
});
