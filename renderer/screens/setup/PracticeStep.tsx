// Name, time zone and address of the practice.
import { Select, Text, Textarea, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { StepFrame } from './StepFrame.tsx';
import type { StepProps } from './setupDraft.ts';

interface PracticeStepProps extends StepProps {
  /** The practice exists already: its name stands, and nothing is asked. */
  readonly existingName: string | null;
}

export function PracticeStep({ draft, change, onBack, onNext, existingName }: PracticeStepProps) {
  const { practice } = draft;
  const [problem, setProblem] = useState<string | null>(null);
  const zones = useMemo(
    () => [...new Set([practice.timeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])],
    [practice.timeZone],
  );
  const set = (part: Partial<typeof practice>) => change({ practice: { ...practice, ...part } });
  const next = () => {
    if (existingName === null && practice.name.trim() === '') return setProblem('Type the name of the practice.');
    onNext();
  };
  return (
    <StepFrame
      title="Practice"
      why="The name stands on the sign-in page, on printed lists and on the recovery sheet. The time zone decides which day an entry belongs to."
      onBack={onBack}
      onNext={next}
    >
      {existingName === null ? (
        <>
          <TextInput
            label="Name of the practice"
            required
            maxLength={120}
            autoComplete="organization"
            value={practice.name}
            error={problem}
            onChange={(event) => {
              set({ name: event.currentTarget.value });
              setProblem(null);
            }}
          />
          <Select
            label="Time zone"
            required
            searchable
            limit={60}
            allowDeselect={false}
            data={zones}
            value={practice.timeZone}
            nothingFoundMessage="No such time zone"
            onChange={(timeZone) => set({ timeZone: timeZone ?? practice.timeZone })}
          />
          <Textarea
            label="Address"
            description="Stands on printed sheets. May be left empty."
            maxLength={300}
            autosize
            minRows={2}
            value={practice.address}
            onChange={(event) => set({ address: event.currentTarget.value })}
          />
        </>
      ) : (
        <Text>{existingName} is set up on this computer.</Text>
      )}
    </StepFrame>
  );
}
