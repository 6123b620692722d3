// Reminds whoever approves money of acts done alone that nobody outside has reviewed (N8).
import { Button, Text } from '@mantine/core';
import { Users } from 'lucide-react';
import { showTime } from '../components/showTime.ts';
import { useQuery } from '../ipc/useQuery.ts';
import { useSession } from '../session/useSession.ts';
import classes from './LicenseStrip.module.css';
import { firstScreen } from './screens.ts';
import { useScreen } from './useScreen.ts';

const OUTSIDE_REVIEW = '/outside-review';
const MONEY = ['/getting-started', '/refunds', '/reconciliation'];

/** On the first page, on Getting started and where such acts are done. */
export function OutsideReviewStrip() {
  const { can } = useSession();
  const { screen, open } = useScreen();
  const isPlace = [firstScreen(can).path, ...MONEY].includes(screen?.path ?? '');
  const { value } = useQuery('outsideReview.countWaiting', {}, { enabled: isPlace && can('financial:approve') });
  const waitingCount = value?.waitingCount ?? 0;
  const oldestDoneAtMs = value?.oldestDoneAtMs ?? null;
  if (!isPlace || waitingCount === 0 || oldestDoneAtMs === null) return null;
  return (
    <section className={classes.strip} aria-label="Acts done alone">
      <Users size={16} aria-hidden />
      <Text size="sm" component="div" className={classes.words ?? ''}>
        <b>
          {waitingCount === 1
            ? '1 act done alone waits for outside review'
            : `${waitingCount} acts done alone wait for outside review`}
          ,
        </b>{' '}
        {waitingCount === 1 ? 'since' : 'the oldest since'} {showTime(oldestDoneAtMs)}
      </Text>
      <Button size="compact-sm" variant="default" onClick={() => open(OUTSIDE_REVIEW)}>
        Open Outside review
      </Button>
    </section>
  );
}
