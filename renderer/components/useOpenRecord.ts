// Which row of a list is marked and which record is open beside it.
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';

/** Walking through a list with the arrow keys opens a record only where one stops:
 *  every opened record is an entry of its own in the activity log. */
const OPEN_AFTER_MS = 300;

export interface OpenRecord {
  readonly selectedKey: string | null;
  readonly openKey: string | null;
  /** Marks the row and opens it after a short rest. */
  readonly select: (key: string) => void;
  readonly open: (key: string) => void;
  readonly close: () => void;
}

/** The marked row and the open record, both by key; `firstKey` is open from the start. */
export function useOpenRecord(firstKey: string | null = null): OpenRecord {
  const [selectedKey, setSelectedKey] = useState<string | null>(firstKey);
  const [openKey, setOpenKey] = useState<string | null>(firstKey);
  const openSoon = useDebouncedCallback(setOpenKey, OPEN_AFTER_MS);
  const set = (key: string | null) => {
    openSoon.cancel();
    setSelectedKey(key);
    setOpenKey(key);
  };
  return {
    selectedKey,
    openKey,
    select: (key) => {
      setSelectedKey(key);
      openSoon(key);
    },
    open: set,
    close: () => set(null),
  };
}
