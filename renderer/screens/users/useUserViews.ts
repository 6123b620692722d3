// One's own views of the list of users.
import type { UserViewFilter } from '../../../shared/catalogue/userList.ts';
import { USER_VIEWS } from '../../../shared/catalogue/viewLists.ts';
import { APART, type SavedViews } from '../../components/views/savedViews.ts';
import { queryClient } from '../../ipc/queryClient.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useQuery } from '../../ipc/useQuery.ts';

export function useUserViews(): SavedViews<UserViewFilter> {
  return {
    own: useQuery('user.findViews', {}).value?.views ?? [],
    shipped: USER_VIEWS.shipped,
    add: useCommand('user.addView', APART),
    rename: useCommand('user.renameView', APART),
    remove: useCommand('user.deleteView', APART),
    askAgain: () => queryClient.invalidateQueries({ queryKey: ['user.findViews'] }),
  };
}
