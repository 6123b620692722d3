// The inputs of one provider.
import { Fieldset, SimpleGrid, Stack, Switch, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
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
      <Fieldset legend="Provider" variant="unstyled">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
          <TextInput label="Last name" withAsterisk required {...form.getInputProps('lastName')} />
          {text('firstName', 'First name')}
          {text('specialty', 'Specialty')}
          {text('gender', 'Gender')}
        </SimpleGrid>
      </Fieldset>
      <Fieldset legend="Practice address" variant="unstyled">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
          {text('organization', 'Organization')}
          {text('address', 'Street address')}
          {text('city', 'City')}
          {text('state', 'State')}
          {text('zip', 'ZIP code')}
        </SimpleGrid>
      </Fieldset>
      <Switch
        label="Active"
        description="An inactive provider keeps their patients but takes no new ones."
        {...form.getInputProps('isActive', { type: 'checkbox' })}
      />
    </Stack>
  );
}
