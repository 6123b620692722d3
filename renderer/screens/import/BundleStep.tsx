// Step 2 of the import of a bundle: what it holds. Its elements have their fields already, so there is nothing to map.
import { Button, Group, List, Stack, Text } from '@mantine/core';
import { showCount } from '../../components/showTime.ts';
import { type ChosenFile, type KnownRows, records } from './importWords.ts';
import { KnownRowsChoice } from './KnownRowsChoice.tsx';

interface BundleStepProps {
  readonly file: ChosenFile;
  readonly knownRows: KnownRows;
  readonly onKnownRows: (knownRows: KnownRows) => void;
  /** Whether the person may change what is here already. */
  readonly canUpdate: boolean;
  readonly isBusy: boolean;
  readonly onBack: () => void;
  readonly onCheck: () => void;
}

/** Names what comes in and what is left over. */
export function BundleStep({ file, knownRows, onKnownRows, canUpdate, isBusy, onBack, onCheck }: BundleStepProps) {
  return (
    <Stack gap="sm" maw={640}>
      <Text size="sm">
        <strong>{file.fileName}</strong> holds:
      </Text>
      <List size="sm" aria-label="What comes in">
        {file.contents.map(({ kind, count }) => (
          <List.Item key={kind}>{records(kind, count)}</List.Item>
        ))}
      </List>
      {file.leftOver.length === 0 ? null : (
        <Text size="sm" c="dimmed">
          Left out, because this program does not keep them:{' '}
          {file.leftOver.map(({ kind, count }) => `${kind} (${showCount(count)})`).join(', ')}.
        </Text>
      )}
      {canUpdate ? <KnownRowsChoice value={knownRows} onValue={onKnownRows} /> : null}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onBack}>
          Back
        </Button>
        <Button loading={isBusy} onClick={onCheck}>
          Check the resources
        </Button>
      </Group>
    </Stack>
  );
}
