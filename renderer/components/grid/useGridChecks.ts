// Several rows of a grid chosen at once: one by one, as a range from the last one, or all that match.
import { useRef } from 'react';

/** More are not acted on at once; each stands for a call of its own. */
export const MOST_CHECKED = 1_000;

export interface GridChecks<Row> {
  /** The chosen rows by key, also those that are scrolled away. */
  readonly rows: ReadonlyMap<string, Row>;
  readonly onChange: (rows: ReadonlyMap<string, Row>) => void;
  /** What the check box of a row is called. */
  readonly labelOf: (row: Row) => string;
}

interface CheckedGrid<Row> {
  readonly rowKey: (row: Row) => string;
  readonly rowAt: (index: number) => Row | undefined;
  readonly rowCount: number;
  /** Rows `first` to `last`, also those that no page on screen holds; null when they could not be fetched. */
  readonly fetchRows: (first: number, last: number) => Promise<readonly Row[] | null>;
}

export interface GridCheckActs {
  readonly isChecked: (key: string) => boolean;
  readonly count: number;
  readonly toggle: (index: number) => void;
  /** From here the next range reaches. */
  readonly startAt: (index: number) => void;
  /** Chooses everything from where the range starts to this one, and nothing else. */
  readonly extendTo: (index: number, from: number) => void;
  /** Chooses all that match, or nothing where all are chosen already. */
  readonly toggleAll: () => void;
}

/** Null for a grid whose rows cannot be chosen. */
export function useGridChecks<Row>(
  checks: GridChecks<Row> | undefined,
  { rowKey, rowAt, rowCount, fetchRows }: CheckedGrid<Row>,
): GridCheckActs | null {
  const anchor = useRef<number | null>(null);
  const newest = useRef(0);
  if (checks === undefined) return null;
  const { rows, onChange } = checks;

  const chooseBetween = async (one: number, other: number) => {
    newest.current += 1;
    const mine = newest.current;
    const first = Math.max(0, Math.min(one, other));
    const last = Math.min(Math.max(one, other), rowCount - 1, first + MOST_CHECKED - 1);
    const found = await fetchRows(first, last);
    // A later choice made meanwhile counts, not this one.
    if (found !== null && mine === newest.current) onChange(new Map(found.map((row) => [rowKey(row), row])));
  };
  return {
    isChecked: (key) => rows.has(key),
    count: rows.size,
    toggle: (index) => {
      const row = rowAt(index);
      if (row === undefined) return;
      anchor.current = index;
      newest.current += 1;
      const next = new Map(rows);
      if (!next.delete(rowKey(row)) && next.size < MOST_CHECKED) next.set(rowKey(row), row);
      onChange(next);
    },
    startAt: (index) => {
      anchor.current = index;
    },
    extendTo: (index, from) => {
      anchor.current ??= from;
      void chooseBetween(anchor.current, index);
    },
    toggleAll: () => {
      anchor.current = null;
      if (rows.size > 0 && rows.size >= Math.min(rowCount, MOST_CHECKED)) onChange(new Map());
      else void chooseBetween(0, rowCount - 1);
    },
  };
}
