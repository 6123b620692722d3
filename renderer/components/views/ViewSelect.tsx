// Puts one's own or a ready-made view of a list in the place of the present filters.
import { Select } from '@mantine/core';
import type { ViewParts } from '../../../shared/catalogue/viewLists.ts';
import { isSameFilter, type SavedViews } from './savedViews.ts';

interface ViewSelectProps<Filter extends ViewParts> {
  readonly filter: Filter;
  readonly views: SavedViews<Filter>;
  readonly onView: (filter: Filter) => void;
  /** What the list shows without any filter. */
  readonly nothing: Filter;
  /** Without it the label is spoken only. */
  readonly isLabelShown: boolean;
  readonly className?: string | undefined;
}

/** Names a view only while the filters are exactly those of it. */
export function ViewSelect<Filter extends ViewParts>(props: ViewSelectProps<Filter>) {
  const { filter, views, onView, nothing, isLabelShown, className } = props;
  const all = [...views.own, ...views.shipped];
  const shown = all.find((view) => isSameFilter(view.filter, filter));
  const options = (from: readonly { viewId: string; name: string }[]) =>
    from.map(({ viewId, name }) => ({ value: viewId, label: name }));
  return (
    <Select
      className={className ?? ''}
      {...(isLabelShown ? { label: 'View' } : { 'aria-label': 'View' })}
      placeholder={all.length === 0 ? 'No views saved' : 'Choose a view'}
      size="sm"
      searchable
      clearable
      nothingFoundMessage="Nothing found."
      data={[
        { group: 'Your views', items: options(views.own) },
        { group: 'Ready-made', items: options(views.shipped) },
      ].filter(({ items }) => items.length > 0)}
      value={shown?.viewId ?? null}
      clearButtonProps={{ 'aria-label': 'No view' }}
      comboboxProps={{ width: 280, position: 'bottom-start' }}
      onChange={(chosen) => onView(all.find(({ viewId }) => viewId === chosen)?.filter ?? nothing)}
    />
  );
}
