// What happens to rows whose id is here already.
import { Group, Radio } from '@mantine/core';
import type { KnownRows } from './importWords.ts';

interface KnownRowsChoiceProps {
  readonly value: KnownRows;
  readonly onValue: (value: KnownRows) => void;
}

const SAYS: Record<KnownRows, string> = {
  leaveOut: 'What is stored stays as it is.',
  update: 'What differs is changed. Empty cells, and fields you may not see, change nothing.',
};

/** Neither way doubles a record. */
export function KnownRowsChoice({ value, onValue }: KnownRowsChoiceProps) {
  return (
    <Radio.Group
      label="Records that are here already, by their id in the old program"
      description={SAYS[value]}
      inputWrapperOrder={['label', 'input', 'description']}
      value={value}
      onChange={(chosen) => onValue(chosen === 'update' ? 'update' : 'leaveOut')}
    >
      <Group gap="lg" mt={4}>
        <Radio size="sm" value="leaveOut" label="Leave out" />
        <Radio size="sm" value="update" label="Update" />
      </Group>
    </Radio.Group>
  );
}
