// What can be done with an open role: change, copy, print, delete; and the change that waits for its day.
import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { Can } from '../../access/Can.tsx';
import { notify } from '../../components/notify.ts';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { showTime } from '../../components/showTime.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { LimitChanges } from './LimitChanges.tsx';
import type { OpenRole } from './roleDraft.ts';

interface RoleActsProps {
  readonly role: OpenRole;
  readonly onChange: () => void;
  readonly onCopy: () => void;
  readonly onDeleted: () => void;
}

/** A shipped role stays as it was shipped: it is copied, not changed. */
export function RoleActs({ role, onChange, onCopy, onDeleted }: RoleActsProps) {
  const [isDeleting, setIsDeleting] = useState(false);
  const remove = useCommand('role.delete');
  const print = useCommand('role.print', { refreshes: false });
  const isOwn = role.kind === 'custom' || role.kind === 'policy';
  const noun = role.kind === 'policy' ? 'policy' : 'role';

  return (
    <>
      <Group gap="xs">
        {isOwn ? (
          <Can permission="role:update">
            <Button
              size="xs"
              variant="default"
              onClick={onChange}
              disabled={role.waiting !== null || role.proposed !== null}
            >
              Change…
            </Button>
          </Can>
        ) : null}
        <Can permission="role:create">
          <Button size="xs" variant="default" onClick={onCopy}>
            Copy…
          </Button>
        </Can>
        <Button
          size="xs"
          variant="default"
          loading={print.isRunning}
          onClick={async () => {
            if ((await print.run({ roleId: role.roleId })) !== null)
              notify.done('The role sheet was given to the printer.');
          }}
        >
          Print role sheet
        </Button>
        {isOwn ? (
          <Can permission="role:delete">
            <Button size="xs" variant="default" onClick={() => setIsDeleting(true)}>
              Delete…
            </Button>
          </Can>
        ) : null}
      </Group>
      {print.refusal === null ? null : <RefusalCard refusal={print.refusal} onClose={print.clearRefusal} />}
      {role.waiting === null ? null : <Waiting role={role} waiting={role.waiting} />}
      {role.proposed === null ? null : <Proposed proposed={role.proposed} />}
      {isDeleting ? (
        <ReasonDialog
          title={`Delete ${role.name}`}
          says={`The ${noun} is gone for good; what it was stays in the activity log. It cannot be deleted while somebody holds it.`}
          confirmLabel={`Delete ${role.name}`}
          isRunning={remove.isRunning}
          refusal={remove.refusal}
          onConfirm={async (reason) => {
            if ((await remove.run({ roleId: role.roleId, version: role.version, reason })) === null) return;
            notify.done(`${role.name} is deleted.`);
            onDeleted();
          }}
          onClose={() => {
            remove.clearRefusal();
            setIsDeleting(false);
          }}
        />
      ) : null}
    </>
  );
}

function Proposed({ proposed }: { readonly proposed: NonNullable<OpenRole['proposed']> }) {
  return (
    <Alert variant="outline" color="gray" title="A change waits for a second person">
      <Text size="sm">
        Asked for by {proposed.by} on {showTime(proposed.atMs)}.{' '}
        <Anchor href="#/approvals" underline="always">
          Open Approvals
        </Anchor>
      </Text>
    </Alert>
  );
}

interface WaitingProps {
  readonly role: OpenRole;
  readonly waiting: NonNullable<OpenRole['waiting']>;
}

function Waiting({ role, waiting }: WaitingProps) {
  const [isAsking, setIsAsking] = useState(false);
  const withdraw = useCommand('role.withdrawChange');
  return (
    <Alert variant="outline" color="gray" title={`A change takes effect on ${showTime(waiting.effectiveAtMs)}`}>
      <Text size="sm">
        Planned by {waiting.by} on {showTime(waiting.atMs)}
        {waiting.approvedBy === null ? '' : `, approved by ${waiting.approvedBy}`}: {waiting.reason}
      </Text>
      <LimitChanges before={role} after={waiting.fields} />
      <Can permission="role:update">
        <Button size="compact-sm" variant="default" mt="xs" onClick={() => setIsAsking(true)}>
          Take this change back…
        </Button>
      </Can>
      {isAsking ? (
        <ReasonDialog
          title={`Take back the change of ${role.name}`}
          says="The role stays as it is now. The change can be made again later."
          confirmLabel="Take the change back"
          isRunning={withdraw.isRunning}
          refusal={withdraw.refusal}
          onConfirm={async (reason) => {
            const { roleId, version } = role;
            if ((await withdraw.run({ roleId, version, reason })) === null) return;
            setIsAsking(false);
            notify.done('The change is taken back.');
          }}
          onClose={() => {
            withdraw.clearRefusal();
            setIsAsking(false);
          }}
        />
      ) : null}
    </Alert>
  );
}
