// What the list of users shows: its filter, order and columns, how many match, who is chosen, and how it is printed.
import { useState } from 'react';
import type { UserSort } from '../../../shared/catalogue/userList.ts';
import { displayName } from '../../../shared/people/displayName.ts';
import { columnMoved } from '../../components/grid/columnMoved.ts';
import type { GridSort } from '../../components/grid/gridColumn.ts';
import { notify } from '../../components/notify.ts';
import { useAddressFilter } from '../../components/useAddressFilter.ts';
import { call } from '../../ipc/client.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { people } from './bulkWords.ts';
import { parseUserFilter, type UserFilter, type UserFilterChange, userQueryOf } from './userFilter.ts';
import type { UserRow } from './userWords.ts';
import { useUserColumns } from './useUserColumns.ts';

const NOBODY: ReadonlyMap<string, UserRow> = new Map();

/** Another filter begins with nobody chosen: nobody who is out of sight is acted on. */
export function useUserList() {
  const [filter, changeFilter, showFilter] = useAddressFilter(parseUserFilter);
  const [sort, setSort] = useState<GridSort>({ sortId: 'name', isDescending: false });
  const [columns, chooseColumns] = useUserColumns();
  const [chosen, setChosen] = useState(NOBODY);
  const [total, setTotal] = useState<number | null>(null);
  const print = useCommand('user.print', { refreshes: false });
  const asked = userQueryOf(filter);
  const query = { ...asked, sort: sort.sortId as UserSort, isDescending: sort.isDescending };

  return {
    filter,
    asked,
    query,
    sort,
    setSort,
    columns,
    chooseColumns,
    moveColumn: (columnId: string, toColumnId: string) => chooseColumns(columnMoved(columns, columnId, toColumnId)),
    total,
    chosen,
    setChosen,
    choiceLabel: (row: UserRow) => `Choose ${displayName(row)}`,
    chooseNobody: () => setChosen(NOBODY),
    changeFilter: (change: UserFilterChange) => {
      setChosen(NOBODY);
      changeFilter(change);
    },
    showFilter: (next: UserFilter) => {
      setChosen(NOBODY);
      showFilter(next);
    },
    fetchPage: async (offset: number, limit: number) => {
      const reply = await call('user.find', { ...query, offset, limit });
      if (reply.ok) setTotal(reply.value.total);
      return reply;
    },
    isPrinting: print.isRunning,
    printRefusal: print.refusal,
    clearPrintRefusal: print.clearRefusal,
    printAll: async () => {
      const printed = await print.run({ ...query, userIds: null, columns: [...columns] });
      if (printed !== null) notify.done(`A list of ${people(printed.count)} was sent to the printer.`);
    },
  };
}

export type UserList = ReturnType<typeof useUserList>;
