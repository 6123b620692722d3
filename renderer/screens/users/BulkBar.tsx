// What can be done with the chosen people; stands under the list while anybody is chosen.
import { Button, Group, Text } from '@mantine/core';
import type { PermissionId } from '../../../shared/catalogue/permissions.ts';
import { MOST_CHECKED } from '../../components/grid/useGridChecks.ts';
import { useSession } from '../../session/useSession.ts';
import { BULK_ACTS, type BulkAct } from './bulkActs.ts';
import { BULK_WORDS } from './bulkWords.ts';
import classes from './UsersScreen.module.css';

interface BulkBarProps {
  readonly count: number;
  readonly onAct: (act: BulkAct) => void;
  readonly onExport: () => void;
  readonly onClear: () => void;
}

const RIGHTS: Record<BulkAct, PermissionId> = {
  disable: 'user:disable',
  requireNewPassword: 'user:resetPassword',
  addRole: 'user:update',
};
const LACKING = 'This is not among your rights. A Super User can give it.';

/** The count is spoken as it changes, also when it goes back to nobody. */
export function BulkBar({ count, onAct, onExport, onClear }: BulkBarProps) {
  const { can } = useSession();
  const blocked = (permission: PermissionId) => (can(permission) ? {} : { disabled: true, title: LACKING });
  return (
    <>
      <div role="status" className={classes.spoken}>
        {count === 0 ? '' : `${count.toLocaleString()} selected`}
      </div>
      {count === 0 ? null : (
        <section className={classes.bulk} aria-label="Selected people">
          <Text size="sm" fw={600} aria-hidden>
            {count.toLocaleString()} selected{count === MOST_CHECKED ? ' (the most at once)' : ''}:
          </Text>
          <Group gap={6}>
            {BULK_ACTS.map((act) => (
              <Button
                key={act}
                size="compact-sm"
                variant="default"
                onClick={() => onAct(act)}
                {...blocked(RIGHTS[act])}
              >
                {BULK_WORDS[act].button}
              </Button>
            ))}
            <Button size="compact-sm" variant="default" onClick={onExport} {...blocked('user:export')}>
              Export…
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={onClear}>
              Clear selection
            </Button>
          </Group>
        </section>
      )}
    </>
  );
}
