// The frame of an open record: title, Save, Cancel and Delete, and what stood in the way.
import { Button, Group, Kbd, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Refusal } from '../../shared/errors.ts';
import { SHORTCUTS } from '../app/shortcuts.ts';
import { usePageKeys } from '../app/usePageKeys.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import classes from './RecordEditor.module.css';
import { RefusalCard } from './RefusalCard.tsx';

interface RecordEditorProps {
  readonly title: string;
  readonly subtitle: ReactNode;
  readonly isDirty: boolean;
  readonly isBusy: boolean;
  /** Null: this record is never changed by a form. */
  readonly onSave: (() => void) | null;
  /** Brings back what is stored. */
  readonly onUndo: () => void;
  readonly undoLabel?: string;
  /** Names what would be deleted. */
  readonly deleteTitle?: string;
  /** The verb on the button. */
  readonly deleteLabel?: string;
  /** What deleting does and what stays. */
  readonly deleteSays?: string;
  /** Resolves when it was deleted or refused; a refusal then stands in `refusal`. Null: it cannot be deleted. */
  readonly onDelete: ((reason: string) => Promise<void>) | null;
  readonly refusal: Refusal | null;
  readonly onCloseRefusal: () => void;
  /** Loads the newest state after somebody else changed the record meanwhile. */
  readonly onReload: () => void;
  /** Just begun, such as a new record: the keyboard goes on in the first input. */
  readonly isNew?: boolean;
  readonly children: ReactNode;
}

/** Save and Delete stay in reach for everybody: the main process decides, and its refusal says who can help. */
export function RecordEditor(props: RecordEditorProps) {
  const [isDeleting, setIsDeleting] = useState(false);
  const inputs = useRef<HTMLDivElement>(null);
  const { isDirty, isBusy, refusal, onSave, onDelete, undoLabel = 'Undo' } = props;
  const isUndoable = isDirty || undoLabel !== 'Undo';
  const { isNew = false } = props;
  useEffect(() => {
    if (isNew) inputs.current?.querySelector<HTMLElement>('input, textarea, select')?.focus();
  }, [isNew]);
  const save = () => {
    if (isDirty && !isBusy) onSave?.();
  };
  usePageKeys([[SHORTCUTS.save.keys, save]]);
  const remove = async (reason: string) => {
    await onDelete?.(reason);
    setIsDeleting(false);
  };
  return (
    <Stack gap="md">
      <div className={classes.head}>
        <div className={classes.name}>
          <Title order={2} size="h4">
            {props.title}
          </Title>
          <Text size="sm" c="dimmed" component="div">
            {props.subtitle}
          </Text>
        </div>
        <Group gap="xs" wrap="nowrap">
          {onDelete === null ? null : (
            <Button variant="default" size="sm" color="red" onClick={() => setIsDeleting(true)}>
              Delete…
            </Button>
          )}
          {onSave === null ? null : (
            <>
              <Button variant="default" size="sm" disabled={!isUndoable || isBusy} onClick={props.onUndo}>
                {undoLabel}
              </Button>
              <Button
                size="sm"
                disabled={!isDirty}
                loading={isBusy}
                onClick={save}
                rightSection={<Kbd size="xs">{SHORTCUTS.save.shown}</Kbd>}
                aria-keyshortcuts={SHORTCUTS.save.aria}
              >
                Save
              </Button>
            </>
          )}
        </Group>
      </div>
      {refusal === null ? null : (
        <div>
          <RefusalCard refusal={refusal} onClose={props.onCloseRefusal} />
          {refusal.code === 'CONFLICT' ? (
            <Group mt="xs" gap="xs">
              <Text size="sm">What you typed is still here. Note it down, then load the newest state.</Text>
              <Button variant="default" size="compact-sm" onClick={props.onReload}>
                Load the newest state
              </Button>
            </Group>
          ) : null}
        </div>
      )}
      <div ref={inputs} className={classes.inputs}>
        {props.children}
      </div>
      {isDeleting ? (
        <ReasonDialog
          title={props.deleteTitle ?? 'Delete this?'}
          says={props.deleteSays ?? ''}
          confirmLabel={props.deleteLabel ?? 'Delete'}
          onConfirm={remove}
          onClose={() => setIsDeleting(false)}
        />
      ) : null}
    </Stack>
  );
}
