// The list of users with its check boxes, row menu and the bar for the chosen people.
import { useMediaQuery } from '@mantine/hooks';
import type { RefObject } from 'react';
import { EmptyState } from '../../components/EmptyState.tsx';
import { DataGrid } from '../../components/grid/DataGrid.tsx';
import type { RowAction } from '../../components/grid/GridMenu.tsx';
import { BulkBar } from './BulkBar.tsx';
import type { BulkAct } from './bulkActs.ts';
import type { UserAct } from './userActions.ts';
import { columnsBeside, gridColumns } from './userColumns.tsx';
import type { UserRow } from './userWords.ts';
import type { UserList } from './useUserList.ts';

/** Too narrow for every column beside the editor. */
const NARROW_WINDOW = '(max-width: 1599px)';

interface UserListPaneProps {
  readonly list: UserList;
  readonly selectedKey: string | null;
  readonly gridRef: RefObject<HTMLDivElement | null>;
  readonly rowActions: (row: UserRow) => RowAction[];
  /** The editor of a user takes the larger part of the width. */
  readonly isBesideEditor: boolean;
  readonly onSelect: (userId: string) => void;
  readonly onOpen: (userId: string) => void;
  readonly onAct: (act: UserAct, userId: string) => void;
  readonly onBulk: (act: BulkAct) => void;
  readonly onExportChosen: () => void;
}

export function UserListPane(props: UserListPaneProps) {
  const { list, gridRef } = props;
  const { search, roleId, permission, locationId, status } = list.asked;
  const isNarrow = useMediaQuery(NARROW_WINDOW) ?? false;
  const isNarrowed = search !== '' || [roleId, permission, locationId].some((narrowing) => narrowing !== null);
  return (
    <>
      <DataGrid<UserRow>
        label="Users"
        columns={gridColumns(props.isBesideEditor && isNarrow ? columnsBeside(list.columns) : list.columns)}
        rowKey={({ userId }) => userId}
        fetchPage={list.fetchPage}
        queryKey={['user.find', list.asked]}
        sort={list.sort}
        onSort={list.setSort}
        selectedKey={props.selectedKey}
        onSelect={({ userId }) => props.onSelect(userId)}
        onOpen={({ userId }) => props.onOpen(userId)}
        checks={{ rows: list.chosen, onChange: list.setChosen, labelOf: list.choiceLabel }}
        rowActions={props.rowActions}
        onMoveColumn={list.moveColumn}
        onRowKey={(row, event) => {
          if (event.key !== 'Delete' || row.status === 'disabled' || row.status === 'deleted') return false;
          props.onAct('disable', row.userId);
          return true;
        }}
        gridRef={gridRef}
        empty={
          <EmptyState
            title={isNarrowed ? 'Nobody matches' : `No ${status === 'all' ? '' : `${status} `}users`}
            hint="Change the search or the filters, or add the person."
          />
        }
      />
      <BulkBar
        count={list.chosen.size}
        onAct={props.onBulk}
        onExport={props.onExportChosen}
        onClear={() => {
          list.chooseNobody();
          gridRef.current?.focus();
        }}
      />
    </>
  );
}
