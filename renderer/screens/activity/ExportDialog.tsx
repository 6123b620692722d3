// Export CSV…: which columns, for what purpose; then progress and the files that were written.
import { Button, Checkbox, Group, Modal, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { AUDIT_COLUMNS } from '../../../shared/catalogue/procedures/audit.ts';
import { PurposeFields } from '../../components/PurposeFields.tsx';
import { purposeOf } from '../../components/purpose.ts';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { showCount } from '../../components/showTime.ts';
import { useReturnFocus } from '../../components/useReturnFocus.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useJob } from '../../ipc/useJob.ts';
import { ExportProgress } from './ExportProgress.tsx';
import { auditFilterOf, isNarrowed, type LogFilter } from './logFilter.ts';
import { COLUMN_LABELS } from './logWords.ts';

interface ExportDialogProps {
  readonly filter: LogFilter;
  readonly total: number | null;
  /** `hasRun`: an export was started, so log and receipt have changed. */
  readonly onClose: (hasRun: boolean) => void;
}

const FIRST_COLUMNS: readonly string[] = AUDIT_COLUMNS.filter((column) => column !== 'patient');

/** Every matching row is written, never only those on the screen. */
export function ExportDialog({ filter, total, onClose }: ExportDialogProps) {
  useReturnFocus();
  const [columns, setColumns] = useState<readonly string[]>(FIRST_COLUMNS);
  const [kind, setKind] = useState<string | null>(null);
  const [details, setDetails] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const [jobId, setJobId] = useState<string | null>(null);
  const start = useCommand('audit.startExport', { refreshes: false });
  const { job, refusal } = useJob(jobId);
  const purpose = purposeOf(kind, details);
  const isRunning = jobId !== null && (job === null || job.state === 'running');

  const close = () => onClose(jobId !== null);
  const run = async () => {
    setIsAsked(true);
    if (purpose === null || columns.length === 0) return;
    const started = await start.run({
      filter: auditFilterOf(filter),
      columns: AUDIT_COLUMNS.filter((column) => columns.includes(column)),
      purpose,
    });
    if (started?.isChosen) setJobId(started.jobId);
  };
  const rows = isNarrowed(filter)
    ? `All that match the filters${total === null ? '' : ` (${showCount(total)} when last shown)`}`
    : 'Every entry of the log';
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title="Export the activity log"
      closeOnEscape={!isRunning}
      withCloseButton={!isRunning}
      closeButtonProps={{ 'aria-label': 'Close the export' }}
      // The kit makes the head of a dialog a second banner of the page.
      attributes={{ header: { role: 'presentation' } }}
    >
      {jobId === null ? (
        <Stack gap="sm">
          {start.refusal === null ? null : <RefusalCard refusal={start.refusal} onClose={start.clearRefusal} />}
          <Text size="sm">
            <strong>Rows:</strong> {rows}, oldest first.
          </Text>
          <Checkbox.Group
            label="Columns"
            value={[...columns]}
            onChange={setColumns}
            error={columns.length === 0 ? 'Tick at least one column.' : null}
          >
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" verticalSpacing={6} mt={6}>
              {AUDIT_COLUMNS.map((column) => (
                <Checkbox key={column} size="sm" value={column} label={COLUMN_LABELS[column]} />
              ))}
            </SimpleGrid>
          </Checkbox.Group>
          <Text size="sm">
            <strong>Format:</strong> CSV with commas, UTF-8 with BOM and CRLF (opens in Excel), dates as ISO 8601 with
            offset. Cells that begin with = + - @ are made text. An evidence file and a receipt with the hashes are
            written beside it.
          </Text>
          <PurposeFields kind={kind} details={details} isAsked={isAsked} onKind={setKind} onDetails={setDetails} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button loading={start.isRunning} onClick={run}>
              Choose file and export…
            </Button>
          </Group>
        </Stack>
      ) : (
        <ExportProgress jobId={jobId} job={job} refusal={refusal} onClose={close} />
      )}
    </Modal>
  );
}
