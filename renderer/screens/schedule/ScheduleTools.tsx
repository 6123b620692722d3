// What the schedule shows: which day or week, whose, where.
import { Button, Checkbox, Group, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { addDays } from '../../../shared/schedule/days.ts';
import { ReferenceSelect } from '../../components/record/ReferenceSelect.tsx';
import { ReferencesSelect } from '../../components/record/ReferencesSelect.tsx';
import classes from './schedule.module.css';
import type { ScheduleView } from './scheduleColumns.ts';

export interface Shown {
  readonly mode: 'day' | 'week';
  readonly day: string;
  /** Empty: those who work or are booked. */
  readonly providerIds: readonly string[];
  /** Whose week it is; '' for the first one. */
  readonly weekProviderId: string;
  readonly locationId: string;
  readonly showsCancelled: boolean;
}

interface ScheduleToolsProps {
  readonly shown: Shown;
  readonly today: string;
  readonly providers: ScheduleView['providers'];
  readonly onChange: (shown: Shown) => void;
}

/** Every choice takes effect at once. */
export function ScheduleTools({ shown, today, providers, onChange }: ScheduleToolsProps) {
  const { mode, day } = shown;
  const step = mode === 'week' ? 7 : 1;
  const unit = mode === 'week' ? 'week' : 'day';
  const set = (given: Partial<Shown>) => onChange({ ...shown, ...given });
  return (
    <Group className={classes.tools ?? ''} gap={12} align="end" role="group" aria-label="What is shown">
      <Group gap={4} wrap="nowrap" align="end">
        <Button
          variant="default"
          size="xs"
          px={8}
          aria-label={`Previous ${unit}`}
          onClick={() => set({ day: addDays(day, -step) })}
        >
          <ChevronLeft size={16} aria-hidden />
        </Button>
        <Button variant="default" size="xs" disabled={day === today} onClick={() => set({ day: today })}>
          Today
        </Button>
        <Button
          variant="default"
          size="xs"
          px={8}
          aria-label={`Next ${unit}`}
          onClick={() => set({ day: addDays(day, step) })}
        >
          <ChevronRight size={16} aria-hidden />
        </Button>
      </Group>
      <TextInput
        type="date"
        size="xs"
        label="Day"
        value={day}
        onChange={(event) => {
          if (event.currentTarget.value !== '') set({ day: event.currentTarget.value });
        }}
      />
      <SegmentedControl
        size="xs"
        aria-label="Day or week"
        data={[
          { value: 'day', label: 'Day' },
          { value: 'week', label: 'Week' },
        ]}
        value={mode}
        onChange={(value) => set({ mode: value === 'week' ? 'week' : 'day' })}
      />
      {mode === 'week' ? (
        <NativeSelect
          size="xs"
          label="Provider"
          data={providers.map(({ id, name }) => ({ value: id, label: name }))}
          value={shown.weekProviderId === '' ? (providers[0]?.id ?? '') : shown.weekProviderId}
          onChange={(event) => set({ weekProviderId: event.currentTarget.value })}
        />
      ) : null}
      <div className={classes.providers}>
        <ReferencesSelect
          typeName="provider"
          size="xs"
          placeholder="Those who work or are booked"
          label={mode === 'week' ? 'Providers to choose from' : 'Providers'}
          value={[...shown.providerIds]}
          chosen={providers
            .filter(({ id }) => shown.providerIds.includes(id))
            .map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(providerIds) => set({ providerIds: providerIds.slice(0, MOST_PROVIDERS), weekProviderId: '' })}
        />
      </div>
      <ReferenceSelect
        typeName="location"
        label="Location"
        isRequired={false}
        size="xs"
        value={shown.locationId}
        chosenLabel={undefined}
        onChange={(locationId) => set({ locationId })}
      />
      <Checkbox
        size="xs"
        mb={6}
        label="Cancelled ones too"
        checked={shown.showsCancelled}
        onChange={(event) => set({ showsCancelled: event.currentTarget.checked })}
      />
    </Group>
  );
}

const MOST_PROVIDERS = 12;
