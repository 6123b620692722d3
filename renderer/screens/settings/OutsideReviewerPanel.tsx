// Settings: who outside the practice reviews what one person did alone (N8).
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { Can } from '../../access/Can.tsx';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { notify } from '../../components/notify.ts';
import { ReasonDialog } from '../../components/ReasonDialog.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { RulePanel } from './RulePanel.tsx';

type Reviewer = Output<'outsideReview.readReviewer'>['reviewer'];

export function OutsideReviewerPanel() {
  const [isAsking, setIsAsking] = useState(false);
  const { value, refusal, reload } = useQuery('outsideReview.readReviewer', {});
  if (refusal !== null) return <LoadFailed refusal={refusal} onRetry={reload} />;
  if (value === undefined) return null;
  const { reviewer } = value;
  return (
    <RulePanel
      label="Outside reviewer"
      now={reviewer === null ? 'nobody yet' : `${reviewer.name}, ${reviewer.role}`}
      sentence="Somebody outside the practice, such as its accountant, who looks at refunds and closed days that one person confirmed alone. Nothing can be confirmed alone while nobody is named."
    >
      <Can permission="setting:update">
        <Button size="sm" variant="default" onClick={() => setIsAsking(true)}>
          {reviewer === null ? 'Name a reviewer…' : 'Change the reviewer…'}
        </Button>
      </Can>
      {isAsking ? <ReviewerDialog was={reviewer} onClose={() => setIsAsking(false)} /> : null}
    </RulePanel>
  );
}

function ReviewerDialog({ was, onClose }: { readonly was: Reviewer; readonly onClose: () => void }) {
  const [name, setName] = useState(was?.name ?? '');
  const [role, setRole] = useState(was?.role ?? '');
  const set = useCommand('outsideReview.setReviewer');
  return (
    <ReasonDialog
      title="Outside reviewer"
      says="Acts done alone from now on go to this person. Nobody gets a login by it."
      confirmLabel="Save the reviewer"
      isRunning={set.isRunning}
      refusal={set.refusal}
      onConfirm={async (reason) => {
        if ((await set.run({ wasName: was?.name ?? '', name, role, reason })) === null) return;
        notify.done(name.trim() === '' ? 'Nobody is named any more.' : 'The outside reviewer is saved.');
        onClose();
      }}
      onClose={onClose}
    >
      <TextInput
        label="Name"
        maxLength={120}
        value={name}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label="Role and firm"
        description="Such as: Accountant, Hill & Lane"
        maxLength={120}
        value={role}
        onChange={(event) => setRole(event.currentTarget.value)}
      />
    </ReasonDialog>
  );
}
