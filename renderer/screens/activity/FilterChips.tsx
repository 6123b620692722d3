// The filters in force, removable one by one or all at once.
import { Button, Group, Pill } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Chip } from './chipsOf.ts';
import type { LogFilterChange } from './useLogFilter.ts';

interface FilterChipsProps {
  readonly chips: readonly Chip[];
  readonly onFilter: (change: LogFilterChange) => void;
  readonly onClear: () => void;
  /** What else can be done with the filters as they stand. */
  readonly children: ReactNode;
}

/** Nothing at all while no filter is in force. */
export function FilterChips({ chips, onFilter, onClear, children }: FilterChipsProps) {
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
