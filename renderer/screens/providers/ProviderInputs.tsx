// The inputs of one provider.
import { SimpleGrid, Stack, Switch, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { FieldGroup } from '../../components/FieldGroup.tsx';
import type { ProviderFields } from './providerDraft.ts';

interface ProviderInputsProps {
  readonly form: UseFormReturnType<ProviderFields>;
}

/** Name, specialty, place, and whether new patients may be assigned. */
export function ProviderInputs({ form }: ProviderInputsProps) {
  const text = (field: keyof ProviderFields, label: string) => (
    <TextInput label={label} {...form.getInputProps(field)} />
  );
  return (
    <Stack gap="md">
      <FieldGroup name="Provider">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
          <TextInput label="Last name" withAsterisk required {...form.getInputProps('lastName')} />
          {text('firstName', 'First name')}
          {text('specialty', 'Specialty')}
          {text('gender', 'Gender')}
        </SimpleGrid>
      </FieldGroup>
      <FieldGroup name="Practice address">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
          {text('organization', 'Organization')}
          {text('address', 'Street address')}
          {text('city', 'City')}
          {text('state', 'State')}
          {text('zip', 'ZIP code')}
        </SimpleGrid>
      </FieldGroup>
      <Switch
        label="Active"
        description="An inactive provider keeps their patients but takes no new ones."
        {...form.getInputProps('isActive', { type: 'checkbox' })}
      />
    </Stack>
  );
}
