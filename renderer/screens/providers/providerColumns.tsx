// The columns of the list of providers.
import { Badge } from '@mantine/core';
import type { Output } from '../../../shared/catalogue/procedures.ts';
import type { GridColumn } from '../../components/grid/gridColumn.ts';
import { showCount } from '../../components/showTime.ts';

export type ProviderRow = Output<'provider.find'>['rows'][number];

export const PROVIDER_COLUMNS: readonly GridColumn<ProviderRow>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 180,
    sortId: 'name',
    render: ({ lastName, firstName }) => nameOfProvider(lastName, firstName),
  },
  { id: 'specialty', header: 'Specialty', width: 170, sortId: 'specialty', render: ({ specialty }) => specialty },
  { id: 'city', header: 'City', width: 120, sortId: 'city', render: ({ city }) => city },
  { id: 'patients', header: 'Patients', width: 84, render: ({ patientCount }) => showCount(patientCount) },
  {
    id: 'state',
    header: 'Status',
    width: 92,
    render: ({ isActive }) => (
      <Badge size="sm" radius="sm" variant={isActive ? 'default' : 'filled'} color="gray.8">
        {isActive ? 'Active' : 'Inactive'}
      </Badge>
    ),
  },
];

/** `Last, First`, or the last name alone where a first name is not recorded. */
export function nameOfProvider(lastName: string, firstName: string): string {
  return firstName === '' ? lastName : `${lastName}, ${firstName}`;
}
