// What stands behind one entry: before and after, reason, decision, right and hash.
import { Button, Code, Group, Stack, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { LogEntry } from '../../../shared/catalogue/logSentence.ts';
import { isPermissionId, PERMISSIONS } from '../../../shared/catalogue/permissions.ts';
import { showCount } from '../../components/showTime.ts';
import classes from './activity.module.css';
import { decisionOf } from './decisionWords.ts';
import { areaLabel } from './logWords.ts';
import type { LogFilterChange } from './useLogFilter.ts';

interface LogDetailsProps {
  readonly entry: LogEntry;
  readonly onFilter: (change: LogFilterChange) => void;
}

/** Only lines that hold something. */
export function LogDetails({ entry, onFilter }: LogDetailsProps) {
  const { actorId, patientId, objectType, objectId } = entry;
  return (
    <Stack gap="sm">
      {entry.changes.length > 0 ? <Changes changes={entry.changes} /> : null}
      <dl className={classes.facts}>
        <Fact name="Entry">{showCount(entry.number)}</Fact>
        <Fact name="Who">
          {entry.actorName === '' ? 'nobody signed in' : entry.actorName}
          {entry.actorRoles.length > 0 ? ` (${entry.actorRoles.join(', ')})` : ''}
        </Fact>
        <Fact name="About">
          {objectType === null ? '' : `${areaLabel(objectType)}${entry.objectLabel ? `: ${entry.objectLabel}` : ''}`}
        </Fact>
        <Fact name="Reason given">{entry.why ?? ''}</Fact>
        <Fact name="Decision">{decisionOf(entry)}</Fact>
        <Fact name="Right needed">{entry.permission === null ? '' : permissionLabel(entry.permission)}</Fact>
        <Fact name="How many">{entry.count === null ? '' : showCount(entry.count)}</Fact>
        <Fact name="Workstation">{entry.workstation}</Fact>
        <Fact name="Event">
          <Code>{entry.event}</Code>
        </Fact>
        <Fact name="Hash">
          <Code className={classes.hash ?? ''}>{entry.hash}</Code>
        </Fact>
      </dl>
      <Group gap="xs">
        {actorId === null ? null : (
          <Button variant="default" size="compact-sm" onClick={() => onFilter({ who: actorId })}>
            Only this person
          </Button>
        )}
        <Button variant="default" size="compact-sm" onClick={() => onFilter({ what: entry.event, kind: null })}>
          Only this kind of act
        </Button>
        {patientId === null ? null : (
          <Button variant="default" size="compact-sm" onClick={() => onFilter({ patient: patientId, record: null })}>
            Only this patient
          </Button>
        )}
        {objectId === null || objectId === patientId ? null : (
          <Button variant="default" size="compact-sm" onClick={() => onFilter({ object: objectId })}>
            Only what is about the same
          </Button>
        )}
        <Button variant="default" size="compact-sm" onClick={() => onFilter({ workstation: entry.workstation })}>
          Only this workstation
        </Button>
      </Group>
    </Stack>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  if (children === '') return null;
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Changes({ changes }: { readonly changes: LogEntry['changes'] }) {
  return (
    <Table verticalSpacing={4} className={classes.changes ?? ''} aria-label="Before and after">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Field</Table.Th>
          <Table.Th scope="col">Before</Table.Th>
          <Table.Th scope="col">After</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {changes.map((change) => (
          <Table.Tr key={`${change.field} ${change.old} ${change.new}`}>
            <Table.Th scope="row" fw={500}>
              {change.field}
            </Table.Th>
            <Table.Td>{change.old ?? 'nothing'}</Table.Td>
            <Table.Td>{change.new ?? 'nothing'}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function permissionLabel(permission: string): string {
  return isPermissionId(permission) ? PERMISSIONS[permission].label : permission;
}
