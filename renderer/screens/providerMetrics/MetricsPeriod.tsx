// Which days and which providers the figures are of.
import { Group, NativeSelect, TextInput } from '@mantine/core';
import { PERIODS, type Period, type PeriodName, periodOf } from '../../../shared/metrics/periods.ts';
import { ReferencesSelect } from '../../components/record/ReferencesSelect.tsx';
import classes from './providerMetrics.module.css';

interface MetricsPeriodProps {
  readonly period: Period;
  readonly today: string;
  readonly providerIds: string[];
  readonly onPeriod: (period: Period) => void;
  readonly onProviders: (providerIds: string[]) => void;
}

const OWN = 'own';
const NAMES = Object.keys(PERIODS) as PeriodName[];

export function MetricsPeriod({ period, today, providerIds, onPeriod, onProviders }: MetricsPeriodProps) {
  const named = NAMES.find((name) => {
    const { fromDay, toDay } = periodOf(name, today);
    return fromDay === period.fromDay && toDay === period.toDay;
  });
  return (
    <Group gap="sm" align="end" role="group" aria-label="What is counted">
      <NativeSelect
        size="xs"
        label="Period"
        data={[
          ...NAMES.map((name) => ({ value: name, label: PERIODS[name] })),
          ...(named === undefined ? [{ value: OWN, label: 'Chosen days' }] : []),
        ]}
        value={named ?? OWN}
        onChange={(event) => onPeriod(periodOf(event.currentTarget.value as PeriodName, today))}
      />
      <TextInput
        size="xs"
        type="date"
        label="From"
        value={period.fromDay}
        onChange={(event) => onPeriod({ ...period, fromDay: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        type="date"
        label="To"
        value={period.toDay}
        onChange={(event) => onPeriod({ ...period, toDay: event.currentTarget.value })}
      />
      <div className={classes.who}>
        <ReferencesSelect
          typeName="provider"
          label="Providers"
          size="xs"
          placeholder="All"
          value={providerIds}
          chosen={[]}
          onChange={onProviders}
        />
      </div>
    </Group>
  );
}
