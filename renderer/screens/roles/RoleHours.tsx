// The hours of a role in its editor: rows of days with a beginning and an end (S2.62).
import { Button, Chip, Group, Text, TextInput, Title } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { WeeklyWindow } from '../../../shared/authorization/grantTerms.ts';
import {
  clockTime,
  type DaysWithHours,
  daysWithHours,
  minuteOfClock,
  rowWords,
  WEEKDAYS,
  windowsOf,
} from '../../../shared/authorization/hoursWords.ts';
import classes from './RolesScreen.module.css';

interface RoleHoursProps {
  readonly hours: readonly WeeklyWindow[];
  readonly onChange: (hours: WeeklyWindow[]) => void;
}

const OFFICE_HOURS: DaysWithHours = { days: [1, 2, 3, 4, 5], fromMinute: 8 * 60, untilMinute: 17 * 60 };
/** As many windows as a role may have. */
const MOST_WINDOWS = 28;

/** Rows stay apart while they are edited, also where two come to have the same hours. */
export function RoleHours({ hours, onChange }: RoleHoursProps) {
  const [rows, setRows] = useState(() => daysWithHours(hours).map((row, key) => ({ key, row })));
  const [addedKey, setAddedKey] = useState<number | null>(null);
  const put = (next: typeof rows) => {
    const windows = windowsOf(next.map(({ row }) => row));
    if (windows.length > MOST_WINDOWS) return;
    setRows(next);
    onChange(windows);
  };
  const change = (key: number, more: Partial<DaysWithHours>) =>
    put(rows.map((one) => (one.key === key ? { key, row: { ...one.row, ...more } } : one)));
  const add = () => {
    const key = Math.max(-1, ...rows.map((one) => one.key)) + 1;
    setAddedKey(key);
    put([...rows, { key, row: OFFICE_HOURS }]);
  };
  const isFull = windowsOf(rows.map(({ row }) => row)).length + OFFICE_HOURS.days.length > MOST_WINDOWS;
  return (
    <section aria-label="Hours">
      <Title order={3} size="sm">
        Hours
      </Title>
      <Text size="xs" c="dimmed">
        {rows.length === 0
          ? 'The role counts always. Add hours, and it counts in these hours of the week only, on the clock of the practice.'
          : 'The role counts in these hours of the week only, on the clock of the practice.'}
      </Text>
      {rows.map(({ key, row }, at) => (
        <HoursRow
          key={key}
          number={at + 1}
          row={row}
          isJustAdded={key === addedKey}
          onChange={(more) => change(key, more)}
          onRemove={() => put(rows.filter((one) => one.key !== key))}
        />
      ))}
      <Button size="xs" variant="default" mt={6} disabled={isFull} onClick={add}>
        Add hours
      </Button>
    </section>
  );
}

interface HoursRowProps {
  readonly number: number;
  readonly row: DaysWithHours;
  /** The keyboard goes on in it. */
  readonly isJustAdded: boolean;
  readonly onChange: (more: Partial<DaysWithHours>) => void;
  readonly onRemove: () => void;
}

function HoursRow({ number, row, isJustAdded, onChange, onRemove }: HoursRowProps) {
  const { days, fromMinute, untilMinute } = row;
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isJustAdded) group.current?.querySelector('input')?.focus();
  }, [isJustAdded]);
  const time = (label: string, minute: number, put: (minute: number) => void) => (
    <TextInput
      label={label}
      type="time"
      size="xs"
      value={clockTime(minute)}
      onChange={(event) => {
        // A time that is half typed leaves the last whole one standing: hours never become wider by accident.
        const typed = minuteOfClock(event.currentTarget.value);
        if (typed !== null) put(typed);
      }}
    />
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as one line
    <div ref={group} role="group" aria-label={`Hours ${number}`} className={classes.hours}>
      <Group gap={4} wrap="wrap">
        {WEEKDAYS.map((name, at) => {
          const day = at + 1;
          const isTicked = days.includes(day);
          return (
            <Chip
              key={name}
              size="xs"
              radius="sm"
              variant="outline"
              checked={isTicked}
              // A row without days would say nothing; it is removed instead.
              disabled={isTicked && days.length === 1}
              onChange={(isOn) =>
                onChange({
                  days: isOn ? [...days, day].toSorted((one, other) => one - other) : days.filter((one) => one !== day),
                })
              }
              aria-label={name}
            >
              {name.slice(0, 3)}
            </Chip>
          );
        })}
      </Group>
      <Group gap="xs" align="flex-end">
        {time('From', fromMinute, (minute) => onChange({ fromMinute: minute }))}
        {time('Until', untilMinute, (minute) => onChange({ untilMinute: minute }))}
        <Button size="xs" variant="default" aria-label={`Remove hours ${number}`} onClick={onRemove}>
          Remove
        </Button>
      </Group>
      <Text size="xs">{rowWords(row)}</Text>
    </div>
  );
}
