// What is shown of a new recovery code: first the code with its ways to paper, then two boxes to type from the paper.
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { Printer, Save } from 'lucide-react';
import type { RecoverySheet } from './useRecoverySheet.ts';

interface RecoverySheetBodyProps {
  readonly sheet: RecoverySheet;
  /** Names the code for a screen reader. */
  readonly label: string;
}

/** The button that confirms stands outside, in the footer of the step, page or dialog. */
export function RecoverySheetBody({ sheet, label }: RecoverySheetBodyProps) {
  if (sheet.code === null) return null;
  return (
    <Stack gap="sm">
      {sheet.isShown ? <CodeToWrite sheet={sheet} label={label} /> : <GroupsToType sheet={sheet} />}
      <Text size="sm" role="status">
        {sheet.said}
      </Text>
    </Stack>
  );
}

function CodeToWrite({ sheet, label }: RecoverySheetBodyProps) {
  return (
    <>
      <div className="slip">
        <Text size="sm">{label}</Text>
        <output className="slip-code" aria-label={label}>
          {sheet.code}
        </output>
      </div>
      <Text size="sm">
        Print two copies or save the sheet to a USB stick. Keep one in the safe and one outside the office, each in a
        sealed envelope.
      </Text>
      <Group gap="xs">
        <Button variant="default" leftSection={<Printer size={16} />} onClick={() => void sheet.write('print')}>
          Print the sheet
        </Button>
        <Button variant="default" leftSection={<Save size={16} />} onClick={() => void sheet.write('save')}>
          Save to a file…
        </Button>
        <Button variant="default" onClick={sheet.hide}>
          I wrote it down by hand
        </Button>
      </Group>
    </>
  );
}

function GroupsToType({ sheet }: { readonly sheet: RecoverySheet }) {
  return (
    <>
      <Text size="sm">Take the sheet in your hand and type these two groups from it.</Text>
      <Group align="flex-start" gap="md">
        {sheet.positions.map((position, index) => (
          <TextInput
            key={position}
            label={`Group ${position}`}
            description={`Number ${position} from the left`}
            required
            autoFocus={index === 0}
            autoComplete="off"
            spellCheck={false}
            maxLength={8}
            w={170}
            value={sheet.typed[index] ?? ''}
            onChange={(event) => sheet.type(index, event.currentTarget.value)}
          />
        ))}
      </Group>
      <div>
        <Button variant="default" size="compact-sm" onClick={sheet.show}>
          Show the code again
        </Button>
      </div>
    </>
  );
}
