// Billing > Claims (S2.110).
import { Stack } from '@mantine/core';
import { CLAIM_STATUSES, type ClaimStatus } from '../../../shared/billing/claimStatus.ts';
import { claim } from '../../../shared/catalogue/records/claim.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RecordScreen } from '../../components/record/RecordScreen.tsx';
import { showDate } from '../../components/showTime.ts';
import { ClaimCharges } from './ClaimCharges.tsx';
import { ClaimStatusActs } from './ClaimStatusActs.tsx';

const TYPE = claim as unknown as RecordType;

/** Claims within the person's reach; the open one with its charges and the next steps. */
export function ClaimsScreen() {
  return (
    <RecordScreen
      type={TYPE}
      title="Claims"
      path="claims"
      subtitle={({ fields, labels }) =>
        `${statusOf(fields.status)} · ${String(labels.patientId ?? '')} · ${showDate(String(fields.serviceDate))}`
      }
      lockedBecause={({ fields }) =>
        fields.status === 'draft'
          ? null
          : `This claim is ${statusOf(fields.status).toLowerCase()}, so it stays as it was sent. A draft can be changed.`
      }
      extra={(record, reload) => (
        <Stack gap="md">
          <ClaimStatusActs record={record} onChanged={reload} />
          <ClaimCharges record={record} />
        </Stack>
      )}
      empty={<EmptyState title="No claims yet." hint="Add one for a service that a payer is to pay." />}
      noMatch={<EmptyState title="No claim matches." hint="Search for a claim number or the start of a name." />}
    />
  );
}

function statusOf(status: unknown): string {
  return CLAIM_STATUSES[status as ClaimStatus];
}
