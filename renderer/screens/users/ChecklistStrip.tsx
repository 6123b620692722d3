// On the first page of an administrator: how far the checklist of the first week is, and the way to it.
import { Button, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { ListChecks } from 'lucide-react';
import { ChecklistBar } from '../../components/ChecklistBar.tsx';
import { ITEM_WORDS } from '../../components/checklistWords.ts';
import { useChecklist } from '../../ipc/useChecklist.ts';
import classes from './UsersScreen.module.css';

/** Nothing once everything is done or the checklist was put away. */
export function ChecklistStrip() {
  const { value } = useChecklist();
  const navigate = useNavigate();
  if (value === undefined || !value.isShown) return null;
  const next = value.items.find(({ isDone }) => !isDone);
  return (
    <section className={`${classes.strip} ${classes.calm}`} aria-label="Getting started">
      <ListChecks size={16} aria-hidden />
      <Text size="sm" fw={600} component="span">
        Getting started
      </Text>
      <div className={classes.stripBar}>
        <ChecklistBar items={value.items} />
      </div>
      <Text size="sm" component="span" truncate className={classes.stripWords ?? ''}>
        {next === undefined ? null : `Next: ${ITEM_WORDS[next.id].title}`}
      </Text>
      <Button size="compact-sm" variant="default" onClick={() => void navigate({ to: '/getting-started' })}>
        Open the checklist
      </Button>
    </section>
  );
}
