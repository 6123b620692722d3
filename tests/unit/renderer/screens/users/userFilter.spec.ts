import { describe, expect, it } from 'vitest';
import { canWords, parseUserFilter, userChips, userQueryOf } from '../../../../../renderer/screens/users/userFilter.ts';

describe('the filter of the list of users in the address', () => {
  it('leaves out what it does not understand, and takes digits typed as words', () => {
    expect(parseUserFilter({ search: 123, status: 'gone', permission: 'claim:delete', offset: 7 })).toEqual({
      search: '123',
      permission: 'claim:delete',
    });
    expect(parseUserFilter(undefined)).toEqual({});
  });

  it('asks for the active people unless told otherwise', () => {
    expect(userQueryOf({})).toEqual({ search: '', status: 'active', roleId: null, permission: null, locationId: null });
    expect(userQueryOf({ status: 'all', search: 'or' })).toMatchObject({ status: 'all', search: 'or' });
  });

  it('says each filter in a chip that takes away just that one', () => {
    const filter = {
      search: 'or',
      status: 'locked',
      roleId: 'billing',
      permission: 'claim:delete',
      locationId: 'n',
    } as const;
    const chips = userChips(filter, [{ roleId: 'billing', name: 'Billing' }], [{ locationId: 'n', name: 'North' }]);
    expect(chips.map(({ says }) => says)).toEqual([
      'Status = Locked',
      'Role = Billing',
      'Location = North',
      'Can delete claims',
      'Search = “or”',
    ]);
    expect(chips.map(({ without }) => without)).toEqual([
      { status: null },
      { roleId: null },
      { locationId: null },
      { permission: null },
      { search: null },
    ]);
    expect(userChips({}, [], [])).toEqual([]);
  });

  it('names a right outside the data areas by its own words', () => {
    expect(canWords('patient:read')).toBe('Can view patients');
    expect(canWords('audit:verify')).toBe('Can: Verify the activity log');
  });
});
