// Chooses one record that every row names which names none itself.
import { Select } from '@mantine/core';
import { useState } from 'react';
import { useReferenceChoices } from '../../components/record/useReferenceChoices.ts';
import { typeOfKind } from './importWords.ts';

interface FixedValueSelectProps {
  readonly label: string;
  /** The record type to choose from. */
  readonly typeName: string;
  readonly value: string | null;
  readonly problem: string | null;
  readonly onValue: (value: string | null) => void;
}

/** What may be named, by its title. */
export function FixedValueSelect({ label, typeName, value, problem, onValue }: FixedValueSelectProps) {
  const { one } = typeOfKind(typeName);
  const none = { value: 'none', label: `No ${one}` };
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState(none);
  const { choices, isWaiting, nothingSays } = useReferenceChoices(typeName, typed === picked.label ? '' : typed);
  const offered = [none, ...choices];
  return (
    <Select
      size="xs"
      aria-label={label}
      data={offered.some((choice) => choice.value === picked.value) ? offered : [...offered, picked]}
      filter={({ options }) => options}
      value={value ?? none.value}
      searchable
      aria-busy={isWaiting}
      searchValue={typed}
      onSearchChange={setTyped}
      allowDeselect={false}
      nothingFoundMessage={nothingSays}
      error={problem}
      onChange={(chosen, option) => {
        setPicked(option ?? none);
        onValue(chosen === none.value ? null : chosen);
      }}
    />
  );
}
