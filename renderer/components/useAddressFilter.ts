// Reads and changes the filter of a list in the address, so that Back and links keep it.
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';

/** Parts to change; null takes one away. */
export type FilterChange<Filter> = { readonly [Key in keyof Filter]?: Filter[Key] | null };

export type AddressFilter<Filter> = readonly [
  filter: Filter,
  change: (change: FilterChange<Filter>) => void,
  show: (filter: Filter) => void,
];

/** The filter of this screen, a way to change some of its parts, and one to put another in its place.
 *  `read` leaves out what it does not understand; it must be the same function each time. */
export function useAddressFilter<Filter extends object>(read: (search: unknown) => Filter): AddressFilter<Filter> {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const filter = useMemo(() => read(search), [read, search]);
  const show = (next: FilterChange<Filter>) => {
    const kept = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== null && value !== undefined));
    void navigate({ to: pathname, search: kept as never, replace: true });
  };
  return [filter, (change) => show({ ...filter, ...change }), show];
}
