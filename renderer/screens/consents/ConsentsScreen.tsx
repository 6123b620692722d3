// Patients > Consents (S4.12).
import { consent } from '../../../shared/catalogue/records/consent.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RecordScreen } from '../../components/record/RecordScreen.tsx';
import { showDate } from '../../components/showTime.ts';

const TYPE = consent as unknown as RecordType;

/** What the patients within the person's reach have agreed to. */
export function ConsentsScreen() {
  return (
    <RecordScreen
      type={TYPE}
      title="Consents"
      path="consents"
      subtitle={({ fields, labels }) =>
        [
          labels.patientId,
          labels.templateId,
          fields.withdrawnOn === null
            ? `given ${showDate(String(fields.givenOn))}`
            : `withdrawn ${showDate(String(fields.withdrawnOn))}`,
        ].join(' · ')
      }
      empty={
        <EmptyState
          title="No consents yet."
          hint="Enter what a patient has agreed to. The kinds of consent stand in Lists, Consent templates."
        />
      }
      noMatch={<EmptyState title="No consent matches." hint="Search for the start of a patient’s last name." />}
    />
  );
}
