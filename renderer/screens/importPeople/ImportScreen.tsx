// Import of providers and patients from CSV: choose, map, check, then all or nothing.
import { Button, Group, Stack, Stepper, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { OutcomeBox } from '../../components/OutcomeBox.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { useLeaveGuard } from '../../components/useLeaveGuard.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { useJob } from '../../ipc/useJob.ts';
import { CheckStep } from './CheckStep.tsx';
import { ChooseStep } from './ChooseStep.tsx';
import { type ChosenFile, type ImportKind, type Mapping, people } from './importWords.ts';
import { MapStep } from './MapStep.tsx';

const LEAVE_WORDS = {
  title: 'Give this import up?',
  says: 'Nothing has been saved yet. The file itself stays as it is.',
  stayLabel: 'Go on with the import',
  leaveLabel: 'Give the import up',
};

/** Leaving in the middle asks first and then forgets the file. */
export function ImportScreen() {
  const [kind, setKind] = useState<ImportKind>('providers');
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [mapping, setMapping] = useState<Mapping>({});
  const [jobId, setJobId] = useState<string | null>(null);
  const [addedCount, setAddedCount] = useState<number | null>(null);
  const choose = useCommand('import.choose', { refreshes: false });
  const check = useCommand('import.check', { refreshes: false });
  const apply = useCommand('import.apply');
  const discard = useCommand('import.discard', { refreshes: false });
  const cancel = useCommand('job.cancel', { refreshes: false });
  const { job, refusal: jobRefusal } = useJob(jobId);
  const isOpen = file !== null && addedCount === null;
  const forget = () => {
    if (isOpen) void discard.run({ importId: file.importId });
    setFile(null);
    setJobId(null);
  };
  const guard = useLeaveGuard(isOpen, LEAVE_WORDS, forget);

  const chooseFile = async () => {
    const chosen = await choose.run({ kind });
    if (!chosen?.isChosen) return;
    // A corrected file keeps the columns a person has chosen.
    const isSameForm = file !== null && chosen.headers.join('\n') === file.headers.join('\n');
    setFile(chosen);
    setJobId(null);
    if (!isSameForm) setMapping(chosen.suggestedMapping);
  };
  const checkRows = async () => {
    if (file === null) return;
    const started = await check.run({ importId: file.importId, mapping });
    if (started !== null) setJobId(started.jobId);
  };
  const importAll = async () => {
    if (file === null) return;
    const applied = await apply.run({ importId: file.importId });
    if (applied !== null) setAddedCount(applied.addedCount);
  };
  const startAgain = () => {
    setFile(null);
    setJobId(null);
    setAddedCount(null);
    setKind('patients');
  };
  const step = addedCount !== null ? 3 : jobId !== null ? 2 : file !== null ? 1 : 0;
  const trouble = [choose, check, apply, cancel].find(({ refusal }) => refusal !== null);
  return (
    <Stack gap="md">
      <PageHeader title="Import people" />
      <Stepper maw={760} active={step} size="sm" allowNextStepsSelect={false} aria-label="Steps of the import">
        <Stepper.Step label="Choose" description="What and which file" />
        <Stepper.Step label="Map" description="Columns to fields" />
        <Stepper.Step label="Check" description="Then all or nothing" />
      </Stepper>
      {trouble?.refusal ? <RefusalCard refusal={trouble.refusal} onClose={trouble.clearRefusal} /> : null}
      {jobRefusal === null ? null : <RefusalCard refusal={jobRefusal} onClose={() => setJobId(null)} />}
      {step === 0 ? <ChooseStep kind={kind} onKind={setKind} isBusy={choose.isRunning} onChoose={chooseFile} /> : null}
      {step === 1 && file !== null ? (
        <MapStep
          file={file}
          mapping={mapping}
          onMapping={setMapping}
          refusal={check.refusal}
          isBusy={check.isRunning}
          onBack={() => guard.ask(forget)}
          onCheck={checkRows}
        />
      ) : null}
      {step === 2 && file !== null && jobId !== null ? (
        <CheckStep
          kind={kind}
          file={file}
          job={job}
          isBusy={apply.isRunning || choose.isRunning}
          onCancel={() => void cancel.run({ jobId })}
          onBack={() => setJobId(null)}
          onChooseAgain={chooseFile}
          onApply={importAll}
        />
      ) : null}
      {addedCount === null ? null : <Summary kind={kind} addedCount={addedCount} onAgain={startAgain} />}
      {guard.dialog}
    </Stack>
  );
}

interface SummaryProps {
  readonly kind: ImportKind;
  readonly addedCount: number;
  readonly onAgain: () => void;
}

function Summary({ kind, addedCount, onAgain }: SummaryProps) {
  return (
    <OutcomeBox isGood title={`Imported ${people(kind, addedCount)}.`}>
      <Text size="sm">All rows were saved together. The activity log names the file, the number of rows and you.</Text>
      <Group gap="xs" mt="sm">
        <Button component={Link} to={kind === 'patients' ? '/patients' : '/providers'}>
          Show the {kind}
        </Button>
        <Button variant="default" onClick={onAgain}>
          {kind === 'providers' ? 'Import patients next' : 'Import another file'}
        </Button>
      </Group>
    </OutcomeBox>
  );
}
