// The inputs of one patient record.
import { MultiSelect, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { FieldGroup } from '../../components/FieldGroup.tsx';
import type { Patient, PatientValues } from './patientDraft.ts';

export interface ProviderChoice {
  readonly value: string;
  readonly label: string;
}

interface PatientInputsProps {
  readonly form: UseFormReturnType<PatientValues>;
  readonly patient: Patient;
  readonly providerChoices: readonly ProviderChoice[];
}

const GENDERS = [
  { value: '', label: 'Not recorded' },
  { value: 'F', label: 'Female' },
  { value: 'M', label: 'Male' },
  { value: 'X', label: 'Another' },
];

/** Name, dates, contact, address and the providers whose people may see this record. */
export function PatientInputs({ form, patient, providerChoices }: PatientInputsProps) {
  const stored = patient.fields.gender;
  const genders = GENDERS.some(({ value }) => value === stored)
    ? GENDERS
    : [...GENDERS, { value: stored, label: stored }];
  const text = (field: keyof PatientValues, label: string) => (
    <TextInput label={label} key={form.key(field)} {...form.getInputProps(field)} />
  );
  return (
    <Stack gap="md">
      <FieldGroup name="Person">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
          <TextInput label="Last name" withAsterisk required {...form.getInputProps('lastName')} />
          <TextInput label="First name" withAsterisk required {...form.getInputProps('firstName')} />
          {text('middleName', 'Middle name')}
          <NativeSelect label="Gender" data={genders} {...form.getInputProps('gender')} />
          <TextInput label="Date of birth" type="date" withAsterisk required {...form.getInputProps('birthDate')} />
          <TextInput label="Date of death" type="date" {...form.getInputProps('deathDate')} />
        </SimpleGrid>
      </FieldGroup>
      <FieldGroup name="Contact">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
          {text('phone', 'Phone')}
          {text('email', 'E-mail')}
        </SimpleGrid>
        <TextInput label="Street address" mt="xs" {...form.getInputProps('address')} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs" mt="xs">
          {text('city', 'City')}
          {text('zip', 'ZIP code')}
          {text('county', 'County')}
          {text('state', 'State')}
        </SimpleGrid>
      </FieldGroup>
      <MultiSelect
        label="Assigned providers"
        description="People limited to selected providers see this patient through one of these."
        placeholder={
          form.values.providerIds.length === 0 ? 'None: only people with All Providers see this patient' : ''
        }
        data={[...providerChoices]}
        searchable
        clearable
        hidePickedOptions
        nothingFoundMessage="No provider has this name."
        clearButtonProps={{ 'aria-label': 'Take all providers away' }}
        {...form.getInputProps('providerIds')}
      />
    </Stack>
  );
}
