// A row asked for by key before its page has arrived: what was asked is done when the row is there.
import { type RefObject, useEffect, useRef } from 'react';

/** What the key asked of the row: to mark it, or to open it. */
export type WantedAct = 'select' | 'open';

interface Wanted {
  /** Infinity: the last row, whichever that turns out to be. */
  readonly row: number;
  readonly act: WantedAct;
}

interface WantedRowOptions<Row> {
  readonly rowAt: (index: number) => Row | undefined;
  /** Null until the present question has its first answer: until then the number of rows is a guess. */
  readonly knownCount: number | null;
  /** Brings a place into view, which fetches its page. */
  readonly reveal: (index: number) => void;
  readonly onArrived: (row: Row, act: WantedAct) => void;
}

/** `want` asks; a later wish, or null, takes the place of an earlier one. */
export function useWantedRow<Row>({ rowAt, knownCount, reveal, onArrived }: WantedRowOptions<Row>): {
  readonly want: (wanted: Wanted | null) => void;
} {
  const wanted: RefObject<Wanted | null> = useRef(null);
  useEffect(() => {
    if (wanted.current === null || knownCount === null) return;
    const { act } = wanted.current;
    const at = Math.min(wanted.current.row, knownCount - 1);
    if (at < 0) {
      wanted.current = null;
      return;
    }
    // The place aimed at was a guess, or may lie on a page that nothing has asked for yet.
    if (at !== wanted.current.row) {
      wanted.current = { row: at, act };
      reveal(at);
    }
    const row = rowAt(at);
    if (row === undefined) return;
    wanted.current = null;
    onArrived(row, act);
  });
  return {
    want: (next) => {
      wanted.current = next;
    },
  };
}
