// Lists > Locations.
import { location } from '../../../shared/catalogue/records/location.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RecordScreen } from '../../components/record/RecordScreen.tsx';

const TYPE = location as unknown as RecordType;

/** The offices of the practice. */
export function LocationsScreen() {
  return (
    <RecordScreen
      type={TYPE}
      title="Locations"
      path="locations"
      empty={<EmptyState title="No locations yet." hint="Add each office of the practice." />}
      noMatch={<EmptyState title="No location matches." hint="Search for the start of a name or a city." />}
    />
  );
}
