// Narrows a list by the fields its declaration marks as filters.
import { Group, NativeSelect, TextInput } from '@mantine/core';
import type { Field } from '../../../shared/catalogue/records/field.ts';
import { filterFields, type RecordType } from '../../../shared/catalogue/records/recordType.ts';
import type { RecordFilter } from '../../ipc/callRecord.ts';
import { instantOfLocal } from './localInstant.ts';
import { ReferenceSelect } from './ReferenceSelect.tsx';

interface RecordFiltersProps {
  readonly type: RecordType;
  readonly filter: RecordFilter;
  readonly onChange: (filter: RecordFilter) => void;
}

interface OneProps {
  readonly field: Field;
  readonly value: RecordFilter[string];
  readonly onChange: (value: RecordFilter[string]) => void;
}

/** One line of small inputs above the list; nothing for a type without filters. */
export function RecordFilters({ type, filter, onChange }: RecordFiltersProps) {
  const names = filterFields(type);
  if (names.length === 0) return null;
  return (
    <Group gap="sm" role="group" aria-label="Filters" align="end" mb="xs">
      {names.map((name) => {
        const field = type.fields[name];
        if (field === undefined) return null;
        const set = (value: RecordFilter[string]) => onChange({ ...filter, [name]: value });
        return <OneFilter key={name} field={field} value={filter[name] ?? null} onChange={set} />;
      })}
    </Group>
  );
}

function OneFilter({ field, value, onChange }: OneProps) {
  switch (field.kind) {
    case 'boolean':
      return (
        <NativeSelect
          size="xs"
          label={field.label}
          data={[
            { value: '', label: 'All' },
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
          value={value === null ? '' : value === true ? 'yes' : 'no'}
          onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value === 'yes')}
        />
      );
    case 'choice':
      return (
        <NativeSelect
          size="xs"
          label={field.label}
          data={[{ value: ANY, label: 'All' }, ...(field.options ?? [])]}
          value={typeof value === 'string' ? value : ANY}
          onChange={(event) => onChange(event.currentTarget.value === ANY ? null : event.currentTarget.value)}
        />
      );
    case 'reference':
      return (
        <ReferenceSelect
          typeName={field.refersTo ?? ''}
          label={field.label}
          isRequired={false}
          placeholder="All"
          size="xs"
          value={typeof value === 'string' ? value : ''}
          chosenLabel={undefined}
          onChange={(next) => onChange(next === '' ? null : next)}
        />
      );
    default:
      return <RangeFilter field={field} value={value} onChange={onChange} />;
  }
}

function RangeFilter({ field, value, onChange }: OneProps) {
  const range = typeof value === 'object' && value !== null ? value : { from: null, to: null };
  const set = (end: 'from' | 'to', typed: string) => {
    const next = { ...range, [end]: typed === '' ? null : boundOf(field, end, typed) };
    onChange(next.from === null && next.to === null ? null : next);
  };
  return (
    <>
      <TextInput
        size="xs"
        type="date"
        label={`${field.label} from`}
        value={dayOf(range.from)}
        onChange={(event) => set('from', event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        type="date"
        label={`${field.label} to`}
        value={dayOf(range.to)}
        onChange={(event) => set('to', event.currentTarget.value)}
      />
    </>
  );
}

const ANY = '*';
const DAY_MS = 86_400_000;

/** A day as the bound of a range: the day itself, or its first and last moment on this computer's clock. */
function boundOf(field: Field, end: 'from' | 'to', day: string): string | number | null {
  if (field.kind === 'date') return day;
  const startMs = instantOfLocal(`${day}T00:00`);
  if (startMs === null) return null;
  return end === 'from' ? startMs : startMs + DAY_MS - 1;
}

function dayOf(bound: string | number | null): string {
  if (bound === null) return '';
  if (typeof bound === 'string') return bound;
  const at = new Date(bound);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}
