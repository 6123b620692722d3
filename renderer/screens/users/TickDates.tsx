// The rights ticked for this user alone, each with the days on which it counts (S4.07).
import { Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { UNLIMITED, withheldBy } from '../../../shared/authorization/grantTerms.ts';
import { PERMISSIONS } from '../../../shared/catalogue/permissions.ts';
import { showCount } from '../../components/showTime.ts';
import { DateRange } from './DateRange.tsx';
import { type DraftRights, draftExceptions } from './draftRights.ts';
import { termWords, WITHHELD_WORDS } from './termWords.ts';
import classes from './UsersScreen.module.css';
import type { UserDraft } from './userDraft.ts';

interface TickDatesProps {
  readonly rights: DraftRights;
  readonly isReadOnly: boolean;
  readonly onChange: (exceptions: UserDraft['exceptions']) => void;
}

/** One line as long as nobody wants to see them. */
export function TickDates({ rights, isReadOnly, onChange }: TickDatesProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { exceptions } = rights.given;
  const ticks = exceptions.filter(({ effect }) => effect === 'grant');
  if (ticks.length === 0) return null;
  const limited = ticks.filter(({ terms }) => terms !== undefined).length;
  return (
    <div>
      <Group gap="xs" mih={26}>
        <Text size="sm">
          {ticks.length === 1 ? '1 right is' : `${showCount(ticks.length)} rights are`} added for this user;{' '}
          {limited === 0 ? 'none has an end' : `${showCount(limited)} with dates`}.
        </Text>
        <Button
          size="compact-xs"
          variant="default"
          ml="auto"
          aria-expanded={isOpen}
          aria-label={`${isOpen ? 'Close' : isReadOnly ? 'Show' : 'Dates…'} of the rights added for this user`}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? 'Close' : isReadOnly ? 'Show' : 'Dates…'}
        </Button>
      </Group>
      {isOpen ? (
        <ul className={classes.terms} aria-label="Rights added for this user">
          {ticks.map(({ permission, terms }) => {
            const { label } = PERMISSIONS[permission];
            const withheld = withheldBy(terms ?? UNLIMITED, [], rights.moment);
            return (
              <li key={permission}>
                <Group gap="xs" justify="space-between" align="center">
                  <Text size="sm" flex={1} miw={180}>
                    {label}
                  </Text>
                  {withheld === null ? null : (
                    <Badge size="sm" variant="outline" color="gray" tt="none">
                      {WITHHELD_WORDS[withheld]}
                    </Badge>
                  )}
                  {isReadOnly ? (
                    <Text size="sm">{terms === undefined ? 'always' : termWords(terms, (id) => id)}</Text>
                  ) : (
                    <DateRange
                      about={label}
                      dates={terms ?? UNLIMITED}
                      isReadOnly={false}
                      onChange={({ validFrom, validUntil }) =>
                        onChange(
                          draftExceptions(exceptions).map((one) => {
                            if (one.permission !== permission || one.effect !== 'grant') return one;
                            const isFree = validFrom === null && validUntil === null;
                            return {
                              permission,
                              effect: 'grant',
                              ...(isFree ? {} : { dates: { validFrom, validUntil } }),
                            };
                          }),
                        )
                      }
                    />
                  )}
                </Group>
              </li>
            );
          })}
        </ul>
      ) : null}
    </div>
  );
}
