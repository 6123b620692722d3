// Patients (S2.107, S5.13, S5.14).
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { patient } from '../../../shared/catalogue/records/patient.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RecordScreen } from '../../components/record/RecordScreen.tsx';
import { useSession } from '../../session/useSession.ts';
import { CareTeamEffect } from './CareTeamEffect.tsx';
import { PatientActs } from './PatientActs.tsx';
import { patientSubtitle } from './patientSubtitle.ts';
import { SimilarPatients } from './SimilarPatients.tsx';

const TYPE = patient as unknown as RecordType;

/** The list of patients within the person's reach, and the open record. */
export function PatientsScreen() {
  const { subject } = useSession();
  const isLimited = (subject?.providerLimit ?? null) !== null;
  return (
    <RecordScreen
      type={TYPE}
      title="Patients"
      path="patients"
      subtitle={patientSubtitle}
      extra={({ id }) => <PatientActs patientId={id} />}
      changeNotice={(record, values) => <CareTeamEffect record={record} values={values} />}
      newNotice={(values) => <SimilarPatients values={values} />}
      empty={
        <EmptyState
          title="No patients yet."
          hint={
            isLimited
              ? 'None is assigned to your providers. A Super User can change your provider limit.'
              : 'Add one, or import them from a CSV file.'
          }
          action={
            <Button component={Link} to="/import" variant="default">
              Import…
            </Button>
          }
        />
      }
      noMatch={<EmptyState title="No patient matches." hint="Search for the start of a name or a record number." />}
    />
  );
}
