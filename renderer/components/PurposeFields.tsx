// What an export is for: a choice, and words of one's own beside it.
import { Group, Select, TextInput } from '@mantine/core';
import { PURPOSES, purposeOf } from './purpose.ts';

interface PurposeFieldsProps {
  readonly kind: string | null;
  readonly details: string;
  /** The export was tried: what is missing is said. */
  readonly isAsked: boolean;
  readonly onKind: (kind: string | null) => void;
  readonly onDetails: (details: string) => void;
}

export function PurposeFields({ kind, details, isAsked, onKind, onDetails }: PurposeFieldsProps) {
  const isSaid = purposeOf(kind, details) !== null;
  return (
    <Group grow align="flex-start">
      <Select
        label="Purpose"
        withAsterisk
        placeholder="Choose one"
        data={PURPOSES}
        value={kind}
        error={isAsked && kind === null ? 'Choose what the export is for.' : null}
        onChange={onKind}
      />
      <TextInput
        label="Details"
        maxLength={120}
        value={details}
        error={isAsked && kind !== null && !isSaid ? 'Say what it is for.' : null}
        onChange={(event) => onDetails(event.currentTarget.value)}
      />
    </Group>
  );
}
