// Billing > Reconciliation: the day counted by one person and reviewed by another (S2.111, S2.36).
import { reconciliation } from '../../../shared/catalogue/records/reconciliation.ts';
import type { RecordType } from '../../../shared/catalogue/records/recordType.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { RecordScreen } from '../../components/record/RecordScreen.tsx';
import { showDate } from '../../components/showTime.ts';
import { useToday } from '../../ipc/useToday.ts';
import { ReviewDay } from './ReviewDay.tsx';

const TYPE = reconciliation as unknown as RecordType;

export function ReconciliationScreen() {
  const today = useToday();
  return (
    <RecordScreen
      type={TYPE}
      title="Reconciliation"
      path="reconciliation"
      preset={{ day: today }}
      subtitle={({ fields }) =>
        `${showDate(String(fields.day))} · ${fields.state === 'reviewed' ? 'reviewed and closed' : 'waits for review'}`
      }
      lockedBecause={({ fields }) =>
        fields.state === 'reviewed' ? 'This day was reviewed and is closed. Nothing more can be entered on it.' : null
      }
      extra={(record, reload) => <ReviewDay record={record} onChanged={reload} />}
      empty={
        <EmptyState title="No day was counted yet." hint="Count the drawer at the end of the day and add it here." />
      }
      noMatch={<EmptyState title="No day matches." hint="Choose another state or other days." />}
    />
  );
}
