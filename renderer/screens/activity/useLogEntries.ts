// Fetches the entries that match, newest first, a page at a time by entry number.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Refusal } from '../../../shared/errors.ts';
import { call } from '../../ipc/client.ts';
import { auditFilterOf, type LogFilter } from './logFilter.ts';
import type { LogEntry } from './logWords.ts';

const PAGE_SIZE = 100;

export interface LogEntries {
  readonly entries: readonly LogEntry[];
  readonly total: number | null;
  readonly isLoading: boolean;
  readonly refusal: Refusal | null;
  readonly loadMore: () => void;
  readonly reload: () => void;
}

interface Loaded {
  readonly entries: readonly LogEntry[];
  readonly total: number | null;
}
const NOTHING: Loaded = { entries: [], total: null };

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
      const last = before.entries.at(-1);
      const reply = await call('audit.find', {
        filter: JSON.parse(asked),
        beforeNumber: last?.number ?? null,
        limit: PAGE_SIZE,
      });
      if (mine !== newest.current) return;
      setIsLoading(false);
      setRefusal(reply.ok ? null : reply.error);
      if (reply.ok) setLoaded({ entries: [...before.entries, ...reply.value.entries], total: reply.value.total });
    },
    [asked],
  );
  const reload = useCallback(() => void fetchAfter(NOTHING), [fetchAfter]);
  useEffect(reload, [reload]);
  return { ...loaded, isLoading, refusal, reload, loadMore: () => void fetchAfter(loaded) };
}
