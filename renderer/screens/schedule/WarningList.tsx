// What speaks against a time, before it is taken all the same.
import { Alert, List } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import type { ScheduleWarning } from '../../../shared/catalogue/procedures/appointment.ts';
import classes from './schedule.module.css';

/** Announced at once; nothing while there is no warning. */
export function WarningList({ warnings }: { readonly warnings: readonly ScheduleWarning[] }) {
  if (warnings.length === 0) return null;
  return (
    <Alert role="alert" className={classes.warning ?? ''} variant="outline" icon={<TriangleAlert />} title="Look again">
      <List size="sm" spacing={4}>
        {warnings.map(({ kind, says }) => (
          <List.Item key={kind}>{says}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
