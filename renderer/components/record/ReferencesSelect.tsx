// Chooses several records of another type.
import { MultiSelect } from '@mantine/core';
import { useState } from 'react';
import { HINT_BELOW } from './hintBelow.ts';
import { useReferenceChoices } from './useReferenceChoices.ts';

interface ReferencesSelectProps {
  readonly typeName: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isReadOnly?: boolean;
  readonly size?: 'xs' | 'sm';
  readonly placeholder?: string;
  readonly value: string[];
  /** Titles of what was chosen when the record was opened, in the order of its ids. */
  readonly chosen: readonly { readonly value: string; readonly label: string }[];
  readonly error?: string | undefined;
  readonly onChange: (value: string[]) => void;
}

/** Like ReferenceSelect, with every chosen record as a pill. */
export function ReferencesSelect(props: ReferencesSelectProps) {
  const [typed, setTyped] = useState('');
  const { choices, isWaiting, nothingSays } = useReferenceChoices(props.typeName, typed);
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(
    new Map(props.chosen.map(({ value, label }) => [value, label])),
  );
  const offered = new Map([...known, ...choices.map(({ value, label }) => [value, label] as const)]);
  return (
    <MultiSelect
      size={props.size ?? 'sm'}
      placeholder={props.value.length === 0 ? (props.placeholder ?? '') : ''}
      label={props.label}
      description={props.hint}
      inputWrapperOrder={[...HINT_BELOW]}
      readOnly={props.isReadOnly ?? false}
      searchable
      clearable={props.isReadOnly !== true}
      hidePickedOptions
      data={[...offered].map(([value, label]) => ({ value, label }))}
      filter={({ options, search }) =>
        search === ''
          ? options
          : options.filter((option) => 'value' in option && choices.some(({ value }) => value === option.value))
      }
      aria-busy={isWaiting}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={nothingSays}
      clearButtonProps={{ 'aria-label': `Take all away: ${props.label}` }}
      value={props.value}
      error={props.error}
      onChange={(next) => {
        setKnown(new Map(next.map((value) => [value, offered.get(value) ?? ''])));
        props.onChange(next);
      }}
    />
  );
}
