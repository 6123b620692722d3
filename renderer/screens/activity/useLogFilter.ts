// Reads and changes the filter in the address.
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type LogFilter, parseLogFilter } from './logFilter.ts';

/** Parts to change; null takes one away. */
export type LogFilterChange = { readonly [Key in keyof LogFilter]?: LogFilter[Key] | null };

/** The filter of this screen, a way to change some of its parts, and one to put another in its place. */
export function useLogFilter(): readonly [LogFilter, (change: LogFilterChange) => void, (filter: LogFilter) => void] {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const filter = useMemo(() => parseLogFilter(search), [search]);
  const show = (next: LogFilterChange) => {
    const kept = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== null && value !== undefined));
    void navigate({ to: pathname, search: kept as never, replace: true });
  };
  return [filter, (change) => show({ ...filter, ...change }), show];
}
