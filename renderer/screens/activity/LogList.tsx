// The entries, newest first; arrow keys walk, Enter opens what stands behind an entry.
import { type KeyboardEvent, useState } from 'react';
import type { LogEntry } from '../../../shared/catalogue/logSentence.ts';
import classes from './activity.module.css';
import { LogRow } from './LogRow.tsx';
import type { LogFilterChange } from './useLogFilter.ts';

interface LogListProps {
  readonly entries: readonly LogEntry[];
  readonly onFilter: (change: LogFilterChange) => void;
}

/** One tab stop for the whole list. */
export function LogList({ entries, onFilter }: LogListProps) {
  const [openNumber, setOpenNumber] = useState<number | null>(null);
  const [activeNumber, setActiveNumber] = useState<number | null>(null);
  const stop = entries.some(({ number }) => number === activeNumber) ? activeNumber : (entries[0]?.number ?? null);
  const walk = (event: KeyboardEvent<HTMLUListElement>) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.entry === undefined) return;
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-entry]')];
    const next = buttons[stepOf(event.key, buttons.indexOf(event.target), buttons.length)];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <ul className={classes.list} aria-label="Entries, newest first" onKeyDown={walk}>
      {entries.map((entry) => (
        <LogRow
          key={entry.number}
          entry={entry}
          isOpen={entry.number === openNumber}
          isTabStop={entry.number === stop}
          onToggle={() => setOpenNumber(entry.number === openNumber ? null : entry.number)}
          onFocus={() => setActiveNumber(entry.number)}
          onFilter={onFilter}
        />
      ))}
    </ul>
  );
}

const PAGE_ROWS = 12;

/** The index a key leads to; -1 for keys that do not walk. */
function stepOf(key: string, at: number, count: number): number {
  const within = (index: number) => Math.min(count - 1, Math.max(0, index));
  switch (key) {
    case 'ArrowDown':
      return within(at + 1);
    case 'ArrowUp':
      return within(at - 1);
    case 'PageDown':
      return within(at + PAGE_ROWS);
    case 'PageUp':
      return within(at - PAGE_ROWS);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}
