// First and last day of something given, both included; an empty day is no limit.
import { Group, TextInput } from '@mantine/core';

export interface Dates {
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}

interface DateRangeProps {
  /** What the days belong to, for screen readers. */
  readonly about: string;
  readonly dates: Dates;
  readonly isReadOnly: boolean;
  readonly onChange: (dates: Dates) => void;
}

export function DateRange({ about, dates, isReadOnly, onChange }: DateRangeProps) {
  const { validFrom, validUntil } = dates;
  const isTurned = validFrom !== null && validUntil !== null && validUntil < validFrom;
  return (
    <Group gap="xs" align="flex-start" wrap="nowrap">
      <TextInput
        size="xs"
        type="date"
        label="Valid from"
        aria-label={`${about}: valid from`}
        readOnly={isReadOnly}
        value={validFrom ?? ''}
        onChange={(event) => onChange({ validUntil, validFrom: event.currentTarget.value || null })}
      />
      <TextInput
        size="xs"
        type="date"
        label="until"
        aria-label={`${about}: until`}
        readOnly={isReadOnly}
        value={validUntil ?? ''}
        error={isTurned ? 'Ends before it begins.' : null}
        onChange={(event) => onChange({ validFrom, validUntil: event.currentTarget.value || null })}
      />
    </Group>
  );
}
