// Fetches the pages of a grid that are on screen, and only those.
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Refusal, Reply } from '../../../shared/errors.ts';
import { refuse } from '../../../shared/errors.ts';

export const ROWS_PER_PAGE = 100;
const FRESH_FOR_MS = 60_000;

export interface GridPage<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

export type FetchPage<Row> = (offset: number, limit: number) => Promise<Reply<GridPage<Row>>>;

export interface GridPages<Row> {
  /** Rows that match; the last known number while a new answer is on its way, null before the first. */
  readonly total: number | null;
  readonly isLoading: boolean;
  readonly refusal: Refusal | null;
  readonly rowAt: (index: number) => Row | undefined;
  readonly retry: () => void;
  /** Rows `first` to `last`, those that are not on screen fetched as well; null when a page could not be fetched. */
  readonly fetchRows: (first: number, last: number) => Promise<readonly Row[] | null>;
}

/** Keeps the pages that hold `firstIndex` to `lastIndex` and `activeIndex`, the row the keys stand on, wherever it is
 *  scrolled to; page 0 is always kept because it tells the total. */
export function useGridPages<Row>(
  queryKey: readonly unknown[],
  fetchPage: FetchPage<Row>,
  firstIndex: number,
  lastIndex: number,
  activeIndex: number,
): GridPages<Row> {
  const pageNumbers = pagesBetween(firstIndex, lastIndex, activeIndex);
  const client = useQueryClient();
  const pageQuery = (pageNumber: number) => ({
    queryKey: [...queryKey, 'page', pageNumber],
    queryFn: () => fetchPage(pageNumber * ROWS_PER_PAGE, ROWS_PER_PAGE),
    staleTime: FRESH_FOR_MS,
    retry: false,
    networkMode: 'always' as const,
  });
  const results = useQueries({ queries: pageNumbers.map(pageQuery) });
  const [lastTotal, setLastTotal] = useState<number | null>(null);
  const pages = new Map<number, GridPage<Row>>();
  let refusal: Refusal | null = null;
  results.forEach((result, at) => {
    const pageNumber = pageNumbers[at];
    if (result.data?.ok && pageNumber !== undefined) pages.set(pageNumber, result.data.value);
    else if (result.data?.ok === false) refusal ??= result.data.error;
    else if (result.isError) refusal ??= refuse('INTERNAL', 'The list could not be loaded. Try again.');
  });
  const total = pages.values().next().value?.total ?? null;
  // The count of the last answer stands while the next one is fetched, so that the grid does not jump.
  if (total !== null && total !== lastTotal) setLastTotal(total);
  return {
    total: total ?? lastTotal,
    isLoading: total === null && refusal === null,
    refusal,
    rowAt: (index) => pages.get(Math.floor(index / ROWS_PER_PAGE))?.rows[index % ROWS_PER_PAGE],
    retry: () => {
      for (const result of results) if (result.isError || result.data?.ok === false) void result.refetch();
    },
    fetchRows: async (first, last) => {
      const rows: Row[] = [];
      for (let page = Math.floor(first / ROWS_PER_PAGE); page <= Math.floor(last / ROWS_PER_PAGE); page += 1) {
        const reply = await client.fetchQuery(pageQuery(page));
        if (!reply.ok) return null;
        const start = page * ROWS_PER_PAGE;
        rows.push(...reply.value.rows.slice(Math.max(0, first - start), last - start + 1));
      }
      return rows;
    },
  };
}

function pagesBetween(firstIndex: number, lastIndex: number, activeIndex: number): number[] {
  const numbers = new Set([0, Math.max(0, Math.floor(activeIndex / ROWS_PER_PAGE))]);
  for (let page = Math.floor(firstIndex / ROWS_PER_PAGE); page <= Math.floor(lastIndex / ROWS_PER_PAGE); page += 1)
    numbers.add(Math.max(0, page));
  return [...numbers];
}
