// The input of one field, by its kind.
import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { Field } from '../../../shared/catalogue/records/field.ts';
import type { OpenedRecord } from '../../ipc/callRecord.ts';
import classes from './FieldInput.module.css';
import { HINT_BELOW } from './hintBelow.ts';
import { ReferenceSelect } from './ReferenceSelect.tsx';
import { ReferencesSelect } from './ReferencesSelect.tsx';
import type { FormValues } from './recordDraft.ts';

interface FieldInputProps {
  readonly name: string;
  readonly field: Field;
  readonly form: UseFormReturnType<FormValues>;
  readonly record: Pick<OpenedRecord, 'fields' | 'labels' | 'masked'> | null;
  readonly isReadOnly: boolean;
}

/** A field fixed at its making is read-only afterwards. A masked one shows its mask and takes a new value only. */
export function FieldInput({ name, field, form, record, isReadOnly: isWholeReadOnly }: FieldInputProps) {
  const isMasked = record?.masked.includes(name) === true;
  const isReadOnly = isWholeReadOnly || (record !== null && field.isFixed === true);
  const common = {
    label: field.label,
    description: isMasked && !isReadOnly ? 'Hidden. Type here only to replace it.' : field.hint,
    required: field.isRequired === true,
    withAsterisk: field.isRequired === true && !isReadOnly,
    readOnly: isReadOnly,
    inputWrapperOrder: [...HINT_BELOW],
  };
  const text = form.getInputProps(name);
  const label = record?.labels[name];
  switch (field.kind) {
    case 'boolean':
      return (
        <Checkbox
          className={classes.tick ?? ''}
          label={field.label}
          description={field.hint}
          disabled={isReadOnly}
          {...form.getInputProps(name, { type: 'checkbox' })}
        />
      );
    case 'choice': {
      const shown = field.options?.find(({ value }) => value === form.getValues()[name])?.label ?? '';
      // A disabled list would be too pale to read.
      if (isReadOnly) return <TextInput {...common} value={shown} onChange={() => undefined} />;
      return <NativeSelect {...common} data={[...(field.options ?? [])]} {...text} />;
    }
    case 'longText':
      return <Textarea {...common} className={classes.wide ?? ''} autosize minRows={3} maxRows={14} {...text} />;
    case 'date':
      return <TextInput {...common} type="date" {...text} />;
    case 'instant':
      return <TextInput {...common} type="datetime-local" {...text} />;
    case 'timeOfDay':
      return <TextInput {...common} type="time" {...text} />;
    case 'integer':
      return <TextInput {...common} inputMode="numeric" {...text} />;
    case 'cents':
      return <TextInput {...common} inputMode="decimal" leftSection="$" {...text} />;
    case 'reference':
      return (
        <ReferenceSelect
          typeName={field.refersTo ?? ''}
          label={field.label}
          hint={field.hint}
          isRequired={field.isRequired === true}
          isReadOnly={isReadOnly}
          value={String(form.getValues()[name] ?? '')}
          chosenLabel={typeof label === 'string' ? label : undefined}
          error={text.error as string | undefined}
          onChange={(value) => form.setFieldValue(name, value)}
        />
      );
    case 'references': {
      const ids = record?.fields[name];
      const titles = Array.isArray(label) ? label : [];
      return (
        <div className={classes.wide}>
          <ReferencesSelect
            typeName={field.refersTo ?? ''}
            label={field.label}
            hint={field.hint}
            isReadOnly={isReadOnly}
            value={form.getValues()[name] as string[]}
            chosen={(Array.isArray(ids) ? (ids as string[]) : []).map((value, at) => ({
              value,
              label: titles[at] ?? '',
            }))}
            error={text.error as string | undefined}
            onChange={(value) => form.setFieldValue(name, value)}
          />
        </div>
      );
    }
    case 'text':
      return (
        <TextInput {...common} placeholder={isMasked ? String(record?.fields[name] ?? '') : undefined} {...text} />
      );
  }
}
