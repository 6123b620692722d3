// One change of rights that waits: before and after, who asked and why, and the two ways to decide it (S1.06).
import { Button, Group, Table, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { type Effect, ExpectationEffect } from '../../components/access/ExpectationEffect.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { notify } from '../../components/notify.ts';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { showTime } from '../../components/showTime.ts';
import { WarningBox } from '../../components/WarningBox.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { useSession } from '../../session/useSession.ts';
import { KIND_WORDS, type Proposal } from './proposalWords.ts';

/** Whoever may not make such a change looks at it only; whoever asked for it may take it back. What it would do to the
 *  expectations is looked at before the approval is asked for, on the rights of that moment. */
export function ProposalCard({ proposal }: { readonly proposal: Proposal }) {
  const { can } = useSession();
  const [effect, setEffect] = useState<Effect | null>(null);
  const [isRejecting, setIsRejecting] = useState(false);
  const preview = useCommand('proposal.preview', { refreshes: false });
  const { proposalId, kind, targetName, changes, reason, by, atMs, effectiveAtMs, isOwn, isStale } = proposal;
  const mayDecide = can(kind === 'role' ? 'role:update' : 'user:update');
  return (
    <section className="panel" aria-label={`Change of ${targetName}`}>
      <Title order={2} size="h5">
        {targetName}
      </Title>
      <Text size="sm" c="dimmed">
        {KIND_WORDS[kind]} · asked for by {isOwn ? `${by} (you)` : by} on {showTime(atMs)}
      </Text>
      <Text size="sm" my="xs">
        Why: {reason}
      </Text>
      <Table
        aria-label={`Before and after of ${targetName}`}
        layout="fixed"
        horizontalSpacing="xs"
        verticalSpacing={4}
        withRowBorders={false}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">What changes</Table.Th>
            <Table.Th scope="col">Before</Table.Th>
            <Table.Th scope="col">After</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {changes.map(({ field, old, new: now }) => (
            <Table.Tr key={`${field} ${old ?? ''} ${now ?? ''}`}>
              <Table.Th scope="row" fw={600}>
                {field}
              </Table.Th>
              <Table.Td>{old ?? '–'}</Table.Td>
              <Table.Td>{field === 'Takes effect' && now !== null ? showTime(Date.parse(now)) : (now ?? '–')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" my="xs">
        {effectiveAtMs === null
          ? 'Counts at once when it is approved.'
          : `Takes effect on ${showTime(effectiveAtMs)}, or at once when it is approved later.`}
      </Text>
      {isStale ? (
        <WarningBox title="Cannot be approved any more">
          What this is about was changed since, so before and after do not fit. Turn it down, then ask for it anew.
        </WarningBox>
      ) : null}
      {isOwn ? (
        <Text size="sm" my="xs">
          You asked for this yourself, so somebody else who may make this change must approve it.
        </Text>
      ) : null}
      {mayDecide ? (
        <Group gap="xs" mt="sm">
          {isOwn || isStale ? null : (
            <Button
              size="xs"
              loading={preview.isRunning}
              onClick={async () => setEffect(await preview.run({ proposalId }))}
            >
              Approve…
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => setIsRejecting(true)}>
            {isOwn ? 'Take back…' : 'Turn down…'}
          </Button>
        </Group>
      ) : null}
      {preview.refusal === null ? null : <RefusalCard refusal={preview.refusal} onClose={preview.clearRefusal} />}
      {effect === null ? null : <ApproveDialog proposal={proposal} effect={effect} onClose={() => setEffect(null)} />}
      {isRejecting ? <RejectDialog proposal={proposal} onClose={() => setIsRejecting(false)} /> : null}
    </section>
  );
}

interface DialogProps {
  readonly proposal: Proposal;
  readonly onClose: () => void;
}

function ApproveDialog({ proposal, effect, onClose }: DialogProps & { readonly effect: Effect }) {
  const { proposalId, kind, targetName, by } = proposal;
  const role = useCommand('proposal.approveRoleChange');
  const user = useCommand('proposal.approveUserChange');
  const command = kind === 'role' ? role : user;
  const [remark, setRemark] = useState('');
  return (
    <ConfirmDialog
      title={`Approve the change of ${targetName}`}
      says={`You answer for it together with ${by}: both names stand in the log. It is checked once more whether you could make it yourself.`}
      confirmLabel="Approve the change"
      asksReason={false}
      passwordHint={null}
      isRunning={command.isRunning}
      refusal={command.refusal}
      onConfirm={async () => {
        if ((await command.run({ proposalId, reason: remark.trim() })) === null) return;
        notify.done(`The change of ${targetName} is approved.`);
        onClose();
      }}
      onClose={onClose}
    >
      <ExpectationEffect effect={effect} />
      <Textarea
        label="Remark"
        description="Stands in the log beside the change; may stay empty. No patient data."
        maxLength={500}
        autosize
        minRows={2}
        data-autofocus
        value={remark}
        onChange={(event) => setRemark(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}

function RejectDialog({ proposal, onClose }: DialogProps) {
  const { proposalId, kind, targetName, isOwn } = proposal;
  const role = useCommand('proposal.rejectRoleChange');
  const user = useCommand('proposal.rejectUserChange');
  const command = kind === 'role' ? role : user;
  return (
    <ReasonDialog
      title={`${isOwn ? 'Take back' : 'Turn down'} the change of ${targetName}`}
      says="Everything stays as it is. The change can be asked for again."
      confirmLabel={isOwn ? 'Take the change back' : 'Turn the change down'}
      isRunning={command.isRunning}
      refusal={command.refusal}
      onConfirm={async (reason) => {
        if ((await command.run({ proposalId, reason })) === null) return;
        notify.done(`The change of ${targetName} is ${isOwn ? 'taken back' : 'turned down'}.`);
        onClose();
      }}
      onClose={onClose}
    />
  );
}
