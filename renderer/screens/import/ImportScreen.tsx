// Import of records from files: choose, map, check, then all or nothing.
import { Button, Group, Stack, Stepper, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PermissionId } from '../../../shared/catalogue/permissions.ts';
import { FHIR_BUNDLE, IMPORT_KINDS } from '../../../shared/catalogue/procedures/import.ts';
import { OutcomeBox } from '../../components/OutcomeBox.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { useLeaveGuard } from '../../components/useLeaveGuard.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { useJob } from '../../ipc/useJob.ts';
import { useSession } from '../../session/useSession.ts';
import { BundleStep } from './BundleStep.tsx';
import { CheckStep } from './CheckStep.tsx';
import { ChooseStep } from './ChooseStep.tsx';
import {
  type ChosenFile,
  type Counts,
  canImport,
  type ImportKind,
  type KnownRows,
  type Mapping,
  outcome,
  typeOfKind,
} from './importWords.ts';
import { MapStep } from './MapStep.tsx';

const LEAVE_WORDS = {
  title: 'Give this import up?',
  says: 'Nothing has been saved yet. The file itself stays as it is.',
  stayLabel: 'Go on with the import',
  leaveLabel: 'Give the import up',
};

/** Leaving in the middle asks first and then forgets the file. */
export function ImportScreen() {
  const { can } = useSession();
  const [kind, setKind] = useState<ImportKind>(() => IMPORT_KINDS.find((name) => canImport(name, can)) ?? 'patient');
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [mapping, setMapping] = useState<Mapping>({});
  const [jobId, setJobId] = useState<string | null>(null);
  const [knownRows, setKnownRows] = useState<KnownRows>('leaveOut');
  const [counts, setCounts] = useState<Counts | null>(null);
  const choose = useCommand('import.choose', { refreshes: false });
  const check = useCommand('import.check', { refreshes: false });
  const apply = useCommand('import.apply');
  const discard = useCommand('import.discard', { refreshes: false });
  const cancel = useCommand('job.cancel', { refreshes: false });
  const { job, refusal: jobRefusal } = useJob(jobId);
  const isOpen = file !== null && counts === null;
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
    const started = await check.run({ importId: file.importId, mapping, knownRows });
    if (started !== null) setJobId(started.jobId);
  };
  const importAll = async () => {
    if (file === null) return;
    const applied = await apply.run({ importId: file.importId });
    if (applied !== null) setCounts(applied);
  };
  const startAgain = () => {
    setFile(null);
    setJobId(null);
    setCounts(null);
    setKnownRows('leaveOut');
    setKind(nextKind(kind, can));
  };
  const canUpdate =
    file?.contents.every((part) => can(`${typeOfKind(part.kind).area}:update` as PermissionId)) === true;
  const step = counts !== null ? 3 : jobId !== null ? 2 : file !== null ? 1 : 0;
  const trouble = [choose, check, apply, cancel].find(({ refusal }) => refusal !== null);
  return (
    <Stack gap="md">
      <PageHeader title="Import" />
      <Stepper maw={760} active={step} size="sm" allowNextStepsSelect={false} aria-label="Steps of the import">
        <Stepper.Step label="Choose" description="What and which file" />
        <Stepper.Step
          label={kind === FHIR_BUNDLE ? 'Look' : 'Map'}
          description={kind === FHIR_BUNDLE ? 'What it holds' : 'Columns to fields'}
        />
        <Stepper.Step label="Check" description="Then all or nothing" />
      </Stepper>
      {trouble?.refusal ? <RefusalCard refusal={trouble.refusal} onClose={trouble.clearRefusal} /> : null}
      {jobRefusal === null ? null : <RefusalCard refusal={jobRefusal} onClose={() => setJobId(null)} />}
      {step === 0 ? <ChooseStep kind={kind} onKind={setKind} isBusy={choose.isRunning} onChoose={chooseFile} /> : null}
      {step === 1 && file !== null && kind === FHIR_BUNDLE ? (
        <BundleStep
          file={file}
          knownRows={knownRows}
          onKnownRows={setKnownRows}
          canUpdate={canUpdate}
          isBusy={check.isRunning}
          onBack={() => guard.ask(forget)}
          onCheck={checkRows}
        />
      ) : null}
      {step === 1 && file !== null && kind !== FHIR_BUNDLE ? (
        <MapStep
          file={file}
          mapping={mapping}
          onMapping={setMapping}
          knownRows={knownRows}
          onKnownRows={setKnownRows}
          canUpdate={canUpdate}
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
      {counts === null ? null : <Summary kind={kind} next={nextKind(kind, can)} counts={counts} onAgain={startAgain} />}
      {guard.dialog}
    </Stack>
  );
}

/** Where a person finds what came in. */
const SCREENS: Readonly<Partial<Record<string, string>>> = {
  location: '/locations',
  payer: '/payers',
  provider: '/providers',
  patient: '/patients',
  appointment: '/appointments',
  claim: '/claims',
  procedureCode: '/procedure-codes',
  diagnosisCode: '/diagnosis-codes',
};

/** The kind whose file comes after this one; the last stays. */
function nextKind(kind: ImportKind, can: (permission: PermissionId) => boolean): ImportKind {
  if (kind === FHIR_BUNDLE) return kind;
  const after = IMPORT_KINDS.slice(IMPORT_KINDS.indexOf(kind) + 1);
  return after.find((name) => canImport(name, can)) ?? kind;
}

interface SummaryProps {
  readonly kind: ImportKind;
  readonly next: ImportKind;
  readonly counts: Counts;
  readonly onAgain: () => void;
}

function Summary({ kind, next, counts, onAgain }: SummaryProps) {
  const path = SCREENS[kind];
  return (
    <OutcomeBox isGood title={`Imported: ${outcome(kind, counts)}.`}>
      <Text size="sm">All rows were saved together. The activity log names the file, the number of rows and you.</Text>
      <Group gap="xs" mt="sm">
        {path === undefined ? null : (
          <Button component={Link} to={path}>
            Show the {typeOfKind(kind).many}
          </Button>
        )}
        <Button variant="default" onClick={onAgain}>
          {next === kind ? 'Import another file' : `Import ${typeOfKind(next).many} next`}
        </Button>
      </Group>
    </OutcomeBox>
  );
}
