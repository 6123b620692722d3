// Security > Expectations: what people must and must not be able to do, in plain sentences, with a red mark where it is not so (P6).
import { Alert, Button, Skeleton, Stack, Text } from '@mantine/core';
import { Plus, ShieldAlert, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { Can } from '../../access/Can.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import listClasses from '../../components/ListScreen.module.css';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { notify } from '../../components/notify.ts';
import { PageHeader } from '../../components/PageHeader.tsx';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { AddExpectation } from './AddExpectation.tsx';
import { type Expectation, ExpectationTable } from './ExpectationTable.tsx';

export function ExpectationsScreen() {
  const { value, refusal, reload } = useQuery('expectation.find', {});
  const [isAdding, setIsAdding] = useState(false);
  const [deleting, setDeleting] = useState<Expectation | null>(null);
  const remove = useCommand('expectation.delete');
  const expectations = value?.expectations ?? [];
  const deleteNow = async (reason: string) => {
    if (deleting === null) return;
    const done = await remove.run({ expectationId: deleting.expectationId, version: deleting.version, reason });
    if (done === null) return;
    setDeleting(null);
    notify.done('The expectation is deleted. The log keeps it.');
  };
  return (
    <div className={listClasses.screen}>
      <PageHeader
        title="Expectations"
        actions={
          <Can permission="user:update">
            <Button size="xs" leftSection={<Plus size={16} aria-hidden />} onClick={() => setIsAdding(true)}>
              Add expectation
            </Button>
          </Can>
        }
      />
      <Text size="sm" c="dimmed" maw={920}>
        What people must and must not be able to do. It is checked at every change of rights, roles, limits and
        lock-outs, by the same judge that decides every call; a change that breaks one says so before it is saved, and
        the activity log keeps it.
      </Text>
      {refusal === null ? null : <LoadFailed refusal={refusal} onRetry={reload} />}
      {value === undefined && refusal === null ? (
        <Stack aria-busy="true" aria-label="The expectations are being checked" gap="xs">
          <Skeleton height={28} />
          <Skeleton height={28} />
        </Stack>
      ) : null}
      {value === undefined ? null : expectations.length === 0 ? (
        <EmptyState
          title="Nothing is expected yet"
          hint="Write down what must stay so, such as that billing must not open clinical notes. You are told when a change would end it."
        />
      ) : (
        <>
          <Summary expectations={expectations} />
          <ExpectationTable
            expectations={expectations}
            onDelete={(expectation) => {
              remove.clearRefusal();
              setDeleting(expectation);
            }}
          />
        </>
      )}
      {isAdding ? <AddExpectation onClose={() => setIsAdding(false)} /> : null}
      {deleting === null ? null : (
        <ReasonDialog
          title="Delete this expectation?"
          says="It is no longer checked. Rights stay as they are."
          confirmLabel="Delete the expectation"
          refusal={remove.refusal}
          isRunning={remove.isRunning}
          onConfirm={deleteNow}
          onClose={() => setDeleting(null)}
        />
      )}
    </div>
  );
}

function Summary({ expectations }: { readonly expectations: readonly Expectation[] }) {
  const broken = expectations.filter(({ isBroken }) => isBroken).length;
  const all = expectations.length === 1 ? '1 expectation' : `${expectations.length} expectations`;
  return (
    <Alert
      variant="outline"
      color={broken === 0 ? 'green.9' : 'red.9'}
      icon={broken === 0 ? <ShieldCheck aria-hidden /> : <ShieldAlert aria-hidden />}
      role="status"
    >
      <Text size="sm" fw={600}>
        {broken === 0
          ? `${all}: rights are as expected.`
          : `${broken === expectations.length ? all : `${broken} of ${all}`} ${broken === 1 ? 'is' : 'are'} broken. Change the rights under Users or Roles, or delete what is no longer wanted.`}
      </Text>
    </Alert>
  );
}
