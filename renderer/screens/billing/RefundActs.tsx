// Where a refund stands, and the next step: approve or reject by a second person, then pay out.
import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { Can } from '../../access/Can.tsx';
import { notify } from '../../components/notify.ts';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { showDate } from '../../components/showTime.ts';
import type { OpenedRecord } from '../../ipc/callRecord.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { useToday } from '../../ipc/useToday.ts';
import { useSession } from '../../session/useSession.ts';
import { AloneNote } from './AloneNote.tsx';
import { aloneFacts } from './aloneFacts.ts';
import { Facts } from './Facts.tsx';

interface RefundActsProps {
  readonly record: OpenedRecord;
  readonly onChanged: () => void;
}

export function RefundActs({ record, onChanged }: RefundActsProps) {
  const { fields, labels } = record;
  const today = useToday();
  const [isRejecting, setIsRejecting] = useState(false);
  const { can } = useSession();
  const approve = useCommand('refund.approve');
  const approveAlone = useCommand('refund.approveAlone');
  const { value: confirming } = useQuery(
    'refund.readConfirming',
    { id: record.id },
    { enabled: can('financial:approve') },
  );
  const reject = useCommand('refund.reject');
  const payOut = useCommand('refund.payOut');
  const about = { id: record.id, version: record.version };
  const isOpen = fields.state === 'requested' || fields.state === 'approved';
  const refusal = approve.refusal ?? payOut.refusal;
  const finish = (done: unknown, says: string) => {
    if (done === null) return;
    notify.done(says);
    onChanged();
  };
  const confirmReject = async (reason: string) => {
    const done = await reject.run({ ...about, reason });
    if (done !== null) setIsRejecting(false);
    finish(done, 'The refund is rejected.');
  };
  return (
    <Stack gap="sm">
      <Facts
        facts={[
          ['Requested by', String(labels.requestedBy ?? '')],
          ['Approved by', String(labels.approvedBy ?? '')],
          ['Paid out on', typeof fields.paidDate === 'string' ? showDate(fields.paidDate) : ''],
          ...aloneFacts(confirming),
        ]}
      />
      {refusal === null ? null : (
        <RefusalCard
          refusal={refusal}
          onClose={() => {
            approve.clearRefusal();
            payOut.clearRefusal();
          }}
        />
      )}
      {confirming === undefined ? null : (
        <AloneNote
          confirming={confirming}
          label="Approve alone…"
          title="Approve this refund alone?"
          isRunning={approveAlone.isRunning}
          refusal={approveAlone.refusal}
          onConfirm={async () => {
            const done = await approveAlone.run(about);
            finish(done, 'The refund is approved. It waits for outside review.');
            return done !== null;
          }}
          onClose={approveAlone.clearRefusal}
        />
      )}
      {isOpen ? (
        <Group gap="xs" role="group" aria-label="Next steps">
          {fields.state === 'requested' ? (
            confirming?.says === null ? (
              <Button
                size="sm"
                loading={approve.isRunning}
                onClick={() => void approve.run(about).then((done) => finish(done, 'The refund is approved.'))}
              >
                Approve
              </Button>
            ) : null
          ) : (
            <Can permission="financial:update">
              <Button
                size="sm"
                loading={payOut.isRunning}
                onClick={() =>
                  void payOut.run({ ...about, onDate: today }).then((done) => finish(done, 'The refund is paid out.'))
                }
              >
                Paid out today
              </Button>
            </Can>
          )}
          <Can permission="financial:approve">
            <Button variant="default" size="sm" onClick={() => setIsRejecting(true)}>
              Reject…
            </Button>
          </Can>
        </Group>
      ) : null}
      {isRejecting ? (
        <ReasonDialog
          title="Reject this refund?"
          says="The amount is free again for another refund. The request stays in the list."
          confirmLabel="Reject the refund"
          refusal={reject.refusal}
          isRunning={reject.isRunning}
          onConfirm={confirmReject}
          onClose={() => {
            reject.clearRefusal();
            setIsRejecting(false);
          }}
        />
      ) : null}
    </Stack>
  );
}
