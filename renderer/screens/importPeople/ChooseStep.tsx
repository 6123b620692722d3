// Step 1 of an import: who comes in, and from which file.
import { Button, Radio, Stack, Text } from '@mantine/core';
import { FileSpreadsheet } from 'lucide-react';
import type { ImportKind } from './importWords.ts';

interface ChooseStepProps {
  readonly kind: ImportKind;
  readonly onKind: (kind: ImportKind) => void;
  readonly isBusy: boolean;
  readonly onChoose: () => void;
}

/** The file dialog belongs to the system; the window never learns the folder. */
export function ChooseStep({ kind, onKind, isBusy, onChoose }: ChooseStepProps) {
  return (
    <Stack gap="md" maw={640}>
      <Radio.Group
        label="What does the file hold?"
        value={kind}
        onChange={(value) => onKind(value === 'providers' ? 'providers' : 'patients')}
      >
        <Stack gap="xs" mt="xs">
          <Radio
            value="providers"
            label="Providers"
            description="Import these first, so that patients can be assigned to them."
          />
          <Radio value="patients" label="Patients" description="One row for each patient, with their contact data." />
        </Stack>
      </Radio.Group>
      <Text size="sm">
        The file is a CSV file with the names of the columns in its first row. Nothing is saved before you say so in the
        last step, and then either every row or none.
      </Text>
      <div>
        <Button leftSection={<FileSpreadsheet size={16} aria-hidden />} loading={isBusy} onClick={onChoose}>
          Choose a CSV file…
        </Button>
      </div>
    </Stack>
  );
}
