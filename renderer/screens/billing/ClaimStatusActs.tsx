// The steps a claim can take from where it stands.
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { CLAIM_TRANSITIONS, type ClaimStatus } from '../../../shared/billing/claimStatus.ts';
import { notify } from '../../components/notify.ts';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import type { OpenedRecord } from '../../ipc/callRecord.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useSession } from '../../session/useSession.ts';

interface ClaimStatusActsProps {
  readonly record: OpenedRecord;
  readonly onChanged: () => void;
}

const ACT_LABELS: Readonly<Record<ClaimStatus, string>> = {
  draft: 'Take back to draft',
  submitted: 'Mark as submitted',
  paid: 'Mark as paid',
  denied: 'Mark as denied',
  closed: 'Close the claim…',
};

/** Closing ends the claim for good and needs the right to approve. */
export function ClaimStatusActs({ record, onChanged }: ClaimStatusActsProps) {
  const { can } = useSession();
  const [isClosing, setIsClosing] = useState(false);
  const setStatus = useCommand('claim.setStatus');
  const close = useCommand('claim.close');
  const about = { id: record.id, version: record.version };
  const next = CLAIM_TRANSITIONS[record.fields.status as ClaimStatus].filter((status) =>
    can(status === 'closed' ? 'claim:approve' : 'claim:update'),
  );
  if (next.length === 0) return null;
  const take = async (status: ClaimStatus) => {
    if (status === 'closed') return setIsClosing(true);
    const changed = await setStatus.run({ ...about, status });
    if (changed === null) return;
    notify.done('The status of the claim is changed.');
    onChanged();
  };
  const confirmClose = async (reason: string) => {
    const changed = await close.run({ ...about, reason });
    if (changed === null) return;
    setIsClosing(false);
    notify.done('The claim is closed.');
    onChanged();
  };
  return (
    <>
      {setStatus.refusal === null ? null : <RefusalCard refusal={setStatus.refusal} onClose={setStatus.clearRefusal} />}
      <Group gap="xs" role="group" aria-label="Next steps">
        {next.map((status) => (
          <Button
            key={status}
            variant="default"
            size="sm"
            loading={setStatus.isRunning}
            onClick={() => void take(status)}
          >
            {ACT_LABELS[status]}
          </Button>
        ))}
      </Group>
      {isClosing ? (
        <ReasonDialog
          title="Close this claim?"
          says="A closed claim can never be changed again. Its charges and what was paid stay as they are."
          confirmLabel="Close the claim"
          refusal={close.refusal}
          isRunning={close.isRunning}
          onConfirm={confirmClose}
          onClose={() => {
            close.clearRefusal();
            setIsClosing(false);
          }}
        />
      ) : null}
    </>
  );
}
