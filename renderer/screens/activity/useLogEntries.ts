// Fetches the entries that match, newest first, a page at a time by entry number.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { LogEntry } from '../../../shared/catalogue/logSentence.ts';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import type { Refusal } from '../../../shared/errors.ts';
import { call } from '../../ipc/client.ts';
import { auditFilterOf, type LogFilter } from './logFilter.ts';

const PAGE_SIZE = 100;

export interface LogEntries {
  readonly entries: readonly LogEntry[];
  /** How many match; null until the first answer. */
  readonly total: number | null;
  /** There may be more than `total`. */
  readonly isAtLeast: boolean;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly refusal: Refusal | null;
  readonly loadMore: () => void;
  readonly reload: () => void;
}

type Loaded = Pick<LogEntries, 'entries' | 'total' | 'isAtLeast'> & { readonly next: number | null };
const NOTHING: Loaded = { entries: [], total: null, isAtLeast: false, next: null };

/** Each search is an entry of the log itself, so it is asked once per change and never again unasked. */
export function useLogEntries(filter: LogFilter): LogEntries {
  const [loaded, setLoaded] = useState<Loaded>(NOTHING);
  const [isLoading, setIsLoading] = useState(true);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const newest = useRef(0);
  const asked = JSON.stringify(auditFilterOf(filter));

  const fetchAfter = useCallback(
    async (before: Loaded) => {
      newest.current += 1;
      const mine = newest.current;
      setIsLoading(true);
      const reply = await call('audit.find', {
        filter: JSON.parse(asked),
        beforeNumber: before.next,
        limit: PAGE_SIZE,
      });
      if (mine !== newest.current) return;
      setIsLoading(false);
      setRefusal(reply.ok ? null : reply.error);
      if (reply.ok) setLoaded(joined(before, reply.value));
    },
    [asked],
  );
  const reload = useCallback(() => void fetchAfter(NOTHING), [fetchAfter]);
  useEffect(reload, [reload]);
  const { next, ...shown } = loaded;
  return { ...shown, hasMore: next !== null, isLoading, refusal, reload, loadMore: () => void fetchAfter(loaded) };
}

function joined(before: Loaded, page: Output<'audit.find'>): Loaded {
  const { next, total, isAtLeast } = page;
  const entries = [...before.entries, ...page.entries];
  if (next === null) return { entries, next, total: entries.length, isAtLeast: false };
  return { entries, next, total: Math.max(total, entries.length), isAtLeast };
}
