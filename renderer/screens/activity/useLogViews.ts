// One's own and the ready-made views of the activity log.
import { ACTIVITY_VIEWS } from '../../../shared/catalogue/viewLists.ts';
import { APART, type SavedViews } from '../../components/views/savedViews.ts';
import { queryClient } from '../../ipc/queryClient.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import type { LogFilter } from './logFilter.ts';

export function useLogViews(): SavedViews<LogFilter> {
  return {
    own: useQuery('audit.findViews', {}).value?.views ?? [],
    shipped: ACTIVITY_VIEWS.shipped,
    add: useCommand('audit.addView', APART),
    rename: useCommand('audit.renameView', APART),
    remove: useCommand('audit.deleteView', APART),
    askAgain: () => queryClient.invalidateQueries({ queryKey: ['audit.findViews'] }),
  };
}
