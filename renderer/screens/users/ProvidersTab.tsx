// Providers: whose patients this person reaches (S5.13, S5.14).
// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: a table moved through with arrow keys is an ARIA grid
import { Checkbox, Group, Radio, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useRovingCells } from '../../components/grid/useRovingCells.ts';
import { LoadFailed } from '../../components/LoadFailed.tsx';
import matrixClasses from '../../components/PermissionMatrix.module.css';
import { showCount } from '../../components/showTime.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import classes from './UsersScreen.module.css';
import type { StoredUser, UserDraft } from './userDraft.ts';
import type { UserEditing } from './useUserEditing.ts';

/** More rows than this are reached by searching: nobody reads through a thousand ticks. */
const MOST_SHOWN = 200;

interface ProvidersTabProps {
  readonly user: StoredUser;
  readonly editing: UserEditing;
  readonly isReadOnly: boolean;
}

/** The limit is saved with the rest of the window. */
export function ProvidersTab({ user, editing, isReadOnly }: ProvidersTabProps) {
  const { scope } = editing.draft;
  const [lastChosen, setLastChosen] = useState<readonly string[]>(scope.kind === 'selected' ? scope.providerIds : []);
  const setScope = (next: UserDraft['scope']) => {
    if (next.kind === 'selected') setLastChosen(next.providerIds);
    editing.changeRights({ scope: next });
  };
  return (
    <Stack gap="sm">
      <Radio.Group
        aria-label="Providers"
        value={scope.kind}
        readOnly={isReadOnly}
        onChange={(kind) => {
          if (isReadOnly) return;
          setScope(kind === 'all' ? { kind: 'all' } : { kind: 'selected', providerIds: [...lastChosen] });
        }}
      >
        <Group gap="xl">
          <Radio value="all" label="All providers" />
          <Radio value="selected" label="Selected providers" />
        </Group>
      </Radio.Group>
      {user.isSuperUser ? (
        <Text size="sm">A Super User reaches the patients of all providers, whatever is chosen here.</Text>
      ) : scope.kind === 'all' ? (
        <Text size="sm" className={classes.attention ?? ''}>
          ! All providers is meant for administrators. Choose “Selected providers” for everybody who works with some of
          them.
        </Text>
      ) : scope.providerIds.length === 0 ? (
        <Text size="sm" className={classes.attention ?? ''}>
          ! No provider is chosen: this person sees no patients.
        </Text>
      ) : null}
      {scope.kind === 'selected' ? (
        isReadOnly ? (
          <Text size="sm">{scope.providerIds.length} providers are chosen.</Text>
        ) : (
          <ProviderTicks
            chosen={scope.providerIds}
            onChange={(providerIds) => setScope({ kind: 'selected', providerIds: [...providerIds] })}
          />
        )
      ) : null}
    </Stack>
  );
}

interface ProviderTicksProps {
  readonly chosen: readonly string[];
  readonly onChange: (providerIds: readonly string[]) => void;
}

function ProviderTicks({ chosen, onChange }: ProviderTicksProps) {
  const { value, refusal, reload } = useQuery('user.findProviderChoices', {});
  const [filter, setFilter] = useState('');
  const all = value?.providers ?? [];
  const words = filter.toLowerCase().split(/\s+/);
  const found = all.filter(({ name, specialty }) =>
    words.every((word) => `${name} ${specialty}`.toLowerCase().includes(word)),
  );
  const shown = found.slice(0, MOST_SHOWN);
  const { table, cell } = useRovingCells(shown.length + 1, 3);
  if (refusal !== null) return <LoadFailed refusal={refusal} onRetry={reload} />;
  if (value === undefined) return <Skeleton height={160} aria-label="Providers are loading" />;
  if (all.length === 0)
    return (
      <Text size="sm">
        There are no providers yet. Import them under File, Import, or add them to the list of providers first.
      </Text>
    );
  const chosenSet = new Set(chosen);
  const patientCount = all.reduce(
    (sum, { providerId, patientCount: own }) => sum + (chosenSet.has(providerId) ? own : 0),
    0,
  );
  const toggle = (providerId: string) =>
    onChange(chosenSet.has(providerId) ? chosen.filter((id) => id !== providerId) : [...chosen, providerId]);
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="xs">
        <TextInput
          aria-label="Search providers"
          placeholder="Search name or specialty"
          size="xs"
          w={220}
          leftSection={<Search size={14} aria-hidden />}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
        <Text size="sm" role="status">
          {chosenSet.size} of {showCount(all.length)} · patients reached: {chosenSet.size > 1 ? 'up to ' : ''}
          {showCount(patientCount)}
        </Text>
      </Group>
      <div className={classes.providers}>
        <table {...table} role="grid" aria-label="Selected providers" className={matrixClasses.matrix}>
          <thead>
            <tr>
              <th scope="col" {...cell(0, 0)}>
                Provider
              </th>
              <th scope="col" {...cell(0, 1)}>
                Specialty
              </th>
              <th scope="col" {...cell(0, 2)}>
                Patients
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ providerId, name, specialty, patientCount: own }, at) => (
              <tr key={providerId}>
                <td>
                  <Checkbox
                    {...cell(at + 1, 0)}
                    size="xs"
                    label={name}
                    checked={chosenSet.has(providerId)}
                    onChange={() => toggle(providerId)}
                  />
                </td>
                <td {...cell(at + 1, 1)}>{specialty}</td>
                <td {...cell(at + 1, 2)}>{showCount(own)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.length === 0 ? <Text size="sm">No provider matches “{filter}”.</Text> : null}
      {found.length > shown.length ? (
        <Text size="xs" c="dimmed">
          Showing {shown.length} of {showCount(found.length)}; search to see the others.
        </Text>
      ) : null}
    </Stack>
  );
}
