// Saves the present filters as a view, and renames or deletes the view they already are.
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { SHIPPED_VIEWS } from '../../../shared/catalogue/shippedViews.ts';
import { notify } from '../../components/notify.ts';
import { queryClient } from '../../ipc/queryClient.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { isSameFilter, type LogFilter } from './logFilter.ts';
import { ViewNameDialog } from './ViewNameDialog.tsx';
import type { SavedView } from './ViewSelect.tsx';

interface ViewActionsProps {
  readonly filter: LogFilter;
  readonly views: readonly SavedView[];
}

// Only the list of views has changed; asking for everything shown would fill the log with looks.
const APART = { refreshes: false };
const askAgain = () => queryClient.invalidateQueries({ queryKey: ['audit.findViews'] });

/** Nothing for a ready-made view: it can be neither renamed nor deleted. */
export function ViewActions({ filter, views }: ViewActionsProps) {
  const [isNaming, setIsNaming] = useState(false);
  const add = useCommand('audit.addView', APART);
  const rename = useCommand('audit.renameView', APART);
  const remove = useCommand('audit.deleteView', APART);
  const own = views.find((view) => isSameFilter(view.filter, filter));
  const firstButton = useRef<HTMLButtonElement>(null);
  const wasNaming = useRef(false);
  // The dialog goes at once, so it cannot give the focus back itself.
  useEffect(() => {
    if (wasNaming.current && !isNaming) firstButton.current?.focus();
    wasNaming.current = isNaming;
  }, [isNaming]);
  const settle = async (sentence: string) => {
    setIsNaming(false);
    await askAgain();
    notify.done(sentence);
  };
  const saveAs = async (name: string) => {
    if (own === undefined) {
      if ((await add.run({ name, filter })) !== null) await settle(`The view “${name}” is saved for you.`);
      return;
    }
    const { viewId, version } = own;
    if ((await rename.run({ viewId, version, name })) !== null) await settle(`The view is now called “${name}”.`);
  };
  const deleteOwn = async ({ viewId, version, name }: SavedView) => {
    const isDeleted = (await remove.run({ viewId, version })) !== null;
    if (isDeleted) await settle(`The view “${name}” is deleted. The filters stay until you clear them.`);
    else notify.trouble('The view could not be deleted. Choose it again, then try once more.');
    // The button that was pressed is gone; the keyboard goes on beside it.
    if (isDeleted) firstButton.current?.focus();
  };
  if (own === undefined && SHIPPED_VIEWS.some((view) => isSameFilter(view.filter, filter))) return null;
  return (
    <>
      <Button ref={firstButton} variant="subtle" size="compact-sm" onClick={() => setIsNaming(true)}>
        {own === undefined ? 'Save as view…' : 'Rename view…'}
      </Button>
      {own === undefined ? null : (
        <Button variant="subtle" size="compact-sm" loading={remove.isRunning} onClick={() => void deleteOwn(own)}>
          Delete view
        </Button>
      )}
      {isNaming ? (
        <ViewNameDialog
          title={own === undefined ? 'Save the filters as a view' : 'Rename the view'}
          confirmLabel={own === undefined ? 'Save view' : 'Rename view'}
          firstName={own?.name ?? ''}
          refusal={add.refusal ?? rename.refusal}
          isRunning={add.isRunning || rename.isRunning}
          onConfirm={saveAs}
          onClose={() => {
            setIsNaming(false);
            add.clearRefusal();
            rename.clearRefusal();
          }}
        />
      ) : null}
    </>
  );
}
