// F1: the keys that work everywhere.
import { Kbd, Modal, Table, Text } from '@mantine/core';
import { SHORTCUT_MEANINGS, SHORTCUTS, type ShortcutName } from './shortcuts.ts';

export function HelpDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Keys" closeButtonProps={{ 'aria-label': 'Close help' }}>
      <Table>
        <Table.Tbody>
          {(Object.keys(SHORTCUTS) as ShortcutName[]).map((name) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" w={110}>
                <Kbd>{SHORTCUTS[name].shown}</Kbd>
              </Table.Th>
              <Table.Td>{SHORTCUT_MEANINGS[name]}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" mt="sm">
        F10 goes to the menu bar. In lists use the arrow keys, Home, End, Page Up and Page Down; Enter opens a row.
      </Text>
    </Modal>
  );
}
