// Chooses one record of another type by typing the start of its name.
import { Select } from '@mantine/core';
import { useState } from 'react';
import { HINT_BELOW } from './hintBelow.ts';
import { useReferenceChoices } from './useReferenceChoices.ts';

export interface ReferenceSelectProps {
  readonly typeName: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isRequired: boolean;
  /** What an empty one means. */
  readonly placeholder?: string | undefined;
  readonly isReadOnly?: boolean;
  readonly size?: 'xs' | 'sm';
  readonly value: string;
  /** The title of what is chosen now, as the main process sent it. */
  readonly chosenLabel: string | undefined;
  readonly error?: string | undefined;
  /** `label` is the title of what was chosen. */
  readonly onChange: (value: string, label?: string) => void;
  readonly onBlur?: () => void;
}

/** The list behind it is the ordinary one of that type, so it shows only what the person may see. */
export function ReferenceSelect(props: ReferenceSelectProps) {
  const { typeName, label, value, chosenLabel } = props;
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<{ value: string; label: string } | null>(null);
  const shown = picked?.value === value ? picked.label : chosenLabel;
  const wanted = typed === shown ? '' : typed;
  const { choices, isWaiting, nothingSays } = useReferenceChoices(typeName, wanted);
  const data =
    value === '' || choices.some((choice) => choice.value === value)
      ? choices
      : [{ value, label: shown ?? 'Chosen' }, ...choices];
  return (
    <Select
      size={props.size ?? 'sm'}
      label={label}
      description={props.hint}
      inputWrapperOrder={[...HINT_BELOW]}
      required={props.isRequired}
      withAsterisk={props.isRequired}
      readOnly={props.isReadOnly ?? false}
      placeholder={props.placeholder}
      searchable
      // Typing, the arrow keys and a click open it; a form begun in it is not covered by its list.
      openOnFocus={false}
      allowDeselect={false}
      clearable={!props.isRequired}
      clearButtonProps={{ 'aria-label': `Take the ${label.toLowerCase()} away` }}
      data={[...data]}
      // What the list answers is what fits; what is chosen now stands among it only while nothing else is looked for.
      filter={({ options }) =>
        options.filter(
          (option) => wanted === '' || choices.some(({ value: id }) => 'value' in option && id === option.value),
        )
      }
      aria-busy={isWaiting}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={nothingSays}
      value={value === '' ? null : value}
      error={props.error}
      onChange={(next, option) => {
        setPicked(next === null || option === null ? null : { value: next, label: option.label });
        props.onChange(next ?? '', option?.label);
      }}
      {...(props.onBlur === undefined ? {} : { onBlur: props.onBlur })}
    />
  );
}
