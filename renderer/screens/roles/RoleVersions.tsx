// The versions a role had: who, when, why, and what each added and removed (S2.26, S1.06).
import { Button, Select, Skeleton, Text, Timeline } from '@mantine/core';
import { useState } from 'react';
import { PERMISSIONS, type PermissionId } from '../../../shared/catalogue/permissions.ts';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import { showTime } from '../../components/showTime.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import { LimitChanges, limitChangeLines } from './LimitChanges.tsx';

type Version = Output<'role.findVersions'>['versions'][number];

/** Closed at first: looking at the versions is an entry in the log of its own. */
export function RoleVersions({ roleId }: { readonly roleId: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div>
      <Button variant="subtle" size="compact-sm" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {isOpen ? 'Hide the versions' : 'Show the versions'}
      </Button>
      {isOpen ? <Loaded roleId={roleId} /> : null}
    </div>
  );
}

function Loaded({ roleId }: { readonly roleId: string }) {
  const { value, refusal, reload } = useQuery('role.findVersions', { roleId });
  const [olderNumber, setOlderNumber] = useState<string | null>(null);
  if (refusal !== null) return <LoadFailed refusal={refusal} onRetry={reload} />;
  if (value === undefined) return <Skeleton height={60} mt="xs" aria-label="The versions are loading" />;
  const { versions } = value;
  const [newest] = versions;
  const older = versions.find(({ number }) => String(number) === olderNumber);
  return (
    <>
      {versions.length > 1 ? (
        <Select
          mt="xs"
          size="xs"
          maw={320}
          label="Compare the newest version with"
          placeholder="Choose an older version"
          data={versions.slice(1).map(({ number, atMs }) => ({
            value: String(number),
            label: `Version ${number}, ${showTime(atMs)}`,
          }))}
          value={olderNumber}
          onChange={setOlderNumber}
        />
      ) : null}
      {newest === undefined || older === undefined ? null : <Comparison newest={newest} older={older} />}
      <Timeline mt="sm" bulletSize={12} lineWidth={2}>
        {versions.map((version, at) => (
          <Timeline.Item key={version.number}>
            <Text size="sm">
              <strong>Version {version.number}</strong>, {version.by}
            </Text>
            <Text size="xs" c="dimmed">
              {showTime(version.atMs)} · {version.reason}
              {version.approvedBy === null ? '' : ` · approved by ${version.approvedBy}`}
            </Text>
            <Names mark="+" ids={version.added} />
            <Names mark="−" ids={version.removed} />
            <LimitChanges before={versions[at + 1] ?? null} after={version} size="xs" />
          </Timeline.Item>
        ))}
      </Timeline>
    </>
  );
}

function Comparison({ newest, older }: { readonly newest: Version; readonly older: Version }) {
  const added = newest.permissions.filter((id) => !older.permissions.includes(id));
  const removed = older.permissions.filter((id) => !newest.permissions.includes(id));
  return (
    <div role="status">
      <Text size="sm" mt="xs">
        {added.length + removed.length === 0
          ? limitChangeLines(older, newest).length > 0
            ? `Version ${newest.number} gives the same rights as version ${older.number}, at other hours or for other records.`
            : `Version ${newest.number} gives the same rights as version ${older.number}.`
          : `Since version ${older.number}: ${added.length} added, ${removed.length} removed.`}
      </Text>
      <Names mark="+" ids={added} />
      <Names mark="−" ids={removed} />
      <LimitChanges before={older} after={newest} size="xs" />
    </div>
  );
}

function Names({ mark, ids }: { readonly mark: '+' | '−'; readonly ids: readonly PermissionId[] }) {
  if (ids.length === 0) return null;
  return (
    <Text size="xs">
      <b>{mark}</b> {ids.map((id) => PERMISSIONS[id].label).join(', ')}
    </Text>
  );
}
