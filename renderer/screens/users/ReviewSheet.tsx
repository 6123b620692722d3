// The review before a change of rights is saved: what is added and removed, who notices, and why.
import { Button, Group, List, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { capitalized } from '../../../shared/catalogue/capitalized.ts';
import type { CallInput, Output } from '../../../shared/catalogue/procedures.ts';
import type { Refusal } from '../../../shared/errors.ts';
import { ExpectationEffect } from '../../components/access/ExpectationEffect.tsx';
import { TryOnLog } from '../../components/access/TryOnLog.tsx';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { showCount } from '../../components/showTime.ts';
import { useReturnFocus } from '../../components/useReturnFocus.ts';
import { useCommand } from '../../ipc/useCommand.ts';
import { withShownDates } from './termWords.ts';

export type Preview = Output<'user.previewUpdate'>;

interface ReviewSheetProps {
  readonly name: string;
  readonly preview: Preview;
  readonly isRunning: boolean;
  readonly refusal: Refusal | null;
  /** What would be saved, to be tried on the log. */
  readonly change: Omit<CallInput<'access.replayUserChange'>, 'days'>;
  readonly onSave: (reason: string) => void;
  readonly onClose: () => void;
}

/** A reason is demanded only where access becomes wider. */
export function ReviewSheet({ name, preview, isRunning, refusal, change, onSave, onClose }: ReviewSheetProps) {
  useReturnFocus();
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const replay = useCommand('access.replayUserChange', { refreshes: false });
  const { added, removed, patientsBefore, patientsAfter, openSessions, isWidening, needsApproval } = preview;
  const save = () => {
    if (isWidening && reason.trim() === '') setIsMissing(true);
    else onSave(reason.trim());
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Review the change for ${name}`}
      closeButtonProps={{ 'aria-label': 'Back to editing' }}
      size="lg"
    >
      <Stack gap="sm">
        <Text fw={600}>{headline(preview)}</Text>
        <Changes title="Added" mark="+" rights={added} />
        <Changes title="Removed" mark="−" rights={removed} />
        <Terms terms={preview.terms} />
        <Text size="sm">
          {patientsBefore === patientsAfter
            ? `Patients reached: ${showCount(patientsAfter)}, as before.`
            : `Patients reached: ${showCount(patientsBefore)} before, ${showCount(patientsAfter)} after.`}
        </Text>
        <Text size="sm">
          {needsApproval
            ? 'It counts once a second person has approved it, under Security, Approvals.'
            : takesEffect(openSessions)}
        </Text>
        <ExpectationEffect effect={preview} />
        <TryOnLog
          onStart={(days) => replay.run({ ...change, days })}
          isStarting={replay.isRunning}
          refusal={replay.refusal}
        />
        <Textarea
          label="Reason"
          description="Stands in the activity log beside the change"
          required={isWidening}
          maxLength={500}
          autosize
          minRows={2}
          data-autofocus
          value={reason}
          error={isMissing && reason.trim() === '' ? 'Say why, in a few words.' : null}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {refusal === null ? null : <RefusalCard refusal={refusal} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Back to editing
          </Button>
          <Button loading={isRunning} onClick={save}>
            {needsApproval ? 'Ask for approval' : 'Save the change'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Changes({
  title,
  mark,
  rights,
}: {
  readonly title: string;
  readonly mark: string;
  readonly rights: Preview['added'];
}) {
  if (rights.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <List
        size="sm"
        listStyleType="none"
        spacing={2}
        mah={180}
        style={{ overflowY: 'auto' }}
        tabIndex={0}
        aria-label={title}
      >
        {rights.map(({ permission, label, reachesPhi }) => (
          <List.Item key={permission}>
            <b>{mark}</b> {label}
            {reachesPhi ? ' ● reaches PHI' : ''}
          </List.Item>
        ))}
      </List>
    </div>
  );
}

/** A patient is not named here: who is linked stands under Rights. */
function Terms({ terms }: { readonly terms: Preview['terms'] }) {
  if (terms.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={600}>
        When and where it counts
      </Text>
      <List size="sm" listStyleType="none" spacing={2} aria-label="When and where it counts">
        {terms.map(({ field, old, new: now }) => (
          <List.Item key={field}>
            {field}: {termSide(field, old)} → <b>{termSide(field, now)}</b>
          </List.Item>
        ))}
      </List>
    </div>
  );
}

function termSide(field: string, words: string | null): string {
  if (field === 'Linked patient record') return words === null ? 'none' : 'one patient';
  return words === null ? (field === 'Location limit' ? 'none' : 'always') : withShownDates(words);
}

/** `2 rights added (1 reaches PHI), 1 removed.` */
export function headline({ added, removed, terms, patientsBefore, patientsAfter }: Preview): string {
  const phiCount = added.filter((right) => right.reachesPhi).length;
  const phi = phiCount === 0 ? '' : ` (${phiCount} ${phiCount === 1 ? 'reaches' : 'reach'} PHI)`;
  const parts = [
    added.length === 0 ? null : `${added.length} ${added.length === 1 ? 'right' : 'rights'} added${phi}`,
    removed.length === 0 ? null : `${removed.length} ${removed.length === 1 ? 'right' : 'rights'} removed`,
    patientsBefore === patientsAfter
      ? null
      : patientsAfter > patientsBefore
        ? 'more patients reached'
        : 'fewer patients reached',
    terms.length === 0 ? null : 'dates or places changed',
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'No right is added or removed.' : `${capitalized(parts.join(', '))}.`;
}

function takesEffect(openSessions: number): string {
  if (openSessions === 0) return 'Takes effect at the next sign-in; nobody is signed in with this login.';
  return `Takes effect at once for ${openSessions} open ${openSessions === 1 ? 'session' : 'sessions'}.`;
}
