// The filters of the activity log.
import { Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { EVENT_GROUP_IDS, EVENT_GROUPS } from '../../../shared/catalogue/eventGroups.ts';
import { ASKED_OUTCOMES, PERIODS } from '../../../shared/catalogue/viewFilter.ts';
import { ListSearch } from '../../components/ListSearch.tsx';
import type { SavedViews } from '../../components/views/savedViews.ts';
import { ViewSelect } from '../../components/views/ViewSelect.tsx';
import classes from './activity.module.css';
import type { LogChoices } from './chipsOf.ts';
import type { LogFilter } from './logFilter.ts';
import { AREA_CHOICES, OUTCOME_MEANINGS, PERIOD_LABELS } from './logWords.ts';
import { PatientFilter } from './PatientFilter.tsx';
import type { LogFilterChange } from './useLogFilter.ts';

interface LogFiltersProps {
  readonly filter: LogFilter;
  readonly choices: LogChoices | undefined;
  readonly views: SavedViews<LogFilter>;
  readonly onFilter: (change: LogFilterChange) => void;
  /** Puts the filters of a view in the place of the present ones. */
  readonly onView: (filter: LogFilter) => void;
}

const SEARCH_REST_MS = 500;

/** Every filter narrows; all of them together must hold. */
export function LogFilters({ filter, choices, views, onFilter, onView }: LogFiltersProps) {
  const [text, setText] = useState(filter.text ?? '');
  const search = useDebouncedCallback((value: string) => onFilter({ text: value.trim() || null }), SEARCH_REST_MS);
  useEffect(() => setText(filter.text ?? ''), [filter.text]);
  const people = (choices?.actors ?? []).map(({ actorId, name }) => ({ value: actorId, label: name }));
  const events = (choices?.events ?? []).map(({ event, says }) => ({ value: event, label: says }));
  const outcomes = ASKED_OUTCOMES.map((outcome) => ({ value: outcome, label: OUTCOME_MEANINGS[outcome] }));
  const periods = PERIODS.map((period) => ({ value: period, label: PERIOD_LABELS[period] }));
  const shared = { size: 'sm' as const, clearable: true, searchable: true, nothingFoundMessage: 'Nothing found.' };
  return (
    <search className={classes.filters} aria-label="Filters of the activity log">
      <ViewSelect filter={filter} views={views} onView={onView} nothing={{}} isLabelShown className={classes.wide} />
      <Select
        {...shared}
        label="When"
        placeholder="Any time"
        data={periods}
        value={filter.period ?? null}
        clearButtonProps={{ 'aria-label': 'Any time' }}
        onChange={(period) =>
          onFilter({ period: PERIODS.find((known) => known === period) ?? null, from: null, to: null })
        }
      />
      <TextInput
        label="From"
        type="date"
        value={filter.from ?? ''}
        max={filter.to}
        onChange={(event) => onFilter({ from: event.currentTarget.value || null, period: null })}
      />
      <TextInput
        label="To"
        type="date"
        value={filter.to ?? ''}
        min={filter.from}
        onChange={(event) => onFilter({ to: event.currentTarget.value || null, period: null })}
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
        data={[
          { group: 'Kinds of act', items: KINDS },
          { group: 'Single acts', items: distinct(events) },
        ]}
        value={filter.kind === undefined ? (filter.what ?? null) : kindValue(filter.kind)}
        clearButtonProps={{ 'aria-label': 'Anything' }}
        comboboxProps={{ width: 340, position: 'bottom-start' }}
        onChange={(chosen) => onFilter(whatOf(chosen))}
      />
      <Select
        {...shared}
        label="Outcome"
        placeholder="Any"
        data={outcomes}
        value={filter.outcome ?? null}
        clearButtonProps={{ 'aria-label': 'Any outcome' }}
        comboboxProps={{ width: 280, position: 'bottom-start' }}
        onChange={(outcome) => onFilter({ outcome: ASKED_OUTCOMES.find((known) => known === outcome) ?? null })}
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
      <Select
        {...shared}
        label="Workstation"
        placeholder="Any"
        data={choices?.workstations ?? []}
        value={filter.workstation ?? null}
        clearButtonProps={{ 'aria-label': 'Any workstation' }}
        onChange={(workstation) => onFilter({ workstation })}
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

// Events never hold a colon, so a group of them cannot be taken for one.
const kindValue = (kind: string) => `kind:${kind}`;
const KINDS = EVENT_GROUP_IDS.map((kind) => ({ value: kindValue(kind), label: EVENT_GROUPS[kind].label }));

function whatOf(chosen: string | null): LogFilterChange {
  const kind = EVENT_GROUP_IDS.find((known) => kindValue(known) === chosen);
  return kind === undefined ? { what: chosen, kind: null } : { what: null, kind };
}

// Two events may read alike; the select then names the event too.
function distinct(options: readonly { value: string; label: string }[]) {
  return options.map(({ value, label }) => {
    const isAlone = options.filter((other) => other.label === label).length === 1;
    return { value, label: isAlone ? label : `${label} (${value})` };
  });
}
