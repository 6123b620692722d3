// Chooses one provider for every row of a patients file.
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { SEARCH_REST_MS } from '../../components/ListSearch.tsx';
import { useReferenceChoices } from '../../components/record/useReferenceChoices.ts';

interface FixedValueSelectProps {
  readonly label: string;
  readonly value: string | null;
  readonly problem: string | null;
  readonly onValue: (value: string | null) => void;
}

const NONE = { value: 'none', label: 'No provider' };

/** The providers a patient may be assigned to, by name. */
export function FixedValueSelect({ label, value, problem, onValue }: FixedValueSelectProps) {
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState(NONE);
  const [asked] = useDebouncedValue(typed === picked.label ? '' : typed, SEARCH_REST_MS);
  const { choices, trouble } = useReferenceChoices('provider', asked);
  const offered = [NONE, ...choices];
  return (
    <Select
      size="xs"
      aria-label={label}
      data={offered.some((choice) => choice.value === picked.value) ? offered : [...offered, picked]}
      filter={({ options }) => options}
      value={value ?? NONE.value}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      allowDeselect={false}
      nothingFoundMessage={trouble ?? 'No provider has this name.'}
      error={problem}
      onChange={(chosen, option) => {
        setPicked(option ?? NONE);
        onValue(chosen === NONE.value ? null : chosen);
      }}
    />
  );
}
