// The next times at which the provider is free, to be chosen with one click.
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { minuteOf } from '../../../shared/schedule/openTimes.ts';
import { useQuery } from '../../ipc/useQuery.ts';
import type { BookingDraft } from './bookingDraft.ts';
import { sayDay, sayMinute } from './scheduleWords.ts';

interface FreeTimesProps {
  readonly draft: BookingDraft;
  readonly onChoose: (day: string, time: string) => void;
}

const SHOWN = 8;

/** Asked for only when somebody wants to see them. */
export function FreeTimes({ draft, onChoose }: FreeTimesProps) {
  const [isOpen, setIsOpen] = useState(false);
  const canAsk = draft.providerId !== '' && draft.day !== '';
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-expanded={isOpen}
        disabled={!canAsk}
        onClick={() => setIsOpen(!isOpen)}
      >
        {isOpen ? 'Hide free times' : 'Next free times'}
      </Button>
      {isOpen && canAsk ? <Times draft={draft} onChoose={onChoose} /> : null}
    </div>
  );
}

function Times({ draft, onChoose }: FreeTimesProps) {
  const { value, refusal } = useQuery(
    'schedule.findFreeSlots',
    {
      providerId: draft.providerId,
      locationId: draft.locationId === '' ? null : draft.locationId,
      fromDay: draft.day,
      lengthMinutes: draft.lengthMinutes,
    },
    { keepPrevious: true },
  );
  if (refusal !== null) return <Text size="sm">{refusal.message}</Text>;
  if (value === undefined) return <Text size="sm">Looking…</Text>;
  if (value.slots.length === 0)
    return (
      <Text size="sm" mt={4}>
        {value.hasHours
          ? 'Nothing is free in the sixty days from that day on.'
          : 'No working hours are on record for this provider. Enter them under Schedule, Working hours.'}
      </Text>
    );
  return (
    <Group gap={6} role="group" aria-label="Free times">
      {value.slots.slice(0, SHOWN).map(({ day, time, startsAtMs }) => (
        <Button key={startsAtMs} variant="default" size="compact-sm" onClick={() => onChoose(day, time)}>
          {sayDay(day, 'short')}, {sayMinute(minuteOf(time))}
        </Button>
      ))}
    </Group>
  );
}
