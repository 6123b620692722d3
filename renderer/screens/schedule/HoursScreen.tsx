// Working hours of providers, week by week (S2.33).

import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { workingHours } from '../../../shared/catalogue/records/workingHours.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RecordScreen } from '../../components/record/RecordScreen.tsx';

const TYPE = workingHours as unknown as RecordType;

export function HoursScreen() {
  return (
    <RecordScreen
      type={TYPE}
      title="Working hours"
      path="working-hours"
      empty={
        <EmptyState
          title="No working hours yet."
          hint="Add a line per provider and weekday. The schedule then warns of times outside them and finds free ones."
        />
      }
      noMatch={<EmptyState title="No working hours match." hint="Search for the start of a provider’s name." />}
      preset={{ opensAt: '09:00', closesAt: '17:00' }}
    />
  );
}
