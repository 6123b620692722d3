// Effective access: every right of one person in two steps, what gives it and what takes it away, to read and to print (S4.09, C5).
import { Button, Group, SegmentedControl, Stack, Table, Text, TextInput } from '@mantine/core';
import { Printer, Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { RightsOfUser } from '../../../shared/authorization/effectivePermissions.ts';
import { leastPrivilege } from '../../../shared/authorization/leastPrivilege.ts';
import { rightsSheet, type SheetLine } from '../../../shared/authorization/rightsSheet.ts';
import { PERMISSIONS } from '../../../shared/catalogue/permissions.ts';
import { sourceWords, takerWords } from '../../../shared/catalogue/rightWords.ts';
import { PrivilegeHints } from '../../components/access/PrivilegeHints.tsx';
import { notify } from '../../components/notify.ts';
import { RefusalCard } from '../../components/RefusalCard.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import classes from './UsersScreen.module.css';

type Shown = 'all' | 'allowed' | 'denied' | 'taken';

interface AccessTabProps {
  readonly userId: string;
  /** As saved: this page says what is, not what might be. */
  readonly rights: RightsOfUser;
  /** Rights that were given and do not count now; they stand in no line. */
  readonly withheldCount: number;
  readonly reachesAllProviders: boolean;
  readonly hasUnsaved: boolean;
}

export function AccessTab({ userId, rights, withheldCount, reachesAllProviders, hasUnsaved }: AccessTabProps) {
  const [shown, setShown] = useState<Shown>('all');
  const [filter, setFilter] = useState('');
  const print = useCommand('access.printRights', { refreshes: false });
  const lines = useMemo(() => rightsSheet(rights), [rights]);
  const privilege = useMemo(() => leastPrivilege(rights, reachesAllProviders), [rights, reachesAllProviders]);
  const listed = lines.filter((line) => passes(line, shown) && wordsOf(line).includes(filter.trim().toLowerCase()));
  const allowed = lines.filter(({ isHeld }) => isHeld);
  const given = lines.filter(({ givenBy }) => givenBy.length > 0).length;
  const taken = given - allowed.length;
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Text size="sm">
          {`${given} rights are given by roles and ticks, ${taken} ${taken === 1 ? 'is' : 'are'} taken away again: `}
          <b>{`${allowed.length} of ${lines.length} allowed`}</b>
          {`, ${allowed.filter(({ reachesPhi }) => reachesPhi).length} of them reach PHI.`}
          {withheldCount === 0
            ? ''
            : ` ${withheldCount} more ${withheldCount === 1 ? 'is' : 'are'} given but ${withheldCount === 1 ? 'does' : 'do'} not count at this hour or place; see Rights.`}
          {hasUnsaved ? ' Unsaved changes are not in this list.' : ''}
        </Text>
        <Button
          size="xs"
          variant="default"
          className={classes.fixed ?? ''}
          leftSection={<Printer size={14} aria-hidden />}
          loading={print.isRunning}
          onClick={() =>
            void print.run({ userId }).then((done) => {
              if (done !== null) notify.done('The sheet was sent to the printer.');
            })
          }
        >
          Print
        </Button>
      </Group>
      {print.refusal === null ? null : <RefusalCard refusal={print.refusal} onClose={print.clearRefusal} />}
      <PrivilegeHints found={privilege} />
      <Group gap="xs">
        <TextInput
          aria-label="Find a right"
          placeholder="Find a right"
          size="xs"
          w={170}
          leftSection={<Search size={14} aria-hidden />}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
        <SegmentedControl
          size="xs"
          aria-label="Which rights to list"
          value={shown}
          onChange={(value) => setShown(value as Shown)}
          data={[
            { value: 'all', label: 'All' },
            { value: 'allowed', label: 'Allowed' },
            { value: 'denied', label: 'Denied' },
            { value: 'taken', label: 'Taken away' },
          ]}
        />
      </Group>
      <Table aria-label="Effective access" verticalSpacing={4} horizontalSpacing={8} className={classes.sheet ?? ''}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Right</Table.Th>
            <Table.Th scope="col">PHI</Table.Th>
            <Table.Th scope="col">1. Given by</Table.Th>
            <Table.Th scope="col">2. Taken away by</Table.Th>
            <Table.Th scope="col">Result</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {listed.map((line) => (
            <Table.Tr key={line.permission}>
              <Table.Th scope="row" fw={line.isHeld ? 600 : 400}>
                {PERMISSIONS[line.permission].label}
              </Table.Th>
              <Table.Td>{line.reachesPhi ? 'PHI' : ''}</Table.Td>
              <Table.Td>{line.givenBy.map(sourceWords).join(' + ') || 'nothing'}</Table.Td>
              <Table.Td>{line.takenBy === null ? '' : takerWords(line.takenBy)}</Table.Td>
              <Table.Td fw={line.isHeld ? 600 : 400}>{line.isHeld ? 'allowed' : 'denied'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" c="dimmed" role="status">
        {listed.length === 0 ? 'No right fits.' : `Showing ${listed.length} of ${lines.length}`}
      </Text>
    </Stack>
  );
}

function passes({ isHeld, takenBy }: SheetLine, shown: Shown): boolean {
  switch (shown) {
    case 'all':
      return true;
    case 'allowed':
      return isHeld;
    case 'denied':
      return !isHeld;
    case 'taken':
      return takenBy !== null;
  }
}

function wordsOf({ permission, givenBy }: SheetLine): string {
  return `${PERMISSIONS[permission].label} ${givenBy.map(sourceWords).join(' ')}`.toLowerCase();
}
