// Search, status and role above the list of users.
import { Group, SegmentedControl, Select } from '@mantine/core';
import { ListSearch } from '../../components/ListSearch.tsx';
import classes from './UsersScreen.module.css';

export interface UserFilter {
  readonly search: string;
  readonly status: 'active' | 'locked' | 'disabled' | 'all';
  readonly roleId: string | null;
}

export const NO_FILTER: UserFilter = { search: '', status: 'active', roleId: null };

/** No role has an empty id. */
const ALL_ROLES = '';

interface UserFiltersProps {
  readonly filter: UserFilter;
  readonly roles: readonly { readonly roleId: string; readonly name: string }[];
  readonly onChange: (filter: UserFilter) => void;
}

/** Disabled users are hidden until asked for; nobody is ever out of reach. */
export function UserFilters({ filter, roles, onChange }: UserFiltersProps) {
  return (
    <Group gap="sm" className={classes.listOnly ?? ''}>
      <ListSearch
        label="Search name, login or role"
        value={filter.search}
        onChange={(search) => onChange({ ...filter, search })}
      />
      <SegmentedControl
        size="sm"
        aria-label="Status"
        value={filter.status}
        onChange={(status) => onChange({ ...filter, status })}
        data={[
          { value: 'active', label: 'Active' },
          { value: 'locked', label: 'Locked' },
          { value: 'disabled', label: 'Disabled' },
          { value: 'all', label: 'All' },
        ]}
      />
      <Select
        aria-label="Role"
        data={[
          { value: ALL_ROLES, label: 'All roles' },
          ...roles.map(({ roleId, name }) => ({ value: roleId, label: name })),
        ]}
        value={filter.roleId ?? ALL_ROLES}
        onChange={(roleId) => onChange({ ...filter, roleId: roleId === ALL_ROLES ? null : roleId })}
        allowDeselect={false}
        w={180}
      />
    </Group>
  );
}
