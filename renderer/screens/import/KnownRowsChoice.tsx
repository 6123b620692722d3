// What happens to rows whose id is here already.
import { Radio, Stack } from '@mantine/core';
import type { KnownRows } from './importWords.ts';

interface KnownRowsChoiceProps {
  readonly value: KnownRows;
  readonly onValue: (value: KnownRows) => void;
}

/** Neither way doubles a record. */
export function KnownRowsChoice({ value, onValue }: KnownRowsChoiceProps) {
  return (
    <Radio.Group
      label="Rows that are here already, by their id in the old program"
      value={value}
      onChange={(chosen) => onValue(chosen === 'update' ? 'update' : 'leaveOut')}
    >
      <Stack gap={6} mt={6}>
        <Radio size="sm" value="leaveOut" label="Leave out" description="What is stored stays as it is." />
        <Radio
          size="sm"
          value="update"
          label="Update"
          description="What differs is changed. Empty cells, and fields you may not see, change nothing."
        />
      </Stack>
    </Radio.Group>
  );
}
