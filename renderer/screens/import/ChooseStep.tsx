// Step 1 of an import: what comes in, and from which file.
import { Button, Radio, Stack, Text } from '@mantine/core';
import { FileSpreadsheet } from 'lucide-react';
import { capitalized } from '../../../shared/catalogue/capitalized.ts';
import { FHIR_BUNDLE, IMPORT_KINDS } from '../../../shared/catalogue/procedures/import.ts';
import { useSession } from '../../session/useSession.ts';
import { canImport, type ImportKind, typeOfKind } from './importWords.ts';

interface ChooseStepProps {
  readonly kind: ImportKind;
  readonly onKind: (kind: ImportKind) => void;
  readonly isBusy: boolean;
  readonly onChoose: () => void;
}

/** The file dialog belongs to the system; the window never learns the folder. */
export function ChooseStep({ kind, onKind, isBusy, onChoose }: ChooseStepProps) {
  const { can } = useSession();
  const isBundle = kind === FHIR_BUNDLE;
  const offered = IMPORT_KINDS.filter((name) => canImport(name, can));
  return (
    <Stack gap="md" maw={640}>
      <Radio.Group
        label="What does the file hold?"
        description="Import the files in this order, so that each finds what it names."
        value={kind}
        onChange={onKind}
      >
        <Stack gap={4} mt="xs">
          {offered.map((name) => (
            <Radio key={name} value={name} label={capitalized(typeOfKind(name).many)} {...describe(name)} />
          ))}
          <Radio
            value={FHIR_BUNDLE}
            label="A FHIR bundle"
            description="Practitioners, patients, appointments and claims with their charges of HL7 FHIR R4 in one JSON file."
          />
        </Stack>
      </Radio.Group>
      <Text size="sm">
        {isBundle
          ? 'The file is a bundle of resources in JSON.'
          : 'The file is a CSV file with the names of the columns in its first row.'}{' '}
        Nothing is saved before you say so in the last step, and then either every row or none.
      </Text>
      <div>
        <Button leftSection={<FileSpreadsheet size={16} aria-hidden />} loading={isBusy} onClick={onChoose}>
          {isBundle ? 'Choose a bundle…' : 'Choose a CSV file…'}
        </Button>
      </div>
    </Stack>
  );
}

/** What should be here before, from what the record type names. */
function describe(name: string): { description?: string } {
  const named = Object.values(typeOfKind(name).fields).flatMap(({ refersTo, isComputed }) =>
    refersTo === undefined || refersTo === 'user' || refersTo === name || isComputed ? [] : [refersTo],
  );
  const first = [...new Set(named)]
    .filter((other) => IMPORT_KINDS.includes(other))
    .map((other) => typeOfKind(other).many);
  return first.length === 0 ? {} : { description: `After ${list(first)}.` };
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
