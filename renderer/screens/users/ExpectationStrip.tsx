// Above the list of users: how many expectations are broken, and the way to them (P6).
import { Button, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { ShieldAlert } from 'lucide-react';
import { useQuery } from '../../ipc/useQuery.ts';
import classes from './UsersScreen.module.css';

/** Nothing while rights are as expected. */
export function ExpectationStrip() {
  const { value } = useQuery('expectation.countBroken', {});
  const navigate = useNavigate();
  if (value === undefined || value.brokenCount === 0) return null;
  return (
    <section className={`${classes.strip} ${classes.broken}`} aria-label="Broken expectations">
      <ShieldAlert size={16} aria-hidden />
      <Text size="sm" fw={600} component="span" className={classes.stripWords ?? ''}>
        {value.count === 1
          ? '1 expectation is broken.'
          : `${value.brokenCount} of ${value.count} expectations ${value.brokenCount === 1 ? 'is' : 'are'} broken.`}
      </Text>
      <Button size="compact-sm" variant="default" onClick={() => void navigate({ to: '/expectations' })}>
        Show them
      </Button>
    </section>
  );
}
