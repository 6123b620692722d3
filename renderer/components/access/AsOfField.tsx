// Chooses the moment a question about rights is asked for: now, or a past one (N7).
import { TextInput } from '@mantine/core';
import { localOfInstant } from '../record/localInstant.ts';

interface AsOfFieldProps {
  /** What the field holds; empty: now. */
  readonly value: string;
  readonly error: string | null;
  readonly onChange: (value: string) => void;
}

/** A day and a time, because rights can count at some hours only. */
export function AsOfField({ value, error, onChange }: AsOfFieldProps) {
  return (
    <TextInput
      label="As of (empty: now)"
      type="datetime-local"
      max={localOfInstant(Date.now()).slice(0, 16)}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
