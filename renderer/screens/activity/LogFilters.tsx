// The filters of the activity log.
import { Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { OUTCOMES } from '../../../shared/catalogue/procedures/audit.ts';
import { ListSearch } from '../../components/ListSearch.tsx';
import classes from './activity.module.css';
import type { LogChoices } from './chipsOf.ts';
import type { LogFilter } from './logFilter.ts';
import { AREA_CHOICES, OUTCOME_MEANINGS } from './logWords.ts';
import { PatientFilter } from './PatientFilter.tsx';
import type { LogFilterChange } from './useLogFilter.ts';

interface LogFiltersProps {
  readonly filter: LogFilter;
  readonly choices: LogChoices | undefined;
  readonly onFilter: (change: LogFilterChange) => void;
}

const SEARCH_REST_MS = 500;

/** Every filter narrows; all of them together must hold. */
export function LogFilters({ filter, choices, onFilter }: LogFiltersProps) {
  const [text, setText] = useState(filter.text ?? '');
  const search = useDebouncedCallback((value: string) => onFilter({ text: value.trim() || null }), SEARCH_REST_MS);
  useEffect(() => setText(filter.text ?? ''), [filter.text]);
  const people = (choices?.actors ?? []).map(({ actorId, name }) => ({ value: actorId, label: name }));
  const events = (choices?.events ?? []).map(({ event, says }) => ({ value: event, label: says }));
  const outcomes = OUTCOMES.map((outcome) => ({ value: outcome, label: OUTCOME_MEANINGS[outcome] }));
  const shared = { size: 'sm' as const, clearable: true, searchable: true, nothingFoundMessage: 'Nothing found.' };
  return (
    <search className={classes.filters} aria-label="Filters of the activity log">
      <TextInput
        label="From"
        type="date"
        value={filter.from ?? ''}
        max={filter.to}
        onChange={(event) => onFilter({ from: event.currentTarget.value || null })}
      />
      <TextInput
        label="To"
        type="date"
        value={filter.to ?? ''}
        min={filter.from}
        onChange={(event) => onFilter({ to: event.currentTarget.value || null })}
      />
      <Select
        {...shared}
        label="Who"
        placeholder="Anybody"
        data={people}
        value={filter.who ?? null}
        clearButtonProps={{ 'aria-label': 'Anybody' }}
        onChange={(who) => onFilter({ who })}
      />
      <Select
        {...shared}
        label="What"
        placeholder="Anything"
        data={distinct(events)}
        value={filter.what ?? null}
        clearButtonProps={{ 'aria-label': 'Anything' }}
        comboboxProps={{ width: 340, position: 'bottom-start' }}
        onChange={(what) => onFilter({ what })}
      />
      <Select
        {...shared}
        label="Outcome"
        placeholder="Any"
        data={outcomes}
        value={filter.outcome ?? null}
        clearButtonProps={{ 'aria-label': 'Any outcome' }}
        comboboxProps={{ width: 280, position: 'bottom-start' }}
        onChange={(outcome) => onFilter({ outcome: OUTCOMES.find((known) => known === outcome) ?? null })}
      />
      <Select
        {...shared}
        label="Area"
        placeholder="Any"
        data={AREA_CHOICES}
        value={filter.area ?? null}
        clearButtonProps={{ 'aria-label': 'Any area' }}
        onChange={(area) => onFilter({ area })}
      />
      <PatientFilter onPatient={(patient, record) => onFilter({ patient, record })} />
      <div className={classes.text}>
        <ListSearch
          label="Find words in the log"
          value={text}
          onChange={(value) => {
            setText(value);
            search(value);
          }}
        />
      </div>
    </search>
  );
}

// Two events may read alike; the select then names the event too.
function distinct(options: readonly { value: string; label: string }[]) {
  return options.map(({ value, label }) => {
    const isAlone = options.filter((other) => other.label === label).length === 1;
    return { value, label: isAlone ? label : `${label} (${value})` };
  });
}
