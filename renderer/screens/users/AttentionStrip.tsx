// People an administrator should look at: names that look shared, and logins nobody used for three months.
import { Anchor, Text } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { displayName } from '../../../shared/people/displayName.ts';
import { looksShared } from '../../../shared/people/looksShared.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import classes from './UsersScreen.module.css';
import { daysSince, type UserRow } from './userWords.ts';

const UNUSED_AFTER_DAYS = 90;
const NAMED_AT_MOST = 3;

/** Looks at the 200 active people whose last sign-in is longest ago. */
export function AttentionStrip({ onShow }: { readonly onShow: (userId: string) => void }) {
  const { value } = useQuery('user.find', {
    search: '',
    status: 'active',
    roleId: null,
    permission: null,
    sort: 'lastSignIn',
    isDescending: false,
    offset: 0,
    limit: 200,
  });
  const nowMs = Date.now();
  const concerns = (value?.rows ?? []).flatMap((row) => {
    const says = concernAbout(row, nowMs);
    return says === null ? [] : [{ row, says }];
  });
  if (concerns.length === 0) return null;
  const rest = concerns.length - NAMED_AT_MOST;
  return (
    <section className={classes.strip} aria-label="Needs attention">
      <TriangleAlert size={16} aria-hidden />
      <Text size="sm" component="div" className={classes.stripWords ?? ''}>
        <b>{concerns.length === 1 ? '1 person needs' : `${concerns.length} people need`} attention:</b>{' '}
        {concerns.slice(0, NAMED_AT_MOST).map(({ row, says }, at) => (
          <span key={row.userId}>
            {at === 0 ? '' : ' · '}
            <Anchor component="button" type="button" size="sm" underline="always" onClick={() => onShow(row.userId)}>
              {displayName(row)}
            </Anchor>{' '}
            {says}
          </span>
        ))}
        {rest > 0 ? ` · and ${rest} more` : ''}
      </Text>
    </section>
  );
}

function concernAbout(row: UserRow, nowMs: number): string | null {
  if (looksShared(`${row.lastName} ${row.firstName}`) || looksShared(row.loginId)) return 'looks shared';
  if (row.lastSignInAtMs === null) return null;
  const days = daysSince(row.lastSignInAtMs, nowMs);
  return days > UNUSED_AFTER_DAYS ? `has not signed in for ${days} days` : null;
}
