// Step 3 of an import: the whole file is checked; then everything is saved, or nothing.
import { Button, Group, Stack, Text } from '@mantine/core';
import { FHIR_BUNDLE } from '../../../shared/catalogue/procedures/import.ts';
import { JobProgress } from '../../components/JobProgress.tsx';
import { OutcomeBox } from '../../components/OutcomeBox.tsx';
import { showCount } from '../../components/showTime.ts';
import type { JobView } from '../../ipc/useJob.ts';
import { ErrorTable } from './ErrorTable.tsx';
import { type ChosenFile, type ImportKind, plan, records, rows } from './importWords.ts';
import { PreviewTable } from './PreviewTable.tsx';
import { WarningTable } from './WarningTable.tsx';

interface CheckStepProps {
  readonly kind: ImportKind;
  readonly file: ChosenFile;
  readonly job: JobView | null;
  readonly isBusy: boolean;
  readonly onCancel: () => void;
  readonly onBack: () => void;
  /** Takes the corrected file in place of this one. */
  readonly onChooseAgain: () => void;
  readonly onApply: () => void;
}

/** Progress while rows are checked, then the errors by row and column or the preview. */
export function CheckStep({ kind, file, job, isBusy, onCancel, onBack, onChooseAgain, onApply }: CheckStepProps) {
  if (job === null || job.state === 'running')
    return <JobProgress label="Checking" job={job} unit="rows" onCancel={onCancel} />;
  const toSave = job.counts.added + job.counts.changed;
  const isGood = job.state === 'done' && job.errorCount === 0 && toSave > 0;
  const shown = job.previews.filter(({ rows: first }) => first.length > 0);
  return (
    <Stack gap="md">
      <div role="status">
        {isGood ? <Good kind={kind} job={job} /> : <Bad file={file} job={job} isBundle={kind === FHIR_BUNDLE} />}
      </div>
      {job.errors.length > 0 ? (
        <ErrorTable errors={job.errors} errorCount={job.errorCount} isBundle={kind === FHIR_BUNDLE} />
      ) : null}
      {isGood && job.warningCount > 0 ? <WarningTable warnings={job.warnings} warningCount={job.warningCount} /> : null}
      {isGood
        ? shown.map((preview) => <PreviewTable key={preview.kind} preview={preview} isOneOfMany={shown.length > 1} />)
        : null}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" disabled={isBusy} onClick={onBack}>
          {kind === FHIR_BUNDLE ? 'Back' : 'Back to the columns'}
        </Button>
        {isGood ? (
          <Button loading={isBusy} onClick={onApply}>
            Import {records(kind, toSave)}
          </Button>
        ) : (
          <Button loading={isBusy} onClick={onChooseAgain}>
            Choose the corrected file…
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function Good({ kind, job }: { readonly kind: ImportKind; readonly job: JobView }) {
  return (
    <OutcomeBox isGood title="Every row can be imported">
      <Text size="sm">{plan(kind, job.counts)}, all together or not at all. Nothing is saved yet.</Text>
    </OutcomeBox>
  );
}

interface BadProps {
  readonly file: ChosenFile;
  readonly job: JobView;
  readonly isBundle: boolean;
}

function Bad({ file, job, isBundle }: BadProps) {
  if (job.state !== 'done' || job.errorCount === 0)
    return (
      <OutcomeBox isGood={job.goodCount > 0} title={job.goodCount > 0 ? 'Nothing to save' : 'Nothing was saved'}>
        <Text size="sm">{job.state === 'cancelled' ? 'The check was cancelled.' : job.message}</Text>
      </OutcomeBox>
    );
  const problems = job.errorCount === 1 ? '1 problem' : `${showCount(job.errorCount)} problems`;
  return (
    <OutcomeBox
      isGood={false}
      title={`${problems} in ${isBundle ? records(FHIR_BUNDLE, file.rowCount) : rows(file.rowCount)}; nothing was saved`}
    >
      <Text size="sm">
        {isBundle
          ? 'Correct the elements below in the file and choose it again.'
          : 'Correct the cells below in the file and choose it again, or go back and take another column.'}{' '}
        {job.goodCount === 0 ? '' : `${rows(job.goodCount)} ${job.goodCount === 1 ? 'is' : 'are'} without problems.`}
      </Text>
    </OutcomeBox>
  );
}
