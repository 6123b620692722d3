// The columns of the list of users that this person chose, in their order; remembered for them by the practice, not by the computer.
import { useState } from 'react';
import { FIRST_USER_COLUMNS, type UserColumn } from '../../../shared/catalogue/userList.ts';
import { notify } from '../../components/notify.ts';
import { call } from '../../ipc/client.ts';
import { queryClient } from '../../ipc/queryClient.ts';
import { useQuery } from '../../ipc/useQuery.ts';

/** Shown at once and stored behind; a choice that could not be stored stays for now and says so. */
export function useUserColumns(): readonly [readonly UserColumn[], (columns: readonly UserColumn[]) => void] {
  const { value } = useQuery('user.readLayout', {});
  const [chosen, setChosen] = useState<readonly UserColumn[] | null>(null);
  const choose = (columns: readonly UserColumn[]) => {
    setChosen(columns);
    void call('user.saveLayout', { columns: [...columns] }).then((reply) => {
      if (reply.ok) void queryClient.invalidateQueries({ queryKey: ['user.readLayout'] });
      else notify.trouble(`The columns are shown, but not remembered. ${reply.error.message}`);
    });
  };
  return [chosen ?? value?.columns ?? FIRST_USER_COLUMNS, choose];
}
