// Names and login ID of one person.
import { Group, TextInput } from '@mantine/core';
import { type PersonDraft, suggestLoginId } from './setupDraft.ts';

interface PersonInputsProps {
  readonly value: PersonDraft;
  readonly onChange: (value: PersonDraft) => void;
  readonly problems: Partial<Record<keyof PersonDraft, string>>;
}

/** The login ID follows the names until somebody types another one. */
export function PersonInputs({ value, onChange, problems }: PersonInputsProps) {
  const rename = (part: Partial<PersonDraft>) => {
    const named = { ...value, ...part };
    const isOwnChoice = value.loginId !== suggestLoginId(value);
    onChange(isOwnChoice ? named : { ...named, loginId: suggestLoginId(named) });
  };
  return (
    <>
      <Group gap="sm" align="flex-start" wrap="wrap">
        <TextInput
          label="Last name"
          required
          maxLength={80}
          autoComplete="off"
          flex="1 1 180px"
          value={value.lastName}
          error={problems.lastName}
          onChange={(event) => rename({ lastName: event.currentTarget.value })}
        />
        <TextInput
          label="First name"
          required
          maxLength={80}
          autoComplete="off"
          flex="1 1 180px"
          value={value.firstName}
          error={problems.firstName}
          onChange={(event) => rename({ firstName: event.currentTarget.value })}
        />
        <TextInput
          label="M.I."
          maxLength={1}
          autoComplete="off"
          w={64}
          value={value.middleInitial}
          onChange={(event) => rename({ middleInitial: event.currentTarget.value })}
        />
      </Group>
      <TextInput
        label="Login ID"
        description="3 to 32 letters, digits, dots, dashes or underscores. It is never given to anybody else."
        required
        maxLength={32}
        maw={320}
        autoComplete="off"
        spellCheck={false}
        value={value.loginId}
        error={problems.loginId}
        onChange={(event) => onChange({ ...value, loginId: event.currentTarget.value })}
      />
    </>
  );
}
