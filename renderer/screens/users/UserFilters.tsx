// Search, status, role, right, saved view and columns above the list of users.
import { Group, SegmentedControl, Select } from '@mantine/core';
import {
  FIRST_USER_COLUMNS,
  USER_COLUMN_LABELS,
  USER_COLUMNS,
  type UserColumn,
} from '../../../shared/catalogue/userList.ts';
import { ColumnChooser } from '../../components/grid/ColumnChooser.tsx';
import { ListSearch, SEARCH_REST_MS } from '../../components/ListSearch.tsx';
import { useTypedSearch } from '../../components/useTypedSearch.ts';
import type { SavedViews } from '../../components/views/savedViews.ts';
import { ViewSelect } from '../../components/views/ViewSelect.tsx';
import { hasSeveralLocations, type LocationChoice, locationRows } from './locationRows.ts';
import { RightSelect } from './RightSelect.tsx';
import classes from './UsersScreen.module.css';
import type { UserFilter, UserFilterChange } from './userFilter.ts';

/** No role has an empty id. */
const ALL_ROLES = '';
const ALL_LOCATIONS = '';
const ACTIVE = 'active';

interface UserFiltersProps {
  readonly filter: UserFilter;
  readonly roles: readonly { readonly roleId: string; readonly name: string }[];
  readonly locations: readonly LocationChoice[];
  readonly views: SavedViews<UserFilter>;
  readonly onFilter: (change: UserFilterChange) => void;
  /** Puts the filters of a view in the place of the present ones. */
  readonly onView: (filter: UserFilter) => void;
  readonly columns: readonly UserColumn[];
  readonly onColumns: (columns: readonly UserColumn[]) => void;
}

/** Disabled users are hidden until asked for; nobody is ever out of reach. */
export function UserFilters(props: UserFiltersProps) {
  const { filter, roles, locations, views, onFilter, onView, columns, onColumns } = props;
  const [search, setSearch] = useTypedSearch(
    filter.search ?? '',
    (words) => onFilter({ search: words === '' ? null : words }),
    SEARCH_REST_MS,
  );
  return (
    <Group
      component="search"
      gap="xs"
      className={`${classes.listOnly} ${classes.filters}`}
      aria-label="Filters of users"
    >
      <ListSearch label="Search name, login or role" value={search} onChange={setSearch} />
      <SegmentedControl
        size="sm"
        aria-label="Status"
        value={filter.status ?? ACTIVE}
        onChange={(status) => onFilter({ status: STATUSES.find((known) => known === status) ?? null })}
        data={[
          { value: ACTIVE, label: 'Active' },
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
        onChange={(roleId) => onFilter({ roleId: roleId === ALL_ROLES ? null : roleId })}
        allowDeselect={false}
        comboboxProps={{ width: 240, position: 'bottom-start' }}
        w={140}
      />
      {hasSeveralLocations(locations) || filter.locationId !== undefined ? (
        <Select
          aria-label="Location"
          data={[
            { value: ALL_LOCATIONS, label: 'All locations' },
            ...locationRows(locations, filter.locationId === undefined ? [] : [filter.locationId]).map(
              ({ locationId, name, depth }) => ({ value: locationId, label: `${'\u2003'.repeat(depth)}${name}` }),
            ),
          ]}
          value={filter.locationId ?? ALL_LOCATIONS}
          onChange={(locationId) => onFilter({ locationId: locationId === ALL_LOCATIONS ? null : locationId })}
          allowDeselect={false}
          comboboxProps={{ width: 240, position: 'bottom-start' }}
          w={140}
        />
      ) : null}
      <RightSelect value={filter.permission ?? null} onChange={(permission) => onFilter({ permission })} />
      <ViewSelect
        filter={filter}
        views={views}
        onView={onView}
        nothing={{}}
        isLabelShown={false}
        className={classes.view}
      />
      <ColumnChooser
        columns={USER_COLUMNS.map((id) => ({ id, label: USER_COLUMN_LABELS[id] }))}
        shown={columns}
        fixed="name"
        onChange={onColumns}
        first={FIRST_USER_COLUMNS}
      />
    </Group>
  );
}

const STATUSES = ['locked', 'disabled', 'all'] as const;
