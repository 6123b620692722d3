// Lists > Fee schedule.
import { feeItem } from '../../../shared/catalogue/records/feeItem.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RecordScreen } from '../../components/record/RecordScreen.tsx';

const TYPE = feeItem as unknown as RecordType;

/** The list of what a procedure costs, for everybody or for one payer. */
export function FeeScheduleScreen() {
  return (
    <RecordScreen
      type={TYPE}
      title="Fee schedule"
      path="fees"
      empty={<EmptyState title="No fees yet." hint="Add what a procedure costs; charges then begin with that price." />}
      noMatch={<EmptyState title="No fee matches." hint="Search for the start of a procedure code." />}
    />
  );
}
