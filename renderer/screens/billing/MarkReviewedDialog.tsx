// Writes down who outside the practice reviewed an act done alone, and on which day.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { notify } from '../../components/notify.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { useToday } from '../../ipc/useToday.ts';
import type { LoneAct } from './LoneActTable.tsx';

/** The reviewer named when it was done stands there already; somebody else may have done it. */
export function MarkReviewedDialog({ act, onClose }: { readonly act: LoneAct; readonly onClose: () => void }) {
  const today = useToday();
  const [reviewedBy, setReviewedBy] = useState(act.reviewer.name);
  const [reviewedOn, setReviewedOn] = useState(today);
  const mark = useCommand('outsideReview.markReviewed');
  return (
    <ConfirmDialog
      title={`Review of: ${act.label}`}
      says="Write down the review once you hold the signed sheet, and keep the sheet with the books. It cannot be changed afterwards."
      confirmLabel="Write down the review"
      asksReason={false}
      passwordHint={null}
      isRunning={mark.isRunning}
      refusal={mark.refusal}
      onConfirm={async () => {
        if ((await mark.run({ id: act.id, version: act.version, reviewedBy, reviewedOn })) === null) return;
        notify.done('The review is written down.');
        onClose();
      }}
      onClose={onClose}
    >
      <TextInput
        label="Reviewed by"
        required
        maxLength={120}
        value={reviewedBy}
        data-autofocus
        onChange={(event) => setReviewedBy(event.currentTarget.value)}
      />
      <TextInput
        label="Reviewed on"
        type="date"
        required
        max={today}
        value={reviewedOn}
        onChange={(event) => setReviewedOn(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
