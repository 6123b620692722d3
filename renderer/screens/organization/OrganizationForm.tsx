// The practice's own data as a form; whoever may only look sees it read-only.
import { NumberInput, Paper, SimpleGrid, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { organizationFields, RETENTION_YEARS } from '../../../shared/catalogue/procedures/organization.ts';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import { FieldGroup } from '../../components/FieldGroup.tsx';
import { fieldProblems } from '../../components/fieldProblems.ts';
import { notify } from '../../components/notify.ts';
import { ReasonedForm } from '../../components/ReasonedForm.tsx';
import { typedSince } from '../../components/typedSince.ts';
import { useLeaveGuard } from '../../components/useLeaveGuard.tsx';
import { useCommand } from '../../ipc/useCommand.ts';
import { useDraft } from '../../session/useDraft.ts';
import { useSession } from '../../session/useSession.ts';

type Stored = Output<'organization.read'>;
type Fields = Stored['fields'];
type YearsField = 'logRetentionYears' | 'recordRetentionYears';
interface Work {
  readonly typed: { readonly [Name in keyof Fields]?: Fields[Name] | '' };
  readonly reason: string;
}
const NO_WORK: Work = { typed: {}, reason: '' };

interface OrganizationFormProps {
  readonly stored: Stored;
  readonly onReload: () => void;
}

export function OrganizationForm({ stored, onReload }: OrganizationFormProps) {
  const { can } = useSession();
  const update = useCommand('organization.update');
  const [work, setWork] = useState(NO_WORK);
  const mayChange = can('organization:update');
  const values = { ...stored.fields, ...work.typed };
  const names = Object.keys(stored.fields) as (keyof Fields)[];
  const changed = names.filter((name) => values[name] !== stored.fields[name]);
  const isDirty = changed.length > 0 || work.reason !== '';
  const problems = fieldProblems(organizationFields, values);
  useDraft('organization', isDirty, work, setWork);
  const guard = useLeaveGuard(isDirty, {
    title: 'Leave without saving?',
    says: 'The changed data are not saved. Stay to save them, or leave and lose them.',
    stayLabel: 'Stay and keep editing',
    leaveLabel: 'Leave without saving',
  });
  const set = (name: keyof Fields, value: string | number) =>
    setWork((now) => ({ ...now, typed: { ...now.typed, [name]: value } }));

  async function save() {
    const fields = organizationFields.parse(values);
    const answer = await update.run({ version: stored.version, fields, reason: work.reason });
    if (answer === null) return;
    setWork((now) => typedSince(work, now));
    notify.done('The practice data are saved.');
  }

  const years = (name: YearsField, label: string, description: string) => (
    <NumberInput
      label={label}
      description={description}
      suffix=" years"
      min={RETENTION_YEARS.min}
      max={RETENTION_YEARS.max}
      clampBehavior="none"
      allowDecimal={false}
      allowNegative={false}
      value={values[name]}
      readOnly={!mayChange}
      error={problems[name] === undefined ? null : `From ${RETENTION_YEARS.min} to ${RETENTION_YEARS.max} years.`}
      onChange={(value) => set(name, typeof value === 'number' ? value : value === '' ? '' : Number(value))}
    />
  );
  const line = (name: 'name' | 'taxId' | 'stateTaxId', label: string, maxLength: number, description?: string) => (
    <TextInput
      label={label}
      description={description}
      maxLength={maxLength}
      value={values[name]}
      readOnly={!mayChange}
      error={problems[name]}
      onChange={(event) => set(name, event.currentTarget.value)}
    />
  );

  return (
    <ReasonedForm
      mayChange={mayChange}
      maxWidthPx={760}
      changedCount={changed.length}
      changedWords={['field', 'fields']}
      isDirty={isDirty}
      canSave={changed.length > 0 && Object.keys(problems).length === 0}
      reason={work.reason}
      onReason={(reason) => setWork((now) => ({ ...now, reason }))}
      command={update}
      onSave={() => void save()}
      onCancel={() => setWork(NO_WORK)}
      onReload={onReload}
    >
      {mayChange ? null : (
        <Text size="sm">
          You may look but not change: “Practice data: Edit Data” is not among your rights. A Super User can give it.
        </Text>
      )}
      <Paper withBorder p="md">
        <Stack gap="md">
          <FieldGroup name="Practice">
            <Stack gap="sm">
              {line('name', 'Name of the practice', 120)}
              <Textarea
                label="Address"
                description="Stands on statements"
                maxLength={300}
                autosize
                minRows={2}
                value={values.address}
                readOnly={!mayChange}
                error={problems.address}
                onChange={(event) => set('address', event.currentTarget.value)}
              />
              <Text size="sm">
                Time zone: {stored.timeZone}. It was chosen at the set-up and stays, because the hours of the schedule
                and of rights are counted by it.
              </Text>
            </Stack>
          </FieldGroup>
          <FieldGroup name="Tax IDs">
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
              {line('taxId', 'Tax ID', 10, 'Like 12-3456789; stands on statements')}
              {line('stateTaxId', 'State tax ID', 30, 'The number your state knows the practice by')}
            </SimpleGrid>
          </FieldGroup>
          <FieldGroup name="How long things are kept">
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
              {years('logRetentionYears', 'Activity log', 'At least six years')}
              {years('recordRetentionYears', 'Patient records', 'At least six years; many states ask for more')}
            </SimpleGrid>
            <Text size="sm" mt="xs">
              Keyward deletes nothing by itself. This is what the practice has decided; it stands in the policy binder.
            </Text>
          </FieldGroup>
        </Stack>
      </Paper>
      {guard.dialog}
    </ReasonedForm>
  );
}
