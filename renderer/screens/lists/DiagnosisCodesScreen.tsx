// Lists > Diagnosis codes.
import { diagnosisCode } from '../../../shared/catalogue/records/diagnosisCode.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RecordScreen } from '../../components/record/RecordScreen.tsx';

const TYPE = diagnosisCode as unknown as RecordType;

/** The list of what a claim gives as its reason. */
export function DiagnosisCodesScreen() {
  return (
    <RecordScreen
      type={TYPE}
      title="Diagnosis codes"
      path="diagnosis-codes"
      empty={<EmptyState title="No diagnosis codes yet." hint="Add the codes that your claims name." />}
      noMatch={
        <EmptyState title="No diagnosis code matches." hint="Search for the start of a code or a description." />
      }
    />
  );
}
