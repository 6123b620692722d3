// Patients > Ratings (S2.34).
import { rating } from '../../../shared/catalogue/records/rating.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RecordScreen } from '../../components/record/RecordScreen.tsx';
import { showDate } from '../../components/showTime.ts';

const TYPE = rating as unknown as RecordType;

/** What patients said of the providers within the person's reach. */
export function RatingsScreen() {
  return (
    <RecordScreen
      type={TYPE}
      title="Ratings"
      path="ratings"
      subtitle={({ fields, labels }) => `${String(labels.providerId ?? '')} · ${showDate(String(fields.day))}`}
      empty={
        <EmptyState
          title="No ratings yet."
          hint="Enter what patients say, from a card or a call. A name is not needed."
        />
      }
      noMatch={<EmptyState title="No rating matches." hint="Search for the start of the provider’s name." />}
    />
  );
}
