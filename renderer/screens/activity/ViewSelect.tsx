// Puts one's own or a ready-made view of the log in the place of the present filters.
import { Select } from '@mantine/core';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { SHIPPED_VIEWS } from '../../../shared/catalogue/shippedViews.ts';
import classes from './activity.module.css';
import { isSameFilter, type LogFilter } from './logFilter.ts';

export type SavedView = Output<'audit.findViews'>['views'][number];

interface ViewSelectProps {
  readonly filter: LogFilter;
  readonly views: readonly SavedView[];
  readonly onView: (filter: LogFilter) => void;
}

/** Names a view only while the filters are exactly those of it. */
export function ViewSelect({ filter, views, onView }: ViewSelectProps) {
  const all = [...views, ...SHIPPED_VIEWS];
  const shown = all.find((view) => isSameFilter(view.filter, filter));
  const options = (from: readonly { viewId: string; name: string }[]) =>
    from.map(({ viewId, name }) => ({ value: viewId, label: name }));
  return (
    <Select
      className={classes.wide ?? ''}
      label="View"
      placeholder="Choose a view"
      size="sm"
      searchable
      clearable
      nothingFoundMessage="Nothing found."
      data={[
        { group: 'Your views', items: options(views) },
        { group: 'Ready-made', items: options(SHIPPED_VIEWS) },
      ].filter(({ items }) => items.length > 0)}
      value={shown?.viewId ?? null}
      clearButtonProps={{ 'aria-label': 'No view' }}
      comboboxProps={{ width: 280, position: 'bottom-start' }}
      onChange={(chosen) => onView(all.find(({ viewId }) => viewId === chosen)?.filter ?? {})}
    />
  );
}
