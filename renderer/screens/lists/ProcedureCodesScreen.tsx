// Lists > Procedure codes.
import { procedureCode } from '../../../shared/catalogue/records/procedureCode.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RecordScreen } from '../../components/record/RecordScreen.tsx';

const TYPE = procedureCode as unknown as RecordType;

/** The list of what can be charged for. */
export function ProcedureCodesScreen() {
  return (
    <RecordScreen
      type={TYPE}
      title="Procedure codes"
      path="procedure-codes"
      empty={<EmptyState title="No procedure codes yet." hint="Add the codes that your charges name." />}
      noMatch={
        <EmptyState title="No procedure code matches." hint="Search for the start of a code or a description." />
      }
    />
  );
}
