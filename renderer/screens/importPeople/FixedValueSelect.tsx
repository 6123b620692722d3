// Chooses one provider for every row of a patients file.
import { Select } from '@mantine/core';
import { useQuery } from '../../ipc/useQuery.ts';

interface FixedValueSelectProps {
  readonly label: string;
  readonly value: string | null;
  readonly problem: string | null;
  readonly onValue: (value: string | null) => void;
}

const NONE = 'none';

/** The providers a patient may be assigned to, by name. */
export function FixedValueSelect({ label, value, problem, onValue }: FixedValueSelectProps) {
  const choices = useQuery('patient.findProviderChoices', {});
  const providers = (choices.value?.providers ?? []).map(({ providerId, name, specialty }) => ({
    value: providerId,
    label: specialty === '' ? name : `${name} · ${specialty}`,
  }));
  const none = {
    value: NONE,
    label: providers.length === 0 && !choices.isLoading ? 'No providers yet' : 'No provider',
  };
  return (
    <Select
      size="xs"
      aria-label={label}
      data={[none, ...providers]}
      value={value ?? NONE}
      searchable
      allowDeselect={false}
      nothingFoundMessage="No provider has this name."
      limit={50}
      error={problem ?? choices.refusal?.message}
      onChange={(chosen) => onValue(chosen === NONE ? null : chosen)}
    />
  );
}
