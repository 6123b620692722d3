// Above the matrix: the filter of the rights shown, and what acts on all of them.
import { Button, Group, SegmentedControl, TextInput } from '@mantine/core';
import { Redo2, Search, Undo2 } from 'lucide-react';
import type { UserEditing } from './useUserEditing.ts';

export type ShownRights = 'effective' | 'changed' | 'phi';

interface RightsToolbarProps {
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  readonly shown: ShownRights;
  readonly onShown: (shown: ShownRights) => void;
  readonly editing: UserEditing;
  readonly isReadOnly: boolean;
  readonly hasAreas: boolean;
  readonly onTickAll: (isTicked: boolean) => void;
}

export function RightsToolbar(props: RightsToolbarProps) {
  const { filter, onFilter, shown, onShown, editing, isReadOnly, hasAreas, onTickAll } = props;
  return (
    <Group gap="xs" align="center">
      <TextInput
        aria-label="Filter rights"
        placeholder="Filter rights"
        size="xs"
        w={170}
        leftSection={<Search size={14} aria-hidden />}
        value={filter}
        onChange={(event) => onFilter(event.currentTarget.value)}
      />
      <SegmentedControl
        size="xs"
        aria-label="Which rights to show"
        value={shown}
        onChange={(value) => onShown(value as ShownRights)}
        data={[
          { value: 'effective', label: 'Effective' },
          { value: 'changed', label: 'Changed from role' },
          { value: 'phi', label: 'Reaches PHI' },
        ]}
      />
      {isReadOnly ? null : (
        <Group gap={4} ml="auto">
          <Button size="compact-xs" variant="default" onClick={() => onTickAll(true)} disabled={!hasAreas}>
            Select all
          </Button>
          <Button size="compact-xs" variant="default" onClick={() => onTickAll(false)} disabled={!hasAreas}>
            Clear all
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            disabled={editing.draft.exceptions.length === 0}
            onClick={() => editing.changeRights({ exceptions: [] })}
          >
            Back to role
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            disabled={!editing.canUndo}
            onClick={editing.undo}
            title="Undo (Ctrl+Z)"
            aria-label="Undo"
          >
            <Undo2 size={14} aria-hidden />
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            disabled={!editing.canRedo}
            onClick={editing.redo}
            title="Redo (Ctrl+Y)"
            aria-label="Redo"
          >
            <Redo2 size={14} aria-hidden />
          </Button>
        </Group>
      )}
    </Group>
  );
}
