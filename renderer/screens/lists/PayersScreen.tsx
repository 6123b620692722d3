// Lists > Payers.
import { payer } from '../../../shared/catalogue/records/payer.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RecordScreen } from '../../components/record/RecordScreen.tsx';

const TYPE = payer as unknown as RecordType;

/** Who pays claims besides the patient. */
export function PayersScreen() {
  return (
    <RecordScreen
      type={TYPE}
      title="Payers"
      path="payers"
      empty={<EmptyState title="No payers yet." hint="Add the insurers and programs that pay your claims." />}
      noMatch={<EmptyState title="No payer matches." hint="Search for the start of a name." />}
    />
  );
}
