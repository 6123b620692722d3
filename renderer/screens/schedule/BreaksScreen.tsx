// Breaks of every week and absences on dates (S2.33).
import { providerBreak } from '../../../shared/catalogue/records/providerBreak.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RecordScreen } from '../../components/record/RecordScreen.tsx';

const TYPE = providerBreak as unknown as RecordType;

export function BreaksScreen() {
  return (
    <RecordScreen
      type={TYPE}
      title="Breaks and absences"
      path="breaks"
      empty={
        <EmptyState
          title="No breaks or absences yet."
          hint="Add lunch breaks, holidays and conferences, so that nobody is booked then by mistake."
        />
      }
      noMatch={<EmptyState title="Nothing matches." hint="Search for the start of a provider’s name." />}
      preset={{ startsAt: '12:00', endsAt: '13:00' }}
    />
  );
}
