// The menu of one grid row, opened by right click, Shift+F10 or the menu key.
import { Kbd, Menu } from '@mantine/core';

export interface RowAction {
  readonly label: string;
  readonly shortcut?: string;
  readonly isDanger?: boolean;
  /** Why the action cannot be chosen now; the item stays visible with the reason. */
  readonly disabledBecause?: string | null;
  readonly onChoose: () => void;
}

export interface MenuPlace {
  readonly xPx: number;
  readonly yPx: number;
}

interface GridMenuProps {
  readonly label: string;
  readonly place: MenuPlace | null;
  readonly actions: readonly RowAction[];
  readonly onClose: () => void;
}

/** Row menu at a point of the window. */
export function GridMenu({ label, place, actions, onClose }: GridMenuProps) {
  return (
    <Menu
      opened={place !== null && actions.length > 0}
      onChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      position="bottom-start"
      withInitialFocusPlaceholder={false}
      returnFocus={false}
      shadow="md"
      width={260}
    >
      <Menu.Target>
        <span
          aria-hidden
          style={{ position: 'fixed', left: place?.xPx ?? 0, top: place?.yPx ?? 0, width: 1, height: 1 }}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={label}>
        {actions.map((action) => (
          <Menu.Item
            key={action.label}
            disabled={typeof action.disabledBecause === 'string'}
            title={action.disabledBecause ?? undefined}
            {...(action.isDanger ? { c: 'var(--mantine-color-error)' } : {})}
            rightSection={action.shortcut === undefined ? null : <Kbd size="xs">{action.shortcut}</Kbd>}
            onClick={action.onChoose}
          >
            {action.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
