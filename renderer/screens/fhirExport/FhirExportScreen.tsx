// Saving records as a FHIR bundle for another program (S2.107).
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { capitalized } from '../../../shared/catalogue/capitalized.ts';
import type { PermissionId } from '../../../shared/catalogue/permissions.ts';
import { recordTypeNamed } from '../../../shared/catalogue/records.ts';
import { FHIR_KINDS, type FhirKind, RESOURCE_TYPES } from '../../../shared/fhir/codes.ts';
import { OutcomeBox } from '../../components/OutcomeBox.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { showCount } from '../../components/showTime.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useSession } from '../../session/useSession.ts';

interface Saved {
  readonly fileName: string;
  readonly counts: readonly { readonly kind: string; readonly count: number }[];
}

/** Only what the person may save can be chosen; what they may not see is left out of the file. */
export function FhirExportScreen() {
  const { can } = useSession();
  const mayChoose = (kind: FhirKind) => can(`${typeNamed(kind).area}:export` as PermissionId);
  const [kinds, setKinds] = useState<readonly FhirKind[]>(() => FHIR_KINDS.filter(mayChoose));
  const [isAsking, setIsAsking] = useState(false);
  const [saved, setSaved] = useState<Saved | null>(null);
  const save = useCommand('fhir.export', { refreshes: false });
  const run = async (purpose: string) => {
    const answer = await save.run({ kinds: [...kinds], purpose });
    if (answer === null) return;
    setIsAsking(false);
    if (answer.isSaved) setSaved(answer);
  };
  return (
    <Stack gap="md" maw={640}>
      <PageHeader title="Export a FHIR bundle" />
      <Text size="sm">
        Writes the records you may see to one JSON file of HL7 FHIR R4 resources, which other programs and this one can
        read again. Fields hidden from you are left out. Whoever can open the file can read it.
      </Text>
      <Checkbox.Group
        label="What goes into the file?"
        value={[...kinds]}
        onChange={(chosen) => setKinds(FHIR_KINDS.filter((kind) => chosen.includes(kind)))}
      >
        <Stack gap="xs" mt="xs">
          {FHIR_KINDS.map((kind) => (
            <Checkbox
              key={kind}
              value={kind}
              label={capitalized(typeNamed(kind).many)}
              description={
                mayChoose(kind)
                  ? `${RESOURCE_TYPES[kind]} resources`
                  : `You may not save lists of ${typeNamed(kind).many}.`
              }
              disabled={!mayChoose(kind)}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <div>
        <Button disabled={kinds.length === 0} onClick={() => setIsAsking(true)}>
          Save the bundle…
        </Button>
      </div>
      {saved === null ? null : (
        <div role="status">
          <OutcomeBox isGood title={`Saved ${saved.fileName}`}>
            <Group gap="lg">
              {saved.counts.map(({ kind, count }) => (
                <Text key={kind} size="sm">
                  {capitalized(recordTypeNamed(kind)?.many ?? kind)}: {showCount(count)}
                </Text>
              ))}
            </Group>
          </OutcomeBox>
        </div>
      )}
      {isAsking ? (
        <ReasonDialog
          title="Save the bundle"
          says="The activity log keeps who saved it, when, what for, and how many records of each kind it holds. You choose the place next."
          confirmLabel="Choose the place…"
          refusal={save.refusal}
          isRunning={save.isRunning}
          onConfirm={run}
          onClose={() => {
            save.clearRefusal();
            setIsAsking(false);
          }}
        />
      ) : null}
    </Stack>
  );
}

function typeNamed(kind: FhirKind) {
  const type = recordTypeNamed(kind);
  if (type === null) throw new Error(`no record type \`${kind}\``);
  return type;
}
