// One entry: a line that says what happened, and what stands behind it when opened.
import { Badge } from '@mantine/core';
import { ChevronRight } from 'lucide-react';
import { useId } from 'react';
import { type LogEntry, OUTCOME_LABELS, sentenceOf } from '../../../shared/catalogue/logSentence.ts';
import { showTimeWithOffset } from '../../components/showTime.ts';
import classes from './activity.module.css';
import { LogDetails } from './LogDetails.tsx';
import type { Outcome } from './logWords.ts';
import type { LogFilterChange } from './useLogFilter.ts';

interface LogRowProps {
  readonly entry: LogEntry;
  readonly isOpen: boolean;
  readonly isTabStop: boolean;
  readonly onToggle: () => void;
  readonly onFocus: () => void;
  readonly onFilter: (change: LogFilterChange) => void;
}

/** Dark enough for white words. */
const OUTCOME_COLORS: Record<Outcome, string> = {
  succeeded: 'green.9',
  denied: 'red.9',
  refused: '#9a3412',
  failed: 'grape.9',
};

/** The outcome stands in words; the colour only repeats it. */
export function LogRow({ entry, isOpen, isTabStop, onToggle, onFocus, onFilter }: LogRowProps) {
  const detailsId = useId();
  return (
    <li className={classes.item}>
      <button
        type="button"
        className={classes.row}
        data-entry={entry.number}
        aria-expanded={isOpen}
        aria-controls={isOpen ? detailsId : undefined}
        tabIndex={isTabStop ? 0 : -1}
        onClick={onToggle}
        onFocus={onFocus}
      >
        <ChevronRight size={16} aria-hidden className={classes.chevron} data-open={isOpen || undefined} />
        <span className={classes.when}>{showTimeWithOffset(entry.atMs)}</span>
        <span className={classes.sentence}>{sentenceOf(entry)}</span>
        <Badge
          component="span"
          size="md"
          radius="sm"
          variant={entry.outcome === 'succeeded' ? 'default' : 'filled'}
          color={OUTCOME_COLORS[entry.outcome]}
          className={classes.outcome ?? ''}
        >
          {OUTCOME_LABELS[entry.outcome]}
        </Badge>
        <span className={classes.from}>{entry.workstation}</span>
      </button>
      {isOpen ? (
        <div id={detailsId} className={classes.details}>
          <LogDetails entry={entry} onFilter={onFilter} />
        </div>
      ) : null}
    </li>
  );
}
