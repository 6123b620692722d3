// Which columns a list shows: a menu of check marks, and how to move them.
import { Button, Menu } from '@mantine/core';
import { Columns3 } from 'lucide-react';

interface ColumnChooserProps<Id extends string> {
  readonly columns: readonly { readonly id: Id; readonly label: string }[];
  readonly shown: readonly Id[];
  /** Always shown: without it no row could be told from another. */
  readonly fixed: Id;
  readonly onChange: (shown: readonly Id[]) => void;
  readonly first: readonly Id[];
}

/** Every change counts at once; the menu stays open until Escape or a click beside it. */
export function ColumnChooser<Id extends string>(props: ColumnChooserProps<Id>) {
  const { columns, shown, fixed, onChange, first } = props;
  const isFirst = shown.length === first.length && first.every((id, at) => shown[at] === id);
  return (
    <Menu position="bottom-end" shadow="md" width={220} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" size="sm" leftSection={<Columns3 size={16} aria-hidden />}>
          Columns
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label="Columns">
        {columns.map(({ id, label }) => (
          <Menu.CheckboxItem
            key={id}
            checked={shown.includes(id)}
            disabled={id === fixed}
            onChange={(isShown) => onChange(isShown ? [...shown, id] : shown.filter((other) => other !== id))}
          >
            {label}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Label>Drag a heading to move its column, or press Ctrl+Shift and an arrow key on it.</Menu.Label>
        <Menu.Item disabled={isFirst} onClick={() => onChange(first)}>
          Show the usual columns
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
