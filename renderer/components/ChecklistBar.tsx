// How far the checklist of the first week is, as words and a bar.
import { Progress, Text } from '@mantine/core';
import type { Output } from '../../shared/catalogue/procedures.ts';
import classes from './ChecklistBar.module.css';

export function ChecklistBar({ items }: { readonly items: Output<'checklist.read'>['items'] }) {
  const doneCount = items.filter(({ isDone }) => isDone).length;
  return (
    <div className={classes.line}>
      <Text size="sm" fw={600} component="span" className={classes.words ?? ''}>
        {doneCount} of {items.length} done
      </Text>
      <Progress.Root size="md" className={classes.bar ?? ''}>
        <Progress.Section
          value={(100 * doneCount) / items.length}
          // The kit would say a percentage with decimals; people count things done.
          withAria={false}
          role="progressbar"
          aria-label="Getting started"
          aria-valuemin={0}
          aria-valuemax={items.length}
          aria-valuenow={doneCount}
          aria-valuetext={`${doneCount} of ${items.length} done`}
        />
      </Progress.Root>
    </div>
  );
}
