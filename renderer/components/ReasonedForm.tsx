// A form that saves with a reason: its fields, the reason, a refusal, and a bar that says what is not saved yet.
import { Button, Group, Kbd, Text, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Refusal } from '../../shared/errors.ts';
import classes from './ReasonedForm.module.css';
import { RefusalCard } from './RefusalCard.tsx';

interface ReasonedFormProps {
  /** The fields; the rest is left out for whoever may only look. */
  readonly children: ReactNode;
  readonly mayChange: boolean;
  readonly maxWidthPx: number;
  readonly changedCount: number;
  /** What one and several of the changed things are called. */
  readonly changedWords: readonly [one: string, many: string];
  /** Something is typed, if only the reason. */
  readonly isDirty: boolean;
  readonly canSave: boolean;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly command: {
    readonly refusal: Refusal | null;
    readonly clearRefusal: () => void;
    readonly isRunning: boolean;
  };
  readonly onSave: () => void;
  readonly onCancel: () => void;
  /** Loads what somebody else saved meanwhile; what is typed stays. */
  readonly onReload: () => void;
}

/** Ctrl+S saves from anywhere in it; while it cannot be saved or is being saved, nothing happens. */
export function ReasonedForm(props: ReasonedFormProps) {
  const { mayChange, changedCount, changedWords, canSave, command } = props;
  const save = () => {
    if (canSave && !command.isRunning) props.onSave();
  };
  return (
    <form
      className={classes.form}
      style={{ maxWidth: props.maxWidthPx }}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
          event.preventDefault();
          save();
        }
      }}
    >
      {props.children}
      {mayChange ? (
        <Textarea
          label="Reason"
          description="Stands in the activity log beside the change"
          maxLength={500}
          autosize
          minRows={2}
          maw={760}
          value={props.reason}
          onChange={(event) => props.onReason(event.currentTarget.value)}
        />
      ) : null}
      {command.refusal === null ? null : (
        <div>
          <RefusalCard refusal={command.refusal} onClose={command.clearRefusal} />
          {command.refusal.code === 'CONFLICT' ? (
            <Button
              size="compact-sm"
              variant="default"
              mt="xs"
              onClick={() => {
                command.clearRefusal();
                props.onReload();
              }}
            >
              Load the newest state and keep what I typed
            </Button>
          ) : null}
        </div>
      )}
      {mayChange ? (
        <div className={classes.bar}>
          <Text size="sm" role="status">
            {changedCount === 0
              ? 'No unsaved changes'
              : `${changedCount} ${changedWords[changedCount === 1 ? 0 : 1]} changed, not saved`}
          </Text>
          <Group gap="xs">
            <Button size="xs" variant="default" disabled={!props.isDirty} onClick={props.onCancel}>
              Cancel
            </Button>
            <Button
              size="xs"
              type="submit"
              disabled={!canSave}
              loading={command.isRunning}
              aria-keyshortcuts="Control+S"
              rightSection={<Kbd size="xs">Ctrl+S</Kbd>}
            >
              Save
            </Button>
          </Group>
        </div>
      ) : null}
    </form>
  );
}
