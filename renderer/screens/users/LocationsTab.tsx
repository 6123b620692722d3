// Locations: all or selected ones, as a tree in which each brings those below it (S2.75).
// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: a table moved through with arrow keys is an ARIA grid
import { Checkbox, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useRovingCells } from '../../components/grid/useRovingCells.ts';
import matrixClasses from '../../components/PermissionMatrix.module.css';
import { hasSeveralLocations, type LocationChoice, locationRows } from './locationRows.ts';
import classes from './UsersScreen.module.css';
import type { StoredUser, UserDraft } from './userDraft.ts';
import type { UserEditing } from './useUserEditing.ts';

interface LocationsTabProps {
  readonly user: StoredUser;
  readonly locations: readonly LocationChoice[];
  readonly editing: UserEditing;
  readonly isReadOnly: boolean;
}

/** The limit is saved with the rest of the window. A practice with one location has nothing to choose. */
export function LocationsTab({ user, locations, editing, isReadOnly }: LocationsTabProps) {
  const limit = editing.draft.locations;
  const [lastChosen, setLastChosen] = useState<readonly string[]>(limit.kind === 'selected' ? limit.locationIds : []);
  const setLimit = (next: UserDraft['locations']) => {
    if (next.kind === 'selected') setLastChosen(next.locationIds);
    editing.changeRights({ locations: next });
  };
  if (limit.kind === 'all' && !hasSeveralLocations(locations))
    return (
      <Text size="sm">
        This practice has no second location, so there is nothing to limit. Add locations under Lists, Locations.
      </Text>
    );
  return (
    <Stack gap="sm">
      <Radio.Group
        aria-label="Locations"
        value={limit.kind}
        readOnly={isReadOnly}
        onChange={(kind) => {
          if (isReadOnly) return;
          setLimit(kind === 'all' ? { kind: 'all' } : { kind: 'selected', locationIds: [...lastChosen] });
        }}
      >
        <Group gap="xl">
          <Radio value="all" label="All locations" />
          <Radio value="selected" label="Selected locations" />
        </Group>
      </Radio.Group>
      {user.isSuperUser ? (
        <Text size="sm">A Super User reaches the patients of all locations, whatever is chosen here.</Text>
      ) : limit.kind === 'selected' && limit.locationIds.length === 0 ? (
        <Text size="sm" className={classes.attention ?? ''}>
          ! No location is chosen: this person sees no patients.
        </Text>
      ) : null}
      {limit.kind === 'selected' ? (
        <LocationTicks
          locations={locations}
          chosen={limit.locationIds}
          isReadOnly={isReadOnly}
          onChange={(locationIds) => setLimit({ kind: 'selected', locationIds: [...locationIds] })}
        />
      ) : null}
      <Text size="xs" c="dimmed">
        A record must lie within this limit and within the limit of providers. Patients without a location are reached
        with “All locations” only.
      </Text>
    </Stack>
  );
}

interface LocationTicksProps {
  readonly locations: readonly LocationChoice[];
  readonly chosen: readonly string[];
  readonly isReadOnly: boolean;
  readonly onChange: (locationIds: readonly string[]) => void;
}

function LocationTicks({ locations, chosen, isReadOnly, onChange }: LocationTicksProps) {
  const rows = locationRows(locations, chosen);
  const { table, cell } = useRovingCells(rows.length + 1, 2);
  const reached = rows.filter(({ isChosen, comesWith }) => isChosen || comesWith !== null).length;
  return (
    <Stack gap="xs">
      <Text size="sm" role="status">
        {reached} of {rows.length} reached
      </Text>
      <div className={classes.providers}>
        <table {...table} role="grid" aria-label="Selected locations" className={matrixClasses.matrix}>
          <thead>
            <tr>
              <th scope="col" {...cell(0, 0)}>
                Location
              </th>
              <th scope="col" {...cell(0, 1)}>
                Brings
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ locationId, name, depth, isChosen, comesWith, belowCount, isInUse }, at) => (
              <tr key={locationId}>
                <td style={{ paddingInlineStart: 6 + depth * 22 }}>
                  <Checkbox
                    {...cell(at + 1, 0)}
                    size="xs"
                    label={isInUse ? name : `${name} (not in use)`}
                    checked={isChosen || comesWith !== null}
                    readOnly={isReadOnly || (comesWith !== null && !isChosen)}
                    aria-disabled={isReadOnly || (comesWith !== null && !isChosen) || undefined}
                    aria-description={comesWith === null ? undefined : `comes with ${comesWith}`}
                    onChange={() => {
                      if (isReadOnly || (comesWith !== null && !isChosen)) return;
                      onChange(isChosen ? chosen.filter((id) => id !== locationId) : [...chosen, locationId]);
                    }}
                  />
                </td>
                <td {...cell(at + 1, 1)}>{bringsWords(isChosen, comesWith, belowCount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Stack>
  );
}

function bringsWords(isChosen: boolean, comesWith: string | null, belowCount: number): string {
  if (comesWith !== null) return `comes with ${comesWith}`;
  if (belowCount === 0) return '';
  return isChosen ? `brings the ${belowCount} below it` : `${belowCount} below it`;
}
