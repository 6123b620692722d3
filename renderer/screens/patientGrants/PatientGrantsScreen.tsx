// Patients > Shared patients (S2.106).
import { patientGrant } from '../../../shared/catalogue/records/patientGrant.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RecordScreen } from '../../components/record/RecordScreen.tsx';
import { ShareEffect } from '../../components/share/ShareEffect.tsx';
import { shareDays } from '../../components/share/shareDays.ts';
import { showDate } from '../../components/showTime.ts';
import type { OpenedRecord } from '../../ipc/callRecord.ts';
import { useToday } from '../../ipc/useToday.ts';

const TYPE = patientGrant as unknown as RecordType;

/** Who reaches which patient beside their limits, and until when. */
export function PatientGrantsScreen() {
  const today = useToday();
  return (
    <RecordScreen
      type={TYPE}
      title="Shared patients"
      path="patient-grants"
      preset={shareDays(today)}
      newNotice={(values) => <ShareEffect values={values} />}
      subtitle={(record) => subtitleOf(record, today)}
      empty={
        <EmptyState
          title="No patient is shared."
          hint="Share one with a person whose limits do not reach them, for as long as it is needed."
        />
      }
      noMatch={<EmptyState title="No shared patient matches." hint="Search for the start of a patient’s last name." />}
    />
  );
}

function subtitleOf({ fields, labels }: OpenedRecord, today: string): string {
  const [from, until] = [String(fields.validFrom), String(fields.validUntil)];
  const state =
    until < today ? `ended ${showDate(until)}` : from > today ? `begins ${showDate(from)}` : `until ${showDate(until)}`;
  return [labels.patientId, `shared with ${String(labels.userId ?? 'somebody')}`, state].join(' · ');
}
