// Reminds whoever keeps the lists of licenses that run out: on their first page, on Getting started and on Providers.
import { Button, Text } from '@mantine/core';
import { BadgeAlert } from 'lucide-react';
import { showDate } from '../components/showTime.ts';
import { useQuery } from '../ipc/useQuery.ts';
import { useSession } from '../session/useSession.ts';
import classes from './LicenseStrip.module.css';
import { firstScreen } from './screens.ts';
import { useScreen } from './useScreen.ts';

const PROVIDERS = '/providers';
const NAMED_AT_MOST = 3;

export function LicenseStrip() {
  const { can } = useSession();
  const { screen, open } = useScreen();
  const isPlace = [firstScreen(can).path, '/getting-started', PROVIDERS].includes(screen?.path ?? '');
  const { value } = useQuery('provider.findExpiringLicenses', {}, { enabled: isPlace && can('list:update') });
  const licenses = value?.licenses ?? [];
  if (!isPlace || licenses.length === 0) return null;
  const rest = licenses.length - NAMED_AT_MOST;
  return (
    <section className={classes.strip} aria-label="Licenses that run out">
      <BadgeAlert size={16} aria-hidden />
      <Text size="sm" component="div" className={classes.words ?? ''}>
        <b>{licenses.length === 1 ? '1 license needs' : `${licenses.length} licenses need`} renewing:</b>{' '}
        {licenses
          .slice(0, NAMED_AT_MOST)
          .map(({ title, daysLeft, expires }) => `${title} ${whenItEnds(daysLeft)} (${showDate(expires)})`)
          .join(' · ')}
        {rest > 0 ? ` · and ${rest} more` : ''}
      </Text>
      {screen?.path === PROVIDERS ? null : (
        <Button size="compact-sm" variant="default" onClick={() => open(PROVIDERS)}>
          Open Providers
        </Button>
      )}
    </section>
  );
}

function whenItEnds(daysLeft: number): string {
  if (daysLeft < 0) return daysLeft === -1 ? 'expired yesterday' : `expired ${-daysLeft} days ago`;
  if (daysLeft === 0) return 'expires today';
  return daysLeft === 1 ? 'expires tomorrow' : `expires in ${daysLeft} days`;
}
