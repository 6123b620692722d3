// Each given role with its dates and places, and a badge where it does not count now (S2.29, S2.62, S2.79).
import { Badge, Button, Group, MultiSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { DateRange } from './DateRange.tsx';
import type { DraftRights } from './draftRights.ts';
import { hasSeveralLocations } from './locationRows.ts';
import { termWords, WITHHELD_WORDS } from './termWords.ts';
import classes from './UsersScreen.module.css';
import type { RightsContext } from './useRightsContext.ts';
import type { UserDraft } from './userDraft.ts';

type Terms = UserDraft['roleTerms'][number];

interface RoleTermsProps {
  readonly rights: DraftRights;
  readonly context: RightsContext;
  readonly roleTerms: UserDraft['roleTerms'];
  readonly isReadOnly: boolean;
  readonly onChange: (roleTerms: UserDraft['roleTerms']) => void;
}

/** A role without dates and places takes one quiet line. */
export function RoleTerms({ rights, context, roleTerms, isReadOnly, onChange }: RoleTermsProps) {
  const [open, setOpen] = useState<string | null>(null);
  if (rights.given.roles.length === 0) return null;
  const change = (terms: Terms) => {
    const others = roleTerms.filter(({ roleId }) => roleId !== terms.roleId);
    const isLimited = terms.dates.validFrom !== null || terms.dates.validUntil !== null || terms.locationIds !== null;
    onChange(isLimited ? [...others, terms] : others);
  };
  return (
    <ul className={classes.terms} aria-label="Dates and places of the roles">
      {rights.given.roles.map(({ roleId, roleName, terms }) => {
        const withheld = rights.now.withheldRoles.get(roleId);
        const isOpen = open === roleId;
        return (
          <li key={roleId}>
            <Group gap="xs" mih={26}>
              <Text size="sm" fw={600}>
                {roleName}
              </Text>
              <Text size="sm">
                {terms === undefined ? 'always' : termWords(terms, context.nameOf)}
                {withheld === 'outsideHours' ? '; the role has hours of its own' : ''}
              </Text>
              {withheld === undefined ? null : (
                <Badge size="sm" variant="outline" color="gray" tt="none">
                  {WITHHELD_WORDS[withheld]}
                </Badge>
              )}
              {isReadOnly ? null : (
                <Button
                  size="compact-xs"
                  variant="default"
                  ml="auto"
                  aria-expanded={isOpen}
                  aria-label={`${isOpen ? 'Close' : 'Limit…'} when and where ${roleName} counts`}
                  onClick={() => setOpen(isOpen ? null : roleId)}
                >
                  {isOpen ? 'Close' : 'Limit…'}
                </Button>
              )}
            </Group>
            {isOpen ? (
              <TermFields
                roleName={roleName}
                context={context}
                terms={
                  roleTerms.find((one) => one.roleId === roleId) ?? {
                    roleId,
                    dates: { validFrom: null, validUntil: null },
                    locationIds: null,
                  }
                }
                onChange={change}
              />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

interface TermFieldsProps {
  readonly roleName: string;
  readonly context: RightsContext;
  readonly terms: Terms;
  readonly onChange: (terms: Terms) => void;
}

function TermFields({ roleName, context, terms, onChange }: TermFieldsProps) {
  const { locations } = context;
  const chosen = terms.locationIds ?? [];
  return (
    <Stack gap={4} pb={6}>
      <Group gap="sm" align="flex-start">
        <DateRange
          about={roleName}
          dates={terms.dates}
          isReadOnly={false}
          onChange={(dates) => onChange({ ...terms, dates })}
        />
        {hasSeveralLocations(locations) || chosen.length > 0 ? (
          <MultiSelect
            size="xs"
            flex={1}
            miw={200}
            label="Counts only at"
            aria-label={`${roleName}: counts only at`}
            placeholder={chosen.length === 0 ? 'Everywhere' : undefined}
            data={locations
              .filter(({ locationId, isInUse }) => isInUse || chosen.includes(locationId))
              .map(({ locationId, name }) => ({ value: locationId, label: name }))}
            value={chosen}
            searchable
            hidePickedOptions
            nothingFoundMessage="No location of that name"
            onChange={(locationIds) =>
              onChange({ ...terms, locationIds: locationIds.length === 0 ? null : locationIds })
            }
          />
        ) : null}
      </Group>
      <Text size="xs" c="dimmed">
        Both days count. Empty days and no location: the role counts always and everywhere.
        {chosen.length === 0
          ? ''
          : ' A location brings those below it; the person says at the foot of the window where they work.'}
      </Text>
    </Stack>
  );
}
