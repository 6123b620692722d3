// The one record a login with the role Patient opens (S1.23).
import { Stack, Text } from '@mantine/core';
import { patient } from '../../../shared/catalogue/records/patient.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { ReferenceSelect } from '../../components/record/ReferenceSelect.tsx';
import { useRecordQuery } from '../../ipc/useRecordQuery.ts';
import { useSession } from '../../session/useSession.ts';
import classes from './UsersScreen.module.css';

const PATIENT = patient as unknown as RecordType;

interface LinkedPatientProps {
  readonly patientId: string | null;
  /** Whether the user has anything beside the role. */
  readonly hasMore: boolean;
  readonly error: string | undefined;
  readonly isReadOnly: boolean;
  readonly onChange: (patientId: string | null) => void;
}

/** Who may not see patients sees that one is linked, not who. */
export function LinkedPatient({ patientId, hasMore, error, isReadOnly, onChange }: LinkedPatientProps) {
  const { can } = useSession();
  const { value } = useRecordQuery(
    PATIENT,
    'read',
    { id: patientId ?? '' },
    { enabled: patientId !== null && can('patient:read') },
  );
  return (
    <Stack gap={4}>
      <ReferenceSelect
        typeName="patient"
        label="Patient record of this login"
        hint="The role Patient stands alone: it opens this one record and nothing else."
        isRequired
        isReadOnly={isReadOnly}
        value={patientId ?? ''}
        chosenLabel={patientId === null ? undefined : (value?.title ?? 'A patient you cannot see')}
        error={error ?? (patientId === null ? 'Choose the patient.' : undefined)}
        onChange={(id) => onChange(id === '' ? null : id)}
      />
      {hasMore ? (
        <Text size="sm" className={classes.attention ?? ''}>
          ! Take every other role and single right away, Super User and Access Security too. Somebody who works here and
          is a patient as well needs a second login.
        </Text>
      ) : null}
    </Stack>
  );
}
