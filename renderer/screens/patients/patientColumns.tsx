// The columns of the list of patients.
import type { Output } from '../../../shared/catalogue/procedures.ts';
import type { GridColumn } from '../../components/grid/gridColumn.ts';
import { showDate } from '../../components/showTime.ts';

export type PatientRow = Output<'patient.find'>['rows'][number];

export const PATIENT_COLUMNS: readonly GridColumn<PatientRow>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 170,
    sortId: 'name',
    render: ({ lastName, firstName }) => `${lastName}, ${firstName}`,
  },
  { id: 'born', header: 'Born', width: 104, sortId: 'birthDate', render: ({ birthDate }) => showDate(birthDate) },
  { id: 'record', header: 'Record', width: 84, sortId: 'recordNumber', render: ({ recordNumber }) => recordNumber },
  { id: 'city', header: 'City', width: 110, sortId: 'city', render: ({ city }) => city },
  { id: 'providers', header: 'Providers', width: 160, render: ({ providerNames }) => providerNames.join(' · ') },
];
