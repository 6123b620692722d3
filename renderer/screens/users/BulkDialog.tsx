// Asks why before an act on several people, carries it out one by one, and says what became of each.
import { Button, Group, Modal, Progress, Select, Stack, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { ConfirmForm } from '../../components/ConfirmDialog.tsx';
import { useReturnFocus } from '../../components/useReturnFocus.ts';
import { queryClient } from '../../ipc/queryClient.ts';
import { BulkOutcome } from './BulkOutcome.tsx';
import { actOn, type BulkAct, type BulkResult } from './bulkActs.ts';
import { BULK_WORDS, namesOf } from './bulkWords.ts';
import type { UserRow } from './userWords.ts';

interface BulkDialogProps {
  readonly act: BulkAct;
  readonly rows: readonly UserRow[];
  /** Roles that can be given. */
  readonly roles: readonly { readonly roleId: string; readonly name: string }[];
  /** `hasRun`: something may have changed. */
  readonly onClose: (hasRun: boolean) => void;
}

/** While it runs it can be stopped between two people; what is done stays done and is listed. */
export function BulkDialog({ act, rows, roles, onClose }: BulkDialogProps) {
  useReturnFocus();
  const [roleId, setRoleId] = useState<string | null>(null);
  const [isAsked, setIsAsked] = useState(false);
  const [results, setResults] = useState<readonly BulkResult[] | null>(null);
  const [isRunning, setIsRunning] = useState(false);
  const isStopped = useRef(false);
  const words = BULK_WORDS[act];

  const run = async (reason: string) => {
    setIsAsked(true);
    if (act === 'addRole' && roleId === null) return;
    setIsRunning(true);
    const done: BulkResult[] = [];
    setResults([]);
    for (const row of rows) {
      if (isStopped.current) break;
      done.push(await actOn(row, { act, reason, roleId }));
      setResults([...done]);
    }
    setIsRunning(false);
    void queryClient.invalidateQueries();
  };
  const close = () => onClose(results !== null);
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={words.title(rows.length)}
      closeOnEscape={results === null}
      withCloseButton={results === null}
      closeButtonProps={{ 'aria-label': 'Close without doing anything' }}
      // The kit makes the head of a dialog a second banner of the page.
      attributes={{ header: { role: 'presentation' } }}
    >
      {results === null ? (
        <ConfirmForm
          says={
            <>
              <Text size="sm" fw={600}>
                {namesOf(rows)}
              </Text>
              <Text size="sm" mt={4}>
                {words.says}
              </Text>
            </>
          }
          confirmLabel={words.confirm(rows.length)}
          asksReason
          passwordHint={null}
          onConfirm={run}
          onClose={close}
        >
          {act === 'addRole' ? (
            <Select
              label="Role"
              required
              searchable
              data={roles.map((role) => ({ value: role.roleId, label: role.name }))}
              value={roleId}
              error={isAsked && roleId === null ? 'Choose the role.' : null}
              onChange={setRoleId}
              data-autofocus
            />
          ) : null}
        </ConfirmForm>
      ) : isRunning ? (
        <Stack gap="sm">
          <Text size="sm" role="status">
            {results.length.toLocaleString()} of {rows.length.toLocaleString()}
          </Text>
          <Progress value={(100 * results.length) / rows.length} aria-label="People acted on" transitionDuration={0} />
          <Group justify="flex-end">
            <Button
              variant="default"
              onClick={() => {
                isStopped.current = true;
              }}
            >
              Stop after this person
            </Button>
          </Group>
        </Stack>
      ) : (
        <BulkOutcome act={act} results={results} asked={rows.length} onClose={close} />
      )}
    </Modal>
  );
}
