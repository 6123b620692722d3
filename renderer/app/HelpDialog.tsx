// F1: the keys that work everywhere, and what people ask about rights.
import { Kbd, Modal, Table, Text, Title } from '@mantine/core';
import { Fragment } from 'react';
import { RIGHTS_ANSWERS } from './rightsAnswers.ts';
import { SHORTCUT_MEANINGS, SHORTCUTS, type ShortcutName } from './shortcuts.ts';

export function HelpDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Help" closeButtonProps={{ 'aria-label': 'Close help' }}>
      <Title order={3} size="h5">
        Keys
      </Title>
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
        In lists use the arrow keys, Home, End, Page Up and Page Down; Enter opens a row, and Shift+F10 opens its menu.
        On a heading Enter sorts, Shift and an arrow key change the width, and Ctrl+Shift and an arrow key the place
        where the list allows it.
      </Text>
      <Title order={3} size="h5" mt="md">
        Questions about rights
      </Title>
      <dl>
        {RIGHTS_ANSWERS.map(({ question, answer }) => (
          <Fragment key={question}>
            <Text component="dt" size="sm" fw={600} mt={6}>
              {question}
            </Text>
            <Text component="dd" size="sm" m={0}>
              {answer}
            </Text>
          </Fragment>
        ))}
      </dl>
    </Modal>
  );
}
