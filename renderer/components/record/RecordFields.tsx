// The inputs of a record, grouped as its declaration says.
import { SimpleGrid, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { PermissionId } from '../../../shared/catalogue/permissions.ts';
import type { Field } from '../../../shared/catalogue/records/field.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { recordTypeNamed } from '../../../shared/catalogue/records.ts';
import type { OpenedRecord } from '../../ipc/callRecord.ts';
import { useSession } from '../../session/useSession.ts';
import { FieldGroup } from '../FieldGroup.tsx';
import { FieldInput } from './FieldInput.tsx';
import { type FormValues, typedFields } from './recordDraft.ts';

interface RecordFieldsProps {
  readonly type: RecordType;
  readonly form: UseFormReturnType<FormValues>;
  /** The stored record; null for a new one. */
  readonly record: Pick<OpenedRecord, 'fields' | 'labels' | 'masked'> | null;
  readonly isReadOnly?: boolean;
}

const OTHER = '';

/** One fieldset per group; fields without a group stand first, without a frame. */
export function RecordFields({ type, form, record, isReadOnly = false }: RecordFieldsProps) {
  const { can } = useSession();
  const groups = new Map<string, (readonly [string, Field])[]>([[OTHER, []]]);
  for (const entry of typedFields(type)) {
    if (isOutOfSight(entry[1], record?.labels[entry[0]], can)) continue;
    const group = entry[1].group ?? OTHER;
    groups.set(group, [...(groups.get(group) ?? []), entry]);
  }
  const inputs = (fields: readonly (readonly [string, Field])[]) => (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
      {fields.map(([name, field]) => (
        <FieldInput key={name} name={name} field={field} form={form} record={record} isReadOnly={isReadOnly} />
      ))}
    </SimpleGrid>
  );
  return (
    <Stack gap="md">
      {[...groups].map(([group, fields]) => {
        if (fields.length === 0) return null;
        if (group === OTHER) return <div key={group}>{inputs(fields)}</div>;
        return (
          <FieldGroup key={group} name={group}>
            {inputs(fields)}
          </FieldGroup>
        );
      })}
    </Stack>
  );
}

/** What may stay empty and could not be chosen is not asked for, such as the patient of a call by whoever takes calls. */
function isOutOfSight(
  { refersTo, isRequired }: Field,
  label: string | readonly string[] | undefined,
  can: (permission: PermissionId) => boolean,
): boolean {
  const named = refersTo === undefined ? null : recordTypeNamed(refersTo);
  if (named === null || isRequired === true || can(`${named.area}:read` as PermissionId)) return false;
  return label === undefined || label.length === 0;
}
