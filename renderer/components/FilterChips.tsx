// The filters in force, removable one by one or all at once.
import { Button, Group, Pill } from '@mantine/core';
import type { ReactNode } from 'react';

export interface Chip<Change> {
  readonly says: string;
  /** The change of the filter that takes the chip away. */
  readonly without: Change;
}

interface FilterChipsProps<Change> {
  readonly chips: readonly Chip<Change>[];
  readonly onFilter: (change: Change) => void;
  readonly onClear: () => void;
  /** What else can be done with the filters as they stand. */
  readonly children: ReactNode;
}

/** Nothing at all while no filter is in force. */
export function FilterChips<Change>({ chips, onFilter, onClear, children }: FilterChipsProps<Change>) {
  if (chips.length === 0) return null;
  return (
    <Group gap="xs" role="group" aria-label="Filters in force">
      {chips.map(({ says, without }) => (
        <Pill
          key={says}
          size="md"
          withRemoveButton
          onRemove={() => onFilter(without)}
          removeButtonProps={{ 'aria-label': `Remove the filter ${says}`, tabIndex: 0, 'aria-hidden': false }}
        >
          {says}
        </Pill>
      ))}
      <Button variant="subtle" size="compact-sm" onClick={onClear}>
        Clear
      </Button>
      {children}
    </Group>
  );
}
