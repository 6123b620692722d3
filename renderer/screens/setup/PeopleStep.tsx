// Import providers and patients right after the set-up, or later.
import { Radio, Stack } from '@mantine/core';
import { StepFrame } from './StepFrame.tsx';
import type { StepProps } from './setupDraft.ts';

export function PeopleStep({ draft, change, onBack, onNext }: StepProps) {
  return (
    <StepFrame
      title="People"
      why="Users can be limited to the patients of certain providers. For that the providers and patients must be known."
      onBack={onBack}
      onNext={onNext}
    >
      <Radio.Group
        label="Do you have lists of providers and patients as CSV files?"
        value={draft.people}
        onChange={(value) => change({ people: value === 'import' ? 'import' : 'later' })}
      >
        <Stack gap="sm" mt={6}>
          <Radio
            value="import"
            label="Import them when the set-up is finished"
            description="You match the columns, see a preview and every fault by row. Nothing is saved until all is right."
          />
          <Radio value="later" label="Later" description="In the menu: File, Import. Users can be added without it." />
        </Stack>
      </Radio.Group>
    </StepFrame>
  );
}
