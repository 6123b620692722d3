// Saves the present filters as a view, and renames or deletes the view they already are.
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ViewParts } from '../../../shared/catalogue/viewLists.ts';
import { notify } from '../notify.ts';
import { isSameFilter, type SavedView, type SavedViews } from './savedViews.ts';
import { ViewNameDialog } from './ViewNameDialog.tsx';

interface ViewActionsProps<Filter extends ViewParts> {
  readonly filter: Filter;
  readonly views: SavedViews<Filter>;
}

/** Nothing for a ready-made view: it can be neither renamed nor deleted. */
export function ViewActions<Filter extends ViewParts>({ filter, views }: ViewActionsProps<Filter>) {
  const [isNaming, setIsNaming] = useState(false);
  const { add, rename, remove, askAgain } = views;
  const own = views.own.find((view) => isSameFilter(view.filter, filter));
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
  const deleteOwn = async ({ viewId, version, name }: SavedView<Filter>) => {
    const isDeleted = (await remove.run({ viewId, version })) !== null;
    if (isDeleted) await settle(`The view “${name}” is deleted. The filters stay until you clear them.`);
    else notify.trouble('The view could not be deleted. Choose it again, then try once more.');
    // The button that was pressed is gone; the keyboard goes on beside it.
    if (isDeleted) firstButton.current?.focus();
  };
  if (own === undefined && views.shipped.some((view) => isSameFilter(view.filter, filter))) return null;
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
