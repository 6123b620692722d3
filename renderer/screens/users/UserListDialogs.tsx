// The dialogs about several people of the list: exporting, and acts on the chosen ones.
import { BulkDialog } from './BulkDialog.tsx';
import type { BulkAct } from './bulkActs.ts';
import { roleChoices } from './roleChoices.ts';
import { UserExportDialog } from './UserExportDialog.tsx';
import type { UserList } from './useUserList.ts';

export type ListDialog =
  | { readonly kind: 'bulk'; readonly act: BulkAct }
  /** Null: opened for the whole list, with whoever is chosen as the other choice. */
  | { readonly kind: 'export'; readonly chosenIds: readonly string[] | null };

interface UserListDialogsProps {
  readonly dialog: ListDialog | null;
  readonly list: UserList;
  readonly roles: Parameters<typeof roleChoices>[0];
  /** `hasRun`: people were acted on, and nobody is chosen any more. */
  readonly onClose: (hasRun: boolean) => void;
}

export function UserListDialogs({ dialog, list, roles, onClose }: UserListDialogsProps) {
  if (dialog === null) return null;
  if (dialog.kind === 'bulk')
    return (
      <BulkDialog
        act={dialog.act}
        rows={[...list.chosen.values()]}
        roles={roleChoices(roles, [])}
        onClose={(hasRun) => {
          if (hasRun) list.chooseNobody();
          onClose(hasRun);
        }}
      />
    );
  return (
    <UserExportDialog
      query={list.query}
      total={list.total}
      chosenIds={dialog.chosenIds ?? [...list.chosen.keys()]}
      isChosenFirst={dialog.chosenIds !== null}
      shownColumns={list.columns}
      onClose={() => onClose(false)}
    />
  );
}
