// A list on the left and the open record on the right; on a narrow window one at a time.
import { Button } from '@mantine/core';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import classes from './ListAndDetail.module.css';

interface ListAndDetailProps {
  readonly list: ReactNode;
  /** The open record, or null when none is open. */
  readonly detail: ReactNode | null;
  readonly detailLabel: string;
  /** Names what is open: something else begins at its top. */
  readonly detailKey?: string | undefined;
  /** The open record needs more room than its list. */
  readonly isDetailWide?: boolean;
  /** Names the way back on a narrow window, such as `Back to patients`. */
  readonly backLabel: string;
  readonly onBack: () => void;
}

/** Two panes that share the height of the page. */
export function ListAndDetail({
  list,
  detail,
  detailLabel,
  detailKey,
  isDetailWide,
  backLabel,
  onBack,
}: ListAndDetailProps) {
  return (
    <div className={classes.panes} data-open={detail === null ? undefined : true} data-wide={isDetailWide || undefined}>
      <div className={classes.list} data-pane>
        {list}
      </div>
      {detail === null ? null : (
        <section key={detailKey} className={classes.detail} data-pane aria-label={detailLabel}>
          <Button
            className={classes.back ?? ''}
            variant="subtle"
            size="compact-sm"
            leftSection={<ArrowLeft size={16} aria-hidden />}
            onClick={onBack}
          >
            {backLabel}
          </Button>
          {detail}
        </section>
      )}
    </div>
  );
}
