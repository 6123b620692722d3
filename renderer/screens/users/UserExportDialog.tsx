// Export CSV… of the list of users: which rows, which columns, what for (screens 6.7).
import { Button, Checkbox, Code, Group, Modal, Radio, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { CallInput } from '../../../shared/catalogue/procedures.ts';
import { ACTIVE_USERS, USER_COLUMN_LABELS, USER_COLUMNS, type UserColumn } from '../../../shared/catalogue/userList.ts';
import { OutcomeBox } from '../../components/OutcomeBox.tsx';
import { PurposeFields } from '../../components/PurposeFields.tsx';
import { purposeOf } from '../../components/purpose.ts';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { showCount } from '../../components/showTime.ts';
import { useFocusOnShow } from '../../components/useFocusOnShow.ts';
import { useReturnFocus } from '../../components/useReturnFocus.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { people } from './bulkWords.ts';

export type ListedQuery = Pick<
  CallInput<'user.print'>,
  'search' | 'status' | 'roleId' | 'permission' | 'locationId' | 'sort' | 'isDescending'
>;

interface UserExportDialogProps {
  /** As the list is narrowed and ordered now. */
  readonly query: ListedQuery;
  readonly total: number | null;
  readonly chosenIds: readonly string[];
  readonly isChosenFirst: boolean;
  readonly shownColumns: readonly UserColumn[];
  readonly onClose: () => void;
}

/** Begins with the columns that are shown, and with the chosen people where it was opened for them. */
export function UserExportDialog(props: UserExportDialogProps) {
  useReturnFocus();
  const { query, total, chosenIds, onClose } = props;
  const [rows, setRows] = useState<string>(props.isChosenFirst ? 'chosen' : 'all');
  const [columns, setColumns] = useState<readonly string[]>(props.shownColumns);
  const [kind, setKind] = useState<string | null>(null);
  const [details, setDetails] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const [saved, setSaved] = useState<{ readonly fileName: string; readonly rowCount: number } | null>(null);
  const save = useCommand('user.export', { refreshes: false });
  const purpose = purposeOf(kind, details);

  const run = async () => {
    setIsAsked(true);
    if (purpose === null) return;
    const { sort, isDescending } = query;
    // Chosen people count whatever narrows the list now.
    const taken =
      rows === 'chosen'
        ? { ...ACTIVE_USERS, status: 'all' as const, sort, isDescending, userIds: [...chosenIds] }
        : { ...query, userIds: null };
    const wanted = USER_COLUMNS.filter((column) => column === 'name' || columns.includes(column));
    const answer = await save.run({ ...taken, columns: wanted, purpose });
    if (answer?.isSaved) setSaved(answer);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title="Export the list of users"
      closeButtonProps={{ 'aria-label': 'Close the export' }}
      // The kit makes the head of a dialog a second banner of the page.
      attributes={{ header: { role: 'presentation' } }}
    >
      {saved !== null ? (
        <Written {...saved} onClose={onClose} />
      ) : (
        <Stack gap="sm">
          {save.refusal === null ? null : <RefusalCard refusal={save.refusal} onClose={save.clearRefusal} />}
          <Radio.Group label="Rows" value={rows} onChange={setRows}>
            <Group gap="lg" mt={6}>
              <Radio
                value="all"
                label={total === null ? 'All that match the filters' : `All ${showCount(total)} that match the filters`}
              />
              <Radio
                value="chosen"
                disabled={chosenIds.length === 0}
                label={chosenIds.length === 0 ? 'Selected: nobody' : `${people(chosenIds.length)} selected`}
              />
            </Group>
          </Radio.Group>
          <Checkbox.Group label="Columns" value={[...columns]} onChange={setColumns}>
            <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="xs" verticalSpacing={6} mt={6}>
              {USER_COLUMNS.map((column) => (
                <Checkbox
                  key={column}
                  size="sm"
                  value={column}
                  label={USER_COLUMN_LABELS[column]}
                  disabled={column === 'name'}
                />
              ))}
            </SimpleGrid>
          </Checkbox.Group>
          <Text size="sm">
            <strong>Format:</strong> CSV with commas, UTF-8 with BOM and CRLF (opens in Excel), dates as ISO 8601 with
            offset. Cells that begin with = + - @ are made text.
          </Text>
          <PurposeFields kind={kind} details={details} isAsked={isAsked} onKind={setKind} onDetails={setDetails} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button loading={save.isRunning} onClick={() => void run()}>
              Choose file and export…
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}

interface WrittenProps {
  readonly fileName: string;
  readonly rowCount: number;
  readonly onClose: () => void;
}

function Written({ fileName, rowCount, onClose }: WrittenProps) {
  const goOn = useFocusOnShow<HTMLButtonElement>();
  return (
    <Stack gap="sm">
      <div role="status">
        <OutcomeBox isGood title="The export is written">
          <Text size="sm">
            {rowCount === 1 ? '1 row' : `${showCount(rowCount)} rows`} in <Code>{fileName}</Code>. The export itself
            stands in the activity log, with its purpose, your name and the SHA-256 of the file.
          </Text>
        </OutcomeBox>
      </div>
      <Group justify="flex-end">
        <Button ref={goOn} onClick={onClose}>
          Close
        </Button>
      </Group>
    </Stack>
  );
}
