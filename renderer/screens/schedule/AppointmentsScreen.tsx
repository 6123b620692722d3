// Every appointment as a list: found by patient, narrowed, and saved to a file (S2.108).
import { appointment } from '../../../shared/catalogue/records/appointment.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RecordScreen } from '../../components/record/RecordScreen.tsx';

const TYPE = appointment as unknown as RecordType;

export function AppointmentsScreen() {
  return (
    <RecordScreen
      type={TYPE}
      title="Find appointments"
      path="appointments"
      empty={<EmptyState title="No appointments yet." hint="Book the first one in the schedule." />}
      noMatch={<EmptyState title="No appointment matches." hint="Search for the start of a patient’s name." />}
    />
  );
}
