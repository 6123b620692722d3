// Step 2 of an import: which column of the file fills which field.
import { Button, Group, Stack, Table, Text } from '@mantine/core';
import type { Refusal } from '../../../shared/errors.ts';
import { ColumnSelect } from './ColumnSelect.tsx';
import { FixedValueSelect } from './FixedValueSelect.tsx';
import classes from './import.module.css';
import { type ChosenFile, type ImportField, type KnownRows, type Mapping, rows, shownCell } from './importWords.ts';
import { KnownRowsChoice } from './KnownRowsChoice.tsx';

interface MapStepProps {
  readonly file: ChosenFile;
  readonly mapping: Mapping;
  readonly onMapping: (mapping: Mapping) => void;
  readonly knownRows: KnownRows;
  readonly onKnownRows: (knownRows: KnownRows) => void;
  /** Whether the person may change what is here already. */
  readonly canUpdate: boolean;
  /** The refused check, to mark the fields at fault. */
  readonly refusal: Refusal | null;
  readonly isBusy: boolean;
  readonly onBack: () => void;
  readonly onCheck: () => void;
}

/** One row for each field: its column, and what the first rows of the file hold there. */
export function MapStep(props: MapStepProps) {
  const { file, mapping, onMapping, knownRows, onKnownRows, canUpdate, refusal, isBusy, onBack, onCheck } = props;
  const filled = file.fields.flatMap(({ field, replaces }) => (field in mapping ? [field, ...replaces] : []));
  const missing = file.fields.filter(({ field, isRequired }) => isRequired && !filled.includes(field));
  const set = (field: string, source: Mapping[string] | null) => {
    const { [field]: _, ...others } = mapping;
    onMapping(source === null ? others : { ...others, [field]: source });
  };
  return (
    <Stack gap="sm">
      <Text size="sm">
        <strong>{file.fileName}</strong> · {rows(file.rowCount)} · {file.headers.length} columns.{' '}
        {file.isRemembered
          ? 'The columns stand as they did when such a file was last imported;'
          : 'The suggestions come from the column names;'}{' '}
        check each line against the examples. Columns you do not use are left out.
      </Text>
      {canUpdate && 'externalId' in mapping ? <KnownRowsChoice value={knownRows} onValue={onKnownRows} /> : null}
      <div className={classes.scroll}>
        <Table verticalSpacing={6} aria-label="Columns of the file and the fields they fill">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Field</Table.Th>
              <Table.Th scope="col">Filled from</Table.Th>
              <Table.Th scope="col">In the first rows</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {file.fields.map((field) => (
              <Table.Tr key={field.field}>
                <Table.Th scope="row" fw={500}>
                  {field.label}
                  {field.isRequired ? <span className={classes.required}> (required)</span> : null}
                </Table.Th>
                <Table.Td className={classes.source ?? ''}>
                  <SourceInput
                    field={field}
                    headers={file.headers}
                    source={mapping[field.field]}
                    problem={problemOf(field.field, refusal)}
                    onSource={(source) => set(field.field, source)}
                  />
                </Table.Td>
                <Table.Td className={classes.example ?? ''}>
                  {exampleOf(file, field.field, mapping[field.field])}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Group justify="space-between" className={classes.foot ?? ''}>
        <Text size="sm" role="status">
          {missing.length === 0
            ? 'Every required field has a column.'
            : `Still without a column: ${missing.map(({ label }) => label).join(', ')}.`}
        </Text>
        <Group gap="xs">
          <Button variant="default" onClick={onBack}>
            Back
          </Button>
          <Button disabled={missing.length > 0} loading={isBusy} onClick={onCheck}>
            Check the rows
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}

interface SourceInputProps {
  readonly field: ImportField;
  readonly headers: readonly string[];
  readonly source: Mapping[string] | undefined;
  readonly problem: string | null;
  readonly onSource: (source: Mapping[string] | null) => void;
}

function SourceInput({ field, headers, source, problem, onSource }: SourceInputProps) {
  if (field.allowsFixedValue && field.refersTo !== null)
    return (
      <FixedValueSelect
        label={field.label}
        typeName={field.refersTo}
        value={source?.from === 'value' ? source.value : null}
        problem={problem}
        onValue={(value) => onSource(value === null ? null : { from: 'value', value })}
      />
    );
  return (
    <ColumnSelect
      label={field.label}
      headers={headers}
      column={source?.from === 'column' ? source.column : null}
      problem={problem}
      onColumn={(column) => onSource(column === null ? null : { from: 'column', column })}
    />
  );
}

function problemOf(field: string, refusal: Refusal | null): string | null {
  const found = refusal?.fields?.find(({ path }) => path === `mapping.${field}`);
  return found === undefined ? null : found.message;
}

function exampleOf(file: ChosenFile, field: string, source: Mapping[string] | undefined): string {
  if (source === undefined) return 'left empty';
  if (source.from === 'value') return 'the same for every row';
  const { column } = source;
  const examples = file.sampleRows.map((cells) => shownCell(field, cells[column] ?? '')).filter((cell) => cell !== '');
  return examples.length === 0 ? 'empty in the first rows' : examples.slice(0, 3).join(' · ');
}
