// The bar under one user's window: what is unsaved, and the ways to review, drop or save it.
import { Button, Group, Kbd, Text } from '@mantine/core';
import classes from './UsersScreen.module.css';

interface SaveBarProps {
  readonly isDirty: boolean;
  readonly isBusy: boolean;
  readonly difference: { readonly added: readonly unknown[]; readonly removed: readonly unknown[] };
  readonly onReview: () => void;
  readonly onCancel: () => void;
  readonly onSave: () => void;
}

export function SaveBar({ isDirty, isBusy, difference, onReview, onCancel, onSave }: SaveBarProps) {
  return (
    <div className={classes.bar}>
      <Text size="sm" role="status">
        {isDirty ? `Unsaved changes${rightsWords(difference)}` : 'No unsaved changes'}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <Button size="xs" variant="default" disabled={!isDirty} onClick={onReview}>
          Review
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={!isDirty}
          onClick={onCancel}
          rightSection={<Kbd size="xs">Esc</Kbd>}
        >
          Cancel
        </Button>
        <Button
          size="xs"
          disabled={!isDirty}
          loading={isBusy}
          onClick={onSave}
          aria-keyshortcuts="Control+S"
          rightSection={<Kbd size="xs">Ctrl+S</Kbd>}
        >
          Save
        </Button>
      </Group>
    </div>
  );
}

/** Nothing where no right is added or removed, as when only a name or a provider changes. */
function rightsWords({ added, removed }: SaveBarProps['difference']): string {
  return added.length + removed.length === 0 ? '' : `: rights +${added.length} −${removed.length}`;
}
