// Billing > Charges: with a claim or for the patient alone (S2.110).
import { charge } from '../../../shared/catalogue/records/charge.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RecordScreen } from '../../components/record/RecordScreen.tsx';
import { showCents } from '../../components/record/showCents.ts';

const TYPE = charge as unknown as RecordType;

export function ChargesScreen() {
  return (
    <RecordScreen
      type={TYPE}
      title="Charges"
      path="charges"
      subtitle={({ fields, labels }) =>
        `${String(labels.patientId ?? '')} · ${showCents(Number(fields.quantity) * Number(fields.unitCents))}`
      }
      empty={<EmptyState title="No charges yet." hint="Add them here, or in the claim they belong to." />}
      noMatch={<EmptyState title="No charge matches." hint="Search for a charge number or the start of a name." />}
    />
  );
}
